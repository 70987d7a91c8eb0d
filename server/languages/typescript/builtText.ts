import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { isGlobal, variableOf } from "./bindings.ts";
import { methodCall, type Call } from "./calls.ts";
import { isElsewhere } from "./images.ts";
import { memberName } from "./keys.ts";
import { ancestorsOf, type Node } from "./nodes.ts";
import { alternativesOf, objectsOf } from "./objects.ts";
import { queryChanges } from "./queryChanges.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "./syntax.ts";

/** Stands for a part of a text that cannot be known. */
export const unknownPart = "\u0000";

/** A text that code puts together, each part with its place. Query strings are put together as well. */
export interface BuiltText {
  /** What is known of it, {@link unknownPart} for the rest. */
  readonly text: string;
  /** Where a part of the text stands in the document; undefined where it is not written in one piece. */
  rangeAt(start: number, end: number): TextRange | undefined;
}

interface Piece {
  readonly text: string;
  /** Where it is written; absent where code makes it. */
  readonly range?: TextRange;
}
type Pieces = readonly Piece[];

/** Branches multiply; beyond this many a part counts as unknown. */
const maximumTexts = 16;
/** Deeper nesting than this is generated code. */
const maximumDepth = 40;
/** Steps of one question: names may stand for sums of names, and so on, without end. */
const fuelOfOneQuestion = 2000;

/** What one question reads, and what it may still cost. */
interface Reading {
  readonly document: Document;
  readonly syntax: TypeScriptSyntax;
  fuel: number;
}

function newReading(document: Document): Reading {
  return { document, syntax: document.syntax(typescriptSyntax), fuel: fuelOfOneQuestion };
}

/** The texts that an expression may be, constants and branches followed: at least one. */
export function builtTexts(expression: Node, document: Document): readonly BuiltText[] {
  return textsOf(expression, newReading(document), maximumDepth).map((pieces) => builtText(pieces, document));
}

/** The query string that an object of parameters gives. */
export function builtQuery(parameters: Node, document: Document): readonly BuiltText[] {
  return queryOf(parameters, newReading(document), maximumDepth).map((pieces) => builtText(pieces, document));
}

/** A text that stands in the document as it is. */
export function writtenText(document: Document, range: TextRange): BuiltText {
  return builtText([{ text: document.text.slice(range.start, range.end), range }], document);
}

/** One text after the other. */
export function joinTexts(...texts: readonly BuiltText[]): BuiltText {
  return {
    text: texts.map((one) => one.text).join(""),
    rangeAt(start, end) {
      let before = 0;
      for (const one of texts) {
        if (start >= before && end <= before + one.text.length) return one.rangeAt(start - before, end - before);
        before += one.text.length;
      }
      return undefined;
    },
  };
}

function builtText(pieces: Pieces, document: Document): BuiltText {
  return joinTexts(...pieces.map(({ text, range }) => ({
    text,
    rangeAt: (start: number, end: number) => range && placeIn(document.text.slice(range.start, range.end), range.start, text, start, end),
  })));
}

/** Where a part of a text stands in its source. With escapes in it, only a part that occurs once can be told. */
function placeIn(source: string, offset: number, text: string, start: number, end: number): TextRange | undefined {
  if (source === text) return { start: offset + start, end: offset + end };
  const part = text.slice(start, end);
  const at = part === "" ? -1 : source.indexOf(part);
  if (at < 0 || source.includes(part, at + 1)) return undefined;
  return { start: offset + at, end: offset + at + part.length };
}

function unknown(): Pieces[] {
  return [[{ text: unknownPart }]];
}

function made(text: string): Pieces[] {
  return [[{ text }]];
}

function textsOf(expression: Node, reading: Reading, depth: number): Pieces[] {
  if (depth === 0 || reading.fuel-- <= 0) return unknown();
  const alternatives = alternativesOf(expression, reading.syntax);
  const texts = alternatives.flatMap(({ node }) => textsOfEnd(node, reading, depth - 1));
  return texts.length === 0 || texts.length > maximumTexts ? unknown() : texts;
}

