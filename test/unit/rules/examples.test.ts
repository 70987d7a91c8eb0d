import assert from "node:assert/strict";
import { Document } from "../../../server/core/document.ts";
import { languageOf } from "../../../server/languages/languageOf.ts";
import { loadTypeScriptParser, typescriptSyntax } from "../../../server/languages/typescript/syntax.ts";
import { ruleCatalogue } from "../../../server/rules/catalogue.ts";
import { placeholdersIn } from "./placeholders.ts";
import { findingsIn, fixAll, unmark } from "./ruleBench.ts";

/** Errors the TypeScript parser sees; 0 for other languages. */
async function syntaxErrors(file: string, text: string): Promise<number> {
  if (languageOf(file) !== "typescript") return 0;
  await loadTypeScriptParser();
  return new Document(file, "typescript", text).syntax(typescriptSyntax).syntaxErrors;
}

describe("rule examples", () => {
  for (const rule of ruleCatalogue) {
    describe(rule.id, () => {
      const { bad, good } = rule.examples;

      it("has nothing left to fill in", () => {
        assert.deepEqual(placeholdersIn(rule), []);
      });

      it("has at least six bad examples and as many good ones", () => {
        assert.ok(bad.length >= 6, `${bad.length} bad examples`);
        assert.ok(good.length >= 6 && good.length >= bad.length, `${good.length} good examples for ${bad.length} bad`);
      });

      it("says whether it has a fix", () => {
        assert.equal(rule.fix !== "none", bad.some((example) => example.fixed !== undefined));
      });

      for (const example of bad) {
        const file = example.file ?? "example.ts";
        const { text, ranges } = unmark(example.code);

        it(`finds: ${example.name}`, async () => {
          const found = (await findingsIn(file, text, rule, example.files)).filter((finding) => finding.rule === rule.id && !finding.suppression);
          assert.deepEqual(
            found.map(({ range }) => text.slice(range.start, range.end)),
            ranges.map(({ start, end }) => text.slice(start, end)),
          );
          assert.deepEqual(found.map(({ range }) => ({ ...range })), ranges);
        });

        const { fixed } = example;
        if (fixed === undefined) continue;
        it(`fixes: ${example.name}`, async () => {
          const before = await findingsIn(file, text, rule, example.files);
          assert.equal(await fixAll(file, text, rule, example.files), fixed);
          const after = await findingsIn(file, fixed, rule, example.files);
          assert.deepEqual(after.filter((finding) => finding.rule === rule.id && !finding.suppression), []);
          const known = new Set(before.map((finding) => finding.rule));
          assert.deepEqual(after.filter((finding) => !known.has(finding.rule)), [], "a fix must not make a new finding");
          assert.ok((await syntaxErrors(file, fixed)) <= (await syntaxErrors(file, text)), "a fix must not break the file");
        });
      }

      for (const example of good) {
        it(`is silent: ${example.name}`, async () => {
          const found = await findingsIn(example.file ?? "example.ts", example.code, rule, example.files);
          assert.deepEqual(
            found.filter((finding) => finding.rule === rule.id && !finding.suppression).map((finding) => finding.message),
            [],
          );
        });
      }
    });
  }
});
