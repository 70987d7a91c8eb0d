import assert from "node:assert/strict";
import { Document, NotAnalysable } from "../../../../server/core/document.ts";
import type { Rule } from "../../../../server/core/rule.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import httpOnly from "../../../../server/rules/cookies/cookie-missing-http-only.ts";
import secure from "../../../../server/rules/cookies/cookie-missing-secure.ts";
import { unmark } from "../ruleBench.ts";

/** Runs a rule over a text, as the engine does. Throws what the rule throws, unless the parser gave up. */
function run(rule: Rule, text: string): void {
  const document = new Document("example.ts", "typescript", text);
  try {
    rule.check(
      document,
      ({ range, fixes = [] }) => {
        assert.ok(range.start >= 0 && range.end <= text.length);
        for (const { edits } of fixes) {
          for (const edit of edits) assert.ok(edit.range.start <= edit.range.end && edit.range.end <= text.length);
        }
      },
      [],
    );
  } catch (error) {
    if (!(error instanceof NotAnalysable)) throw error;
  }
}

describe("cookie rules on half-typed code", () => {
  before(loadTypeScriptParser);

  for (const rule of [httpOnly, secure]) {
    for (const { name, code, file = "example.ts" } of [...rule.examples.bad, ...rule.examples.good]) {
      if (!file.endsWith(".ts")) continue;
      const { text } = unmark(code);

      it(`${rule.id}: ${name}, cut at every place`, () => {
        for (let end = 0; end < text.length; end++) run(rule, text.slice(0, end));
      }).timeout(60_000);

      it(`${rule.id}: ${name}, with a piece taken out everywhere`, () => {
        for (let start = 0; start < text.length; start += 7) run(rule, text.slice(0, start) + text.slice(start + 5));
      }).timeout(60_000);
    }
  }
});
