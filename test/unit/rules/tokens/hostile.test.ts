import assert from "node:assert/strict";
import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { Document } from "../../../../server/core/document.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import { rules } from "../../../../server/rules/catalogue.ts";
import { unmark } from "../ruleBench.ts";

const own = rules.filter((rule) => rule.concern === "tokens" || rule.concern === "scopes");
const analyser = createAnalyser(own);

/** Rules that failed in a text, with the reason. A parser's refusal is no failure. */
async function failures(file: string, text: string): Promise<string[]> {
  const { notAnalysed } = await analyser.analyse(new Document(file, languageOf(file), text));
  return notAnalysed.flatMap(({ rule, reason }) => (rule === undefined ? [] : [`${rule}: ${reason}`]));
}

describe("rules on tokens and scopes, on input that nobody means well", () => {
  for (const rule of own) {
    it(`${rule.id} takes every example cut off anywhere`, async function () {
      this.timeout(120_000);
      for (const { file = "example.ts", code } of [...rule.examples.bad, ...rule.examples.good]) {
        const { text } = unmark(code);
        // A prime step keeps the parsing affordable and still ends in the middle of every kind of word.
        for (let end = text.length; end > 0; end -= languageOf(file) === "typescript" ? 3 : 1) {
          assert.deepEqual(await failures(file, text.slice(0, end)), [], `${file}: ${text.slice(0, end)}`);
        }
      }
    });
  }

  const hostile: readonly (readonly [string, string])[] = [
    ["A.cs", "ApplicationToken."],
    ["A.cs", ", ApplicationToken = "],
    ["A.cs", "ConfigFile.Services.ApplicationToken = x;\n"],
    ["A.cs", "(ConfigFile.Services.ApplicationToken, "],
    ["A.cs", 'p = GetProperty("ApplicationToken"); '],
    ["A.cs", 's = ConfigFile.Services; s.ApplicationToken = "'],
    ["web.config", '<add key="ApplicationToken" value="'],
    ["web.config", "<!-- <add key='ApplicationToken' "],
    ["a.json", '{"SuperOffice": {"ClientSecret": "'],
    ["manifest.yml", "app: {modules: {permissions: {external: ["],
    ["manifest.yml", "app:\nmodules:\npermissions:\n  external:\n    - '*'\n"],
    ["a.html", '<form action="https://trello.com/1/authorize"><input name="expiration" value="never">'],
    ["a.php", "Trello.authorize(expiration "],
    ["a.php", "https://trello.com/1/authorize?expiration=never&"],
    ["a.php", "create_oauth_token("],
    [".env", "OAUTH_SCOPES=read_products%20"],
    [".env", "TRELLO_EXPIRATION_EXPIRATION="],
  ];
  for (const [file, part] of hostile) {
    it(`${file} made of "${part.trim()}" is read to its end`, async function () {
      this.timeout(90_000);
      // A longer line is not analysed at all.
      const line = part.repeat(Math.floor(49_000 / part.length));
      const text = `${line}\n`.repeat(3);
      assert.deepEqual((await failures(file, text)).filter((one) => !one.includes("nested too deeply")), []);
    });
  }

  it("sums of sums of names do not grow without end", async () => {
    const doubling = Array.from({ length: 40 }, (_, index) => `const a${index + 1} = a${index} + a${index};`).join("\n");
    const text = `const a0 = "https://trello.com/1/authorize?expiration=never";\n${doubling}\nconst scopes = [...scopes, scopes];\nlet x = x + x; x += x;\n`;
    assert.deepEqual(await failures("a.ts", text), []);
  });
});
