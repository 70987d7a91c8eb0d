import type { Document, LanguageId } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { contains, type TextRange } from "../../core/text.ts";
import { memberNamed, type DataMember, type DataNode, type DataObject } from "../data/dataNode.ts";

/** A value that an edit writes. */
export type NewValue = string | number | boolean | readonly NewValue[] | { readonly [name: string]: NewValue };

/** Texts that YAML reads as texts without quotes, and as nothing else. */
const plainText = /^(?:[A-Za-z_/.][\w/.-]*|\d+(?:m|[KMGT]i?))$/;
const otherMeaning = /^(?:true|false|yes|no|on|off|null|y|n)$|^\.\d/i;

/**
 * Sets the value at the end of a path of names below an object of YAML or JSON: what exists is kept, what is missing
 * is written in the notation and indentation of the mapping it goes into. Undefined where the text leaves no place.
 */
export function setAt(document: Document, object: DataObject, path: readonly string[], value: NewValue): TextEdit | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const member = memberNamed(object, name);
  const below = rest.reduceRight<NewValue>((inner, outer) => ({ [outer]: inner }), value);
  if (!member) return addMember(document, object, name, below);
  // What a merge key or an alias brings in is written elsewhere, for others too.
  if (!contains(object.range, member.range) || !contains(object.range, member.value.range)) return undefined;
  if (member.value.kind === "object" && rest.length > 0) return setAt(document, member.value, rest, value);
  return replaceValue(document, member, below);
}

/** Adds a member to a mapping, behind the first one that stands on a line of its own, comments kept. */
export function addMember(document: Document, object: DataObject, name: string, value: NewValue): TextEdit | undefined {
  const { text } = document;
  if (isFlow(document, object)) {
    const at = object.range.start + 1;
    const isEmpty = object.members.length === 0;
    const inner = /^\s*/.exec(text.slice(at, object.range.end))?.[0] ?? "";
    const source = `${document.language === "json" ? JSON.stringify(name) : name}: ${flow(value, document.language)}`;
    return { range: { start: at, end: at }, newText: isEmpty ? source : `${inner}${source},` };
  }
  const own = object.members.filter((member) => contains(object.range, member.range));
  const first = own[0];
  if (!first) return undefined;
  const column = document.positionAt(first.range.start).character;
  const lines = block(name, value, document);
  const short = own.find((member) => isOneLine(document, member));
  const indent = " ".repeat(column);
  if (!short) {
    const source = lines.join(document.lineBreak + indent) + document.lineBreak + indent;
    return { range: { start: first.range.start, end: first.range.start }, newText: source };
  }
  const end = document.lineEnd(document.lineOf(short.range.end));
  return { range: { start: end, end }, newText: lines.map((line) => document.lineBreak + indent + line).join("") };
}

/** Replaces a member's value; a block is written below the name. */
export function replaceValue(document: Document, member: DataMember, value: NewValue): TextEdit | undefined {
  const { kind } = member.value;
  const range = member.value.kind === "string" ? quoted(document, member.value.range) : member.value.range;
  const isWritten = range.end > range.start;
  if (typeof value !== "object" && (kind === "string" || kind === "other")) {
    return { range, newText: `${isWritten ? "" : document.text[range.start - 1] === ":" ? " " : ": "}${flow(value, document.language)}` };
  }
  if (isWritten && (kind === "object" || kind === "array") && !isFlowText(document, range)) return undefined;
  const column = document.positionAt(member.range.start).character;
  const [, ...lines] = block("x", value, document);
  if (document.language === "json" || lines.length === 0) return { range, newText: flow(value, document.language) };
  const at = document.text.lastIndexOf(":", range.start);
  return {
    range: { start: at + 1, end: range.end > at ? range.end : at + 1 },
    newText: lines.map((line) => document.lineBreak + " ".repeat(column) + line).join(""),
  };
}

