import type { TextRange } from "../../core/text.ts";

/** Where somebody types in a YAML text. */
export interface YamlCursor {
  /** The keys around the place, outermost first. Items of lists have no part in it. */
  readonly path: readonly string[];
  /** `entry`: an item of a list, or a key. `value`: the value of the last key of the path. */
  readonly kind: "entry" | "value";
  /** Behind a dash or inside square brackets. */
  readonly inList: boolean;
  /** Inside brackets of any kind, where neither indentation nor dashes count. */
  readonly flow: boolean;
  /** The word that is being typed, as far as it is written, quotes left out. */
  readonly range: TextRange;
  /** The other entries beside it, without quotes. */
  readonly others: readonly string[];
}

/** A line of block YAML, from its first column that is no blank. */
interface Line {
  /** Columns of the dashes. */
  readonly dashes: readonly number[];
  /** The column behind blanks and dashes. */
  readonly column: number;
  readonly content: string;
}

const lineStartPattern = /^([ \t]*)((?:-[ \t]+)*(?:-$)?)(.*)$/;
const key = /^(["']?)([^\s"'#[\]{},][^"'#[\]{},]*?)\1:(?=\s|$)/;
const commentOnly = /^[ \t]*(?:#.*)?$/;
/** A flow collection starts as the value of a key, or as an item. */
const flowStart = /^[ \t]*(?:-[ \t]+)*(?:[^\s"'#[\]{},:][^"'#[\]{},]*?:[ \t]+)?[[{]/;
/** More lines than this no list of names in brackets has. */
const mostFlowLines = 100;
/** Nobody types by hand in a longer one. */
const longestLine = 2_000;

/**
 * Where an offset lies in a YAML text that may be half written: by indentation and brackets alone, without a tree.
 * Undefined in comments, in a text of several lines, and where the lines above make no sense.
 */
export function yamlCursor(text: string, offset: number): YamlCursor | undefined {
  const lines = text.split(/\r?\n/);
  const { index, character } = placeOf(text, offset);
  const current = lines[index] ?? "";
  const before = current.slice(0, character);
  if (current.length > longestLine) return undefined;
  if (/(?:^|\s)#/.test(before)) return undefined;
  const wordStart = offset - (/[^\s"',[\]{}]*$/.exec(before)?.[0].length ?? 0);
  const range = { start: wordStart, end: offset + tailLength(current.slice(character)) };
  return flowCursor(lines, index, character, range) ?? blockCursor(lines, index, before, range);
}

function placeOf(text: string, offset: number): { index: number; character: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { index: before.split("\n").length - 1, character: before.length - start };
}

/** How much of the word follows the cursor; a colon at its end is that of a key. */
function tailLength(after: string): number {
  const word = /^[^\s"',[\]{}]*/.exec(after)?.[0] ?? "";
  return word.endsWith(":") ? word.length - 1 : word.length;
}

function lineOf(text: string): Line {
  const [, indentation = "", dashes = "", content = ""] = lineStartPattern.exec(text) ?? [];
  const columns = Array.from(dashes.matchAll(/-/g), ({ index }) => indentation.length + index);
  return { dashes: columns, column: indentation.length + dashes.length, content };
}

function blockCursor(lines: readonly string[], index: number, before: string, range: TextRange): YamlCursor | undefined {
  const line = lineOf(before);
  const own = key.exec(line.content);
  const isValue = own !== null && /^\s/.test(line.content.slice(own[0].length));
  const written = isValue ? line.content.slice(own[0].length).trimStart() : line.content;
  // A second word is no name any more, and a dash without its blank opens no item yet.
  if (/\s/.test(written) || /^\s*(?:-\s+)*-$/.test(before)) return undefined;
  const [dash] = line.dashes;
  const inList = line.dashes.length > 0;
  const above = keysAbove(lines, index, dash ?? line.column, inList);
  if (!above) return undefined;
  const path = isValue ? [...above.path, own[2] ?? ""] : above.path;
  const others = isValue ? [] : entriesBelow(lines, above.line, index);
  return { path, kind: isValue ? "value" : "entry", inList: inList && !isValue, flow: false, range, others };
}

/** The keys that the lines above give to something at a column; `line` is that of the innermost one. */
function keysAbove(lines: readonly string[], index: number, column: number, inList: boolean): { path: string[]; line: number } | undefined {
  const path: string[] = [];
  let innermost = -1;
  let limit = column;
  // A list may stand at the column of its key.
  let mayBeAt = inList;
  for (let at = index - 1; at >= 0 && (limit > 0 || mayBeAt); at--) {
    const text = lines[at] ?? "";
    if (commentOnly.test(text)) continue;
    if (/^(?:---|\.\.\.)/.test(text)) break;
    const { dashes, column: own, content } = lineOf(text);
    const name = key.exec(content)?.[2];
    const isAbove = own < limit || (mayBeAt && own === limit && dashes.length === 0);
    const isBeside = !isAbove && own === limit && dashes.length > 0;
    if (isAbove) {
      if (name === undefined) return undefined;
      path.unshift(name);
      if (innermost === -1) innermost = at;
      limit = own;
      mayBeAt = false;
    }
    const [first] = dashes;
    if ((isAbove || isBeside) && first !== undefined) {
      limit = first;
      mayBeAt = true;
    }
  }
  return { path, line: innermost };
}

/** The entries of the block below a key's line, that of one line left out. */
function entriesBelow(lines: readonly string[], head: number, except: number): string[] {
  const parent = head === -1 ? -1 : lineOf(lines[head] ?? "").column;
  const entries: { column: number; name: string }[] = [];
  for (let at = head + 1; at < lines.length; at++) {
    const text = lines[at] ?? "";
    if (commentOnly.test(text) || at === except) continue;
    const { dashes, column, content } = lineOf(text);
    const start = dashes[0] ?? column;
    if (start < parent || (start === parent && dashes.length === 0)) break;
    const name = key.exec(content)?.[2] ?? /^(["']?)([^\s"'#]+)\1/.exec(content)?.[2];
    if (name !== undefined) entries.push({ column: start, name });
  }
  const least = Math.min(...entries.map(({ column }) => column));
  return entries.filter(({ column }) => column === least).map(({ name }) => name);
}

/** The place inside brackets that start on this line or on one above. */
function flowCursor(lines: readonly string[], index: number, character: number, range: TextRange): YamlCursor | undefined {
  for (let first = index; first >= Math.max(0, index - mostFlowLines); first--) {
    const text = lines[first] ?? "";
    if (!flowStart.test(text)) {
      // A key without brackets: no collection goes on across it.
      if (first < index && key.test(lineOf(text).content)) return undefined;
      continue;
    }
    const inside = lines.slice(first, index + 1);
    inside[inside.length - 1] = (inside.at(-1) ?? "").slice(0, character);
    const open = openBrackets(inside.join("\n"));
    const innermost = open.at(-1);
    if (!innermost) return undefined;
    const line = lineOf(text);
    const above = keysAbove(lines, first, line.dashes[0] ?? line.column, line.dashes.length > 0);
    if (!above) return undefined;
    const keys = open.flatMap(({ key: name }) => (name === undefined ? [] : [name]));
    const isValue = innermost.bracket === "{" && innermost.pendingKey !== undefined;
    const path = [...above.path, ...keys, ...(isValue ? [innermost.pendingKey ?? ""] : [])];
    const typed = inside.join("\n").slice(innermost.at + 1) + (lines[index] ?? "").slice(character).replace(/[\]}].*$/, "");
    const own = inside.join("\n").slice(innermost.at + 1).split(",").length - 1;
    const others = isValue ? [] : typed.split(",").filter((_, at) => at !== own).map((one) => one.trim().replace(/^["']|["']$/g, "")).filter((one) => one !== "");
    return { path, kind: isValue ? "value" : "entry", inList: innermost.bracket === "[", flow: true, range, others };
  }
  return undefined;
}

interface OpenBracket {
  readonly bracket: string;
  /** The key whose value the brackets hold. */
  readonly key?: string;
  readonly at: number;
  /** The key of the entry that is being written inside. */
  pendingKey?: string;
}

function openBrackets(text: string): OpenBracket[] {
  const open: OpenBracket[] = [];
  let word = "";
  let outer: string | undefined;
  let quote = "";
  for (const [at, char] of [...text].entries()) {
    if (quote !== "") {
      if (char === quote) quote = "";
      else word += char;
      continue;
    }
    const innermost = open.at(-1);
    if (char === '"' || char === "'") quote = char;
    else if (char === "[" || char === "{") {
      const name = innermost ? innermost.pendingKey : outer;
      open.push({ bracket: char, at, ...(name !== undefined && { key: name }) });
      word = "";
    } else if (char === "]" || char === "}") {
      open.pop();
      word = "";
    } else if (char === ",") {
      if (innermost) delete innermost.pendingKey;
      word = "";
    } else if (char === ":" && /^\s?$/.test(text[at + 1] ?? "")) {
      const name = word.trim().replace(/^(?:-\s+)+/, "");
      if (innermost) innermost.pendingKey = name;
      else outer = name;
      word = "";
    } else word += char;
  }
  return open;
}
