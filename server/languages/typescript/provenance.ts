import type { TSESTree } from "@typescript-eslint/types";
import { valuesOf, variableOf } from "./bindings.ts";
import { methodCall, type Call } from "./calls.ts";
import { isElsewhere } from "./images.ts";
import { literalText, memberName } from "./keys.ts";
import { isFunction, unwrap, type Node } from "./nodes.ts";
import { alternativesOf } from "./objects.ts";
import { sourceOf, takesSent, type SourceKind } from "./sources.ts";
import type { TypeScriptSyntax } from "./trees.ts";

/** One thing that a value is made of. */
export interface Source {
  /** `literal` and `placeholder` are written out; `unknown` could not be followed. */
  readonly kind: SourceKind | "literal" | "placeholder" | "unknown";
  /** The expression that is the source. Of another file it is seen from where it is used. */
  readonly node: Node;
}

/** Steps of one question; branches multiply. */
const fuelOfOneQuestion = 400;
const maximumDepth = 40;

/** Texts that stand for a value that somebody is to fill in. */
const placeholder = /^(?:<[^>]*>|\$\{[^}]*\}|\{\{[^}]*\}\}|x{3,}|\.{3}|\*{3,}|.*(?:change[-_ ]?me|your[-_ ]|example|placeholder|dummy|todo|replace[-_ ]?(?:me|this|with)).*)$/i;

/**
 * All that flows into an expression: through names, members, branches, texts put together, destructuring, and calls
 * that keep what they are given (`String`, `trim`, `JSON.stringify`, `Buffer.from`). A call of anything else is
 * `unknown`, since it may check or change what it takes. Never empty.
 */
export function flowsFrom(expression: Node, syntax: TypeScriptSyntax): readonly Source[] {
  const reading: Reading = { syntax, fuel: fuelOfOneQuestion, seen: new Map() };
  visit(expression, reading, maximumDepth);
  return [...reading.seen.values()];
}

/** Whether something of a kind flows into an expression. */
export function comesFrom(expression: Node, kind: Source["kind"], syntax: TypeScriptSyntax): boolean {
  return flowsFrom(expression, syntax).some((source) => source.kind === kind);
}

/** Whether all that flows into an expression is of some kinds: nothing is unknown but where that is one of them. */
export function comesOnlyFrom(expression: Node, kinds: readonly Source["kind"][], syntax: TypeScriptSyntax): boolean {
  return flowsFrom(expression, syntax).every((source) => kinds.includes(source.kind));
}

interface Reading {
  readonly syntax: TypeScriptSyntax;
  fuel: number;
  readonly seen: Map<Node, Source>;
}

function visit(expression: Node, reading: Reading, depth: number): void {
  if (reading.fuel-- <= 0 || depth === 0) {
    add("unknown", expression, reading);
    return;
  }
  for (const { node } of alternativesOf(expression, reading.syntax)) visitEnd(unwrap(node), reading, depth - 1);
}

function add(kind: Source["kind"], node: Node, { seen }: Reading): void {
  if (!seen.has(node)) seen.set(node, { kind, node });
}

function visitEnd(node: Node, reading: Reading, depth: number): void {
  const kind = sourceOf(node, reading.syntax);
  if (kind) {
    add(kind, node, reading);
    return;
  }
  switch (node.type) {
    case "Literal":
    case "TemplateElement":
      add(placeholder.test(literalText(node) ?? "") ? "placeholder" : "literal", node, reading);
      return;
    case "TemplateLiteral":
      if (node.expressions.length === 0) add(placeholder.test(literalText(node) ?? "") ? "placeholder" : "literal", node, reading);
      else for (const part of partsOf(node)) visitPart(part, reading, depth);
      return;
    case "BinaryExpression":
      for (const operand of operandsOf(node)) visit(operand, reading, depth);
      return;
    case "MemberExpression":
    case "UnaryExpression":
    case "SpreadElement":
      visit(node.type === "MemberExpression" ? node.object : node.argument, reading, depth);
      return;
    case "ArrayExpression":
      for (const element of node.elements) if (element) visit(element, reading, depth);
      return;
    case "ObjectExpression":
      for (const property of node.properties) visit(property.type === "Property" ? property.value : property.argument, reading, depth);
      return;
    case "CallExpression":
    case "NewExpression":
      visitCall(node, reading, depth);
      return;
    case "Identifier":
      visitName(node, reading, depth);
      return;
    default:
      add("unknown", node, reading);
  }
}

/** The written parts that say something, and what is inserted. */
function partsOf(node: TSESTree.TemplateLiteral): Node[] {
  return [...node.quasis.filter((quasi) => quasi.value.raw.trim() !== ""), ...node.expressions];
}

function visitPart(part: Node, reading: Reading, depth: number): void {
  if (part.type === "TemplateElement") add("literal", part, reading);
  else visit(part, reading, depth);
}

