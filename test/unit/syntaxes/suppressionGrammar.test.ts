import assert from "node:assert/strict";
import type { IRawGrammar } from "vscode-textmate";
import { loadGrammar, tokenise, type ScopedText } from "./grammarHost.ts";
import {
  csharpGrammar,
  dockerfileGrammar,
  dotenvGrammar,
  jsonWithCommentsGrammar,
  markupGrammar,
  phpGrammar,
  scriptGrammar,
  yamlGrammar,
} from "./hostGrammars.ts";
import { growsInStraightLine } from "../growth.ts";

const directiveScope = "keyword.control.directive.marketlint";
const ruleScope = "entity.name.type.rule.marketlint";
const commaScope = "punctuation.separator.comma.marketlint";
const separatorScope = "keyword.operator.reason.marketlint";
const reasonScope = "meta.reason.marketlint";

async function highlight(host: IRawGrammar, text: string): Promise<ScopedText[]> {
  return tokenise(await loadGrammar([host], host.scopeName), text);
}

/** The highlighted pieces, each with the innermost scope that is ours. */
async function ours(host: IRawGrammar, text: string): Promise<[string, string][]> {
  const named = [directiveScope, ruleScope, commaScope, separatorScope, reasonScope];
  return (await highlight(host, text)).flatMap(({ text: piece, scopes }) => {
    const scope = named.find((name) => scopes.includes(name));
    return scope ? [[piece, scope] as [string, string]] : [];
  });
}

const typescript = scriptGrammar("source.ts");
const languages: [string, IRawGrammar, (comment: string) => string][] = [
  ["TypeScript", typescript, (comment) => `  // ${comment}`],
  ["TSX", scriptGrammar("source.tsx"), (comment) => `{/* ${comment} */}`],
  ["JavaScript", scriptGrammar("source.js"), (comment) => `call(); // ${comment}`],
  ["JSX", scriptGrammar("source.js.jsx"), (comment) => `/* ${comment} */`],
  ["Dockerfile", dockerfileGrammar, (comment) => `FROM node\n# ${comment}`],
  ["YAML", yamlGrammar, (comment) => `key: value # ${comment}`],
  ["JSON with comments", jsonWithCommentsGrammar, (comment) => `"key": 1, // ${comment}`],
  [".env", dotenvGrammar, (comment) => `# ${comment}`],
  ["C#", csharpGrammar, (comment) => `Call(); // ${comment}`],
  ["PHP", phpGrammar, (comment) => `call(); // ${comment}`],
  ["XML", markupGrammar, (comment) => `<!-- ${comment} -->`],
];

describe("the suppression grammar", () => {
  for (const [name, host, comment] of languages) {
    it(`highlights directive, rule, separator and reason in ${name}`, async () => {
      const text = comment("marketlint-disable-next-line cookie-missing-secure -- local only");
      const pieces = (await ours(host, text)).map(([piece, scope]) => [piece.trimEnd(), scope]);
      assert.deepEqual(pieces, [
        ["marketlint-disable-next-line", directiveScope],
        ["cookie-missing-secure", ruleScope],
        ["--", separatorScope],
        ["local only", reasonScope],
      ]);
    });

    it(`keeps the comment a comment in ${name}`, async () => {
      const pieces = await highlight(host, comment("marketlint-disable-line hardcoded-secret -- revoked"));
      const directive = pieces.find(({ text }) => text === "marketlint-disable-line");
      assert.ok(directive?.scopes.some((scope) => scope.startsWith("comment.")), String(directive?.scopes));
    });
  }

  for (const directive of ["marketlint-disable", "marketlint-disable-line", "marketlint-disable-next-line"]) {
    it(`knows ${directive}`, async () => {
      const [first] = await ours(typescript, `// ${directive} hardcoded-secret -- why`);
      assert.deepEqual(first, [directive, directiveScope]);
    });
  }

  it("highlights each of several rules, and the commas between", async () => {
    const pieces = await ours(typescript, "//marketlint-disable-line one-rule, other-rule,third-rule -- why");
    assert.deepEqual(pieces.slice(1, 6), [
      ["one-rule", ruleScope],
      [",", commaScope],
      ["other-rule", ruleScope],
      [",", commaScope],
      ["third-rule", ruleScope],
    ]);
  });

  it("highlights on the further lines of a block comment", async () => {
    const pieces = await ours(typescript, "/*\n * marketlint-disable hardcoded-secret -- generated\n */");
    assert.equal(pieces.length, 4);
  });

  it("ends the reason where a block comment ends", async () => {
    const pieces = await ours(typescript, '/* marketlint-disable-line one-rule -- why */ "after"');
    assert.deepEqual(pieces.at(-1), ["why ", reasonScope]);
  });

  it("takes words without a separator for no reason and no rule", async () => {
    const pieces = await ours(typescript, "// marketlint-disable-line one-rule because I say so");
    assert.deepEqual(pieces.map(([piece]) => piece), ["marketlint-disable-line", "one-rule"]);
  });

  const nearMisses: [string, IRawGrammar, string][] = [
    ["in a string", typescript, '"// marketlint-disable-line one-rule -- why"'],
    ["in a string of a JSON file", jsonWithCommentsGrammar, '"// marketlint-disable-line one-rule -- why"'],
    ["in a Dockerfile's command", dockerfileGrammar, "RUN echo marketlint-disable-line one-rule -- why"],
    ["in code", typescript, "marketlint-disable-line"],
    ["misspelt", typescript, "// marketlint-disabled-line one-rule -- why"],
    ["with a letter more", typescript, "// marketlint-disable-lines one-rule -- why"],
    ["with another tool's name", typescript, "// eslint-disable-line one-rule -- why"],
    ["in the middle of a sentence", typescript, "// write marketlint-disable-line to accept it"],
    ["in capitals", yamlGrammar, "# MARKETLINT-DISABLE-LINE one-rule -- why"],
  ];
  for (const [name, host, text] of nearMisses) {
    it(`leaves it alone ${name}`, async () => assert.deepEqual(await ours(host, text), []));
  }

  it("takes time in proportion on a long hostile line", () =>
    growsInStraightLine(
      "a directive",
      (size) => highlight(typescript, `// marketlint-disable-line ${"a-".repeat(2 * size)}${", b".repeat(size)} --${"-".repeat(2 * size)}`),
      1_250,
    ));
});
