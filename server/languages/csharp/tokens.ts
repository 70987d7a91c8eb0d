import type { Document, SyntaxProvider } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";

/** A word, operator or literal of C#. Comments and preprocessor lines are kept apart from the code. */
export interface CsharpToken {
  readonly kind: "name" | "string" | "number" | "character" | "punctuation";
  /** As written; a name without its `@`. */
  readonly text: string;
  readonly range: TextRange;
  /** Only of a string: its content between the quotes as written, and its value where it has no holes. */
  readonly content?: TextRange;
  readonly value?: string | undefined;
}

/** A C# file as words. Tells code, strings and comments apart; it knows no grammar. */
export interface CsharpSyntax {
  readonly tokens: readonly CsharpToken[];
  readonly comments: readonly TextRange[];
}

const name = /@?[\p{L}_][\p{L}\p{N}_]*/uy;
const number = /\d[\w.]*/y;
const operator = /\?\?=|<<=|[=!<>+\-*/%&|^]=|=>|::|\?\.|\?\?|&&|\|\||[^]/uy;
const space = /\s+/uy;
const character = /'(?:\\[^\n]|[^'\\\n])*'?/y;
/** A string's prefix: `$` holes, `@` verbatim, three quotes or more raw. */
const stringStart = /(?:\$+@?|@\$?)?"+/y;

/** Splits C# into words. Total: any text gives tokens, and a string that is never closed ends where its kind must. */
export const csharpSyntax: SyntaxProvider<CsharpSyntax> = {
  name: "csharp",
  parse(document: Document): CsharpSyntax {
    return scan(document.text);
  },
};

function scan(text: string): CsharpSyntax {
  const tokens: CsharpToken[] = [];
  const comments: TextRange[] = [];
  let lineIsEmpty = true;
  for (let at = 0; at < text.length;) {
    const blank = matchAt(space, text, at);
    if (blank !== undefined) {
      if (blank.includes("\n")) lineIsEmpty = true;
      at += blank.length;
      continue;
    }
    const end = commentEnd(text, at) ?? (lineIsEmpty && text[at] === "#" ? endOfLine(text, at) : undefined);
    if (end !== undefined) {
      if (text[at] === "/") comments.push({ start: at, end });
      at = end;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.range.end;
    lineIsEmpty = false;
  }
  return { tokens, comments };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function commentEnd(text: string, at: number): number | undefined {
  if (text.startsWith("//", at)) return endOfLine(text, at);
  if (!text.startsWith("/*", at)) return undefined;
  const end = text.indexOf("*/", at + 2);
  return end < 0 ? text.length : end + 2;
}

function tokenAt(text: string, at: number): CsharpToken {
  const opening = matchAt(stringStart, text, at);
  if (opening !== undefined) return stringAt(text, at, opening);
  const make = (kind: CsharpToken["kind"], written: string): CsharpToken => ({
    kind,
    text: written.startsWith("@") ? written.slice(1) : written,
    range: { start: at, end: at + written.length },
  });
  const word = matchAt(name, text, at);
  if (word !== undefined) return make("name", word);
  const digits = matchAt(number, text, at);
  if (digits !== undefined) return make("number", digits);
  if (text[at] === "'") return make("character", matchAt(character, text, at) ?? "'");
  return make("punctuation", matchAt(operator, text, at) ?? text.charAt(at));
}

function stringAt(text: string, at: number, opening: string): CsharpToken {
  const prefix = opening.slice(0, opening.indexOf('"'));
  const quotes = opening.length - prefix.length;
  const holes = prefix.length - prefix.replaceAll("$", "").length;
  const verbatim = prefix.includes("@");
  if (quotes >= 3 && !verbatim) return rawString(text, at, opening, holes);
  const start = at + prefix.length + 1;
  const { end, hasHole } = quotedEnd(text, start, verbatim, holes > 0);
  const closed = text[end] === '"';
  const written = text.slice(start, end);
  return {
    kind: "string",
    text: text.slice(at, closed ? end + 1 : end),
    range: { start: at, end: closed ? end + 1 : end },
    content: { start, end },
    value: hasHole ? undefined : valueOf(written, verbatim, holes > 0),
  };
}

function valueOf(written: string, verbatim: boolean, interpolated: boolean): string {
  const value = verbatim ? written.replaceAll('""', '"') : unescaped(written);
  return interpolated ? value.replaceAll("{{", "{").replaceAll("}}", "}") : value;
}

function rawString(text: string, at: number, opening: string, holes: number): CsharpToken {
  const start = at + opening.length;
  const quotes = opening.slice(opening.indexOf('"'));
  const close = text.indexOf(quotes, start);
  const content = { start, end: close < 0 ? text.length : close };
  const end = close < 0 ? text.length : close + quotes.length;
  const written = text.slice(content.start, content.end);
  const hasHole = holes > 0 && written.includes("{".repeat(holes));
  return { kind: "string", text: text.slice(at, end), range: { start: at, end }, content, value: hasHole ? undefined : written.trim() };
}

/** Where a string's closing quote is, or the line's end where there is none. Holes may hold strings themselves. */
function quotedEnd(text: string, from: number, verbatim: boolean, interpolated: boolean): { end: number; hasHole: boolean } {
  let hasHole = false;
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (!verbatim && char === "\n") return { end: text[at - 1] === "\r" ? at - 1 : at, hasHole };
    if (depth > 0) {
      if (char === '"') at = innerStringEnd(text, at);
      else if (char === "{") depth++;
      else if (char === "}") depth--;
      continue;
    }
    if (char === "\\" && !verbatim) at++;
    else if (char === '"') {
      if (!verbatim || text[at + 1] !== '"') return { end: at, hasHole };
      at++;
    } else if (interpolated && char === "{") {
      if (text[at + 1] === "{") at++;
      else {
        depth = 1;
        hasHole = true;
      }
    }
  }
  return { end: text.length, hasHole };
}

/** The closing quote of a string inside a hole, or the place where the line ends. */
function innerStringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === '"') return at;
    else if (char === "\n") return at - 1;
  }
  return text.length;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "\0" };
const escape = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{1,4})|([^]))/g;

function unescaped(written: string): string {
  return written.replace(escape, (_whole, unicode?: string, hex?: string, char?: string) => {
    const code = unicode ?? hex;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return escapes[char ?? ""] ?? char ?? "";
  });
}
