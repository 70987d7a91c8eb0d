import type { TSESTree } from "@typescript-eslint/types";
import { isGlobal, variableOf } from "../../languages/typescript/bindings.ts";
import { methodCall, type Call } from "../../languages/typescript/calls.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { originOf } from "../../languages/typescript/imports.ts";
import { literalText, memberName } from "../../languages/typescript/keys.ts";
import { isFunction, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { valuesGiven } from "../../languages/typescript/wrappers.ts";
import { isComparedWithList, statesHarmlessType } from "./checkedValues.ts";

/** A part of a text that code puts together: written out, or inserted and not known to be harmless. */
export type TextPiece = { readonly kind: "text"; readonly text: string } | InsertedPiece;

/** Something inserted into a text. */
export interface InsertedPiece {
  readonly kind: "inserted";
  /** Where it stands in the text. */
  readonly node: Node;
  /** What it was followed to: `node` itself where there is nothing to follow. */
  readonly source: Node;
}

/** Whether what a call gives may be inserted: it escapes, or gives a number. */
export type IsHarmless = (call: Call, syntax: TypeScriptSyntax) => boolean;

/** Deeper nesting than this is generated code; steps of one question. */
const limits = { depth: 30, fuel: 300 } as const;
/** Stands for something that can do no harm, such as a number. */
const harmless: readonly TextPiece[] = [{ kind: "text", text: "0" }];

interface Reading {
  readonly syntax: TypeScriptSyntax;
  readonly isHarmless: IsHarmless;
  fuel: number;
}

/**
 * The pieces of the text that an expression stands for, in order. Numbers, constants, what is compared with a list first, and
 * what a harmless call gives are written out; of branches the first that inserts something counts.
 */
export function textPieces(expression: Node, syntax: TypeScriptSyntax, isHarmless: IsHarmless): readonly TextPiece[] {
  return visit(expression, { syntax, isHarmless, fuel: limits.fuel }, limits.depth);
}

function inserted(node: Node): readonly TextPiece[] {
  return [{ kind: "inserted", node, source: node }];
}

/** What stands in a text: shown there, wherever it was followed to. */
function visitHole(expression: Node, reading: Reading, depth: number): readonly TextPiece[] {
  const pieces = visit(expression, reading, depth);
  const [only] = pieces;
  return pieces.length === 1 && only?.kind === "inserted" && !isElsewhere(expression) ? [{ ...only, node: expression }] : pieces;
}

function visit(expression: Node, reading: Reading, depth: number): readonly TextPiece[] {
  // What is too large to follow is unknown, and unknown makes no finding.
  if (depth === 0 || reading.fuel-- <= 0) return harmless;
  const node = unwrap(expression);
  if ((node.type === "Identifier" || node.type === "MemberExpression") && isComparedWithList(node, reading.syntax)) return harmless;
  if (isCall(node) && reading.isHarmless(node, reading.syntax)) return harmless;
  return worst(alternativesOf(node, reading.syntax).map((one) => visitEnd(unwrap(one.node), reading, depth - 1)));
}

function worst(branches: readonly (readonly TextPiece[])[]): readonly TextPiece[] {
  return branches.find((pieces) => pieces.some(({ kind }) => kind === "inserted")) ?? branches[0] ?? harmless;
}

function isCall(node: Node): node is Call {
  return node.type === "CallExpression" || node.type === "NewExpression";
}

function visitEnd(node: Node, reading: Reading, depth: number): readonly TextPiece[] {
  switch (node.type) {
    case "Literal":
      return [{ kind: "text", text: literalText(node) ?? "0" }];
    case "TemplateLiteral":
      return node.quasis.flatMap((quasi, index): readonly TextPiece[] => {
        const hole = node.expressions[index];
        return [{ kind: "text", text: quasi.value.raw }, ...(hole ? visitHole(hole, reading, depth) : [])];
      });
    case "BinaryExpression":
      return node.operator === "+" ? operandsOf(node).flatMap((one) => visitHole(one, reading, depth)) : harmless;
    case "ArrayExpression":
      return node.elements.flatMap((element) => (element ? visit(element.type === "SpreadElement" ? element.argument : element, reading, depth) : []));
    case "ObjectExpression":
      return worst(node.properties.map((one) => visit(one.type === "Property" ? one.value : one.argument, reading, depth)));
    case "AwaitExpression":
      return isCall(node.argument) ? inserted(node) : visit(node.argument, reading, depth);
    case "CallExpression":
    case "NewExpression":
      return visitCall(node, reading, depth);
    case "MemberExpression":
      return visitMember(node, reading, depth);
    case "Identifier":
      return visitName(node, reading, depth);
    default:
      // Functions, tagged templates, comparisons, signs.
      return harmless;
  }
}

/** Sums nest once for each plus sign, deeper than the stack: the left side is walked. */
function operandsOf(node: TSESTree.BinaryExpression): Node[] {
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === "BinaryExpression" && left.operator === "+") {
    operands.unshift(left.right);
    left = left.left;
  }
  return [left, ...operands];
}

/** Names that constants have by convention. */
const constantName = /^[A-Z][A-Z0-9_]*$/;
const numericMembers: ReadonlySet<string> = new Set(["length", "size", "lastID", "rowCount"]);

