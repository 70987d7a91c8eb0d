import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";

/** A value that is all of what its key, variable or argument holds, on one line. */
export interface WholeValue {
  /** The value with its quotes, if it has any. */
  readonly range: TextRange;
  readonly quote: "" | '"' | "'";
  /** The line before the value and its quote. */
  readonly before: string;
  /** The line behind the value and its quote. */
  readonly after: string;
}

/** The line around a value; undefined where it goes over several, or its quotes do not fit. */
export function wholeValue(document: Document, secret: TextRange): WholeValue | undefined {
  const { text } = document;
  const line = document.lineOf(secret.start);
  if (document.lineOf(secret.end) !== line) return undefined;
  const lineStart = document.lines[line] ?? 0;
  const lineEnd = document.lineEnd(line);
  const opening = secret.start > lineStart ? text.charAt(secret.start - 1) : "";
  const quote = opening === '"' || opening === "'" ? opening : "";
  if (quote !== "" && text.charAt(secret.end) !== quote) return undefined;
  const range = { start: secret.start - quote.length, end: secret.end + quote.length };
  return { range, quote, before: text.slice(lineStart, range.start), after: text.slice(range.end, lineEnd) };
}

/** Nothing, or a comment that a hash starts. */
export const lineRest = /^[ \t]*(?:#.*)?$/;
