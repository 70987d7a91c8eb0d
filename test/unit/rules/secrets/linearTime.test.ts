import { triggerAutomaton } from "../../../../server/analysis/triggers.ts";
import { Document, type LanguageId } from "../../../../server/core/document.ts";
import type { TriggerHit } from "../../../../server/core/rule.ts";
import { mayHaveLiteralArgument } from "../../../../server/rules/secrets/arguments/promising.ts";
import { boundName } from "../../../../server/rules/secrets/boundName.ts";
import { credentialTriggers, findCredentials } from "../../../../server/rules/secrets/credentials/findCredentials.ts";
import { reasons } from "../../../../server/rules/secrets/credentials/silentValues.ts";
import { namedFormats, tokenFormats } from "../../../../server/rules/secrets/formats/catalogue.ts";
import { namedMatches, widen, type Windows } from "../../../../server/rules/secrets/namedMatches.ts";
import { tokenAt } from "../../../../server/rules/secrets/tokenMatches.ts";
import { growsInStraightLine } from "../../growth.ts";
import { random, textFor } from "./patternText.ts";

/** An eighth of a megabyte: the longer of the two texts has the whole. */
const size = 131_072;

function filled(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

const automaton = triggerAutomaton(credentialTriggers);

function credentialsIn(text: string, language: LanguageId, path: string): void {
  const hits: TriggerHit[] = [];
  automaton.scanText(text, (word, offset) => hits.push({ trigger: credentialTriggers[word] ?? "", offset }));
  findCredentials(new Document(path, language, text), hits);
}

describe("a megabyte that nearly matches is read in linear time", () => {
  describe("by each format", function () {
    this.timeout(60_000);
    const next = random(8);
    for (const format of tokenFormats) {
      it(format.id, () => {
        const trigger = format.triggers[0] ?? "";
        // All of the longest secret but its end, and a sign that no token has.
        const unit = `${trigger.startsWith('"') ? '"' : " "}${textFor(format.pattern, "longest", next).slice(0, -4)}\u00a7`;
        return growsInStraightLine(format.id, (length) => {
          const text = filled(unit, length);
          const lower = text.toLowerCase();
          for (let at = lower.indexOf(trigger.toLowerCase()); at >= 0; at = lower.indexOf(trigger.toLowerCase(), at + 1)) tokenAt(text, format, trigger, at);
        }, size);
      });
    }
    for (const format of namedFormats) {
      it(format.id, () => {
        const trigger = format.triggers[0] ?? "";
        const unit = `${trigger}="${textFor(format.pattern, "longest", next).slice(0, -1)}\u00a7" `;
        return growsInStraightLine(format.id, (length) => {
          const document = new Document("a.ts", "typescript", filled(unit, length));
          const windows: Windows = new Map();
          for (let at = document.text.indexOf(trigger); at >= 0; at = document.text.indexOf(trigger, at + 1)) widen(windows, format, at, trigger.length);
          namedMatches(document, windows);
        }, size);
      });
    }
  });

  describe("by the places of credentials", function () {
    this.timeout(60_000);
    const units: readonly (readonly [unit: string, language: LanguageId, path: string])[] = [
      ["password = ", "typescript", "a.ts"],
      ["password: ", "typescript", "a.ts"],
      ["password: a_b<c>[d]| e", "typescript", "a.ts"],
      ['"password", ', "typescript", "a.ts"],
      ['("password", "', "typescript", "a.ts"],
      ['password = "', "typescript", "a.ts"],
      ["password = '\\'\\'", "typescript", "a.ts"],
      ['password = "K7!vRblqa92"; ', "typescript", "a.ts"],
      ["password || new Buffer.from(", "typescript", "a.ts"],
      ["password\n  value: ", "yaml", "a.yaml"],
      ['password" a="" b="" ', "xml", "a.xml"],
      ["<password>", "xml", "a.xml"],
      ["- password=K7!vRblqa92\n", "yaml", "a.yaml"],
      ["{ password: K7!vRblqa92, ", "yaml", "a.yaml"],
      ["password=a;", "json", "a.json"],
      ['"a;password=', "json", "a.json"],
      ["--password ", "text", "a.sh"],
      ["password_password_", "text", "a.sh"],
      ["postgres://", "text", "a.sh"],
      [`https://${"u".repeat(80)}:${"p".repeat(200)}`, "text", "a.sh"],
      ["https://u:pppp1111@h ", "text", "a.sh"],
      [`"basic ${"A".repeat(400)}`, "typescript", "a.ts"],
      [`"bearer ${"a.".repeat(300)}`, "typescript", "a.ts"],
      ["curl -u ", "text", "a.sh"],
      [`curl ${"-u a:".repeat(30)}`, "text", "a.sh"],
      ["kind: Secret\ndata:\n  password: YWJj\n", "yaml", "a.yaml"],
      ["kind: Secret\n", "yaml", "a.yaml"],
      ["---\nkind: Secret\nstringData:\n  password: K7!vRblqa92\n", "yaml", "a.yaml"],
    ];
    for (const [unit, language, path] of units) {
      it(JSON.stringify(unit.slice(0, 40)), () => growsInStraightLine(unit, (length) => credentialsIn(filled(unit, length), language, path), size));
    }
  });

  describe("by the gate before a tree", function () {
    this.timeout(60_000);
    for (const unit of ["createHmac(", "createHmac(a, b", "sign((((", "secret: a, ", "const a = ", "const a: b", "import a from './", "require('./a'", "a = '", '"stripe" a("', "[env['a']", "password = = "]) {
      it(JSON.stringify(unit), () => growsInStraightLine(unit, (length) => void mayHaveLiteralArgument(filled(unit, length)), size));
    }
  });

  describe("by the reasons for silence, whatever a value holds", function () {
    this.timeout(60_000);
    for (const reason of reasons) {
      it(reason.id, async () => {
        for (const unit of ["a", "A", "1", "a.", "a-", "a_", "${", "{{", "{a", "<", "[", "/", "a/", "a@", "aA", "a1", "\\", "(?", "--", "sha"]) {
          await growsInStraightLine(`${reason.id} on ${unit}`, (length) => {
            const value = filled(unit, length);
            const document = new Document("src/a.yaml", "yaml", value);
            reason.holds({ document, range: { start: 0, end: value.length }, value, position: "quoted", kind: "password", path: "password" });
          }, 2_000);
        }
      });
    }
  });

  it("by the reader of names", () =>
    growsInStraightLine("boundName", (length) => {
      const text = filled('name="a" key: (((`', length);
      for (let at = 0; at < text.length; at += 64) boundName(text, at);
    }, 16_384));
});
