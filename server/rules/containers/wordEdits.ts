import type { Document } from "../../core/document.ts";
import type { Fix, TextEdit } from "../../core/finding.ts";
import type { TextRange } from "../../core/text.ts";

/** Takes a word out of a command, with the space before it, or behind it where it opens its line. */
export function withoutWord(document: Document, { start, end }: TextRange): TextEdit {
  const { text } = document;
  let from = start;
  while (text[from - 1] === " " || text[from - 1] === "\t") from--;
  if (from > 0 && text[from - 1] !== "\n") return { range: { start: from, end }, newText: "" };
  let to = end;
  while (text[to] === " " || text[to] === "\t") to++;
  return { range: { start, end: to }, newText: "" };
}

/** A fix that takes words out. */
export function removalFix(document: Document, title: string, safe: boolean, words: readonly TextRange[]): Fix {
  return { title, safe, edits: words.map((word) => withoutWord(document, word)) };
}

/** A fix that writes something else in one place. */
export function replacementFix(title: string, safe: boolean, range: TextRange, newText: string): Fix {
  return { title, safe, edits: [{ range, newText }] };
}
