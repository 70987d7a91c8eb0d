import type { TextRange } from "../../core/text.ts";
import type { CsharpToken } from "./tokens.ts";

type Tokens = readonly CsharpToken[];

/** A dotted name such as `SuperOffice.Configuration.ConfigFile`. */
export interface DottedName {
  readonly names: readonly string[];
  readonly range: TextRange;
  /** Index of its first token. */
  readonly first: number;
  /** Something that is no name stands before it: a call, an indexer. */
  readonly continues: boolean;
}

/** No real name has more parts, no real statement or bracket more words: what is longer is not followed. */
const limits = { parts: 16, statement: 4000, bracket: 10_000 } as const;

const connectors: ReadonlySet<string> = new Set([".", "?.", "::"]);
const closers: Readonly<Record<string, string>> = { "}": "{", ")": "(", "]": "[" };
const openers: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

/** Whether the token at an index is an operator or bracket as written. */
export function isMark(tokens: Tokens, index: number, text: string): boolean {
  const token = tokens[index];
  return token?.kind === "punctuation" && token.text === text;
}

/** The dotted name whose last part is the token at `last`; `!` between parts is passed over. */
export function dottedNameEnding(tokens: Tokens, last: number): DottedName {
  const names = [tokens[last]?.text ?? ""];
  let first = last;
  for (;;) {
    const connector = tokens[first - 1];
    if (connector?.kind !== "punctuation" || !connectors.has(connector.text)) break;
    let before = first - 2;
    while (isMark(tokens, before, "!")) before--;
    const token = tokens[before];
    if (token?.kind !== "name" || names.length === limits.parts) return { names, range: span(tokens, first, last), first, continues: true };
    names.unshift(token.text);
    first = before;
  }
  return { names, range: span(tokens, first, last), first, continues: false };
}

/** From the start of one token to the end of another. */
export function span(tokens: Tokens, first: number, last: number): TextRange {
  const end = tokens[last]?.range.end ?? 0;
  return { start: tokens[first]?.range.start ?? end, end };
}

/** Index of the bracket that the token at `index` lies in, or -1 at the outermost level and where it is too far away. */
export function enclosing(tokens: Tokens, index: number): number {
  const open: string[] = [];
  for (let at = index - 1; at >= Math.max(0, index - limits.bracket); at--) {
    const token = tokens[at];
    if (token?.kind !== "punctuation") continue;
    const opener = closers[token.text];
    if (opener !== undefined) open.push(opener);
    else if (token.text in openers) {
      if (open.length === 0) return at;
      open.pop();
    }
  }
  return -1;
}

/** Index of the bracket that closes the one at `open`; where none does, the end of what was searched. */
export function closing(tokens: Tokens, open: number): number {
  let depth = 0;
  const end = Math.min(tokens.length, open + limits.bracket);
  for (let at = open; at < end; at++) {
    const token = tokens[at];
    if (token?.kind !== "punctuation") continue;
    if (token.text in openers) depth++;
    else if (token.text in closers && --depth === 0) return at;
  }
  return end;
}

/** The first and the last token of the statement around an index, where the statement stands alone. */
export function statementAround(tokens: Tokens, index: number): { first: number; last: number } | undefined {
  let first = index;
  while (first > index - limits.statement && first > 0 && !isBoundary(tokens, first - 1)) first--;
  let last = index;
  while (last < index + limits.statement && last < tokens.length && !isBoundary(tokens, last)) last++;
  return isMark(tokens, last, ";") ? { first, last } : undefined;
}

function isBoundary(tokens: Tokens, index: number): boolean {
  return isMark(tokens, index, ";") || isMark(tokens, index, "{") || isMark(tokens, index, "}");
}
