import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { isElsewhere } from "./images.ts";
import { rangeOf, type Node } from "./nodes.ts";

/** White space and comments, so that the next token can be found. Each alternative starts differently, so it is linear. */
const blank = /(?:\s|\/\/[^\n\r]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*/y;

/** The first offset at or behind `from` that is neither white space nor in a comment. */
function skipBlank(text: string, from: number): number {
  blank.lastIndex = from;
  blank.exec(text);
  return blank.lastIndex < from ? from : blank.lastIndex;
}

function indentOf(document: Document, offset: number): string {
  const start = document.lines[document.lineOf(offset)] ?? 0;
  return /^[ \t]*/.exec(document.text.slice(start, offset))?.[0] ?? "";
}

/** The comma behind an element, or undefined. */
function commaAfter(text: string, node: Node): number | undefined {
  const at = skipBlank(text, node.range[1]);
  return text[at] === "," ? at : undefined;
}

/**
 * Adds `source` (such as `httpOnly: true`) as the last property of an object literal, in the way the
 * literal is written: on a line of its own or not, with a trailing comma or without. Comments stay.
 * Undefined where the literal is not closed, or in another file.
 */
export function insertProperty(document: Document, literal: TSESTree.ObjectExpression, source: string): TextEdit | undefined {
  const { text } = document;
  const close = literal.range[1] - 1;
  if (isElsewhere(literal) || text[close] !== "}" || close === literal.range[0]) return undefined;
  const last = literal.properties.at(-1);
  if (!last) return insertFirst(document, literal, source);
  const comma = commaAfter(text, last);
  const end = comma === undefined ? last.range[1] : comma + 1;
  const isOnOwnLine = document.lineOf(last.range[0]) > document.lineOf(literal.range[0]) && document.lineOf(close) > document.lineOf(last.range[1]);
  const lead = comma === undefined ? "," : "";
  if (!isOnOwnLine) {
    const newText = `${lead} ${source}${comma === undefined ? "" : ","}`;
    return { range: { start: end, end }, newText };
  }
  const line = `${document.lineBreak}${indentOf(document, last.range[0])}${source}${comma === undefined ? "" : ","}`;
  const behind = behindComment(document, end);
  if (behind === end) return { range: { start: end, end }, newText: lead + line };
  // A comment that belongs to the last property stays on its line, the comma goes before it.
  return { range: { start: end, end: behind }, newText: lead + text.slice(end, behind) + line };
}

/** The end of a comment that follows on the same line, else `offset`. */
function behindComment(document: Document, offset: number): number {
  const lineEnd = document.lineEnd(document.lineOf(offset));
  const rest = document.text.slice(offset, lineEnd);
  return /^[ \t]*(?:\/\/|\/\*(?:[^*]|\*(?!\/))*\*\/[ \t]*$)/.test(rest) ? lineEnd : offset;
}

function insertFirst(document: Document, literal: TSESTree.ObjectExpression, source: string): TextEdit {
  const { text } = document;
  const close = literal.range[1] - 1;
  const inner = text.slice(literal.range[0] + 1, close);
  if (inner.trim() === "") return { range: { start: literal.range[0] + 1, end: close }, newText: ` ${source} ` };
  // Only comments: the property goes behind them, on its own line where the last may be a line comment.
  const indent = indentOf(document, close);
  const lineStart = text.slice(document.lines[document.lineOf(close)] ?? 0, close);
  if (lineStart.trim() !== "") return { range: { start: close, end: close }, newText: `${inner.endsWith(" ") ? "" : " "}${source} ` };
  return { range: { start: close, end: close }, newText: `  ${source}${document.lineBreak}${indent}` };
}

/** Replaces an expression. An edit of something in another file takes its fix away: see `isStandIn`. */
export function replaceNode(node: Node, source: string): TextEdit {
  return { range: rangeOf(node), newText: source };
}

/** Takes a property out of an object literal with its comma, and its line where it stands alone on it. */
export function removeProperty(document: Document, literal: TSESTree.ObjectExpression, property: Node): TextEdit {
  if (isElsewhere(property)) return { range: rangeOf(property), newText: "" };
  const { text } = document;
  const index = literal.properties.findIndex((one) => one === property);
  const comma = commaAfter(text, property);
  const [start] = property.range;
  let [, end] = property.range;
  if (comma !== undefined) end = comma + 1;
  const lineStart = document.lines[document.lineOf(start)] ?? 0;
  const lineEnd = document.lineEnd(document.lineOf(end));
  const isAlone = text.slice(lineStart, start).trim() === "" && text.slice(end, lineEnd).trim() === "";
  const before = literal.properties[index - 1];
  // The last one without a comma of its own takes the one before with it.
  if (comma === undefined && before) {
    const previous = commaAfter(text, before);
    const between = previous === undefined ? "" : text.slice(previous + 1, start);
    if (previous !== undefined && between.trim() === "") return { range: { start: previous, end }, newText: "" };
  }
  if (isAlone) return { range: { start: lineStart, end: document.lines[document.lineOf(end) + 1] ?? lineEnd }, newText: "" };
  while (text[end] === " ") end++;
  if (text[end] === "}" && before && text[start - 1] === " ") end--;
  return { range: { start, end }, newText: "" };
}

/** Adds `source` as the last argument of a call. Undefined where the call is not closed. */
export function addArgument(document: Document, call: TSESTree.CallExpression | TSESTree.NewExpression, source: string): TextEdit | undefined {
  const { text } = document;
  const close = call.range[1] - 1;
  if (isElsewhere(call) || text[close] !== ")") return undefined;
  const last = call.arguments.at(-1);
  if (!last) {
    const open = skipBlank(text, (call.typeArguments ?? call.callee).range[1]);
    const at = text.startsWith("?.", open) ? skipBlank(text, open + 2) : open;
    return text[at] === "(" ? { range: { start: at + 1, end: at + 1 }, newText: source } : undefined;
  }
  const comma = commaAfter(text, last);
  const end = comma === undefined ? endOfArgument(text, last, close) : comma + 1;
  const isOnOwnLine = document.lineOf(last.range[0]) > document.lineOf(call.callee.range[1]) && document.lineOf(close) > document.lineOf(last.range[1]);
  const gap = isOnOwnLine ? document.lineBreak + indentOf(document, last.range[0]) : " ";
  return { range: { start: end, end }, newText: comma === undefined ? `,${gap}${source}` : `${gap}${source},` };
}

/** The last argument may stand in parentheses, which are not in the tree. */
function endOfArgument(text: string, last: Node, close: number): number {
  let end = last.range[1];
  for (let at = skipBlank(text, end); at < close && text[at] === ")"; at = skipBlank(text, end)) end = at + 1;
  return end;
}
