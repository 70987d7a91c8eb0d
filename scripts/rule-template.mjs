// The two files that a new rule starts with. They are complete: the rule finds calls of FILL_IN, so every test but
// those on left placeholders passes before the first change.

/** The rule's own file. */
export function ruleSource(concern, id) {
  return `import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type NodeOf } from "../../languages/typescript/syntax.ts";

const message = "FILL_IN: one sentence on what is wrong at this place.";

function isWrong({ callee }: NodeOf<"CallExpression">): boolean {
  return callee.type === "Identifier" && callee.name === "FILL_IN";
}

function check(document: Document, report: Report): void {
  for (const call of document.syntax(typescriptSyntax).all("CallExpression")) {
    if (isWrong(call)) report({ range: rangeOf(call), message });
  }
}

export default defineRule({
  id: "${id}",
  title: "FILL_IN: what is wrong, as a heading",
  concern: "${concern}",
  languages: ["typescript"],
  requirements: ["FILL_IN: ids from docs/requirements.md"],
  severity: "warning",
  cwe: [],
  fix: "none",
  triggers: ["FILL_IN("],
  documentation: {
    wrong: "FILL_IN: what the code does.",
    why: "FILL_IN: why a reviewer rejects it.",
    fix: "FILL_IN: what the quick fix does, or what to do by hand.",
    suppress: "FILL_IN: when the finding is right to accept.",
  },
  examples: {
    bad: [
      { name: "FILL_IN: the plainest form", code: "[|FILL_IN()|];\\n" },
      { name: "FILL_IN: the value in a constant", code: "const a = [|FILL_IN()|];\\n" },
      { name: "FILL_IN: options spread from an object", code: "const all = { ...[|FILL_IN()|] };\\n" },
      { name: "FILL_IN: inside a callback", code: "run(() => [|FILL_IN()|]);\\n" },
      { name: "FILL_IN: CommonJS", file: "example.cjs", code: "module.exports = [|FILL_IN()|];\\n" },
      { name: "FILL_IN: another line is half typed", code: "[|FILL_IN()|];\\nconst b = {\\n" },
    ],
    good: [
      { name: "FILL_IN: put right", code: "other();\\n" },
      { name: "FILL_IN: something else of the same name", code: "const other = { FILL_IN() {} };\\n" },
      { name: "FILL_IN: in a string", code: 'const text = "FILL_IN()";\\n' },
      { name: "FILL_IN: in a comment", code: "// FILL_IN()\\n" },
      { name: "FILL_IN: a value that cannot be known", code: "export const a = (value: () => void) => value();\\n" },
      { name: "FILL_IN: the value comes from the environment", code: "other(process.env.VALUE);\\n" },
    ],
  },
  check,
});
`;
}

/** The test of what examples cannot say: messages, near misses, hostile input. */
export function testSource(concern, id) {
  return `import assert from "node:assert/strict";
import rule from "../../../../server/rules/${concern}/${id}.ts";
import { findingsIn } from "../ruleBench.ts";

/** A text with one finding, of which the tests below are made. */
const bad = "FILL_IN();\\n";

describe("${id}: beyond its examples", () => {
  it("says in one sentence what is wrong", async () => {
    const [finding] = await findingsIn("example.ts", bad, rule);
    assert.match(finding?.message ?? "", /^\\S.*\\.$/);
    assert.doesNotMatch(finding?.message ?? "", /FILL_IN/);
  });

  it("bears every state of a file that is being typed", async () => {
    for (let length = 0; length <= bad.length; length++) await findingsIn("example.ts", bad.slice(0, length), rule);
  });

  it("finds the same behind Windows line ends and an emoji", async () => {
    const text = \`// 🙂\\n\${bad}\`.replaceAll("\\n", "\\r\\n");
    const [before] = await findingsIn("example.ts", bad, rule);
    const [after] = await findingsIn("example.ts", text, rule);
    assert.ok(before && after);
    assert.deepEqual(after.region.start, { ...before.region.start, line: before.region.start.line + 1 });
  });
});
`;
}
