import type { TSESTree } from "@typescript-eslint/types";
import { isGlobal } from "./bindings.ts";
import { follow, type Bindings, type Walk } from "./following.ts";
import { imageOf } from "./images.ts";
import { memberName } from "./keys.ts";
import type { Node } from "./nodes.ts";
import { newReading } from "./objects.ts";
import type { TypeScriptSyntax } from "./trees.ts";

/**
 * What an expression is known to be. `node` is where it stands in the text: the literal, not the name that holds it. Of
 * what another file gives it is the name in this one.
 */
export type Constant =
  | { readonly kind: "string"; readonly value: string; readonly node: Node }
  | { readonly kind: "number"; readonly value: number; readonly node: Node }
  | { readonly kind: "boolean"; readonly value: boolean; readonly node: Node }
  | { readonly kind: "null" | "undefined"; readonly node: Node }
  | { readonly kind: "regex"; readonly pattern: string; readonly flags: string; readonly node: Node }
  /** A text with unknown parts; two known parts never follow one another. */
  | { readonly kind: "template"; readonly parts: readonly TextPart[]; readonly node: Node }
  /** `open` where a spread may add elements. */
  | { readonly kind: "array"; readonly elements: readonly Constant[]; readonly open: boolean; readonly node: Node }
  /** An object literal: read it with `propertiesOf`. */
  | { readonly kind: "object"; readonly node: Node }
  /** One of these; none of them is an either. */
  | { readonly kind: "either"; readonly options: readonly Constant[]; readonly node: Node }
  /** Nothing is known: `node` is the expression that could not be followed. */
  | { readonly kind: "unknown"; readonly node: Node };

/** A part of a text: what is known of it, and where. */
export interface TextPart {
  /** Undefined where it cannot be known. */
  readonly text: string | undefined;
  readonly node: Node;
}

/** Branches double what a text may be; beyond this many it counts as unknown. */
const maximumOptions = 16;
/** Deeper nesting than this is generated code. */
const maximumDepth = 60;

/**
 * What an expression is known to be, following bindings, members, branches and texts put together. `bindings` are those of
 * an inlined call, for what stands in it.
 */
export function constantOf(expression: Node, syntax: TypeScriptSyntax, bindings?: Bindings): Constant {
  return evaluate(expression, newReading(syntax, bindings), maximumDepth);
}

/** All single things a constant may be: the options of an either, else itself. */
export function optionsOf(constant: Constant): readonly Constant[] {
  return constant.kind === "either" ? constant.options : [constant];
}

/** The text where an expression is exactly one known string, else undefined. */
export function stringOf(expression: Node, syntax: TypeScriptSyntax): string | undefined {
  const constant = constantOf(expression, syntax);
  return constant.kind === "string" ? constant.value : undefined;
}

function evaluate(expression: Node, walk: Walk, depth: number): Constant {
  if (depth === 0) return { kind: "unknown", node: expression };
  const alternatives = follow(expression, walk);
  const constants = alternatives.map(({ node, place }) => standingAt(evaluateEnd(node, walk, depth - 1), place));
  return either(constants, expression);
}

/** What another file gives stands where this one names it. */
function standingAt(constant: Constant, place: Node | undefined): Constant {
  if (!place) return constant;
  switch (constant.kind) {
    case "template":
      return { ...constant, node: place, parts: constant.parts.map(({ text }) => ({ text, node: place })) };
    case "array":
      return { ...constant, node: place, elements: constant.elements.map((element) => standingAt(element, place)) };
    case "either":
      return { ...constant, node: place, options: constant.options.map((option) => standingAt(option, place)) };
    case "object":
      return { ...constant, node: imageOf(constant.node, place) };
    default:
      return { ...constant, node: place };
  }
}

function either(constants: readonly Constant[], node: Node): Constant {
  const options = [...new Set(constants.flatMap(optionsOf))];
  const [first] = options;
  if (first && options.length === 1) return first;
  return options.length === 0 || options.length > maximumOptions ? { kind: "unknown", node } : { kind: "either", options, node };
}

function evaluateEnd(node: Node, walk: Walk, depth: number): Constant {
  switch (node.type) {
    case "Literal":
      return ofLiteral(node);
    case "TemplateLiteral":
      return ofTemplate(node, walk, depth);
    case "BinaryExpression":
      return node.operator === "+" ? ofSum(node, walk, depth) : { kind: "unknown", node };
    case "UnaryExpression":
      return ofUnary(node, walk, depth);
    case "ArrayExpression":
      return ofArray(node, walk, depth);
    case "ObjectExpression":
      return { kind: "object", node };
    case "Identifier":
      return isGlobal(node, "undefined", walk.syntax) ? { kind: "undefined", node } : { kind: "unknown", node };
    case "CallExpression":
      return ofCall(node, walk, depth);
    default:
      return { kind: "unknown", node };
  }
}

function ofLiteral(node: TSESTree.Literal): Constant {
  if ("regex" in node) return { kind: "regex", pattern: node.regex.pattern, flags: node.regex.flags, node };
  const { value } = node;
  if (typeof value === "string") return { kind: "string", value, node };
  if (typeof value === "number") return { kind: "number", value, node };
  if (typeof value === "boolean") return { kind: "boolean", value, node };
  return node.raw === "null" ? { kind: "null", node } : { kind: "unknown", node };
}

function ofUnary(node: TSESTree.UnaryExpression, walk: Walk, depth: number): Constant {
  const unknown: Constant = { kind: "unknown", node };
  if (node.operator === "void") return { kind: "undefined", node };
  const value = evaluate(node.argument, walk, depth);
  if (node.operator === "-" && value.kind === "number") return { kind: "number", value: -value.value, node };
  if (node.operator !== "!") return unknown;
  if (value.kind === "boolean" || value.kind === "number" || value.kind === "string") return { kind: "boolean", value: !value.value, node };
  return value.kind === "null" || value.kind === "undefined" ? { kind: "boolean", value: true, node } : unknown;
}

