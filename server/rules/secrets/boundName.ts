/** What a value is given to, read from the text before it, whatever the language. */
export interface BoundName {
  /** The last part of the name as written: `clientSecret` of `config.superoffice.clientSecret`. */
  readonly name: string;
  /** The name with its parts before. */
  readonly path: string;
  /** A name that is given the value, or a function that is called with it. */
  readonly role: "holder" | "function";
}

/** Names do not stand further before their values than this, in characters. */
const reach = 400;
const openers = new Set(['"', "'", "`", "@", "$", "\\", "("]);
/** Functions that only change a value's form: the name stands before them. */
const wrappers = new Set(["from", "string", "atob", "trim", "encodeuricomponent", "buffer", "securestring", "frombase64string", "getbytes", "tostring"]);
/** Words of declarations, where a type stands behind the name. */
const typeWords = new Set(["string", "str", "any", "unknown", "readonly", "object"]);
/** Keys that hold the value of a pair whose other half is the name. */
const valueKeys = new Set(["value", "val", "stringvalue"]);
/** The other half of such a pair, nearest last. */
const nameKey = /\b(?:name|key)["']?\s{0,20}[:=]\s{0,20}["']?([A-Za-z_][\w.:-]{0,100})/gi;
const nameCharacter = /[\w$.:?-]/;
/** Style and line break of a YAML block scalar, with the indentation of its first line. */
const blockStyle = /(?<=:[ \t]{0,20})[|>][-+0-9]{0,3}[ \t]{0,20}\r?\n\s{0,200}$/;
/** An authorization scheme between the quote and the value. */
const scheme = /(?:Bearer|Token|Basic|OAuth|SOTicket|SSWS)[ +]$/i;

/** Reads backwards through the text before a value. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** The name that the value at `offset` is bound to by an assignment, key, element, argument or default; else undefined. */
export function boundName(text: string, offset: number): BoundName | undefined {
  const start = Math.max(0, offset - reach);
  const cursor: Cursor = { text: text.slice(start, offset), at: offset - start };
  cursor.at -= scheme.exec(cursor.text)?.[0].length ?? 0;
  const found = holderBefore(cursor, 3);
  if (!found || !valueKeys.has(normalName(found.name))) return found;
  return pairedName(cursor.text) ?? found;
}

/** The name of what holds the value; undefined for a function that says only by chance what it is given. */
export function holderName(text: string, offset: number): string | undefined {
  const bound = boundName(text, offset);
  if (!bound || (bound.role === "function" && !/(?:token|secret|key|password)$/i.test(bound.name))) return undefined;
  return bound.role === "function" ? bound.name.replace(/^(?:set|with|use|add)(?=[A-Z])/, "") : bound.name;
}

/** A name for comparison: letters and digits only, in lower case. */
export function normalName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}

function before(cursor: Cursor): string {
  return cursor.text.charAt(cursor.at - 1);
}

function skip(cursor: Cursor, wanted: (char: string) => boolean): string {
  const end = cursor.at;
  while (cursor.at > 0 && wanted(before(cursor))) cursor.at--;
  return cursor.text.slice(cursor.at, end);
}

function skipSpace(cursor: Cursor): string {
  return skip(cursor, (char) => /\s/.test(char));
}

/** `depth` bounds how many calls around a value are looked through. */
function holderBefore(cursor: Cursor, depth: number): BoundName | undefined {
  const opening = skip(cursor, (char) => openers.has(char));
  const call = opening.lastIndexOf("(");
  if (call >= 0) {
    cursor.at += call + 1;
    return calledFunction(cursor, depth);
  }
  // A block scalar of YAML puts its style between the colon and the value.
  cursor.at -= blockStyle.exec(cursor.text.slice(0, cursor.at))?.[0].length ?? 0;
  let space = skipSpace(cursor);
  // A template may begin with a line break.
  if (space !== "" && before(cursor) === "`") {
    cursor.at--;
    space = skipSpace(cursor);
  }
  const operator = skip(cursor, (char) => "=:|?>,(&!+".includes(char));
  if (operator.endsWith("(")) {
    cursor.at++;
    return calledFunction(cursor, depth);
  }
  if (operator === ",") return textBefore(cursor);
  if (operator === ">") return elementName(cursor);
  if (operator === "") return space === "" ? undefined : separatedName(cursor);
  if (!/[=:]|\|\||\?\?/.test(operator)) return undefined;
  skipSpace(cursor);
  return nameBefore(cursor);
}

