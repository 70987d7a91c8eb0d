import type { TSESTree } from "@typescript-eslint/types";
import type { TextRange } from "../../core/text.ts";
import { isElsewhere, standIn } from "./images.ts";

/** Any node of a tree. */
export type Node = TSESTree.Node;
/** Everything that is a function with a body. */
export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** A node's range in the document under analysis: that of the name it is reached by where it is in another file. */
export function rangeOf(node: Node): TextRange {
  const range = { start: node.range[0], end: node.range[1] };
  return isElsewhere(node) ? standIn(range) : range;
}

/** Whether a node is a function with a body. */
export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression"
  );
}

/** Whether a node only types its inner expression: `as`, `satisfies`, `!`, `<T>x`, an optional chain. */
function innerOf(node: Node): Node | undefined {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
    case "ChainExpression":
      return node.expression;
    default:
      return undefined;
  }
}

/** The expression without what only types it. Parentheses are not in the tree. */
export function unwrap(node: Node): Node {
  let current = node;
  for (let inner = innerOf(current); inner; inner = innerOf(current)) current = inner;
  return current;
}

/** The outermost expression that only types this one. */
export function wrapped(node: Node): Node {
  let current = node;
  while (current.parent && innerOf(current.parent) === current) current = current.parent;
  return current;
}

/** The parents of a node, nearest first. */
export function* ancestorsOf(node: Node): Generator<Node> {
  for (let current = node.parent; current; current = current.parent) yield current;
}

/** The function a node is in, or undefined at the top level. A function is not in itself. */
export function enclosingFunction(node: Node): FunctionNode | undefined {
  for (const ancestor of ancestorsOf(node)) if (isFunction(ancestor)) return ancestor;
  return undefined;
}

/** Whether `inner` is `outer` or stands somewhere inside it. */
export function isWithin(inner: Node, outer: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** The class that `this` means at a node, or undefined where that is not one. */
export function enclosingClass(node: Node): TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined {
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor.type === "ClassDeclaration" || ancestor.type === "ClassExpression") return ancestor;
    if (ancestor.type === "FunctionDeclaration") return undefined;
  }
  return undefined;
}