function ofTemplate(node: TSESTree.TemplateLiteral, walk: Walk, depth: number): Constant {
  const pieces: Constant[] = [];
  node.quasis.forEach((quasi, index) => {
    pieces.push({ kind: "string", value: quasi.value.cooked ?? quasi.value.raw, node: quasi });
    const inserted = node.expressions[index];
    if (inserted) pieces.push(evaluate(inserted, walk, depth));
  });
  return joined(pieces, "", node);
}

/** Sums of many texts are nested once for each plus sign, deeper than the stack: the left side is walked. */
function ofSum(node: TSESTree.BinaryExpression, walk: Walk, depth: number): Constant {
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === "BinaryExpression" && left.operator === "+") {
    operands.unshift(left.right);
    left = left.left;
  }
  const pieces = [left, ...operands].map((operand) => evaluate(operand, walk, depth));
  const isText = pieces.some((piece) => piece.kind === "string" || piece.kind === "template" || (piece.kind === "either" && piece.options.some((one) => one.kind === "string")));
  return isText ? joined(pieces, "", node) : { kind: "unknown", node };
}

function ofArray(node: TSESTree.ArrayExpression, walk: Walk, depth: number): Constant {
  const elements: Constant[] = [];
  let open = false;
  for (const element of node.elements) {
    if (!element) elements.push({ kind: "undefined", node });
    else if (element.type !== "SpreadElement") elements.push(evaluate(element, walk, depth));
    else {
      const inner = evaluate(element.argument, walk, depth);
      if (inner.kind === "array") elements.push(...inner.elements);
      open ||= inner.kind !== "array" || inner.open;
    }
  }
  return { kind: "array", elements, open, node };
}

const textMethods: Readonly<Record<string, (text: string) => string>> = {
  toString: (text: string) => text,
  trim: (text) => text.trim(),
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
};

function ofCall(node: TSESTree.CallExpression, walk: Walk, depth: number): Constant {
  const unknown: Constant = { kind: "unknown", node };
  const { callee } = node;
  const [argument] = node.arguments;
  if (isGlobal(callee, "String", walk.syntax) && argument) return joined([evaluate(argument, walk, depth)], "", node);
  if (callee.type !== "MemberExpression") return unknown;
  const name = memberName(callee) ?? "";
  if (name !== "join" && name !== "concat" && !Object.hasOwn(textMethods, name)) return unknown;
  const receiver = evaluate(callee.object, walk, depth);
  const change = Object.hasOwn(textMethods, name) ? textMethods[name] : undefined;
  if (change) return receiver.kind === "string" ? { kind: "string", value: change(receiver.value), node: receiver.node } : unknown;
  const others = node.arguments.map((one) => evaluate(one, walk, depth));
  if (name === "concat") {
    if (receiver.kind === "string" || receiver.kind === "template") return joined([receiver, ...others], "", node);
    if (receiver.kind !== "array") return unknown;
    const elements = [receiver, ...others].flatMap((one) => (one.kind === "array" ? one.elements : [one]));
    return { kind: "array", elements, open: receiver.open || others.some((one) => one.kind === "unknown" || (one.kind === "array" && one.open)), node };
  }
  if (receiver.kind !== "array" || receiver.open) return unknown;
  const [separator] = others;
  if (!separator) return joined(receiver.elements, ",", node);
  return separator.kind === "string" ? joined(receiver.elements, separator.value, node) : unknown;
}

type Text = readonly TextPart[];

/** The texts that pieces give one after the other, each with every other where a piece may be several. */
function joined(pieces: readonly Constant[], separator: string, node: Node): Constant {
  let texts: Text[] = [[]];
  for (const [index, piece] of pieces.entries()) {
    const before: TextPart[] = index > 0 && separator !== "" ? [{ text: separator, node }] : [];
    const options = optionsOf(piece).map((one) => [...before, ...partsOf(one)]);
    const next = texts.flatMap((text) => options.map((option) => [...text, ...option]));
    // Too many branches: this piece counts as unknown, the others stay known.
    texts = next.length > maximumOptions ? texts.map((text) => [...text, ...before, { text: undefined, node: piece.node }]) : next;
  }
  return either(texts.map((text) => ofParts(text, node)), node);
}

/** The parts of a constant as a text: one unknown part where it is no text, number or truth value. */
function partsOf(constant: Constant): Text {
  switch (constant.kind) {
    case "string":
      return [{ text: constant.value, node: constant.node }];
    case "number":
    case "boolean":
      return [{ text: String(constant.value), node: constant.node }];
    case "null":
    case "undefined":
      return [{ text: constant.kind, node: constant.node }];
    case "template":
      return constant.parts;
    default:
      return [{ text: undefined, node: constant.node }];
  }
}

function ofParts(parts: Text, node: Node): Constant {
  const merged: TextPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.text === "") continue;
    if (last?.text !== undefined && part.text !== undefined) merged[merged.length - 1] = { text: last.text + part.text, node: last.node === part.node ? part.node : node };
    else merged.push(part);
  }
  if (merged.every((part) => part.text !== undefined)) {
    const [only] = parts.length === 1 ? parts : [];
    // A template without parts is one quasi, whose range misses the quotes: the template is what stands there.
    const place = only && only.node.type !== "TemplateElement" ? only.node : node;
    return { kind: "string", value: merged.map((part) => part.text).join(""), node: place };
  }
  return { kind: "template", parts: merged, node };
}