/** The cursor stands behind an opening parenthesis. */
function calledFunction(cursor: Cursor, depth: number): BoundName | undefined {
  skip(cursor, (char) => char === "(" || /\s/.test(char));
  const path = skip(cursor, (char) => nameCharacter.test(char));
  const called = nameOf(path, "function");
  if (!called) return depth > 0 ? holderBefore(cursor, depth - 1) : undefined;
  if (depth === 0 || !wrappers.has(normalName(called.name))) return called;
  const word = skipSpace(cursor) && skip(cursor, (char) => /[a-z]/.test(char));
  if (word !== "new" && word !== "await") cursor.at += word.length;
  return holderBefore(cursor, depth - 1) ?? called;
}

/** A name, in quotes and brackets or not; the type and the accessors of a declaration are passed over. */
function nameBefore(cursor: Cursor): BoundName | undefined {
  if (before(cursor) === "}") {
    const open = cursor.text.lastIndexOf("{", cursor.at);
    if (open < 0 || !/^\{[\sa-z;]*\}$/.test(cursor.text.slice(open, cursor.at))) return undefined;
    cursor.at = open;
    skipSpace(cursor);
  }
  const closing = skip(cursor, (char) => "]\"'`)!?\\".includes(char));
  const path = skip(cursor, (char) => nameCharacter.test(char)).replace(/[?:]+string$/, "");
  if (closing === "" && typeWords.has(path.toLowerCase())) {
    skipSpace(cursor);
    if (before(cursor) === ":") {
      cursor.at--;
      skipSpace(cursor);
      return nameBefore(cursor);
    }
  }
  return nameOf(path, "holder");
}

/** The first argument, where it is a text: `set("NAME", "value")`. */
function textBefore(cursor: Cursor): BoundName | undefined {
  skipSpace(cursor);
  const quote = skip(cursor, (char) => "\"'`\\".includes(char));
  if (quote === "") return undefined;
  const path = skip(cursor, (char) => nameCharacter.test(char));
  return /["'`]/.test(before(cursor)) ? nameOf(path, "holder") : undefined;
}

/** `<name attribute="x">value`. */
function elementName(cursor: Cursor): BoundName | undefined {
  const open = cursor.text.lastIndexOf("<", cursor.at);
  const tag = open < 0 ? "" : cursor.text.slice(open + 1, cursor.at);
  const path = /^[\w.:-]+/.exec(tag)?.[0];
  if (path === undefined) return undefined;
  if (!valueKeys.has(path.toLowerCase())) return nameOf(path, "holder");
  // `<setting name="x"><value>y</value></setting>`
  return pairedName(cursor.text.slice(0, open)) ?? nameOf(path, "holder");
}

/** `ENV NAME value` of a Dockerfile, `--name value` of a command line. */
function separatedName(cursor: Cursor): BoundName | undefined {
  const path = skip(cursor, (char) => nameCharacter.test(char));
  if (/^--[a-z]/.test(path)) return nameOf(path, "holder");
  const gap = skipSpace(cursor);
  const word = skip(cursor, (char) => /[A-Za-z]/.test(char));
  return gap !== "" && /^(?:ENV|ARG|setx|set|export)$/i.test(word) ? nameOf(path, "holder") : undefined;
}

function pairedName(text: string): BoundName | undefined {
  // The pair's other half stands in the same entry: not behind an earlier value.
  const entry = text.slice(Math.max(text.lastIndexOf("/>"), text.lastIndexOf("}"), 0));
  const path = [...entry.matchAll(nameKey)].at(-1)?.[1];
  return path === undefined ? undefined : nameOf(path, "holder");
}

function nameOf(path: string, role: BoundName["role"]): BoundName | undefined {
  const trimmed = path.replace(/^[^A-Za-z_$]+|[^A-Za-z0-9_$]+$/g, "");
  const name = trimmed.slice(trimmed.search(/[^.:?]*$/));
  return /[A-Za-z]/.test(name) ? { name, path: trimmed, role } : undefined;
}
