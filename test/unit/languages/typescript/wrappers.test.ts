import assert from "node:assert/strict";
import { allCalls, calleePath, type Call } from "../../../../server/languages/typescript/calls.ts";
import { constantOf, stringOf } from "../../../../server/languages/typescript/constants.ts";
import { propertiesOf } from "../../../../server/languages/typescript/objects.ts";
import { loadTypeScriptParser, type TypeScriptSyntax } from "../../../../server/languages/typescript/syntax.ts";
import { inlinedCalls, valuesGiven } from "../../../../server/languages/typescript/wrappers.ts";
import { growsInStraightLine } from "../../growth.ts";
import { snippetAmong } from "./workspace.ts";
import { snippet } from "./snippet.ts";

function outer(syntax: TypeScriptSyntax): Call {
  const call = allCalls(syntax).find((one) => calleePath(one).at(-1) === "outer");
  assert.ok(call);
  return call;
}

/** The first argument of the library's call within `outer(…)`, as text. */
function firstGiven(code: string, files: Readonly<Record<string, string>> = {}): string {
  const { syntax } = snippetAmong(files, code);
  const inner = inlinedCalls(outer(syntax), syntax).find(({ call }) => calleePath(call).at(-1) === "lib");
  if (!inner) return "none";
  const given = inner.argumentAt(0);
  if (typeof given === "string") return given;
  return stringOf(given, syntax) ?? "?";
}

const cases: readonly [what: string, code: string, expected: string][] = [
  ["a parameter", "function outer(a) { lib(a) } outer('x')", "x"],
  ["an arrow function's", "const outer = (a) => lib(a); outer('x')", "x"],
  ["a default", "function outer(a = 'x') { lib(a) } outer()", "x"],
  ["a default that is not taken", "function outer(a = 'y') { lib(a) } outer('x')", "x"],
  ["a destructured parameter", "function outer({ a }) { lib(a) } outer({ a: 'x' })", "x"],
  ["a destructured default", "function outer({ a = 'x' } = {}) { lib(a) } outer({})", "x"],
  ["a destructured default without an argument", "function outer({ a = 'x' } = {}) { lib(a) } outer()", "x"],
  ["a constant of the function's own", "function outer(a) { lib('x') } outer('y')", "x"],
  ["a method of this", "class C { outer(a) { lib(a) } m() { this.outer('x') } }", "x"],
  ["a static method", "class C { static outer(a) { lib(a) } } C.outer('x')", "x"],
  ["a method of an object", "const o = { outer(a) { lib(a) } }; o.outer('x')", "x"],
  ["a call in a callback", "function outer(a) { return new Promise(() => lib(a)) } outer('x')", "x"],
  ["a parameter that is rewritten", "function outer(a) { a = f(a); lib(a) } outer('x')", "?"],
  ["what is behind a spread", "function outer(a) { lib(a) } outer(...p)", "?"],
  ["an unknown function", "outer('x')", "none"],
];

describe("wrappers", () => {
  before(loadTypeScriptParser);

  for (const [what, code, expected] of cases) {
    it(`sees through to ${what}`, () => {
      assert.equal(firstGiven(code), expected);
    });
  }

  it("sees into another file, and stands at the call", () => {
    const files = { "src/w.ts": `${"\n".repeat(500)}const D = 'd'; export function outer(a, b = D) { lib(a); other(b); }` };
    const code = "import { outer } from './w'; outer('x');";
    assert.equal(firstGiven(code, files), "x");
    const { syntax } = snippetAmong(files, code);
    const call = outer(syntax);
    for (const inner of inlinedCalls(call, syntax)) assert.deepEqual(inner.call.range, call.range);
    const other = inlinedCalls(call, syntax).find((one) => calleePath(one.call).at(-1) === "other")?.argumentAt(0);
    assert.ok(typeof other === "object");
    assert.equal(stringOf(other, syntax), "d");
  });

  it("reads objects and texts inside with what the call gives", () => {
    const { syntax } = snippet("function outer(name, opts) { lib(`${name}-y`, { path: '/', ...opts, domain: opts.domain }) } outer('x', { secure: false, domain: 'd' })");
    const [inner] = inlinedCalls(outer(syntax), syntax);
    assert.ok(inner);
    const [text, options] = inner.call.arguments;
    assert.ok(text && options);
    const constant = constantOf(text, syntax, inner.bindings);
    assert.equal(constant.kind === "string" && constant.value, "x-y");
    const { properties, open } = propertiesOf(options, syntax, options, inner.bindings);
    assert.deepEqual([...properties.keys()], ["path", "secure", "domain"]);
    assert.equal(open, false);
    const [domain] = properties.get("domain")?.values ?? [];
    assert.ok(domain?.value);
    const known = constantOf(domain.value, syntax, inner.bindings);
    assert.equal(known.kind === "string" && known.value, "d");
  });

  const given: readonly [code: string, expected: string][] = [
    ["function g(a) { f([|a|]) } g('x'); g('y')", "x y"],
    ["const g = (a) => f([|a|]); g('x')", "x"],
    ["function g({ a }) { f([|a|]) } g({ a: 'x' })", "x"],
    ["class C { private g(a) { f([|a|]) } m() { this.g('x') } }", "x"],
    ["class C { g(a) { f([|a|]) } m() { this.g('x') } }", "x …"],
    ["export function g(a) { f([|a|]) } g('x')", "x …"],
    ["function g(a) { f([|a|]) } g('x'); h(g)", "x …"],
    ["function g(a) { f([|a|]) } g(...p)", "…"],
    ["app.get((a) => f([|a|]))", "…"],
  ];
  for (const [code, expected] of given) {
    it(`${code} is given ${expected}`, () => {
      const { node, syntax } = snippet(code);
      const found = valuesGiven(node, syntax);
      assert.ok(found);
      const texts = found.values.map(({ value }) => stringOf(value, syntax) ?? "?");
      assert.equal([...texts, ...(found.complete ? [] : ["…"])].join(" "), expected);
    });
  }

  it("names no parameter", () => {
    const { node, syntax } = snippet("const a = 1; f([|a|])");
    assert.equal(valuesGiven(node, syntax), undefined);
  });

  it("takes time in proportion to the calls", () => {
    const made = new Map<number, ReturnType<typeof snippet>>();
    return growsInStraightLine("wrapped calls", (size) => {
      const known = made.get(size) ?? snippet(`function outer(a) { lib(a) }\n${"outer('x');\n".repeat(size)}`);
      made.set(size, known);
      for (let round = 0; round < 30; round++) for (const call of allCalls(known.syntax)) inlinedCalls(call, known.syntax);
    }, 100);
  });
});
