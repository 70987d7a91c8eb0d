import assert from "node:assert/strict";
import { triggerAutomaton } from "../../../server/analysis/triggers.ts";

/** A sequence of pseudo-random numbers, the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Every occurrence of every word, as "word@start", found the slow way. */
function naive(words: readonly string[], text: string): string[] {
  const folded = asciiLowerCase(text);
  return words
    .flatMap((word) => {
      const starts: string[] = [];
      const wanted = asciiLowerCase(word);
      for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) starts.push(`${word}@${at}`);
      return starts;
    })
    .sort();
}

function scanned(words: readonly string[], text: string): string[] {
  const found: string[] = [];
  triggerAutomaton(words).scanText(text, (word, start) => found.push(`${words[word] ?? "?"}@${start}`));
  return found.sort();
}

function has(words: readonly string[], bytes: Uint8Array, wanted: readonly string[] = words): boolean {
  return triggerAutomaton(words).bytesHave(bytes, Uint8Array.from(words, (word) => (wanted.includes(word) ? 1 : 0)));
}

describe("trigger automaton", () => {
  it("finds words that overlap, contain one another or end together", () => {
    const words = ["he", "she", "his", "hers", "e"];
    assert.deepEqual(scanned(words, "ushers, SHE"), naive(words, "ushers, SHE"));
  });

  it("ignores the case of ASCII letters in words and texts", () => {
    assert.deepEqual(scanned(["Set-Cookie", ".cookie("], "SET-COOKIE .Cookie("), [".cookie(@11", "Set-Cookie@0"]);
  });

  it("does not fold what merely looks like a letter", () => {
    assert.deepEqual(scanned(["k", "s", "[", "{"], "\u212A\u017F"), []);
    assert.deepEqual(scanned(["{"], "["), [], "brackets differ by the bit that letters do");
  });

  it("agrees with a naive search on random words and texts", () => {
    const random = randomNumbers(20261);
    const alphabet = "aAbBc.-_é😀";
    const pick = (length: number, from: string): string =>
      Array.from({ length }, () => from[random(from.length)] ?? "").join("");
    for (let round = 0; round < 400; round++) {
      const words = [...new Set(Array.from({ length: 1 + random(6) }, () => pick(1 + random(5), "aAbBc.-_")))];
      const text = pick(random(80), alphabet);
      assert.deepEqual(scanned(words, text), naive(words, text), JSON.stringify({ words, text }));
      const bytes = new TextEncoder().encode(text);
      const wanted = words.filter(() => random(2) === 0);
      assert.equal(has(words, bytes, wanted), naive(wanted, new TextDecoder().decode(bytes)).length > 0);
    }
  });

  it("takes two spellings of one word for two triggers", () => {
    assert.deepEqual(scanned(["Token", "token"], "TOKEN"), ["Token@0", "token@0"]);
  });

  it("reports in the order of the ends, with the place where each starts", () => {
    const found: [number, number][] = [];
    triggerAutomaton(["abcd", "bc"]).scanText("abcd", (word, start) => found.push([word, start]));
    assert.deepEqual(found, [[1, 1], [0, 0]]);
  });

  it("finds bytes at the start, at the end and behind other encodings' bytes", () => {
    const bytes = (...parts: (string | number)[]): Uint8Array =>
      Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))));
    assert.ok(has(["from"], bytes("FROM scratch")));
    assert.ok(has(["from"], bytes(0xff, 0xfe, 0, "from")));
    assert.ok(has(["from"], bytes("x".repeat(100_000), "from")));
    assert.ok(!has(["from"], bytes("f", 0, "rom")));
    assert.ok(!has(["from"], bytes("fro")));
    assert.ok(!has(["from", "to"], bytes("from"), ["to"]), "another language's word");
  });

  it("refuses words that it could not find", () => {
    assert.throws(() => triggerAutomaton([""]), /empty/);
    assert.throws(() => triggerAutomaton(["é"]), /ASCII/);
  });

  it("finds nothing without words", () => {
    assert.deepEqual(scanned([], "anything"), []);
    assert.equal(has([], new TextEncoder().encode("anything")), false);
  });
});