function operandsOf(node: TSESTree.BinaryExpression): Node[] {
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === "BinaryExpression") {
    operands.push(left.right);
    left = left.left;
  }
  return [left, ...operands];
}

/** Names that alternatives do not end: parts of what a call gives, loop variables, sums that grow. */
function visitName(node: TSESTree.Identifier, reading: Reading, depth: number): void {
  const variable = isElsewhere(node) ? undefined : variableOf(node, reading.syntax);
  const [definition] = variable?.defs ?? [];
  const init = definition?.type === "Variable" ? definition.node.init : undefined;
  const loop = definition?.type === "Variable" && definition.parent.parent.type === "ForOfStatement" ? definition.parent.parent.right : undefined;
  const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
  const bound = variable && valuesOf(variable);
  if (bound?.some(({ expression, path }) => takesSent(expression, path, reading.syntax))) {
    add("user-input", node, reading);
    return;
  }
  const values = variable && (bound?.map(({ expression }) => expression) ?? [...(loop ? [loop] : []), ...writes.flatMap(({ writeExpr }) => writeExpr ?? [])]);
  const counts = writes.some(({ identifier }) => identifier.parent.type === "UpdateExpression");
  if (counts) add("predictable", node, reading);
  else if (definition?.type !== "Parameter" && values && values.length > 0 && (init || loop || writes.length > 0)) {
    for (const value of values) if (value !== node) visit(value, reading, depth);
  } else if (definition?.type === "Parameter" && isDestructuredRequest(definition.name, definition.node)) add("user-input", node, reading);
  else add("unknown", node, reading);
}

/** `({ body }) => …` of a request cannot be told from other objects: only `({ body, headers }, res)` of a handler is. */
function isDestructuredRequest(name: Node, made: Node): boolean {
  if (!isFunction(made)) return false;
  const [first, second] = made.params;
  return (
    first?.type === "ObjectPattern" &&
    second?.type === "Identifier" &&
    /^(?:res|response|reply)$/i.test(second.name) &&
    first.properties.some((one) => one.type === "Property" && one.value === name && one.key.type === "Identifier" && /^(?:body|query|params|headers|cookies)$/.test(one.key.name))
  );
}

/** Methods that give what they are called on, changed in form alone. */
const keeping: ReadonlySet<string> = new Set([
  "toString", "trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase", "slice", "substring", "substr", "padStart", "padEnd", "repeat", "concat", "join", "split", "replace",
  "replaceAll", "normalize", "at", "charAt", "map", "flat", "flatMap", "filter", "reverse", "toFixed", "digest", "get", "pop", "shift", "find",
]);
/** Functions and methods that give their argument, changed in form alone. */
const passing: ReadonlySet<string> = new Set(["String", "Number", "Boolean", "parseInt", "parseFloat", "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI", "btoa", "atob", "structuredClone", "Uint8Array"]);
const passingMethods: Readonly<Record<string, ReadonlySet<string>>> = {
  JSON: new Set(["parse", "stringify"]),
  Buffer: new Set(["from", "concat"]),
  Object: new Set(["assign", "values", "entries", "keys", "freeze", "fromEntries"]),
  Math: new Set(["floor", "round", "ceil", "trunc", "abs"]),
  Array: new Set(["from", "of"]),
};
const passingClasses: ReadonlySet<string> = new Set(["URL", "URLSearchParams", "String", "Uint8Array"]);

function visitCall(call: Call, reading: Reading, depth: number): void {
  const callee = unwrap(call.callee);
  const method = methodCall(call);
  const given = call.arguments.map((one) => (one.type === "SpreadElement" ? one.argument : one));
  if (callee.type === "Identifier" && !variableOf(callee, reading.syntax) && (call.type === "NewExpression" ? passingClasses : passing).has(callee.name)) {
    for (const argument of given) visit(argument, reading, depth);
  } else if (method?.receiver.type === "Identifier" && passingMethods[method.receiver.name]?.has(method.name)) {
    for (const argument of given) visit(argument, reading, depth);
  } else if (method && keeping.has(method.name)) {
    visit(method.receiver, reading, depth);
    const inserts = method.name === "concat" || method.name === "replace" || method.name === "replaceAll";
    for (const argument of inserts ? given.slice(method.name === "concat" ? 0 : 1) : []) if (!isFunction(argument)) visit(argument, reading, depth);
  } else add("unknown", call, reading);
}

/** The name under which an environment source is looked up: `X` of `process.env.X`; undefined where it is computed. */
export function environmentNameOf(source: Source): string | undefined {
  const node = unwrap(source.node);
  if (source.kind !== "environment") return undefined;
  if (node.type === "MemberExpression") return unwrap(node.object).type === "MemberExpression" || memberName(node) !== "env" ? memberName(node) : undefined;
  const [argument] = node.type === "CallExpression" ? node.arguments : [];
  return argument && literalText(argument);
}
