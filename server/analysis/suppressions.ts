import type { Document } from "../core/document.ts";
import type { Region } from "../core/finding.ts";
import type { TextRange } from "../core/text.ts";
import { regionOf } from "./locate.ts";

/** The word every suppression starts with. */
export const suppressionWord = "marketlint-disable";

/** What the quick fix leaves where the reason belongs; it is no reason. */
export const reasonPlaceholder = "reason";

/** A comment that accepts findings of named rules, with a reason. */
export interface SuppressionComment {
  /** Zero-based line whose findings it accepts; undefined for the whole file. */
  readonly line: number | undefined;
  readonly rules: readonly { readonly id: string; readonly range: TextRange; readonly region: Region }[];
  readonly reason: string | undefined;
  /** The comment with its opener and closer, and the whole line where it stands alone. */
  readonly range: TextRange;
  readonly region: Region;
  readonly removal: TextRange;
  readonly removalRegion: Region;
}

/** Opener and directive; rules and reason are read from what follows. */
const directive = /(?:\/\/|\/\*|#|<!--|\*)[ \t]*marketlint-disable(-next-line|-line)?(?![\w-])/g;
const ruleId = /[a-z][a-z0-9-]*/g;
const letter = /\p{L}/u;

/** Whether a string is open at the end of what stands before the opener: then there is no comment. */
function insideString(before: string): boolean {
  let open = "";
  for (let at = 0; at < before.length; at++) {
    const character = before[at] ?? "";
    if (character === "\\" && open !== "") at++;
    else if (character === open) open = "";
    else if (open === "" && /["'`]/.test(character) && !isApostrophe(before, at)) open = character;
  }
  return open !== "";
}

/** The mark in "don't", which stands in text between tags and in values without quotes. */
function isApostrophe(text: string, at: number): boolean {
  return text[at] === "'" && letter.test(text[at - 1] ?? "") && letter.test(text[at + 1] ?? "");
}

/** All suppression comments of a document, in the comment syntax of its language. */
export function suppressionsOf(document: Document): SuppressionComment[] {
  if (!document.text.includes(suppressionWord)) return [];
  const found: SuppressionComment[] = [];
  for (const match of document.text.matchAll(directive)) {
    const line = document.lineOf(match.index);
    if (insideString(document.text.slice(document.lines[line] ?? 0, match.index))) continue;
    found.push(readComment(document, match[0], match[1] ?? "", match.index));
  }
  return found;
}

/** `body` ends where the comment or its first line does, `end` behind what closes the comment. */
function extentOf(document: Document, opener: string, bodyStart: number): { body: number; end: number } {
  const lineEnd = document.lineEnd(document.lineOf(bodyStart));
  const closer = opener.startsWith("<!--") ? "-->" : opener.startsWith("/*") || opener.startsWith("*") ? "*/" : undefined;
  const close = closer === undefined ? -1 : document.text.indexOf(closer, bodyStart);
  if (closer === undefined || close < 0) return { body: lineEnd, end: lineEnd };
  // A line inside a longer comment is not what opens it, so it does not close it either.
  if (opener.startsWith("*")) return { body: Math.min(close, lineEnd), end: Math.min(close, lineEnd) };
  return { body: Math.min(close, lineEnd), end: close + closer.length };
}

function readComment(document: Document, opener: string, suffix: string, start: number): SuppressionComment {
  const line = document.lineOf(start);
  const bodyStart = start + opener.length;
  const extent = extentOf(document, opener, bodyStart);
  const body = document.text.slice(bodyStart, extent.body).trimEnd();
  const separator = body.search(/(?:^|[ \t])--(?:[ \t]|$)/);
  const names = separator < 0 ? body : body.slice(0, separator);
  const reason = separator < 0 ? "" : body.slice(separator).replace(/^[ \t]*--/, "").trim();
  const rules = [...names.matchAll(ruleId)].map((match) => {
    const at = { start: bodyStart + match.index, end: bodyStart + match.index + match[0].length };
    return { id: match[0], range: at, region: regionOf(document, at) };
  });
  const range = { start, end: Math.min(extent.end, document.lineEnd(line)) };
  const removal = removalOf(document, { start, end: extent.end });
  return {
    line: suffix === "-next-line" ? nextCodeLine(document, line) : suffix === "-line" ? line : undefined,
    rules,
    reason: reason === "" || reason === reasonPlaceholder ? undefined : reason,
    range,
    region: regionOf(document, range),
    removal,
    removalRegion: regionOf(document, removal),
  };
}

/** Several next-line comments may stand above one line: each means the first line that is none of them. */
function nextCodeLine(document: Document, line: number): number {
  let next = line + 1;
  while (
    next < document.lines.length &&
    document.text.slice(document.lines[next] ?? 0, document.lineEnd(next)).includes(`${suppressionWord}-next-line`)
  ) {
    next++;
  }
  return next;
}

/** The comment with the braces of JSX, and its lines where nothing else stands on them. */
function removalOf(document: Document, comment: TextRange): TextRange {
  const { text } = document;
  const braced = text[comment.start - 1] === "{" && text[comment.end] === "}";
  const start = braced ? comment.start - 1 : comment.start;
  const end = braced ? comment.end + 1 : comment.end;
  const lineStart = document.lines[document.lineOf(start)] ?? 0;
  const lastLine = document.lineOf(end);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, document.lineEnd(lastLine));
  if (before.trim() !== "") return { start: lineStart + before.trimEnd().length, end };
  if (after.trim() !== "") return { start, end: end + after.length - after.trimStart().length };
  return { start: lineStart, end: document.lines[lastLine + 1] ?? end };
}
