import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import type { TextRange } from "../../core/text.ts";
import type { DataMember, DataNode } from "../data/dataNode.ts";

/** A list, or a map whose names are the entries, as YAML writes it. */
export interface WrittenList {
  /** Behind the key's colon. */
  readonly valueStart: number;
  /** Each with its quotes. */
  readonly entries: readonly TextRange[];
  /** `[a, b]` or `{a: {}}`. */
  readonly flow: boolean;
  readonly map: boolean;
  readonly node: DataNode;
  /** Where the key starts. */
  readonly keyStart: number;
}

/** The list that a member holds; undefined where it is written elsewhere and stands here by an alias. */
export function writtenList(document: Document, key: DataMember): WrittenList | undefined {
  const { value: node } = key;
  const colon = document.text.indexOf(":", key.nameRange.end);
  if (colon < 0 || /^[ \t]*\*/.test(document.text.slice(colon + 1, colon + 40))) return undefined;
  const flow = node.kind !== "other" && "[{".includes(document.text.charAt(node.range.start));
  const entries = node.kind === "array" ? node.items.map((item) => quoted(document, writtenRange(item))) : node.kind === "object" ? node.members.map(writtenMember) : [];
  return { valueStart: colon + 1, entries, flow, map: node.kind === "object", node, keyStart: key.range.start };
}

/** A member without the line break and the comments that a block has behind its last value. */
function writtenMember({ range, value }: DataMember): TextRange {
  return { start: range.start, end: value.kind === "object" || value.kind === "array" ? Math.min(range.end, writtenRange(value).end) : range.end };
}

function writtenRange(node: DataNode): TextRange {
  if (node.kind === "object") {
    const last = node.members.at(-1);
    return { start: node.range.start, end: last && isBlock(node) ? writtenMember(last).end : node.range.end };
  }
  return node.range;
}

/** Brackets end a value where they close; a block ends where the next thing starts. */
function isBlock({ members, range }: DataNode & { kind: "object" }): boolean {
  return members[0]?.range.start === range.start;
}

/** A text with its quotes. */
function quoted({ text }: Document, { start, end }: TextRange): TextRange {
  const quote = text.charAt(start - 1);
  return (quote === '"' || quote === "'") && text.charAt(end) === quote ? { start: start - 1, end: end + 1 } : { start, end };
}

function lineStart(document: Document, offset: number): number {
  return document.lines[document.lineOf(offset)] ?? 0;
}

function nextLine(document: Document, offset: number): number {
  return document.lines[document.lineOf(offset) + 1] ?? document.text.length;
}

/** Whether an entry stands alone on its lines, apart from a comment behind it. */
function prefixOf(document: Document, { map }: WrittenList, entry: TextRange): string | undefined {
  const prefix = document.text.slice(lineStart(document, entry.start), entry.start);
  return (map ? /^[ \t]*$/ : /^[ \t]*-[ \t]+$/).test(prefix) ? prefix : undefined;
}

/**
 * Takes entries out, each with its lines and the comment behind it; comments on lines of their own stay. A list that gets
 * empty becomes `[]`. Undefined where an entry shares its line with something else.
 */
export function removeEntries(document: Document, list: WrittenList, gone: readonly TextRange[]): readonly TextEdit[] | undefined {
  if (list.flow) return removeFromFlow(list, gone);
  const edits: TextEdit[] = [];
  for (const entry of gone) {
    const behind = document.text.slice(entry.end, document.lineEnd(document.lineOf(entry.end)));
    if (prefixOf(document, list, entry) === undefined || !/^[ \t]*(?:#.*)?$/.test(behind)) return undefined;
    edits.push({ range: { start: lineStart(document, entry.start), end: nextLine(document, entry.end) }, newText: "" });
  }
  if (gone.length === list.entries.length) edits.unshift({ range: { start: list.valueStart, end: list.valueStart }, newText: " []" });
  return edits;
}

function removeFromFlow(list: WrittenList, gone: readonly TextRange[]): readonly TextEdit[] {
  if (gone.length === list.entries.length) return [{ range: list.node.range, newText: "[]" }];
  const isGone = (entry: TextRange): boolean => gone.includes(entry);
  return list.entries.flatMap((entry, index) => {
    if (!isGone(entry)) return [];
    const next = list.entries[index + 1];
    // The first that stays has no comma before it; what follows another is taken with the comma before.
    const isLeading = list.entries.slice(0, index).every(isGone);
    const before = list.entries[index - 1];
    const range = isLeading && next ? { start: entry.start, end: next.start } : { start: before?.end ?? entry.start, end: entry.end };
    return [{ range, newText: "" }];
  });
}

/** Adds texts as entries behind the last one, or as the first ones, with the indentation of the others. */
export function addEntries(document: Document, list: WrittenList, texts: readonly string[]): readonly TextEdit[] | undefined {
  const last = list.entries.at(-1);
  if (!last && list.flow) return [{ range: list.node.range, newText: `[${texts.join(", ")}]` }];
  if (!last) {
    const indent = document.text.slice(lineStart(document, list.keyStart), list.keyStart).replace(/[^ \t]/g, " ");
    return [{ range: { start: list.valueStart, end: list.valueStart }, newText: texts.map((text) => `${document.lineBreak}${indent}  - ${text}`).join("") }];
  }
  if (list.flow) return [{ range: { start: last.end, end: last.end }, newText: texts.map((text) => `, ${text}`).join("") }];
  const prefix = prefixOf(document, list, last);
  if (prefix === undefined) return undefined;
  const end = document.lineEnd(document.lineOf(last.end));
  return [{ range: { start: end, end }, newText: texts.map((text) => document.lineBreak + prefix + text).join("") }];
}

/** The quote that an entry is written in, or none. */
export function quoteAt({ text }: Document, { start }: TextRange): string {
  const quote = text.charAt(start);
  return quote === '"' || quote === "'" ? quote : "";
}

/**
 * Adds a list below an object in block notation, as its first member, under a path of names: `["fetch", "backend"]` makes
 * both. Undefined where the object is written on one line or is empty.
 */
export function addListBelow(document: Document, object: DataNode, names: readonly string[], texts: readonly string[]): readonly TextEdit[] | undefined {
  const [first] = object.kind === "object" ? object.members : [];
  if (!first) return undefined;
  const start = lineStart(document, first.range.start);
  const indent = document.text.slice(start, first.range.start);
  if (!/^[ \t]*$/.test(indent)) return undefined;
  const keys = names.map((name, depth) => `${indent}${"  ".repeat(depth)}${name}:`);
  const entries = texts.map((text) => `${indent}${"  ".repeat(names.length)}- ${text}`);
  return [{ range: { start, end: start }, newText: [...keys, ...entries].map((line) => line + document.lineBreak).join("") }];
}
