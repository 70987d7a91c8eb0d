import type { Document, LanguageId } from "../core/document.ts";
import { confirmedBefore, confirmedBehind, type Rule, type TriggerHit } from "../core/rule.ts";
import { languageOf } from "../languages/languageOf.ts";
import { triggerAutomaton } from "./triggers.ts";

/** What looks at documents: a rule, or a source of facts. */
export type Reader = Pick<Rule, "id" | "languages" | "triggers" | "confirmations" | "anchors" | "fileNames" | "tier" | "promising">;

/** Where words occur in one text. */
export interface TextHits {
  has(words: readonly string[]): boolean;
  /** The offsets at which any of the words starts, a word at a time. */
  offsetsOf(words: readonly string[]): number[];
  /** The triggers of each reader that count, in order of offset; readers without any are absent. */
  readonly byReader: ReadonlyMap<Reader, readonly TriggerHit[]>;
}

/** Finds the words of all readers. */
export interface WordHits {
  /**
   * Whether a file may say something to some of the readers, by its name or by a word that means something in its
   * language; `always` are words that count in every language.
   */
  gateOf(some: readonly Reader[], always: readonly string[]): (path: string, bytes: Uint8Array) => boolean;
  /** The hits in the text from `from` to `to`. */
  hitsIn(document: Document, from?: number, to?: number): TextHits;
}

const latin1 = new TextDecoder("latin1");

/** Builds the automaton of the readers' triggers and anchors, and of further words. */
export function wordHits(readers: readonly Reader[], further: readonly string[]): WordHits {
  const words = [...new Set([...readers.flatMap((reader) => [...reader.triggers, ...(reader.anchors ?? [])]), ...further])];
  const indexOf = new Map(words.map((word, index) => [word, index]));
  const automaton = triggerAutomaton(words);
  const readersOf: Reader[][] = words.map(() => []);
  for (const reader of readers) for (const trigger of reader.triggers) readersOf[indexOf.get(trigger) ?? -1]?.push(reader);
  const indexesOf = (some: readonly string[]): number[] => some.map((word) => indexOf.get(word) ?? -1);

  function gateOf(some: readonly Reader[], always: readonly string[]): (path: string, bytes: Uint8Array) => boolean {
    const ownFiles = new Set(some.flatMap((reader) => reader.fileNames ?? []));
    const gates = new Map<LanguageId, LanguageGate>();
    return (path, bytes) => {
      if (ownFiles.has(path.slice(path.lastIndexOf("/") + 1))) return true;
      const language = languageOf(path);
      let gate = gates.get(language);
      // "from" opens a Dockerfile, and stands in most modules.
      if (!gate) gates.set(language, (gate = languageGate(some.filter(({ languages }) => languages.includes(language)), always)));
      const { wanted, confirmations } = gate;
      return automaton.bytesHave(bytes, wanted, (word, start) => {
        const patterns = confirmations.get(word);
        if (!patterns) return true;
        const from = Math.max(0, start - confirmedBefore);
        const around = latin1.decode(bytes.subarray(from, start + confirmedBehind));
        return patterns.some((pattern) => matchesAt(pattern, around, start - from));
      });
    };
  }

  /** Where any reader takes a word as it is, no other's confirmation is needed. */
  function languageGate(some: readonly Reader[], always: readonly string[]): LanguageGate {
    const wanted = new Uint8Array(words.length);
    for (const index of indexesOf([...some.flatMap(({ triggers }) => triggers), ...always])) wanted[index] = 1;
    const plain = new Set([...some.flatMap(({ triggers, confirmations }) => triggers.filter((word) => !confirmations?.has(word))), ...always]);
    const confirmations = new Map<number, Set<RegExp>>();
    for (const [word, pattern] of some.flatMap((reader) => [...(reader.confirmations ?? [])])) {
      const index = indexOf.get(word) ?? -1;
      if (!plain.has(word)) confirmations.set(index, (confirmations.get(index) ?? new Set()).add(pattern));
    }
    return { wanted, confirmations: new Map([...confirmations].map(([index, patterns]) => [index, [...patterns]])) };
  }

  function hitsIn({ text }: Document, from = 0, to = text.length): TextHits {
    const starts = new Map<number, number[]>();
    automaton.scanText(from === 0 && to === text.length ? text : text.slice(from, to), (word, start) => {
      const known = starts.get(word);
      if (known) known.push(from + start);
      else starts.set(word, [from + start]);
    });
    const byReader = new Map<Reader, TriggerHit[]>();
    for (const [word, offsets] of starts) {
      const trigger = words[word] ?? "";
      for (const reader of readersOf[word] ?? []) {
        const pattern = reader.confirmations?.get(trigger);
        const counting = pattern ? offsets.filter((offset) => matchesAt(pattern, text, offset)) : offsets;
        if (counting.length === 0) continue;
        const hits = counting.map((offset) => ({ trigger, offset }));
        const known = byReader.get(reader);
        if (known) known.push(...hits);
        else byReader.set(reader, hits);
      }
    }
    for (const hits of byReader.values()) hits.sort((left, right) => left.offset - right.offset);
    return {
      has: (some) => indexesOf(some).some((index) => starts.has(index)),
      offsetsOf: (some) => indexesOf(some).flatMap((index) => starts.get(index) ?? []),
      byReader,
    };
  }

  return { gateOf, hitsIn };
}

interface LanguageGate {
  /** By the words' numbers. */
  readonly wanted: Uint8Array;
  /** Words that count only where one of the patterns matches. */
  readonly confirmations: ReadonlyMap<number, readonly RegExp[]>;
}

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}
