import type { TextRange } from "../../core/text.ts";
import { closing, enclosing, isMark, span } from "../../languages/csharp/reading.ts";
import type { CsharpToken } from "../../languages/csharp/tokens.ts";

type Tokens = readonly CsharpToken[];

/** A value that a property is given. */
export interface CsharpValue {
  /** Its words as written, without spaces between them. */
  readonly text: string;
  readonly range: TextRange;
}

/** An object that is made with `new`, and what its properties are given. */
export interface CsharpObject {
  /** `new Name`. */
  readonly range: TextRange;
  /** The arguments of the constructor, each from its first to behind its last token. */
  readonly arguments: readonly (readonly CsharpToken[])[];
  readonly properties: ReadonlyMap<string, readonly CsharpValue[]>;
  /** Other code gets it and may change it, so nothing can be said to be missing. */
  readonly open: boolean;
  /** Index of the `new` token. */
  readonly first: number;
  /** The braces of its initialiser, or where one could be put. */
  readonly initialiser: { readonly open: number; readonly close: number } | { readonly at: number };
  /** The methods that it is handed to. */
  readonly handedTo: readonly string[];
}

/** The object that `new Name` at an index makes; undefined where that is not what stands there. */
export function objectAt(tokens: Tokens, first: number, name: string): CsharpObject | undefined {
  if (tokens[first]?.text !== "new" || tokens[first + 1]?.text !== name) return undefined;
  let at = first + 2;
  let given: readonly (readonly CsharpToken[])[] = [];
  if (isMark(tokens, at, "(")) {
    const close = closing(tokens, at);
    given = parted(tokens, at + 1, close);
    at = close + 1;
  }
  const properties = new Map<string, CsharpValue[]>();
  const range = span(tokens, first, first + 1);
  if (!isMark(tokens, at, "{")) return { range, arguments: given, first, initialiser: { at: tokens[at - 1]?.range.end ?? 0 }, ...usesOf(tokens, first, at, properties) };
  const close = closing(tokens, at);
  for (const [property, mark, ...value] of parted(tokens, at + 1, close)) {
    if (property?.kind === "name" && mark?.text === "=") add(properties, property.text, value);
  }
  return { range, arguments: given, first, initialiser: { open: at, close }, ...usesOf(tokens, first, close + 1, properties) };
}

/** What stands between commas. */
export function parted(tokens: Tokens, from: number, to: number): CsharpToken[][] {
  const parts: CsharpToken[][] = [[]];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === "punctuation" && token.text === ",") {
      parts.push([]);
      continue;
    }
    const end = token.kind === "punctuation" && (token.text === "(" || token.text === "{" || token.text === "[") ? Math.min(closing(tokens, at), to - 1) : at;
    for (; at <= end; at++) parts.at(-1)?.push(...[tokens[at]].filter((one) => one !== undefined));
    at--;
  }
  return parts.filter((part) => part.length > 0);
}

function add(properties: Map<string, CsharpValue[]>, name: string, value: readonly CsharpToken[]): void {
  const text = value.map((token) => token.text).join("");
  const range = { start: value[0]?.range.start ?? 0, end: value.at(-1)?.range.end ?? 0 };
  properties.set(name, [...(properties.get(name) ?? []), { text, range }]);
}

/** Methods that send a cookie and leave it as it is. */
const senders: ReadonlySet<string> = new Set(["Add", "Append", "Set", "AppendCookie", "SetCookie", "Delete"]);

/** What happens to the object behind its making: to its variable, or to the call that it is an argument of. */
function usesOf(tokens: Tokens, first: number, behind: number, properties: Map<string, CsharpValue[]>): Pick<CsharpObject, "properties" | "open" | "handedTo"> {
  const name = isMark(tokens, first - 1, "=") ? tokens[first - 2] : undefined;
  if (name?.kind !== "name") {
    const method = calledAround(tokens, first);
    const isSent = method !== undefined && senders.has(method) && (isMark(tokens, behind, ")") || isMark(tokens, behind, ","));
    return { properties, open: !isSent, handedTo: method === undefined ? [] : [method] };
  }
  let open = isMark(tokens, first - 3, ".") || tokens[first - 3]?.text === "static";
  const handedTo: string[] = [];
  for (let at = behind; at < tokens.length; at++) {
    if (tokens[at]?.kind !== "name" || tokens[at]?.text !== name.text || isMark(tokens, at - 1, ".")) continue;
    // The name begins anew.
    if (isMark(tokens, at + 1, "=")) break;
    if (isMark(tokens, at + 1, ".")) {
      const property = tokens[at + 2];
      if (property && isMark(tokens, at + 3, "=")) add(properties, property.text, tokens.slice(at + 4, endOfStatement(tokens, at + 4)));
      continue;
    }
    const method = calledAround(tokens, at);
    if (method !== undefined && senders.has(method)) handedTo.push(method);
    else open = true;
  }
  return { properties, open: open || handedTo.length === 0, handedTo };
}

function endOfStatement(tokens: Tokens, from: number): number {
  let at = from;
  while (at < tokens.length && at < from + 200 && !isMark(tokens, at, ";")) at++;
  return at;
}

/** The method whose argument the token at an index is, or is the start of. */
export function calledAround(tokens: Tokens, index: number): string | undefined {
  const bracket = enclosing(tokens, index);
  const before = tokens[bracket - 1];
  const isArgument = isMark(tokens, index - 1, "(") || isMark(tokens, index - 1, ",") || isMark(tokens, index - 1, ":");
  return isArgument && isMark(tokens, bracket, "(") && before?.kind === "name" ? before.text : undefined;
}
