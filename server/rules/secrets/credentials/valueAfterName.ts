import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import type { Position } from "./candidate.ts";
import { bareValueAt, type BareStyle } from "./bareValues.ts";
import { lengthToPairedValue, pairedValueBefore } from "./pairedValues.ts";

/** A name, and the value that stands behind it. */
export interface NamedValue {
  /** The name with its parts before: `config.db.password`. */
  readonly path: string;
  readonly range: TextRange;
  readonly position: Position;
}

/** Names and values are no longer than this, in characters. */
const longestName = 80;
const longestValue = 400;
const nameCharacter = /[\w$-]/;
const pathCharacter = /[\w$.-]/;
/** What may close a name: a quote, escaped or not, a bracket of an index. */
const closing = /(?:\\{0,3}["'`])?\]?\)?[!?]?/y;
/** A type between a name and its value. */
const typed = /\s{0,3}[A-Za-z_][\w.<>[\]| ]{0,40}\s{0,3}=(?![=>])/y;
const blank = /[ \t]{0,40}/y;
const anyBlank = /\s{0,80}/y;
/** Functions that only change a value's form, and the marks of a literal before its quote. */
const coat = /(?:(?:new\s{1,3})?(?:Buffer\.from|String|btoa|atob|Uint8Array\.from|SecureString|SecretStr|Secret|Credential|(?:System\.)?(?:Text\.)?Encoding\.\w{1,10}\.GetBytes|(?:new )?TextEncoder\(\)\.encode|Convert\.FromBase64String|to_bytes|bytes)\s?\(\s{0,20}){0,2}(?:[rbuf@$]{1,2}(?=["'`]))?/y;
const openingQuote = /\\{0,3}["'`]/y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The name around `offset` and the value behind it; undefined where nothing is given to the name there. */
export function valueAfterName(document: Document, offset: number): NamedValue | undefined {
  const { text } = document;
  let start = offset;
  while (start > 0 && offset - start < longestName && pathCharacter.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end - offset < longestName && nameCharacter.test(text.charAt(end))) end++;
  const isFlag = text.startsWith("--", start) || (text.charAt(start) === "-" && text.charAt(start - 1) === "-");
  const name = text.slice(start, end).replace(/^[-.$]+/, "");
  const found = givenAt(document, start, end, isFlag);
  return found && { path: name, ...found };
}

type Found = Pick<NamedValue, "range" | "position">;

/** Reads what stands behind a name: closing marks, an operator, a coat, a value. */
function givenAt(document: Document, start: number, nameEnd: number, isFlag: boolean): Found | undefined {
  const { text } = document;
  const paired = lengthToPairedValue(text, nameEnd);
  if (paired !== undefined) return valueAt(document, nameEnd + paired, "pair");
  const before = pairedValueBefore(text, start);
  if (before !== undefined) return valueAt(document, before, "pair");
  const closed = matchAt(closing, text, nameEnd) ?? "";
  let at = nameEnd + closed.length;
  const isClosed = /["'`]/.test(closed);
  const space = matchAt(blank, text, at) ?? "";
  at += space.length;
  const operator = operatorAt(text, at);
  switch (operator) {
    case "=":
    case ":=":
      return valueAt(document, at + operator.length, isFlag ? "flag" : "assigned");
    case "=>":
      return isClosed ? valueAt(document, at + 2, "quoted") : undefined;
    case "==":
      return valueAt(document, at + (matchAt(/[!=]{2,3}/y, text, at)?.length ?? 2), "compared");
    case ":": {
      const type = matchAt(typed, text, at + 1);
      return type === undefined ? valueAt(document, at + 1, "colon") : valueAt(document, at + 1 + type.length, "quoted");
    }
    case ">":
      return text.charAt(start - 1) === "<" ? elementAt(text, at + 1) : undefined;
    case ",":
      return isClosed && isFirstArgument(text, start) ? valueAt(document, at + 1, "quoted") : undefined;
    case "||":
      return valueAt(document, at + (text.slice(at, at + 3).startsWith("or ") ? 3 : 2), "quoted");
    default:
      return space === "" ? undefined : spacedAt(document, start, at, isFlag);
  }
}

function operatorAt(text: string, at: number): string {
  const two = text.slice(at, at + 2);
  if (two === "=>" || two === "==" || two === ":=") return two;
  if (two === "!=") return "==";
  if (two === "||" || two === "??" || text.startsWith("or ", at)) return "||";
  if (two === "::") return "";
  return text.charAt(at);
}

/** `define("NAME", "value")`, `["name", "value"]` is a list of words. */
function isFirstArgument(text: string, start: number): boolean {
  return /\(\s{0,20}\\{0,3}["'`]$/.test(text.slice(Math.max(0, start - 30), start));
}

/** `<Password>value</Password>`. */
function elementAt(text: string, start: number): Found | undefined {
  const length = text.slice(start, start + longestValue).indexOf("</");
  if (length < 0 || text.slice(start, start + length).includes("<")) return undefined;
  return trimmed(text, start, start + length, "bare");
}

/** `ENV NAME value` and `--name value`. */
function spacedAt(document: Document, start: number, at: number, isFlag: boolean): Found | undefined {
  if (isFlag) return valueAt(document, at, "flag");
  const word = /(?:^|\n)[ \t]{0,20}(?:ENV|ARG)[ \t]{1,10}$/i.test(document.text.slice(Math.max(0, start - 40), start));
  return document.language === "dockerfile" && word ? valueAt(document, at, "assigned") : undefined;
}

type Style = "assigned" | "colon" | "pair" | "flag" | "quoted" | "compared";

const bareStyles: Readonly<Partial<Record<Style, BareStyle>>> = { assigned: "assigned", colon: "colon", pair: "colon", flag: "flag" };

function valueAt(document: Document, from: number, style: Style): Found | undefined {
  const { text } = document;
  const spaces = matchAt(style === "colon" || style === "quoted" || style === "assigned" ? anyBlank : blank, text, from) ?? "";
  const hasBreak = spaces.includes("\n");
  const behind = from + spaces.length;
  const at = behind + (matchAt(coat, text, behind)?.length ?? 0);
  const quote = matchAt(openingQuote, text, at);
  if (quote !== undefined) {
    // A value on the next line belongs to the name in programs only.
    if (hasBreak && document.language !== "typescript" && document.language !== "csharp" && document.language !== "json") return undefined;
    return quotedAt(text, at, quote, style === "compared" ? "compared" : style === "flag" ? "bare" : "quoted");
  }
  const bare = bareStyles[style];
  if (bare === undefined || (spaces.includes("\n") && style !== "pair")) return undefined;
  const range = bareValueAt(document, behind, bare);
  return range && trimmed(text, range.start, range.end, "bare");
}

function quotedAt(text: string, at: number, quote: string, position: Position): Found | undefined {
  const start = at + quote.length;
  for (let end = start; end < start + longestValue; end++) {
    const char = text.charAt(end);
    if (char === "" || char === "\n") return undefined;
    if (text.startsWith(quote, end)) return end > start ? { range: { start, end }, position } : undefined;
    if (char === "\\") end++;
  }
  return undefined;
}

function trimmed(text: string, start: number, end: number, position: Position): Found | undefined {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return to > from ? { range: { start: from, end: to }, position } : undefined;
}
