import type { Node } from "jsonc-parser";
import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import type { DataMember, DataNode, DataString } from "../data/dataNode.ts";
import { jsonSyntax } from "./syntax.ts";

/** The value of a JSON document, or undefined where it holds none. */
export function jsonData(document: Document): DataNode | undefined {
  const { root } = document.syntax(jsonSyntax);
  return root && dataOf(root, document.text);
}

function dataOf(node: Node, text: string): DataNode {
  const range = { start: node.offset, end: node.offset + node.length };
  const children = node.children ?? [];
  let made: readonly DataMember[] | undefined;
  let items: readonly DataNode[] | undefined;
  switch (node.type) {
    case "object":
      return { kind: "object", range, complete: true, get members() {
        return (made ??= children.flatMap((property) => memberOf(property, text)));
      } };
    case "array":
      return { kind: "array", range, complete: true, get items() {
        return (items ??= children.map((item) => dataOf(item, text)));
      } };
    case "string":
      return stringOf(node, text);
    case "number":
    case "boolean":
    case "null":
      return { kind: "other", range, value: node.value as number | boolean | null };
    default:
      return { kind: "other", range, value: undefined };
  }
}

function memberOf(property: Node, text: string): DataMember[] {
  const [key, value] = property.children ?? [];
  if (key?.type !== "string" || !value) return [];
  const name = stringOf(key, text);
  const range = { start: property.offset, end: property.offset + property.length };
  return [{ name: name.value, nameRange: name.range, value: dataOf(value, text), range }];
}

function stringOf(node: Node, text: string): DataString {
  const value = typeof node.value === "string" ? node.value : "";
  const range = insideQuotes(node, text);
  return { kind: "string", value, range, verbatim: text.slice(range.start, range.end) === value };
}

/** A string that broken text leaves open has no closing quote. */
function insideQuotes(node: Node, text: string): TextRange {
  const start = node.offset + 1;
  const end = node.offset + node.length;
  const closed = node.length > 1 && text[end - 1] === '"';
  return { start, end: Math.max(start, closed ? end - 1 : end) };
}
