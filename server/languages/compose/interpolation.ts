import { unknownPart, type VariableLookup } from "../dockerfile/variables.ts";

/** A default may hold a variable with a default, and so on; nobody writes more levels than this. */
const deepest = 10;
const nameAt = /[A-Za-z_][A-Za-z0-9_]*/y;

/**
 * A compose value with its variables replaced (Compose specification, interpolation): `$NAME`, `${NAME}`,
 * `${NAME:-default}`, `${NAME-default}`, `${NAME:?error}`, `${NAME:+instead}`, and `$$` for a dollar sign. What is not
 * known becomes `unknownPart`.
 */
export function interpolate(text: string, lookup: VariableLookup): string {
  return text.includes("$") ? read(text, { at: 0 }, false, lookup, 0) : text;
}

function read(text: string, cursor: { at: number }, inBraces: boolean, lookup: VariableLookup, depth: number): string {
  let value = "";
  while (cursor.at < text.length) {
    const char = text[cursor.at] ?? "";
    if (inBraces && char === "}") return value;
    cursor.at++;
    if (char !== "$") value += char;
    else if (text[cursor.at] === "$") {
      value += "$";
      cursor.at++;
    } else value += readVariable(text, cursor, lookup, depth);
  }
  return value;
}

function readVariable(text: string, cursor: { at: number }, lookup: VariableLookup, depth: number): string {
  const braced = text[cursor.at] === "{";
  if (braced) cursor.at++;
  nameAt.lastIndex = cursor.at;
  const name = nameAt.exec(text)?.[0];
  if (name === undefined || depth >= deepest) {
    cursor.at = text.length;
    return unknownPart;
  }
  cursor.at += name.length;
  const value = lookup(name);
  if (!braced) return value ?? unknownPart;
  const form = /^:?[-?+]|^\}/.exec(text.slice(cursor.at, cursor.at + 2))?.[0];
  if (form === undefined) {
    cursor.at = text.length;
    return unknownPart;
  }
  cursor.at += form.length;
  if (form === "}") return value ?? unknownPart;
  const word = read(text, cursor, true, lookup, depth + 1);
  cursor.at++;
  const isSet = form.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
  if (form.endsWith("-")) return isSet ? (value ?? "") : word;
  // Without a value the start fails, or the caller's shell has one: it is not known which.
  if (form.endsWith("?")) return isSet ? (value ?? "") : unknownPart;
  return isSet ? word : unknownPart;
}
