/** Makes texts that a pattern matches: the shortest, the longest, or any. Knows what the format tables use. */
export type Length = "shortest" | "longest" | "any";
/** A number from 0 to below the argument. */
export type Random = (below: number) => number;

interface Reader {
  readonly source: string;
  at: number;
}

/** The same numbers for the same seed (mulberry32). */
export function random(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

/** A text that `pattern` matches. Throws on what the format tables do not use. */
export function textFor(pattern: RegExp, length: Length, next: Random): string {
  const source = pattern.source.replace(/\(\?<?[!=][^)]*\)/g, "");
  const reader = { source, at: 0 };
  const text = alternatives(reader, length, next);
  if (reader.at !== source.length) throw new Error(`stopped at ${reader.at} of ${source}`);
  return text;
}

function alternatives(reader: Reader, length: Length, next: Random): string {
  const options = [sequence(reader, length, next)];
  while (reader.source[reader.at] === "|") {
    reader.at++;
    options.push(sequence(reader, length, next));
  }
  const sorted = [...options].sort((left, right) => left.length - right.length);
  if (length === "any") return options[next(options.length)] ?? "";
  return (length === "shortest" ? sorted[0] : sorted.at(-1)) ?? "";
}

function sequence(reader: Reader, length: Length, next: Random): string {
  let text = "";
  while (reader.at < reader.source.length && !"|)".includes(reader.source.charAt(reader.at))) {
    const start = reader.at;
    let item = atom(reader, length, next);
    const end = reader.at;
    const [least, most] = quantifier(reader);
    const behind = reader.at;
    const count = length === "shortest" ? least : length === "longest" ? most : least + next(most - least + 1);
    if (count === 0) item = "";
    text += item;
    for (let repeat = 1; repeat < count; repeat++) {
      reader.at = start;
      text += atom(reader, length, next);
      if (reader.at !== end) throw new Error("an atom changed its length");
    }
    reader.at = behind;
  }
  return text;
}

function quantifier(reader: Reader): [number, number] {
  if (reader.source[reader.at] === "?") {
    reader.at++;
    return [0, 1];
  }
  const match = /^\{(\d+)(?:,(\d+))?\}/.exec(reader.source.slice(reader.at));
  if (!match) return [1, 1];
  reader.at += match[0].length;
  return [Number(match[1]), Number(match[2] ?? match[1])];
}

function atom(reader: Reader, length: Length, next: Random): string {
  const char = reader.source.charAt(reader.at++);
  if (char === "\\") return reader.source.charAt(reader.at++);
  if (char === "[") return oneOf(reader, next);
  if (char !== "(") return char;
  if (!reader.source.startsWith("?:", reader.at)) throw new Error(`a group in ${reader.source}`);
  reader.at += 2;
  const text = alternatives(reader, length, next);
  reader.at++;
  return text;
}

function oneOf(reader: Reader, next: Random): string {
  const end = reader.source.indexOf("]", reader.at);
  const members = reader.source.slice(reader.at, end).replace(/(.)-(.)/g, (_whole, from: string, to: string) => {
    const codes = Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, at) => from.charCodeAt(0) + at);
    return String.fromCharCode(...codes);
  }).replaceAll("\\", "");
  reader.at = end + 1;
  return members.charAt(next(members.length));
}
