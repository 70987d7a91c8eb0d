import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import type { TextRange } from "../../../core/text.ts";
import { memberNamed, valueAt, type DataMember, type DataNode, type DataObject } from "../../../languages/data/dataNode.ts";
import { forgeManifest } from "../../../languages/yaml/forgeManifest.ts";
import type { Asked, ScopeApp, ScopeEditor } from "../system.ts";

/** The list of scopes with its entries as they are written, in YAML's two notations. */
interface WrittenList {
  readonly key: DataMember;
  /** Behind the key's colon. */
  readonly valueStart: number;
  readonly entries: readonly TextRange[];
  /** `[a, b]` or `{a: {}}`. */
  readonly flow: boolean;
  /** Entries are names with options. */
  readonly map: boolean;
  readonly node: DataNode;
}

function scopeList(document: Document): WrittenList | undefined {
  const permissions = valueAt(forgeManifest(document), "permissions");
  const key = memberNamed(permissions, "scopes");
  if (!key) return undefined;
  const { value: node } = key;
  const colon = document.text.indexOf(":", key.nameRange.end);
  // An alias stands for a list that is written elsewhere.
  if (colon < 0 || /^[ \t]*\*/.test(document.text.slice(colon + 1, colon + 40))) return undefined;
  const flow = node.kind !== "other" && "[{".includes(document.text.charAt(node.range.start));
  const entries = node.kind === "array" ? node.items.map(({ range }) => quoted(document, range)) : node.kind === "object" ? node.members.map(({ range }) => range) : [];
  return { key, valueStart: colon + 1, entries, flow, map: node.kind === "object", node };
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

function remove(document: Document, _app: ScopeApp, scopes: readonly Asked[]): readonly TextEdit[] | undefined {
  const list = scopeList(document);
  if (!list) return undefined;
  const gone = list.entries.filter((entry) => scopes.some(({ place }) => entry.start <= place.range.start && place.range.end <= entry.end));
  if (gone.length !== scopes.length) return undefined;
  return list.flow ? removeFromFlow(list, gone) : removeFromBlock(document, list, gone);
}

function removeFromBlock(document: Document, list: WrittenList, gone: readonly TextRange[]): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const entry of gone) {
    const start = lineStart(document, entry.start);
    const before = document.text.slice(start, entry.start);
    const behind = document.text.slice(entry.end, document.lineEnd(document.lineOf(entry.end)));
    const isAlone = (list.map ? /^[ \t]*$/ : /^[ \t]*-[ \t]+$/).test(before) && /^[ \t]*(?:#.*)?$/.test(behind);
    if (!isAlone) return undefined;
    edits.push({ range: { start, end: nextLine(document, entry.end) }, newText: "" });
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

function add(document: Document, _app: ScopeApp, names: readonly string[]): readonly TextEdit[] | undefined {
  const manifest = forgeManifest(document);
  if (!manifest) return undefined;
  const list = scopeList(document);
  const last = list?.entries.at(-1);
  if (list && last) return list.flow ? addToFlow(document, list, last, names) : addToBlock(document, list, last, names);
  const permissions = memberNamed(manifest, "permissions");
  if (list) return fillEmpty(document, list, names);
  if (memberNamed(valueAt(manifest, "permissions"), "scopes")) return undefined;
  return permissions ? addList(document, permissions, names) : addPermissions(document, manifest, names);
}

function written(names: readonly string[], quote: string, map: boolean): string[] {
  return names.map((name) => `${quote}${name}${quote}${map ? ": {}" : ""}`);
}

function quoteAt({ text }: Document, { start }: TextRange): string {
  const quote = text.charAt(start);
  return quote === '"' || quote === "'" ? quote : "";
}

function addToBlock(document: Document, { map }: WrittenList, last: TextRange, names: readonly string[]): readonly TextEdit[] | undefined {
  const prefix = document.text.slice(lineStart(document, last.start), last.start);
  if (!(map ? /^[ \t]*$/ : /^[ \t]*-[ \t]+$/).test(prefix)) return undefined;
  const end = document.lineEnd(document.lineOf(last.end));
  const lines = written(names, quoteAt(document, last), map).map((entry) => document.lineBreak + prefix + entry);
  return [{ range: { start: end, end }, newText: lines.join("") }];
}

function addToFlow(document: Document, { map }: WrittenList, last: TextRange, names: readonly string[]): readonly TextEdit[] {
  const newText = written(names, quoteAt(document, last), map).map((entry) => `, ${entry}`).join("");
  return [{ range: { start: last.end, end: last.end }, newText }];
}

function fillEmpty(document: Document, list: WrittenList, names: readonly string[]): readonly TextEdit[] {
  if (list.flow) return [{ range: list.node.range, newText: `[${names.join(", ")}]` }];
  const indent = document.text.slice(lineStart(document, list.key.range.start), list.key.range.start).replace(/[^ \t]/g, " ");
  return [{ range: { start: list.valueStart, end: list.valueStart }, newText: names.map((name) => `${document.lineBreak}${indent}  - ${name}`).join("") }];
}

/** `permissions` without `scopes`. */
function addList(document: Document, permissions: DataMember, names: readonly string[]): readonly TextEdit[] | undefined {
  const first = permissions.value.kind === "object" ? permissions.value.members[0] : undefined;
  const { lineBreak } = document;
  if (!first) return undefined;
  const start = lineStart(document, first.range.start);
  const indent = document.text.slice(start, first.range.start);
  if (!/^[ \t]+$/.test(indent)) return undefined;
  return [{ range: { start, end: start }, newText: `${indent}scopes:${lineBreak}${names.map((name) => `${indent}  - ${name}${lineBreak}`).join("")}` }];
}

function addPermissions(document: Document, manifest: DataObject, names: readonly string[]): readonly TextEdit[] | undefined {
  const app = memberNamed(manifest, "app");
  if (!app || app.range.start !== lineStart(document, app.range.start)) return undefined;
  const { lineBreak } = document;
  const start = app.range.start;
  return [{ range: { start, end: start }, newText: `permissions:${lineBreak}  scopes:${lineBreak}${names.map((name) => `    - ${name}${lineBreak}`).join("")}` }];
}

/** Edits of `permissions.scopes`: comments on lines of their own stay, one behind a name goes with it. */
export const manifestEditor: ScopeEditor = {
  remove,
  add,
  replace: (_document, { place }, name) => [{ range: place.range, newText: name }],
};
