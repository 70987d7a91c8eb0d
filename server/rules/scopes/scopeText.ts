import type { BuiltText } from "../../languages/typescript/builtText.ts";
import { unknownPart } from "../../languages/typescript/builtText.ts";
import type { AskedList, AskedScope } from "./askedScope.ts";
import type { Vocabulary } from "./vocabularies.ts";

/** A name in a list, behind the blanks and commas, or their forms in an address, that part it from the one before. */
const listedName = /(?:%20|%2C|%0A|[\s,+])*((?:(?!%20|%2C|%0A)[^\s,+])+)/dgi;

/** The names in the part of a text from `start` to `end`; names with unknown parts are left out. */
export function scopesInText(text: BuiltText, start: number, end: number, vocabulary: Vocabulary): AskedList {
  const names = Array.from(text.text.slice(start, end).matchAll(listedName));
  const scopes = names.flatMap(({ 1: written = "", indices }): AskedScope[] => {
    const [from = 0, to = from] = indices?.[1] ?? [];
    const range = text.rangeAt(start + from, start + to);
    const name = decoded(written);
    if (!range || name === undefined || name.includes(unknownPart) || name.includes("${")) return [];
    return [{ name, range, vocabulary, encoded: name !== written }];
  });
  return { vocabulary, scopes, complete: scopes.length === names.length };
}

function decoded(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    // A lone percent sign: a placeholder, no name.
    return undefined;
  }
}
