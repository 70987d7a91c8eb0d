import assert from "node:assert/strict";
import { builtTexts } from "../../../../server/languages/typescript/builtText.ts";
import { calledOrigin } from "../../../../server/languages/typescript/calls.ts";
import { constantOf, optionsOf } from "../../../../server/languages/typescript/constants.ts";
import { typescriptData } from "../../../../server/languages/typescript/dataOf.ts";
import { isElsewhere, isStandIn } from "../../../../server/languages/typescript/images.ts";
import { rangeOf } from "../../../../server/languages/typescript/nodes.ts";
import { alternativesOf, propertiesOf } from "../../../../server/languages/typescript/objects.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { snippetAmong, workspace } from "./workspace.ts";
import { snippet } from "./snippet.ts";

type Files = Readonly<Record<string, string>>;

/** All values of the marked expression: texts and numbers as JSON, `?` for what is not known. */
function values(files: Files, code: string, path?: string): string {
  const { node, syntax } = snippetAmong(files, code, path);
  return optionsOf(constantOf(node, syntax)).map((one) => ("value" in one ? JSON.stringify(one.value) : one.kind === "unknown" ? "?" : one.kind)).join("|");
}

const imports: readonly [what: string, files: Files, code: string, expected: string][] = [
  ["export const", { "src/c.ts": "export const A = 'x';" }, "import { A } from './c'; f([|A|])", '"x"'],
  ["an alias", { "src/c.ts": "const A = 'x'; export { A as B };" }, "import { B as C } from './c'; f([|C|])", '"x"'],
  ["export default", { "src/c.ts": "export default 'x';" }, "import A from './c'; f([|A|])", '"x"'],
  ["a default name", { "src/c.ts": "const A = 'x'; export default A;" }, "import A from './c'; f([|A|])", '"x"'],
  ["default as", { "src/c.ts": "const A = 'x'; export { A as default };" }, "import A from './c'; f([|A|])", '"x"'],
  ["a namespace", { "src/c.ts": "export const A = 'x';" }, "import * as c from './c'; f([|c.A|])", '"x"'],
  ["a member", { "src/c.ts": "export const A = { b: { c: 'x' } };" }, "import { A } from './c'; f([|A.b.c|])", '"x"'],
  ["a default object", { "src/c.ts": "export default { a: 'x' };" }, "import c from './c'; f([|c.a|])", '"x"'],
  ["a binding pattern", { "src/c.ts": "export const { a } = { a: 'x' };" }, "import { a } from './c'; f([|a|])", '"x"'],
  ["export from", { "src/c.ts": "export { A } from './d';", "src/d.ts": "export const A = 'x';" }, "import { A } from './c'; f([|A|])", '"x"'],
  ["export * from", { "src/c.ts": "export * from './e'; export * from './d';", "src/d.ts": "export const A = 'x';" }, "import { A } from './c'; f([|A|])", '"x"'],
  ["export * as", { "src/c.ts": "export * as d from './d';", "src/d.ts": "export const A = 'x';" }, "import { d } from './c'; f([|d.A|])", '"x"'],
  ["an import that is exported", { "src/c.ts": "import { A } from './d'; export { A as B };", "src/d.ts": "export const A = 'x';" }, "import { B } from './c'; f([|B|])", '"x"'],
  ["what it is made of", { "src/c.ts": "import { A } from './d'; export const B = `${A}y`;", "src/d.ts": "export const A = 'x';" }, "import { B } from './c'; f([|B|])", '"xy"'],
  ["an enumeration", { "src/c.ts": "export enum E { A = 'x' }" }, "import { E } from './c'; f([|E.A|])", '"x"'],
  ["a static field", { "src/c.ts": "export class C { static A = 'x' }" }, "import { C } from './c'; f([|C.A|])", '"x"'],
  ["a default class", { "src/c.ts": "export default class C { static A = 'x' }" }, "import C from './c'; f([|C.A|])", '"x"'],
  ["a function", { "src/c.ts": "const A = 'x'; export function g() { return A }" }, "import { g } from './c'; f([|g()|])", '"x"'],
  ["an arrow function", { "src/c.ts": "export const g = () => 'x'" }, "import { g } from './c'; f([|g()|])", '"x"'],
  ["module.exports", { "src/c.js": "module.exports = { A: 'x' };" }, "const c = require('./c'); f([|c.A|])", '"x"'],
  ["module.exports, taken apart", { "src/c.js": "module.exports = { A: 'x' };" }, "const { A } = require('./c'); f([|A|])", '"x"'],
  ["module.exports.a", { "src/c.js": "module.exports.A = 'x';" }, "const c = require('./c'); f([|c.A|])", '"x"'],
  ["exports.a", { "src/c.js": "exports.A = void 0; exports.A = 'x';" }, "const { A } = require('./c'); f([|A|])", '"x"'],
  ["exports.a = exports.b", { "src/c.js": "exports.A = exports.B = 'x';" }, "const { B } = require('./c'); f([|B|])", '"x"'],
  ["module.exports as a text", { "src/c.js": "module.exports = 'x';" }, "const c = require('./c'); f([|c|])", '"x"'],
  ["module.exports imported by default", { "src/c.js": "module.exports = { A: 'x' };" }, "import c from './c'; f([|c.A|])", '"x"'],
  ["module.exports imported by name", { "src/c.js": "module.exports = { A: 'x' };" }, "import { A } from './c'; f([|A|])", '"x"'],
  ["require().a", { "src/c.js": "exports.A = 'x';" }, "f([|require('./c').A|])", '"x"'],
  ["export =", { "src/c.ts": "const c = { A: 'x' }; export = c;" }, "import c = require('./c'); f([|c.A|])", '"x"'],
  ["import()", { "src/c.ts": "export const A = 'x';" }, "const { A } = await import('./c'); f([|A|])", '"x"'],
  ["JSON", { "src/c.json": '{ "a": { "b": "x" } }' }, "import c from './c.json'; f([|c.a.b|])", '"x"'],
  ["JSON, required", { "src/c.json": '{ "a": "x" }' }, "const c = require('./c'); f([|c.a|])", '"x"'],
  ["two values", { "src/c.ts": "export const A = p ? 'x' : 'y';" }, "import { A } from './c'; f([|A|])", '"x"|"y"'],
  ["a part of a text", { "src/c.ts": "export const A = 'x';" }, "import { A } from './c'; f([|`${A}/y`|])", '"x/y"'],
  ["assigned twice", { "src/c.js": "exports.A = 'x'; exports.A = 'y';" }, "const { A } = require('./c'); f([|A|])", "?"],
  ["what is not exported", { "src/c.ts": "const A = 'x';" }, "import { A } from './c'; f([|A|])", "?"],
  ["what is not known", { "src/c.ts": "export const A = process.env.A;" }, "import { A } from './c'; f([|A|])", "?"],
  ["a missing file", {}, "import { A } from './c'; f([|A|])", "?"],
  ["a package", { "src/c.ts": "export { A } from 'pkg';" }, "import { A } from './c'; f([|A|])", "?"],
  ["a circle", { "src/c.ts": "export { A } from './d';", "src/d.ts": "export { A } from './c';" }, "import { A } from './c'; f([|A|])", "?"],
  ["a circle of stars", { "src/c.ts": "export * from './d';", "src/d.ts": "export * from './c';" }, "import { A } from './c'; f([|A|])", "?"],
  ["a circle of values", { "src/c.ts": "import { B } from './d'; export const A = B;", "src/d.ts": "import { A } from './c'; export const B = A;" }, "import { A } from './c'; f([|A|])", "?"],
  ["a broken file", { "src/c.ts": "export const A = 'x'; }}} const (" }, "import { A } from './c'; f([|A|])", '"x"'],
  ["out of the workspace", { "c.ts": "export const A = 'x';" }, "import { A } from '../../c'; f([|A|])", "?"],
];

