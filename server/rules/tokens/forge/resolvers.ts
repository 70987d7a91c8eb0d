import { allCalls, argumentAt, makerOf, methodCall } from "../../../languages/typescript/calls.ts";
import type { FunctionNode, Node } from "../../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { functionsAt } from "./reach.ts";

/** A function that a front end calls by name: `resolver.define("save", …)`. */
export interface ResolverFunction {
  /** The name as written. */
  readonly place: Node;
  readonly made: FunctionNode;
}

/** The functions that a file gives to a resolver of @forge/resolver. */
export function resolverFunctions(syntax: TypeScriptSyntax): ResolverFunction[] {
  return allCalls(syntax).flatMap((call) => {
    const method = methodCall(call);
    if (method?.name !== "define" || makerOf(method.receiver, syntax)?.module !== "@forge/resolver") return [];
    const [name, handler] = [argumentAt(call, 0), argumentAt(call, 1)];
    if (typeof name === "string" || typeof handler === "string") return [];
    const [made, ...others] = functionsAt(handler, syntax);
    return made && others.length === 0 ? [{ place: name, made }] : [];
  });
}