/** Every text of one part with every text of the next. */
function together(parts: readonly Pieces[][]): Pieces[] {
  return parts.reduce<Pieces[]>((texts, part) => {
    const next = texts.flatMap((text) => part.map((one) => [...text, ...one]));
    return next.length > maximumTexts ? texts.map((text) => [...text, { text: unknownPart }]) : next;
  }, [[]]);
}

function textsOfEnd(node: Node, reading: Reading, depth: number): Pieces[] {
  switch (node.type) {
    case "Literal":
      return ofLiteral(node, reading);
    case "TemplateLiteral":
      return together(node.quasis.flatMap((quasi, index) => {
        const start = quasi.range[0] + 1;
        const { raw, cooked } = quasi.value;
        const text: Pieces[] = [[written(quasi, cooked ?? raw, { start, end: start + raw.length })]];
        const inserted = node.expressions[index];
        return inserted ? [text, textsOf(inserted, reading, depth)] : [text];
      }));
    case "BinaryExpression":
      return node.operator === "+" ? together(operandsOf(node).map((one) => textsOf(one, reading, depth))) : unknown();
    case "Identifier":
      return ofGrown(node, reading, depth);
    case "MemberExpression":
      return memberName(node) === "href" ? textsOf(node.object, reading, depth) : unknown();
    case "CallExpression":
      return ofCall(node, reading, depth);
    case "NewExpression":
      return ofNew(node, reading, depth);
    default:
      return unknown();
  }
}

/** A variable that starts with one text and gets others added with `+=`, in the order of the text. */
function ofGrown(node: TSESTree.Identifier, reading: Reading, depth: number): Pieces[] {
  const writes = variableOf(node, reading.syntax)?.references.filter((reference) => reference.isWrite()) ?? [];
  const parts = writes.flatMap((reference, index) => {
    const { parent } = reference.identifier;
    const isFirst = index === 0 && parent.type === "VariableDeclarator";
    const isAdded = index > 0 && parent.type === "AssignmentExpression" && parent.operator === "+=";
    return reference.writeExpr && (isFirst || isAdded) ? [textsOf(reference.writeExpr, reading, depth)] : [];
  });
  return parts.length > 1 && parts.length === writes.length ? together(parts) : unknown();
}

function ofLiteral(node: TSESTree.Literal, { document }: Reading): Pieces[] {
  const { value } = node;
  if (typeof value !== "string") return typeof value === "number" || typeof value === "boolean" ? made(String(value)) : unknown();
  const range = { start: node.range[0] + 1, end: node.range[1] - 1 };
  // In JSX an attribute is markup: `&amp;` stays as it is written.
  const isMarkup = node.parent.type === "JSXAttribute";
  return [[written(node, isMarkup ? document.text.slice(range.start, range.end) : value, range)]];
}

/** What another file writes has no place in this one. */
function written(node: Node, text: string, range: TextRange): Piece {
  return isElsewhere(node) ? { text } : { text, range };
}

/** Sums nest once for each plus sign, deeper than the stack: the left side is walked. */
function operandsOf(node: TSESTree.BinaryExpression): Node[] {
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === "BinaryExpression" && left.operator === "+") {
    operands.push(left.right);
    left = left.left;
  }
  return [left, ...operands.reverse()];
}

const passing: ReadonlySet<string> = new Set(["encodeURIComponent", "encodeURI", "String"]);
/** `qs.stringify`, `querystring.stringify`, `$.param`. */
const serialising: ReadonlySet<string> = new Set(["stringify", "param"]);

function ofCall(node: TSESTree.CallExpression, reading: Reading, depth: number): Pieces[] {
  const { callee } = node;
  const [argument] = node.arguments;
  if (callee.type === "Identifier") {
    const isPassing = passing.has(callee.name) && isGlobal(callee, callee.name, reading.syntax);
    return isPassing && argument ? textsOf(argument, reading, depth) : unknown();
  }
  const method = methodCall(node);
  if (!method) return unknown();
  if (method.name === "toString" || method.name === "trim") return textsOf(method.receiver, reading, depth);
  if (method.name === "concat") return together([method.receiver, ...node.arguments].map((one) => textsOf(one, reading, depth)));
  if (serialising.has(method.name) && argument && !isJson(method.receiver)) return queryOf(argument, reading, depth);
  if (method.name !== "join") return unknown();
  const separator = argument ? textsOf(argument, reading, depth) : made(",");
  const [array, ...others] = alternativesOf(method.receiver, reading.syntax);
  if (array?.node.type !== "ArrayExpression" || others.length > 0) return unknown();
  const elements = elementsOf(array.node, reading, depth);
  return together(elements.flatMap((element, index) => (index === 0 ? [element] : [separator, element])));
}

