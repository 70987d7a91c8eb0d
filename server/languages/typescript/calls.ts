import type { TSESTree } from "@typescript-eslint/types";
import { variableOf, valuesOf } from "./bindings.ts";
import { importedBy, importsFunction } from "./imported.ts";
import { originOf, type Origin } from "./imports.ts";
import { memberName } from "./keys.ts";
import { unwrap, type Node } from "./nodes.ts";
import type { TypeScriptSyntax } from "./syntax.ts";

/** Something that is called. */
export type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** The names of a callee as written: `["res", "cookie"]` for `res.cookie`, `["this", "a"]`. Empty where one is computed or made by a call. */
export function calleePath(call: Call): readonly string[] {
  const path: string[] = [];
  for (let node = unwrap(call.callee); ; ) {
    if (node.type === "Identifier") return node.name === "" ? [] : [node.name, ...path];
    if (node.type === "ThisExpression") return ["this", ...path];
    if (node.type !== "MemberExpression") return [];
    const name = memberName(node);
    if (name === undefined) return [];
    path.unshift(name);
    node = unwrap(node.object);
  }
}

/** `receiver.name(…)`: the method and what it is called on. */
export interface MethodCall {
  readonly name: string;
  readonly receiver: Node;
  /** The callee as written, such as `res.cookie`, also through a chain of calls. */
  readonly callee: TSESTree.MemberExpression;
}

/** The method that a call calls, or undefined where the callee is no member with a known name. */
export function methodCall(call: Call): MethodCall | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression") return undefined;
  const name = memberName(callee);
  return name === undefined ? undefined : { name, receiver: unwrap(callee.object), callee };
}

/** An argument by its place: `absent` where the call surely has none there, `unknown` behind a spread. */
export function argumentAt(call: Call, index: number): Node | "absent" | "unknown" {
  for (let at = 0; at <= index; at++) {
    const argument = call.arguments[at];
    if (!argument) return "absent";
    if (argument.type === "SpreadElement") return "unknown";
    if (at === index) return argument;
  }
  return "absent";
}

/** The module and export that a call calls. */
export function calledOrigin(call: Call, syntax: TypeScriptSyntax): Origin | undefined {
  return originOf(call.callee, syntax);
}

/** All calls and `new`s of a file, in the order of the text. */
export function allCalls(syntax: TypeScriptSyntax): readonly Call[] {
  return [...syntax.all("CallExpression"), ...syntax.all("NewExpression")].sort((left, right) => left.range[0] - right.range[0]);
}

/** More steps than any real chain of calls and bindings has. */
const maximumSteps = 200;

/** The one expression that a name of this workspace holds. */
function onlyValue(node: Node, syntax: TypeScriptSyntax): Node | undefined {
  const named = variableOf(node, syntax);
  if (!named || importsFunction(named, syntax)) return undefined;
  const imported = importedBy(named, syntax);
  if (imported?.kind === "value") return imported.node;
  const variable = imported?.kind === "variable" ? imported.variable : named;
  const [value, ...others] = valuesOf(variable) ?? [];
  return value && others.length === 0 && value.path.length === 0 ? value.expression : undefined;
}

/**
 * The factory that made a value: for `app` of `const app = express()` the origin `express`, for a chain
 * `express().use(x)` the same. Undefined where it is not one call of an import.
 */
export function makerOf(expression: Node, syntax: TypeScriptSyntax): Origin | undefined {
  let node = unwrap(expression);
  for (let step = 0; step < maximumSteps; step++) {
    if (node.type === "AwaitExpression") node = unwrap(node.argument);
    else if (node.type === "Identifier") {
      const value = onlyValue(node, syntax);
      if (!value) return undefined;
      node = unwrap(value);
    } else if (node.type === "CallExpression" || node.type === "NewExpression") {
      const origin = originOf(node.callee, syntax);
      if (origin) return origin;
      const callee = unwrap(node.callee);
      if (callee.type === "MemberExpression") node = unwrap(callee.object);
      else if (callee.type === "CallExpression") node = callee;
      else return undefined;
    } else return undefined;
  }
  return undefined;
}
