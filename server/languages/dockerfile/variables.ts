/** The value of a build variable; undefined where the file does not say it. */
export type VariableLookup = (name: string) => string | undefined;

/** Stands for what is not known inside an expanded text; no Dockerfile can write it. */
export const unknownPart = "\u0000";

/** A default may hold a variable with a default, and so on; nobody writes more levels than this. */
const deepest = 10;

const nameStart = /[A-Za-z_]/;
const namePart = /[A-Za-z0-9_]/;

/** A reading position in a text with variables. */
interface Cursor {
  readonly text: string;
  readonly escape: string;
  at: number;
}

/**
 * A Dockerfile word as the builder sees it: quotes taken off, `$NAME`, `${NAME}`, `${NAME:-word}` and
 * `${NAME:+word}` replaced (Dockerfile reference, environment replacement). A variable without a known value,
 * and a form that is not understood, become {@link unknownPart}.
 */
export function expandWord(text: string, lookup: VariableLookup, escape = "\\"): string {
  return readUntil({ text, escape, at: 0 }, "", lookup, 0);
}

/** Whether an expanded text is known completely. */
export function isKnown(expanded: string): boolean {
  return !expanded.includes(unknownPart);
}

/** Reads up to the closing brace `closer`, or to the end of the text where there is none. */
function readUntil(cursor: Cursor, closer: string, lookup: VariableLookup, depth: number): string {
  let value = "";
  let quote = "";
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at] ?? "";
    if (closer !== "" && character === closer && quote === "") return value;
    cursor.at++;
    if (character === cursor.escape && quote !== "'") {
      value += cursor.text[cursor.at] ?? "";
      cursor.at++;
    } else if (character === quote) {
      quote = "";
    } else if (quote === "" && (character === "'" || character === '"')) {
      quote = character;
    } else if (character === "$" && quote !== "'") {
      value += readVariable(cursor, lookup, depth);
    } else {
      value += character;
    }
  }
  return value;
}

/** Reads what follows a dollar sign. */
function readVariable(cursor: Cursor, lookup: VariableLookup, depth: number): string {
  if (cursor.text[cursor.at] !== "{") {
    const name = readName(cursor);
    return name === "" ? "$" : (lookup(name) ?? unknownPart);
  }
  cursor.at++;
  const name = readName(cursor);
  const modifier = /:?[-+]|\}|/y;
  modifier.lastIndex = cursor.at;
  const form = modifier.exec(cursor.text)?.[0] ?? "";
  if (name === "" || form === "" || depth >= deepest) return giveUp(cursor);
  cursor.at += form.length;
  const value = lookup(name);
  if (form === "}") return value ?? unknownPart;
  const word = readUntil(cursor, "}", lookup, depth + 1);
  cursor.at++;
  const isSet = form.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
  if (form.endsWith("-")) return isSet ? (value ?? "") : word;
  return isSet ? word : "";
}

function readName(cursor: Cursor): string {
  const start = cursor.at;
  if (!nameStart.test(cursor.text[start] ?? "")) return "";
  while (namePart.test(cursor.text[cursor.at] ?? "")) cursor.at++;
  return cursor.text.slice(start, cursor.at);
}

/** Nothing behind a form that is not understood can be told apart from it. */
function giveUp(cursor: Cursor): string {
  cursor.at = cursor.text.length;
  return unknownPart;
}