function isJson(receiver: Node): boolean {
  return receiver.type === "Identifier" && receiver.name === "JSON";
}

function elementsOf(array: TSESTree.ArrayExpression, reading: Reading, depth: number): Pieces[][] {
  if (depth === 0) return [unknown()];
  return array.elements.flatMap((element) => {
    if (!element) return [];
    if (element.type !== "SpreadElement") return [textsOf(element, reading, depth)];
    const [inner, ...others] = alternativesOf(element.argument, reading.syntax);
    return inner?.node.type === "ArrayExpression" && others.length === 0 ? elementsOf(inner.node, reading, depth - 1) : [unknown()];
  });
}

function ofNew(node: TSESTree.NewExpression, reading: Reading, depth: number): Pieces[] {
  const { syntax } = reading;
  const [argument, base] = node.arguments;
  if (isGlobal(node.callee, "URLSearchParams", syntax)) {
    const initial = argument ? queryOf(argument, reading, depth) : made("");
    return together([initial, ...laterParameters(node, false, reading, depth)]);
  }
  if (!isGlobal(node.callee, "URL", syntax) || !argument) return unknown();
  const address = base ? [textsOf(base, reading, depth), textsOf(argument, reading, depth)] : [textsOf(argument, reading, depth)];
  const later = laterParameters(node, true, reading, depth);
  return together(later.length > 0 ? [...address, made("?"), ...later] : address);
}

/** `a=1&b=2` of an object, of a list of pairs, or of a text. */
function queryOf(parameters: Node, reading: Reading, depth: number): Pieces[] {
  const { syntax } = reading;
  const [first, ...others] = alternativesOf(parameters, syntax);
  if (!first || depth === 0) return unknown();
  if (first.node.type === "ArrayExpression" && others.length === 0) {
    return together(first.node.elements.map((pair) => {
      const [name, value] = pair?.type === "ArrayExpression" ? pair.elements : [];
      return name && value ? parameter(textsOf(name, reading, depth), value, reading, depth) : unknown();
    }));
  }
  if (!others.concat(first).every(({ node }) => node.type === "ObjectExpression")) return textsOf(parameters, reading, depth);
  return objectsOf(parameters, syntax).flatMap(({ properties }) =>
    together([...properties.values()].flatMap(({ name, values }) => {
      const texts = values.flatMap(({ value, node }) => (value ? parameter(keyAt(name, node), value, reading, depth) : unknown()));
      return [texts];
    })),
  );
}

/** A parameter's name where an object has it as a key. */
function keyAt(name: string, node: Node): Pieces[] {
  return node.type === "Property" ? [[{ text: name, range: { start: node.key.range[0], end: node.key.range[1] } }]] : made(name);
}

function parameter(name: Pieces[], value: Node, reading: Reading, depth: number): Pieces[] {
  return together([made("&"), name, made("="), textsOf(value, reading, depth)]);
}

function laterParameters(value: Call, isAddress: boolean, reading: Reading, depth: number): Pieces[][] {
  return queryChanges(value, isAddress, reading.syntax).map(({ name, value: given }) =>
    name ? parameter(textsOf(name, reading, depth), given, reading, depth) : textsOf(given, reading, depth),
  );
}

/** Whether an expression is only a part of a larger text that is put together. */
export function isPartOfText(node: Node): boolean {
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor.type === "TemplateLiteral" || (ancestor.type === "BinaryExpression" && ancestor.operator === "+")) return true;
    if (ancestor.type !== "TSAsExpression" && ancestor.type !== "ConditionalExpression" && ancestor.type !== "TSNonNullExpression") return false;
  }
  return false;
}
