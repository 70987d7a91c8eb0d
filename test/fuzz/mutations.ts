/** Gives whole numbers from 0 to `below` - 1, the same sequence for the same seed. */
export type Random = (below: number) => number;

/** A sequence of pseudo-random numbers. */
export function randomNumbers(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What people type half, and what breaks readers. */
const insertions = [
  "(", ")", "{", "}", "[", "]", "<", ">", '"', "'", "`", "${", "/*", "*/", "//", "<!--", "-->", "#", "\\", ",", ";", ":", "=", "=>", "...", "?.", "|", "&anchor ", "*alias ", "!!tag ",
  "\n", "\r\n", "\r", "\t", " ", "\u0000", "\uFEFF", "\u2028", "😀", "\uD83D", "\uDE00", "é", "0", "null", "async ", "<<EOF\n", "USER ", "FROM ", "-----BEGIN ", "marketlint-disable-line ",
];

type Mutation = (text: string, random: Random) => string;

const mutations: readonly Mutation[] = [
  (text, random) => text.slice(0, random(text.length + 1)),
  (text, random) => text.slice(random(text.length + 1)),
  (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random(12));
  },
  (text, random) => {
    const at = random(text.length + 1);
    return text.slice(0, at) + (insertions[random(insertions.length)] ?? "") + text.slice(at);
  },
  (text, random) => {
    const at = random(text.length + 1);
    const part = text.slice(at, at + random(60));
    const to = random(text.length + 1);
    return text.slice(0, to) + part + text.slice(to);
  },
  (text, random) => {
    const lines = text.split("\n");
    const at = random(lines.length);
    return [...lines.slice(0, at), ...lines.slice(at + 1), lines[at] ?? ""].join("\n");
  },
  (text, random) => text.replaceAll("\n", random(2) === 0 ? "\r\n" : "\r"),
  (text, random) => (random(2) === 0 ? text.toUpperCase() : text.toLowerCase()),
];

/** A text after one to three changes that break it as typing, merging and cutting do. */
export function mutated(text: string, random: Random): string {
  let current = text;
  for (let count = 1 + random(3); count > 0; count--) current = mutations[random(mutations.length)]?.(current, random) ?? current;
  return current;
}
