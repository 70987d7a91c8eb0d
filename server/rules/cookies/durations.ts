import { isGlobal } from "../../languages/typescript/bindings.ts";
import { methodCall } from "../../languages/typescript/calls.ts";
import type { Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** Longer than any sum that a person writes. */
const maximumDepth = 12;

/** The number that a sum or a product of known numbers is; undefined where it is none. */
export function numberOf(expression: Node, syntax: TypeScriptSyntax, depth = maximumDepth): number | undefined {
  const [only, ...others] = depth > 0 ? alternativesOf(expression, syntax) : [];
  if (!only || others.length > 0) return undefined;
  const { node } = only;
  if (node.type === "Literal") return typeof node.value === "number" ? node.value : undefined;
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const value = numberOf(node.argument, syntax, depth - 1);
    return value === undefined ? undefined : -value;
  }
  if (node.type !== "BinaryExpression" || node.left.type === "PrivateIdentifier") return undefined;
  const left = numberOf(node.left, syntax, depth - 1);
  const right = numberOf(node.right, syntax, depth - 1);
  if (left === undefined || right === undefined) return undefined;
  switch (node.operator) {
    case "*":
      return left * right;
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "/":
      return right === 0 ? undefined : left / right;
    default:
      return undefined;
  }
}

/** How many milliseconds from now a date is: `new Date(Date.now() + n)`. */
export function millisecondsFromNow(expression: Node, syntax: TypeScriptSyntax): number | undefined {
  const [only, ...others] = alternativesOf(expression, syntax);
  if (!only || others.length > 0) return undefined;
  const made = only.node;
  if (made.type !== "NewExpression" || made.callee.type !== "Identifier" || made.callee.name !== "Date") return undefined;
  const [sum] = made.arguments;
  if (sum?.type !== "BinaryExpression" || sum.operator !== "+") return undefined;
  if (isNow(sum.left, syntax)) return numberOf(sum.right, syntax);
  return isNow(sum.right, syntax) ? numberOf(sum.left, syntax) : undefined;
}

/** `Date.now()`, `new Date().getTime()`. */
function isNow(node: Node, syntax: TypeScriptSyntax): boolean {
  const call = node.type === "CallExpression" ? methodCall(node) : undefined;
  if (call?.name === "now") return isGlobal(call.receiver, "Date", syntax);
  return call?.name === "getTime" && call.receiver.type === "NewExpression" && call.receiver.arguments.length === 0;
}
