import type { Fact, FactSource } from "../core/fact.ts";
import { triggerAutomaton } from "./triggers.ts";

/** What may stand in a name: a learnt word counts only where none of these is beside it. */
const namePart = /[\w$]/;

/** Finds words in bytes, as they are spelt and not as parts of longer names. */
export function wordSearch(words: readonly string[]): (bytes: Uint8Array) => ReadonlySet<string> {
  const ascii = words.filter((word) => /^[\x20-\x7e]+$/.test(word));
  const others = words.filter((word) => word !== "" && !ascii.includes(word));
  const automaton = triggerAutomaton(ascii);
  const all = new Uint8Array(ascii.length).fill(1);
  return (bytes) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const found = new Set(others.filter((word) => buffer.includes(word)));
    if (!automaton.bytesHave(bytes, all)) return found;
    const text = buffer.toString("latin1");
    automaton.scanText(text, (index, start) => {
      const word = ascii[index] ?? "";
      const isWhole = !namePart.test(text[start - 1] ?? "") && !namePart.test(text[start + word.length] ?? "");
      if (isWhole && text.startsWith(word, start)) found.add(word);
    });
    return found;
  };
}

/** The words that a source learns in one app. */
export interface LearntWords {
  readonly source: FactSource;
  readonly words: ReadonlySet<string>;
}

/** Asks sources what they learn from the facts of one app. A source that fails learns nothing. */
export function wordsLearnt(sources: readonly FactSource[], facts: readonly Fact[]): LearntWords[] {
  return sources.flatMap((source) => {
    if (!source.learns) return [];
    try {
      return [{ source, words: new Set(source.learns(facts.filter((fact) => fact.source === source.id))) }];
    } catch {
      // Its facts stay those that its own triggers lead to.
      return [];
    }
  });
}
