import assert from "node:assert/strict";
import type { LanguageId } from "../../../../server/core/document.ts";
import { tokenFormats } from "../../../../server/rules/secrets/formats/catalogue.ts";
import { secretOf } from "./madeSecrets.ts";
import { random } from "./patternText.ts";
import { fileNames, foundTexts, holders, secretsIn } from "./secretBench.ts";

const languages = Object.keys(fileNames) as LanguageId[];

describe("token formats", () => {
  it("have ids of their own, bounded patterns and triggers of at least three characters", () => {
    const ids = tokenFormats.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, pattern, triggers } of tokenFormats) {
      const operators = pattern.source.replace(/\\./g, "").replace(/\[[^\]]*\]/g, "");
      assert.doesNotMatch(operators, /[*+]|,\}/, `${id} is not bounded`);
      for (const trigger of triggers) assert.ok(trigger.trim().length >= 3, `${id}: ${trigger}`);
    }
  });

  tokenFormats.forEach((format, index) => {
    describe(format.id, () => {
      const next = random(index + 1);
      const shortest = secretOf(format, "shortest", next);
      const longest = secretOf(format, "longest", next);
      const isQuoted = format.leads[0] === -1;

      for (const [name, token] of [["shortest", shortest], ["longest", longest]] as const) {
        it(`finds the ${name} in every language`, () => {
          for (const language of languages) {
            // A key for browsers is no secret on a page.
            if (format.publicNear && language === "html") continue;
            const text = holders[language]("SERVICE_ACCESS", token);
            assert.deepEqual(foundTexts(text, fileNames[language], language), [token], language);
          }
        });

        it(`finds the ${name} at the edges of a file and across line breaks`, () => {
          if (!isQuoted) assert.deepEqual(foundTexts(token), [token]);
          assert.deepEqual(foundTexts(`\n${token}`), [token]);
          assert.deepEqual(foundTexts(`a\r\n\t"${token}"\r\nb`), [token]);
          assert.deepEqual(foundTexts(`"\u{1f600}", "${token}", "\u{1f600}"`), [token]);
        });
      }

      it("is not found where more characters follow or precede", () => {
        for (const text of [`"${longest}${"aB3".repeat(6000)}"`, `"aB3${longest}"`]) {
          const found = secretsIn(text).filter(({ kind }) => kind.id === format.id);
          assert.deepEqual(found.map(({ range }) => text.slice(range.start, range.end)), []);
        }
      });

      it("is not found where characters are missing", () => {
        const cut = shortest.slice(0, -8);
        assert.deepEqual(secretsIn(`"${cut}"`).filter(({ kind }) => kind.id === format.id), []);
      });

      it("is not found where a placeholder stands for the body", () => {
        const [from, to] = [format.triggers[0] ?? "", shortest.length];
        assert.deepEqual(foundTexts(`"${(from.trim() + "x".repeat(to)).slice(0, to)}"`), []);
      });
    });
  });
});