/** Takes a member out, with the comment behind it. Undefined where its mapping would be left empty. */
export function removeMember(document: Document, object: DataObject, member: DataMember): TextEdit | undefined {
  const { text } = document;
  const at = object.members.indexOf(member);
  if (at < 0 || object.members.length < 2 || !contains(object.range, member.range)) return undefined;
  const next = object.members[at + 1];
  if (isFlow(document, object)) {
    if (next) return { range: { start: member.range.start, end: next.range.start }, newText: "" };
    const before = object.members[at - 1];
    return before && { range: { start: before.range.end, end: endOf(text, member.range) }, newText: "" };
  }
  const lineStart = document.lines[document.lineOf(member.range.start)] ?? 0;
  // The first pair of a list's item shares its line with the dash, which stays.
  if (text.slice(lineStart, member.range.start).trim() !== "") {
    return next && { range: { start: member.range.start, end: next.range.start }, newText: "" };
  }
  const lastLine = document.lineOf(endOf(text, member.range));
  return { range: { start: lineStart, end: document.lines[lastLine + 1] ?? text.length }, newText: "" };
}

/** Takes an item out of a list. Undefined where it is the only one. */
export function removeItem(document: Document, items: readonly DataNode[], item: DataNode): TextEdit | undefined {
  const at = items.indexOf(item);
  if (at < 0 || items.length < 2) return undefined;
  const range = item.kind === "string" ? quoted(document, item.range) : item.range;
  const lineStart = document.lines[document.lineOf(range.start)] ?? 0;
  if (/^[ \t]*-[ \t]+$/.test(document.text.slice(lineStart, range.start))) {
    const lastLine = document.lineOf(endOf(document.text, range));
    return { range: { start: lineStart, end: document.lines[lastLine + 1] ?? document.text.length }, newText: "" };
  }
  const next = items[at + 1];
  const before = items[at - 1];
  if (next) return { range: { start: range.start, end: next.kind === "string" ? quoted(document, next.range).start : next.range.start }, newText: "" };
  if (!before) return undefined;
  const start = before.kind === "string" ? quoted(document, before.range).end : before.range.end;
  return { range: { start, end: range.end }, newText: "" };
}

/** The range of a text with its quotes. */
export function quoted({ text }: Document, range: TextRange): TextRange {
  const quote = text[range.start - 1];
  const isQuoted = (quote === '"' || quote === "'") && text[range.end] === quote;
  return isQuoted ? { start: range.start - 1, end: range.end + 1 } : range;
}

/** The end of what is written, without the line breaks and comments that the range of a block takes along. */
function endOf(text: string, { start, end }: TextRange): number {
  const written = text.slice(start, end);
  return start + written.replace(/\s+$/, "").length;
}

function isOneLine(document: Document, { range, value }: DataMember): boolean {
  if (value.kind === "object" || value.kind === "array" || value.range.end <= value.range.start) return false;
  return document.lineOf(range.start) === document.lineOf(range.end) && !/[|>]/.test(document.text.slice(range.start, range.end).slice(-1));
}

function isFlow(document: Document, object: DataObject): boolean {
  return document.text[object.range.start] === "{";
}

function isFlowText({ text }: Document, range: TextRange): boolean {
  return text[range.start] === "{" || text[range.start] === "[";
}

function flow(value: NewValue, language: LanguageId): string {
  if (typeof value === "string") return language !== "json" && plainText.test(value) && !otherMeaning.test(value) ? value : JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  if (language === "json") return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => flow(item, language)).join(", ")}]`;
  return `{ ${Object.entries(value).map(([name, inner]) => `${name}: ${flow(inner, language)}`).join(", ")} }`;
}

/** The lines of a member, indented by two spaces a level. */
function block(name: string, value: NewValue, document: Document): string[] {
  if (typeof value !== "object") return [`${name}: ${flow(value, document.language)}`];
  if (isList(value)) {
    const items = value.flatMap((item) => {
      if (typeof item !== "object" || isList(item)) return [`  - ${flow(item, document.language)}`];
      const lines = Object.entries(item).flatMap(([inner, below]) => block(inner, below, document));
      return lines.map((line, at) => `${at === 0 ? "  - " : "    "}${line}`);
    });
    return [`${name}:`, ...items];
  }
  const inner = Object.entries(value).flatMap(([key, below]) => block(key, below, document).map((line) => `  ${line}`));
  return inner.length === 0 ? [`${name}: {}`] : [`${name}:`, ...inner];
}

function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}
