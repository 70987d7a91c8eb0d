import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import type { TextRange } from "../../../core/text.ts";
import type { Asked, ScopeApp, ScopeEditor } from "../system.ts";

/** What parts names inside one text: a blank, a comma, or their forms in an address. */
const separatorBefore = /(?:%20|%2C|[ ,+])+$/i;
const separatorBehind = /^(?:%20|%2C|[ ,+])+/i;
const quotes = "\"'`";

/** A name that fills its quotes: an item of a list. The range has the quotes. */
function itemAt({ text }: Document, { start, end }: TextRange): TextRange | undefined {
  const quote = text.charAt(start - 1);
  return quote !== "" && quotes.includes(quote) && text.charAt(end) === quote ? { start: start - 1, end: end + 1 } : undefined;
}

/** Whether an item stands in a list: brackets or commas around it. */
function isListed({ text }: Document, { start, end }: TextRange): boolean {
  return /[[,(]\s*$/.test(text.slice(Math.max(0, start - 200), start)) && /^\s*[\],)]/.test(text.slice(end, end + 200));
}

/** Takes one name out. Undefined where it is the only one, or where the text is of another kind. */
function removal(document: Document, range: TextRange): TextEdit | undefined {
  const { text } = document;
  const item = itemAt(document, range);
  if (item) return isListed(document, item) ? itemRemoval(document, item) : undefined;
  const behind = separatorBehind.exec(text.slice(range.end, range.end + 60))?.[0].length ?? 0;
  if (behind > 0) return { range: { start: range.start, end: range.end + behind }, newText: "" };
  const before = separatorBefore.exec(text.slice(Math.max(0, range.start - 60), range.start))?.[0].length ?? 0;
  return before > 0 ? { range: { start: range.start - before, end: range.end }, newText: "" } : undefined;
}

/** An item with its comma, and with its line and the comment on it where it stands alone. */
function itemRemoval(document: Document, item: TextRange): TextEdit {
  const { text } = document;
  const comma = /^\s*,/.exec(text.slice(item.end, item.end + 200))?.[0].length ?? 0;
  const lineStart = document.lines[document.lineOf(item.start)] ?? 0;
  const lineEnd = document.lineEnd(document.lineOf(item.end));
  const isAlone = text.slice(lineStart, item.start).trim() === "" && /^\s*(?:(?:\/\/|#).*|\/\*[^*]*\*\/\s*)?$/.test(text.slice(item.end + comma, lineEnd));
  if (isAlone && comma > 0) return { range: { start: lineStart, end: document.lines[document.lineOf(item.end) + 1] ?? text.length }, newText: "" };
  if (comma > 0) {
    const gap = /^[ \t]*/.exec(text.slice(item.end + comma))?.[0].length ?? 0;
    return { range: { start: item.start, end: item.end + comma + gap }, newText: "" };
  }
  const before = /,\s*$/.exec(text.slice(Math.max(0, item.start - 200), item.start))?.[0].length ?? 0;
  return { range: { start: item.start - before, end: item.end }, newText: "" };
}

function remove(document: Document, app: ScopeApp, scopes: readonly Asked[]): readonly TextEdit[] | undefined {
  // A text that would be left empty asks for the default instead.
  const isText = !scopes.some(({ place }) => itemAt(document, place.range));
  if (isText && scopes.length >= app.asked.length) return undefined;
  const edits = scopes.map(({ place }) => removal(document, place.range));
  const made = edits.filter((edit) => edit !== undefined).sort((left, right) => left.range.start - right.range.start);
  const isApart = made.every((edit, index) => index === 0 || (made[index - 1]?.range.end ?? 0) <= edit.range.start);
  return made.length === scopes.length && isApart ? made : undefined;
}

/** A name that includes asked ones takes their place: beside it they would add nothing. */
function add(document: Document, app: ScopeApp, names: readonly string[]): readonly TextEdit[] | undefined {
  const [name, ...more] = names;
  const included = name === undefined || more.length > 0 ? [] : app.asked.filter((asked) => app.system.includes(name).includes(asked.name));
  const [first, ...others] = included;
  if (!first || name === undefined) return append(document, app, names);
  const removed = others.length === 0 ? [] : remove(document, app, others);
  return removed && [...replace(document, first, name), ...removed];
}

function append(document: Document, app: ScopeApp, names: readonly string[]): readonly TextEdit[] | undefined {
  const last = app.asked.at(-1);
  if (!last) return undefined;
  const { range } = last.place;
  const item = itemAt(document, range);
  if (item && isListed(document, item)) {
    const quote = document.text.charAt(item.start);
    const lineStart = document.lines[document.lineOf(item.start)] ?? 0;
    const indent = document.text.slice(lineStart, item.start);
    const gap = indent.trim() === "" ? document.lineBreak + indent : " ";
    return [{ range: { start: item.end, end: item.end }, newText: names.map((name) => `,${gap}${quote}${name}${quote}`).join("") }];
  }
  const separator = separatorOf(document, app);
  return separator === undefined ? undefined : [{ range: { start: range.end, end: range.end }, newText: names.map((name) => separator + name).join("") }];
}

/** What stands between the names of a text; what the system takes where there is only one. */
function separatorOf({ text }: Document, { asked, system }: ScopeApp): string | undefined {
  for (const [index, one] of asked.entries()) {
    const next = asked[index + 1];
    const between = next && text.slice(one.place.range.end, next.place.range.start);
    if (between !== undefined && /^(?:%20|%2C|[ ,+])+$/i.test(between)) return between;
  }
  if (asked.length > 1) return undefined;
  return system.id === "trello" ? "," : " ";
}

function replace(document: Document, { place }: Asked, name: string): readonly TextEdit[] {
  const written = document.text.slice(place.range.start, place.range.end);
  const isLower = written === written.toLowerCase() && name === name.toUpperCase() && name.toLowerCase() !== name;
  return [{ range: place.range, newText: written.includes("%") ? encodeURIComponent(name) : isLower ? name.toLowerCase() : name }];
}

/** Edits lists of names in code, descriptors and environment files: items of lists, and names in one text. */
export const listEditor: ScopeEditor = { remove, add, replace };
