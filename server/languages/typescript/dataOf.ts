import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import type { DataMember, DataNode } from "../data/dataNode.ts";
import { constantOf, type Constant } from "./constants.ts";
import { rangeOf, type Node } from "./nodes.ts";
import { objectsOf, type ObjectProperty } from "./objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "./syntax.ts";

/**
 * The data that an expression stands for, constants and spreads of the same file followed. What may be
 * several values, or comes from elsewhere, is unknown.
 */
export function typescriptData(expression: Node, document: Document): DataNode {
  return dataOf(constantOf(expression, document.syntax(typescriptSyntax)), document);
}

function dataOf(constant: Constant, document: Document): DataNode {
  const syntax = document.syntax(typescriptSyntax);
  const range = rangeOf(constant.node);
  let items: readonly DataNode[] | undefined;
  switch (constant.kind) {
    case "string": {
      const inner = insideQuotes(constant.node, document.text);
      const verbatim = document.text.slice(inner.start, inner.end) === constant.value;
      return { kind: "string", value: constant.value, range: inner, verbatim };
    }
    case "number":
    case "boolean":
      return { kind: "other", range, value: constant.value };
    case "null":
      return { kind: "other", range, value: null };
    case "array":
      return { kind: "array", range, complete: !constant.open, get items() {
        return (items ??= constant.elements.map((element) => dataOf(element, document)));
      } };
    case "object":
      return objectAt(constant.node, document, syntax);
    default:
      return { kind: "other", range, value: undefined };
  }
}

function objectAt(node: Node, document: Document, syntax: TypeScriptSyntax): DataNode {
  const range = rangeOf(node);
  const [object, ...others] = objectsOf(node, syntax);
  if (!object || others.length > 0) return { kind: "other", range, value: undefined };
  let members: readonly DataMember[] | undefined;
  return { kind: "object", range, complete: !object.open, get members() {
    return (members ??= [...object.properties.values()].flatMap((property) => memberOf(property, document)));
  } };
}

function memberOf({ name, values, definite }: ObjectProperty, document: Document): DataMember[] {
  const [given, ...others] = values;
  if (!given) return [];
  const range = rangeOf(given.node);
  const known = others.length === 0 && definite ? given.value : undefined;
  const value: DataNode = known ? typescriptData(known, document) : { kind: "other", range, value: undefined };
  return [{ name, nameRange: nameRangeOf(given.node, document.text), value, range }];
}

function nameRangeOf(node: Node, text: string): TextRange {
  return node.type === "Property" ? insideQuotes(node.key, text) : rangeOf(node);
}

function insideQuotes(node: Node, text: string): TextRange {
  const { start, end } = rangeOf(node);
  const quote = text.charAt(start);
  const isQuoted = (node.type === "Literal" || node.type === "TemplateLiteral") && "\"'`".includes(quote) && end - start > 1;
  return isQuoted && text.charAt(end - 1) === quote ? { start: start + 1, end: end - 1 } : { start, end };
}