function visitMember(node: TSESTree.MemberExpression, reading: Reading, depth: number): readonly TextPiece[] {
  const name = memberName(node);
  if (name !== undefined && (numericMembers.has(name) || constantName.test(name))) return harmless;
  // What a package or another file has as a constant.
  if (originOf(node, reading.syntax)) return harmless;
  if (name === undefined) {
    // One of a table that is written out.
    const owners = alternativesOf(node.object, reading.syntax).map((one) => unwrap(one.node));
    if (owners.every(({ type }) => type === "ObjectExpression" || type === "ArrayExpression")) return worst(owners.map((one) => visitEnd(one, reading, depth)));
  }
  return inserted(node);
}

/** Methods that give what they are called on, changed in form alone. */
const keeping: ReadonlySet<string> = new Set([
  "toString", "trim", "trimStart", "trimEnd", "toLowerCase", "toUpperCase", "slice", "substring", "substr", "padStart", "padEnd", "repeat", "concat", "join", "split", "filter",
  "reverse", "sort", "flat", "at", "normalize",
]);
const numeric: ReadonlySet<string> = new Set([
  "Number", "parseInt", "parseFloat", "Boolean", "BigInt", "Date", "toFixed", "getTime", "now", "indexOf", "toISOString", "floor", "round", "ceil", "min", "max", "abs", "randomUUID", "toPrecision",
]);
/** What hand-written escapes replace. */
const escaped = /[<>&'"`\\^]/;

function visitCall(call: Call, reading: Reading, depth: number): readonly TextPiece[] {
  const method = methodCall(call);
  const callee = unwrap(call.callee);
  const name = method?.name ?? (callee.type === "Identifier" ? callee.name : "");
  if (numeric.has(name)) return harmless;
  const [first, second] = call.arguments;
  if (name === "String" && first) return visit(first, reading, depth);
  if (!method) return inserted(call);
  if (name === "map" || name === "flatMap") return first && isFunction(first) ? visitBody(first, reading, depth) : inserted(call);
  if (keeping.has(name)) return [...visit(method.receiver, reading, depth), ...(name === "concat" ? call.arguments.flatMap((one) => visit(one, reading, depth)) : [])];
  if (name === "replace" || name === "replaceAll") {
    const pattern = first?.type === "Literal" ? first.raw : "";
    if (escaped.test(pattern.slice(1, -1)) || !second || isFunction(second)) return harmless;
    return [...visit(method.receiver, reading, depth), ...visit(second, reading, depth)];
  }
  if ((name === "keys" || name === "values") && first && isGlobal(method.receiver, "Object", reading.syntax)) {
    return alternativesOf(first, reading.syntax).every((one) => one.node.type === "ObjectExpression") ? harmless : inserted(call);
  }
  return inserted(call);
}

/** What a function gives for each element. */
function visitBody(made: TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration, reading: Reading, depth: number): readonly TextPiece[] {
  if (made.body.type !== "BlockStatement") return visit(made.body, reading, depth);
  const given = made.body.body.flatMap((one) => (one.type === "ReturnStatement" && one.argument ? [one.argument] : []));
  return worst(given.map((one) => visit(one, reading, depth)));
}

/** Methods whose function is given one element after the other. */
const iterating: ReadonlySet<string> = new Set(["map", "flatMap", "forEach", "filter", "some"]);

/** Names that alternatives do not end: parameters, loop variables, sums that grow. */
function visitName(node: TSESTree.Identifier, reading: Reading, depth: number): readonly TextPiece[] {
  const { syntax } = reading;
  const variable = variableOf(node, syntax);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition || constantName.test(node.name) || definition.type === "ImportBinding" || isElsewhere(node)) return harmless;
  if (statesHarmlessType(variable)) return harmless;
  if (definition.type === "Parameter") return visitParameter(node, definition.node, reading, depth);
  if (definition.type !== "Variable") return harmless;
  if (definition.parent.parent.type === "ForOfStatement") {
    const list = definition.parent.parent.right;
    return isWrittenList(list, syntax) ? visit(list, reading, depth) : inserted(node);
  }
  const writes = variable.references.filter((reference) => reference.isWrite());
  if (writes.some(({ identifier }) => identifier.parent.type === "UpdateExpression")) return harmless;
  const isText = writes.length > 1 && writes.every(({ identifier: { parent } }) => parent.type === "VariableDeclarator" || (parent.type === "AssignmentExpression" && parent.left.type === "Identifier"));
  if (isText) return writes.flatMap(({ writeExpr }) => (writeExpr && writeExpr !== node ? visit(writeExpr, reading, depth) : []));
  return inserted(node);
}

function visitParameter(node: TSESTree.Identifier, owner: Node, reading: Reading, depth: number): readonly TextPiece[] {
  const { syntax } = reading;
  const call = isFunction(owner) ? owner.parent : undefined;
  const method = call?.type === "CallExpression" && call.arguments[0] === owner ? methodCall(call) : undefined;
  if (method && iterating.has(method.name) && isFunction(owner)) {
    if (owner.params[1]?.type === "Identifier" && owner.params[1].name === node.name) return harmless;
    if (isWrittenList(method.receiver, syntax)) return visit(method.receiver, reading, depth);
  }
  const given = valuesGiven(node, syntax);
  if (given?.complete && given.values.length > 0) return worst(given.values.map(({ value }) => visit(value, reading, depth)));
  return inserted(node);
}

function isWrittenList(list: Node, syntax: TypeScriptSyntax): boolean {
  return alternativesOf(list, syntax).every(({ node }) => {
    const end = unwrap(node);
    return end.type === "ArrayExpression" || (end.type === "CallExpression" && methodCall(end)?.name === "keys");
  });
}
