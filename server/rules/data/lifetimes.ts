import { constantOf, optionsOf } from "../../languages/typescript/constants.ts";
import { isGlobal } from "../../languages/typescript/bindings.ts";
import { methodCall } from "../../languages/typescript/calls.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** Deeper sums are generated code. */
const maximumDepth = 12;

/** The number that an expression surely gives, products and sums included; undefined where it is not known. */
export function numberOf(expression: Node, syntax: TypeScriptSyntax, depth = maximumDepth): number | undefined {
  const [only, ...others] = optionsOf(constantOf(expression, syntax));
  if (only?.kind === "number" && others.length === 0) return only.value;
  const [end, ...more] = alternativesOf(expression, syntax);
  const node = end && more.length === 0 ? unwrap(end.node) : undefined;
  if (depth === 0 || node?.type !== "BinaryExpression") return undefined;
  const left = numberOf(node.left, syntax, depth - 1);
  const right = numberOf(node.right, syntax, depth - 1);
  if (left === undefined || right === undefined) return undefined;
  if (node.operator === "*") return left * right;
  if (node.operator === "+") return left + right;
  return node.operator === "-" ? left - right : undefined;
}

/** How many milliseconds from now a moment lies: of `Date.now() + n`, or `new Date(Date.now() + n)`; undefined where it is not known. */
export function millisecondsAhead(expression: Node, syntax: TypeScriptSyntax, depth = maximumDepth): number | undefined {
  const [end, ...others] = alternativesOf(expression, syntax);
  const node = end && others.length === 0 ? unwrap(end.node) : undefined;
  if (!node || depth === 0) return undefined;
  if (node.type === "NewExpression" && isGlobal(node.callee, "Date", syntax)) {
    const [argument] = node.arguments;
    return argument ? millisecondsAhead(argument, syntax, depth - 1) : 0;
  }
  if (node.type === "CallExpression") {
    const method = methodCall(node);
    if (method?.name === "now" && isGlobal(method.receiver, "Date", syntax)) return 0;
    return method?.name === "getTime" || method?.name === "valueOf" ? millisecondsAhead(method.receiver, syntax, depth - 1) : undefined;
  }
  if (node.type !== "BinaryExpression" || node.operator !== "+") return undefined;
  const left = millisecondsAhead(node.left, syntax, depth - 1);
  const added = left === undefined ? numberOf(node.left, syntax) : numberOf(node.right, syntax);
  const base = left ?? millisecondsAhead(node.right, syntax, depth - 1);
  return base === undefined || added === undefined ? undefined : base + added;
}
