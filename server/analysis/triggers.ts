/**
 * All words of all rules in one Aho-Corasick automaton over bytes: one pass over a text says which words
 * occur and where, whatever their number. Upper and lower case of ASCII letters are the same.
 */
export interface TriggerAutomaton {
  /** Calls `found` with the word's index and the zero-based start of every occurrence, in order of their ends. */
  scanText(text: string, found: (word: number, start: number) => void): void;
  /**
   * Whether one of the words that `wanted` marks (by index, not 0) occurs in UTF-8 or another superset of ASCII, and
   * `counts` accepts an occurrence.
   */
  bytesHave(bytes: Uint8Array, wanted: Uint8Array, counts?: (word: number, start: number) => boolean): boolean;
}

interface Tables {
  /** Byte to class; 0 is every byte that no word has. */
  readonly classes: Uint8Array;
  /** A state's row starts at `state << shift`. */
  readonly shift: number;
  /** At `row + class` the following row, all failures resolved, with {@link hit} where a word ends there. */
  readonly next: Int32Array;
  /** For each state the words that end there, its own and those of its suffixes. */
  readonly ends: readonly (readonly number[])[];
  readonly lengths: readonly number[];
}

/** Above every row's start, so that the loop needs one look-up a byte. */
const hit = 1 << 30;

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function classesOf(words: readonly string[]): { classes: Uint8Array; width: number } {
  const classes = new Uint8Array(256);
  let width = 1;
  for (const word of words) {
    for (let at = 0; at < word.length; at++) {
      const code = fold(word.charCodeAt(at));
      if (code > 127) throw new Error(`trigger "${word}" is not ASCII`);
      if (classes[code] === 0) classes[code] = width++;
    }
  }
  for (let code = 65; code <= 90; code++) classes[code] = classes[code + 32] ?? 0;
  return { classes, width };
}

function buildTables(words: readonly string[]): Tables {
  const { classes, width } = classesOf(words);
  const size = words.reduce((sum, word) => sum + word.length, 1);
  const next = new Int32Array(size * width);
  const ends: number[][] = [[]];
  words.forEach((word, index) => {
    if (word === "") throw new Error("a trigger is empty");
    let state = 0;
    for (let at = 0; at < word.length; at++) {
      const slot = state * width + (classes[word.charCodeAt(at)] ?? 0);
      if (next[slot] === 0) next[slot] = ends.push([]) - 1;
      state = next[slot] ?? 0;
    }
    ends[state]?.push(index);
  });
  resolveFailures(next, ends, width);
  return { classes, ...rowsOf(next, ends, width), ends, lengths: words.map((word) => word.length) };
}

/** Rows whose length is a power of two, holding the start of the following row instead of its number. */
function rowsOf(next: Int32Array, ends: readonly (readonly number[])[], width: number): { next: Int32Array; shift: number } {
  const shift = Math.ceil(Math.log2(width));
  const rows = new Int32Array(ends.length << shift);
  for (let state = 0; state < ends.length; state++) {
    for (let symbol = 0; symbol < width; symbol++) {
      const target = next[state * width + symbol] ?? 0;
      rows[(state << shift) + symbol] = (target << shift) | (ends[target]?.length ? hit : 0);
    }
  }
  return { next: rows, shift };
}

/** Breadth first, so that a state's failure is complete before the state is. */
function resolveFailures(next: Int32Array, ends: number[][], width: number): void {
  const failure = new Int32Array(ends.length);
  const queue: number[] = [];
  for (const state of next.subarray(0, width)) {
    if (state) queue.push(state);
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    const fallback = failure[state] ?? 0;
    ends[state]?.push(...(ends[fallback] ?? []));
    for (let symbol = 0; symbol < width; symbol++) {
      const slot = state * width + symbol;
      const target = next[slot] ?? 0;
      const otherwise = next[fallback * width + symbol] ?? 0;
      if (target) {
        failure[target] = otherwise;
        queue.push(target);
      } else next[slot] = otherwise;
    }
  }
}

/** Builds the automaton. Throws where a word is empty or not ASCII. */
export function triggerAutomaton(words: readonly string[]): TriggerAutomaton {
  const { classes, shift, next, ends, lengths } = buildTables(words);
  const none: readonly number[] = [];
  return {
    scanText(text, found) {
      let row = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        row = next[row + (code < 128 ? (classes[code] ?? 0) : 0)] ?? 0;
        if ((row & hit) === 0) continue;
        row &= ~hit;
        for (const word of ends[row >> shift] ?? none) found(word, at + 1 - (lengths[word] ?? 0));
      }
    },
    bytesHave(bytes, wanted, counts = () => true) {
      let row = 0;
      for (let at = 0; at < bytes.length; at++) {
        row = next[row + (classes[bytes[at] ?? 0] ?? 0)] ?? 0;
        if ((row & hit) === 0) continue;
        row &= ~hit;
        const end = at + 1;
        if (ends[row >> shift]?.some((word) => wanted[word] && counts(word, end - (lengths[word] ?? 0)))) return true;
      }
      return false;
    },
  };
}
