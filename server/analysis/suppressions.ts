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
const closer = /[ \t]*(?:\*\/\}?|-->)?[ \t]*$/;

/** An odd number of quotes before the opener: the comment is inside a string. */
function insideString(before: string): boolean {
  for (const quote of ['"', "'", "`"]) {
    let count = 0;
    for (let at = before.indexOf(quote); at >= 0; at = before.indexOf(quote, at + 1)) {
      if (before[at - 1] !== "\\") count++;
    }
    if (count % 2 === 1) return true;
  }
  return false;
}

/** All suppression comments of a document, in the comment syntax of its language. */
export function suppressionsOf(document: Document): SuppressionComment[] {
  if (!document.text.includes(suppressionWord)) return [];
  const found: SuppressionComment[] = [];
  for (const match of document.text.matchAll(directive)) {
    const line = document.lineOf(match.index);
    const lineStart = document.lines[line] ?? 0;
    const lineEnd = document.lineEnd(line);
    const before = document.text.slice(lineStart, match.index);
    if (insideString(before)) continue;
    found.push(readComment(document, match[1] ?? "", line, { start: match.index, end: lineEnd }, match[0].length));
  }
  return found;
}

function readComment(
  document: Document,
  suffix: string,
  line: number,
  range: TextRange,
  directiveLength: number,
): SuppressionComment {
  const bodyStart = range.start + directiveLength;
  const whole = document.text.slice(bodyStart, range.end);
  const body = whole.slice(0, whole.search(closer));
  const separator = body.search(/(?:^|[ \t])--(?:[ \t]|$)/);
  const names = separator < 0 ? body : body.slice(0, separator);
  const reason = separator < 0 ? "" : body.slice(separator).replace(/^[ \t]*--/, "").trim();
  const rules = [...names.matchAll(ruleId)].map((match) => {
    const at = { start: bodyStart + match.index, end: bodyStart + match.index + match[0].length };
    return { id: match[0], range: at, region: regionOf(document, at) };
  });
  const removal = removalOf(document, line, range);
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

function removalOf(document: Document, line: number, comment: TextRange): TextRange {
  const lineStart = document.lines[line] ?? 0;
  const before = document.text.slice(lineStart, comment.start);
  if (/^[ \t{]*$/.test(before)) {
    const next = document.lines[line + 1];
    return { start: lineStart, end: next ?? comment.end };
  }
  return { start: lineStart + before.trimEnd().length, end: comment.end };
}