const paths: readonly [specifier: string, files: Files][] = [
  ["./c.js", { "src/c.ts": "export const A = 'x'" }],
  ["./c.mjs", { "src/c.mts": "export const A = 'x'" }],
  ["./c.ts", { "src/c.ts": "export const A = 'x'" }],
  ["./c", { "src/c/index.ts": "export const A = 'x'" }],
  ["../c", { "c.js": "export const A = 'x'" }],
  [".", { "src/index.ts": "export const A = 'x'" }],
  ["@/c", { "tsconfig.json": '{ // paths\n"compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./lib/*"], }, } }', "lib/c.ts": "export const A = 'x'" }],
  ["@app/c", { "tsconfig.base.json": '{"compilerOptions":{"paths":{"@app/*":["none/*","lib/*"]}}}', "src/tsconfig.json": '{"extends":"../tsconfig.base.json"}', "lib/c.ts": "export const A = 'x'" }],
  ["lib/c", { "jsconfig.json": '{"compilerOptions":{"baseUrl":"."}}', "lib/c.js": "exports.A = 'x'" }],
  ["#lib/c", { "package.json": '{"imports":{"#lib/*":{"default":"./lib/*.js"}}}', "lib/c.ts": "export const A = 'x'" }],
];

describe("other files", () => {
  before(loadTypeScriptParser);

  for (const [what, files, code, expected] of imports) {
    it(`follows ${what}`, () => {
      assert.equal(values(files, code), expected);
    });
  }

  for (const [specifier, files] of paths) {
    it(`finds ${specifier} in ${Object.keys(files).join(", ")}`, () => {
      assert.equal(values(files, `import { A } from '${specifier}'; f([|A|])`), '"x"');
    });
  }

  it("reads an object with what this file changes", () => {
    const files = { "src/c.ts": "import { DAY } from './d'; export const base = { httpOnly: false, maxAge: DAY };", "src/d.ts": "export const DAY = 86400;" };
    const { node, syntax } = snippetAmong(files, "import { base } from './c'; base.path = '/'; f([|{ ...base, secure: true }|])");
    const { properties, open } = propertiesOf(node, syntax);
    assert.deepEqual([...properties.keys()], ["httpOnly", "maxAge", "path", "secure"]);
    assert.equal(open, false);
    const [age] = properties.get("maxAge")?.values ?? [];
    assert.ok(age?.value);
    const constant = constantOf(age.value, syntax);
    assert.equal(constant.kind === "number" && constant.value, 86400);
  });

  /** A neighbour whose places are far behind the end of the file that uses it. */
  const far: Files = {
    "src/c.ts": `${"\n".repeat(900)}export const opts = { secure: false, list: ['a', \`b\${x}\`], env: process.env.X };\nexport const text = 'long' + ' text';\nexport const make = () => ({ secure: false });`,
  };
  const used = "import { opts, text, make } from './c';\nconst own = { ...opts };\n";

  for (const expression of ["opts", "own", "make()", "{ ...opts }", "p ? opts : own", "Object.assign({}, opts)"]) {
    it(`places what is elsewhere at its use: ${expression}`, () => {
      const { node, syntax, document } = snippetAmong(far, `${used}f([|${expression}|]);`);
      const { properties, literal } = propertiesOf(node, syntax);
      const given = properties.get("secure")?.values ?? [];
      assert.ok(given.length > 0);
      for (const { value, node: giver } of given) {
        assert.ok(value?.type === "Literal" && value.value === false && giver.type === "Property");
        for (const seen of [value, giver, giver.key, giver.parent]) {
          const range = rangeOf(seen);
          assert.match(document.text.slice(range.start, range.end), /^(?:opts|make\(\)|own|base)$/);
          assert.ok(isElsewhere(seen) && isStandIn(range));
        }
        assert.equal(giver.value, value, "the same thing is one object");
      }
      if (literal) assert.ok(!isElsewhere(literal));
    });
  }

  it("places constants, texts and data at their use", () => {
    const { nodes, syntax, document } = snippetAmong(far, `${used}f([|text|], [|\`a \${text}\`|], [|opts.list|], [|opts.env|], [|opts|]);`);
    for (const node of nodes) {
      for (const one of optionsOf(constantOf(node, syntax))) {
        assert.ok(one.node.range[1] <= document.text.length);
        if (one.kind === "array") for (const element of one.elements) assert.deepEqual(element.node.range, node.range);
        if (one.kind === "object") assert.ok(isElsewhere(one.node));
      }
      for (const one of alternativesOf(node, syntax)) assert.ok(one.node.range[1] <= document.text.length);
      for (const text of builtTexts(node, document)) {
        const range = text.rangeAt(0, text.text.length);
        assert.ok(range === undefined || document.text.slice(range.start, range.end).includes(text.text));
      }
      const { range } = typescriptData(node, document);
      assert.ok(range.end <= document.text.length);
    }
  });

  it("reads a neighbour once, and only when somebody asks", () => {
    const files = workspace({ "src/c.ts": "export const A = 'x';" });
    const { node, syntax } = snippet("import { A } from './c'; import { B } from './d'; f([|A|], A)", "src/app.ts", files);
    assert.deepEqual(files.asked, []);
    constantOf(node, syntax);
    constantOf(node, syntax);
    assert.deepEqual(files.asked, ["src/c.ts"]);
  });

  it("makes a part of a long neighbour's tree only", () => {
    const lines = Array.from({ length: 500 }, (_, index) => `export function g${index}() { return ${index}; }`);
    assert.equal(values({ "src/c.ts": `${lines.join("\n")}\nexport const A = 'x';` }, "import { A, g7 } from './c'; f([|`${A}${g7()}`|])"), '"x7"');
  });

  it("knows a package that is passed on by a file of the workspace", () => {
    const files = { "src/c.ts": "export { default as session } from 'express-session';" };
    const { syntax } = snippetAmong(files, "import { session } from './c'; session({});");
    const [call] = syntax.all("CallExpression");
    assert.ok(call);
    assert.deepEqual(calledOrigin(call, syntax), { module: "express-session", name: "default" });
  });
});
