import type { TextRange } from "../../core/text.ts";
import type { PhpArgument, PhpEntry, PhpNode, PhpPlace, PhpText } from "./nodes.ts";
import { childOf, childrenOf, nameOf, rawRange, type RawNode } from "./raw.ts";

/** Makes nodes of the parser's ones, each once. */
export interface Conversion {
  readonly text: string;
  readonly placeOf: (node: RawNode) => PhpPlace;
  readonly made: Map<RawNode, PhpNode>;
}

/** The expression that a node of the parser's tree stands for. */
export function expressionOf(node: RawNode | undefined, conversion: Conversion): PhpNode {
  if (!node) return { kind: "other", range: { start: 0, end: 0 }, place: {} };
  const known = conversion.made.get(node);
  if (known) return known;
  const made = convert(node, conversion);
  conversion.made.set(node, made);
  return made;
}

function convert(node: RawNode, conversion: Conversion): PhpNode {
  const placed = { range: rawRange(node, conversion.text), place: conversion.placeOf(node) };
  const part = (key: string): PhpNode => expressionOf(childOf(node, key), conversion);
  const parts = (key: string): PhpNode[] => childrenOf(node, key).map((child) => expressionOf(child, conversion));
  switch (node.kind) {
    case "string":
    case "nowdoc":
      return textOf(node, placed, conversion.text);
    case "encapsed":
      return { kind: "joined", parts: childrenOf(node, "value").map((one) => expressionOf(childOf(one, "expression") ?? one, conversion)), ...placed };
    case "bin":
      return binary(node, placed, conversion);
    case "number":
      return { kind: "literal", value: Number(node["value"]), ...placed };
    case "boolean":
      return { kind: "literal", value: node["value"] === true, ...placed };
    case "nullkeyword":
      return { kind: "literal", value: null, ...placed };
    case "unary":
      return negated(node["type"], part("what"), placed);
    case "array":
      return { kind: "array", entries: childrenOf(node, "items").map((item) => entryOf(item, conversion)), ...placed };
    case "name":
    case "identifier":
    case "selfreference":
    case "staticreference":
    case "parentreference":
      return { kind: "name", name: nameOf(node) ?? "", ...placed };
    case "variable": {
      const name = node["name"];
      return typeof name === "string" ? { kind: "variable", name, ...placed } : { kind: "other", ...placed };
    }
    case "propertylookup":
    case "nullsafepropertylookup":
    case "staticlookup": {
      const offset = childOf(node, "offset");
      const isWritten = offset?.kind === "identifier" || (node.kind === "staticlookup" && offset?.kind === "variable");
      return { kind: "member", object: part("what"), name: isWritten ? nameOf(offset) : undefined, isStatic: node.kind === "staticlookup", ...placed };
    }
    case "offsetlookup":
      return { kind: "element", object: part("what"), ...(childOf(node, "offset") && { key: part("offset") }), ...placed };
    case "call":
    case "new": {
      const list = childrenOf(node, "arguments").map((one) => argumentOf(one, conversion));
      return { kind: "call", callee: part("what"), isNew: node.kind === "new", arguments: list, ...placed };
    }
    case "assign":
    case "assignref":
      return { kind: "assignment", target: part("left"), value: part("right"), operator: typeof node["operator"] === "string" ? node["operator"] : "=", ...placed };
    case "retif":
      return { kind: "choice", options: [childOf(node, "trueExpr") ? part("trueExpr") : part("test"), part("falseExpr")], ...placed };
    case "match":
      return { kind: "choice", options: childrenOf(node, "arms").map((arm) => expressionOf(childOf(arm, "body"), conversion)), ...placed };
    case "list":
      return { kind: "array", entries: [], ...placed };
    case "cast":
      return node["type"] === "string" ? part("expr") : { kind: "other", ...placed };
    case "silent":
      return part("expr");
    case "encapsedpart":
      return part("expression");
    default:
      // What stands inside is met by the walk over the whole tree.
      parts("arguments");
      return { kind: "other", ...placed };
  }
}

type Placed = Pick<PhpNode, "range" | "place">;

function textOf(node: RawNode, placed: Placed, text: string): PhpText {
  const value = typeof node["value"] === "string" ? node["value"] : "";
  const { start, end } = placed.range;
  const quote = text.charAt(start);
  const isQuoted = (quote === "'" || quote === '"') && end - start > 1 && text.charAt(end - 1) === quote;
  return { kind: "text", value, inner: isQuoted ? { start: start + 1, end: end - 1 } : heredocInner(placed.range, value, text), ...placed };
}

/** Of a text without quotes of its own, such as a part of a larger one, what stands there as its value says. */
function heredocInner(range: TextRange, value: string, text: string): TextRange {
  const at = value === "" ? -1 : text.slice(range.start, range.end).indexOf(value);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + value.length };
}

/** Long sums nest once for each dot: the left side is walked. */
function binary(node: RawNode, placed: Placed, conversion: Conversion): PhpNode {
  const type = node["type"];
  if (type === "??") {
    const options = [childOf(node, "left"), childOf(node, "right")].map((one) => expressionOf(one, conversion));
    return { kind: "choice", options, ...placed };
  }
  if (type !== ".") return { kind: "other", ...placed };
  const operands: RawNode[] = [];
  let left: RawNode | undefined = node;
  while (left?.kind === "bin" && left["type"] === ".") {
    const right = childOf(left, "right");
    if (right) operands.unshift(right);
    left = childOf(left, "left");
  }
  if (left) operands.unshift(left);
  return { kind: "joined", parts: operands.map((one) => expressionOf(one, conversion)), ...placed };
}

function negated(operator: unknown, inner: PhpNode, placed: Placed): PhpNode {
  if (inner.kind !== "literal") return { kind: "other", ...placed };
  if (operator === "-" && typeof inner.value === "number") return { kind: "literal", value: -inner.value, ...placed };
  return operator === "!" ? { kind: "literal", value: !inner.value, ...placed } : { kind: "other", ...placed };
}

function entryOf(item: RawNode, conversion: Conversion): PhpEntry {
  if (item.kind !== "entry") return { value: expressionOf(item, conversion), isSpread: item.kind === "variadic", range: rawRange(item, conversion.text) };
  const key = childOf(item, "key");
  return {
    ...(key && { key: expressionOf(key, conversion) }),
    value: expressionOf(childOf(item, "value"), conversion),
    isSpread: item["unpack"] === true,
    range: rawRange(item, conversion.text),
  };
}

function argumentOf(node: RawNode, conversion: Conversion): PhpArgument {
  if (node.kind === "variadic") return { value: expressionOf(childOf(node, "what"), conversion), isSpread: true };
  if (node.kind !== "namedargument") return { value: expressionOf(node, conversion), isSpread: false };
  const name = nameOf(node["name"]);
  return { ...(name !== undefined && { name }), value: expressionOf(childOf(node, "value"), conversion), isSpread: false };
}
