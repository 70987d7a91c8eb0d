import assert from "node:assert/strict";
import { Document } from "../../../../server/core/document.ts";
import type { TriggerHit } from "../../../../server/core/rule.ts";
import { namedFormats, tokenFormats } from "../../../../server/rules/secrets/formats/catalogue.ts";
import { findSecrets, secretMatches } from "../../../../server/rules/secrets/findSecrets.ts";
import { namedMatches, type Windows } from "../../../../server/rules/secrets/namedMatches.ts";
import type { NamedFormat, SecretMatch, TokenFormat } from "../../../../server/rules/secrets/secretFormat.ts";
import { tokenAt } from "../../../../server/rules/secrets/tokenMatches.ts";
import { secretOf } from "./madeSecrets.ts";
import { random } from "./patternText.ts";
import { hitsIn } from "./secretBench.ts";

const filler = "const total = items.reduce((sum, item) => sum + item.price, 0); // nothing here\n";

/** All places of a word, letter case ignored, without the automaton. */
function placesOf(text: string, word: string): number[] {
  const [haystack, needle] = [text.toLowerCase(), word.toLowerCase()];
  const places: number[] = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) places.push(at);
  return places;
}

/** A token format tried at every place of the file where its pattern fits, whatever triggers there are. */
function slowTokens(text: string, format: TokenFormat): SecretMatch[] {
  const found: SecretMatch[] = [];
  for (const match of text.matchAll(new RegExp(format.pattern.source, "g"))) {
    for (const trigger of format.triggers) {
      for (const lead of format.leads) {
        const offset = match.index + lead;
        const one = text.slice(offset, offset + trigger.length).toLowerCase() === trigger.toLowerCase() ? tokenAt(text, format, trigger, offset) : undefined;
        if (one?.range.start === match.index) found.push(one);
      }
    }
  }
  return found;
}

/** A named format over the whole file at once; afterwards only what a word stands near enough to. */
function slowNamed(document: Document, format: NamedFormat): SecretMatch[] {
  const words = format.triggers.flatMap((trigger) => placesOf(document.text, trigger).map((start) => ({ start, end: start + trigger.length })));
  const whole: Windows = new Map([[format, [{ from: 0, to: document.text.length }]]]);
  return namedMatches(document, whole).filter(({ range }) => words.some(({ start, end }) => range.start >= start - format.reach && range.start <= end + format.reach));
}

const keyOf = ({ kind, range }: SecretMatch): string => `${kind.id} ${range.start}-${range.end}`;
/** Keys in blocks are no formats of a table: they have their own test. */
const tableIds = new Set([...tokenFormats, ...namedFormats].map(({ id }) => id));

function compare(text: string): Set<string> {
  const document = new Document("src/app.sh", "text", text);
  const slow = new Set([...tokenFormats.flatMap((format) => slowTokens(text, format)), ...namedFormats.flatMap((format) => slowNamed(document, format))].map(keyOf));
  const fast = new Set(secretMatches(document, hitsIn(text)).filter(({ kind }) => tableIds.has(kind.id)).map(keyOf));
  assert.deepEqual([...fast].sort(), [...slow].sort(), text.slice(0, 400));
  return fast;
}

/** A value with all kinds of characters that the format asks for. */
function made(format: TokenFormat | NamedFormat, length: "shortest" | "longest", next: ReturnType<typeof random>): string {
  for (;;) {
    const value = secretOf(format, length, next);
    if (!("mixed" in format) || format.mixed.every((kind) => kind.test(value))) return value;
  }
}

/** A holder that the format accepts: its first word as a name, or a secret's name where the word says enough. */
function holderOf(format: NamedFormat): string {
  const word = (format.triggers[0] ?? "").toUpperCase().replace(/[^A-Z0-9]/g, "_");
  return ["", "_TOKEN", "_SECRET", "_API_KEY", "_PASSWORD", "_CLIENT_SECRET", "_SIGNING_SECRET", "_ACCOUNT_KEY"].map((end) => word + end).find((name) => format.names?.test(name.toLowerCase().replaceAll("_", "")) ?? true) ?? word;
}

describe("the search by triggers and windows finds what trying every format on the whole file finds", function () {
  this.timeout(120_000);

  it("each format at its shortest and longest, at the start, in the middle and at the end of a file", () => {
    const next = random(77);
    for (const group of [tokenFormats.slice(0, 60), tokenFormats.slice(60, 120), tokenFormats.slice(120, 180), tokenFormats.slice(180)]) {
      const values = group.flatMap((format) => (["shortest", "longest"] as const).map((length) => ({ format, value: made(format, length, next) })));
      const text = values.map(({ value }) => `SERVICE="${value}"\n${filler.repeat(2)}`).join("");
      const found = compare(text);
      for (const { format, value } of values) {
        const start = text.indexOf(value);
        assert.ok(found.has(`${format.id} ${start}-${start + value.length}`), format.id);
      }
    }
    for (const format of tokenFormats) {
      const value = made(format, "longest", next);
      const quote = format.leads[0] === -1 ? '"' : "";
      for (const text of [`${quote}${value}${quote}`, `${quote}${value}${quote}\n${filler}`, `${filler}\n${quote}${value}${quote}`]) {
        const document = new Document("src/app.sh", "text", text);
        assert.ok(secretMatches(document, hitsIn(text)).some(({ kind }) => kind.id === format.id), format.id);
      }
    }
  });

  it("values that need a name, on both sides of a window's edges", () => {
    const next = random(78);
    for (const format of namedFormats) {
      const name = holderOf(format);
      for (const length of ["shortest", "longest"] as const) {
        const value = made(format, length, next);
        const word = format.triggers[0] ?? "";
        // The value starts as far from the word as the format looks, one nearer, one further; before it and behind it.
        const texts = [-1, 0, 1].flatMap((more) => {
          const gap = format.reach + more;
          const pad = (count: number): string => " ".repeat(Math.max(0, count));
          return [`${word}${pad(gap - name.length - 2)}${name}="${value}"`, `${name}="${value}"${pad(gap - value.length - 1)}${word}`];
        });
        for (const text of [`${name}="${value}"`, `${filler}${name}="${value}"`, ...texts]) {
          const document = new Document("src/app.sh", "text", text);
          const fast = new Set(secretMatches(document, hitsIn(text)).filter(({ kind }) => kind === format).map(keyOf));
          assert.deepEqual([...fast].sort(), [...new Set(slowNamed(document, format).map(keyOf))].sort(), `${format.id}: ${text.length}`);
        }
        assert.equal(compare(`${filler}${name}="${value}"\n${filler}`).size > 0, true, format.id);
      }
    }
  });

  it("and reports the same, whoever found the words", () => {
    const next = random(79);
    const text = [...tokenFormats, ...namedFormats].map((format) => `${"reach" in format ? holderOf(format) : "SERVICE"}="${made(format, "shortest", next)}"\n`).join(filler);
    const document = new Document("src/app.sh", "text", text);
    const words = [...new Set(hitsIn(text).map(({ trigger }) => trigger))];
    const slowHits: TriggerHit[] = words.flatMap((trigger) => placesOf(text, trigger).map((offset) => ({ trigger, offset }))).sort((left, right) => left.offset - right.offset);
    assert.deepEqual(findSecrets(document, hitsIn(text)).map(keyOf), findSecrets(document, slowHits).map(keyOf));
  });
});
