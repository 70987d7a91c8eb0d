import { random, type Random } from "../unit/rules/secrets/patternText.ts";

/** One labelled file: which values in it are secrets, if any. */
export interface LabelledCase {
  /** The row of the table that it counts for. */
  readonly group: string;
  readonly path: string;
  readonly text: string;
  /** Every secret in it as the text has it; empty for a near miss. */
  readonly secrets: readonly string[];
  /** Other files of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Random choices that are the same in every run. */
export interface Dice {
  readonly below: Random;
  one<Item>(list: readonly Item[]): Item;
  text(alphabet: string, length: number): string;
}

export const digits = "0123456789";
export const hexDigits = `${digits}abcdef`;
export const lower = "abcdefghijklmnopqrstuvwxyz";
export const base36 = digits + lower;
export const base62 = base36 + lower.toUpperCase();

export function dice(seed: number): Dice {
  const below = random(seed);
  return {
    below,
    one(list) {
      const item = list[below(list.length)];
      if (item === undefined) throw new Error("an empty list");
      return item;
    },
    text: (alphabet, length) => Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join(""),
  };
}

/** How people write the words of a name. */
export type Spelling = "camel" | "pascal" | "snake" | "upper" | "kebab" | "flat";

/** Words of a name in the ways in which people write them. */
export const spellings: Readonly<Record<Spelling, (words: readonly string[]) => string>> = {
  camel: (words) => words.map((word, at) => (at === 0 ? word : capital(word))).join(""),
  pascal: (words) => words.map(capital).join(""),
  snake: (words) => words.join("_"),
  upper: (words) => words.join("_").toUpperCase(),
  kebab: (words) => words.join("-"),
  flat: (words) => words.join(""),
};

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
