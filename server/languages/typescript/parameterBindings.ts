import type { Variable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { variableOf, type BoundValue } from "./bindings.ts";
import { argumentAt, type Call } from "./calls.ts";
import type { Bindings } from "./following.ts";
import { plainKey } from "./keys.ts";
import type { FunctionNode, Node } from "./nodes.ts";
import { propertiesOf } from "./objects.ts";
import type { TypeScriptSyntax } from "./trees.ts";


/** Binds the parameters of a function to the arguments of a call of it. What is not known is not bound. */
export function bindParameters(made: FunctionNode, call: Call, syntax: TypeScriptSyntax): Bindings {
  const bound = new Map<Variable, BoundValue>();
  const [first] = made.params;
  const parameters = first?.type === "Identifier" && first.name === "this" ? made.params.slice(1) : made.params;
  parameters.forEach((parameter, index) => {
    const given = argumentAt(call, index);
    if (given !== "unknown") bind(parameter, given === "absent" ? undefined : { expression: given, path: [] }, bound, syntax);
  });
  return bound;
}

/** Binds what a pattern declares to a value; undefined where the value is surely absent. */
function bind(pattern: TSESTree.Parameter | Node, value: BoundValue | undefined, bound: Map<Variable, BoundValue>, syntax: TypeScriptSyntax): void {
  switch (pattern.type) {
    case "TSParameterProperty":
      bind(pattern.parameter, value, bound, syntax);
      return;
    case "AssignmentPattern":
      bind(pattern.left, value && !isMissing(value, syntax) ? value : { expression: pattern.right, path: [] }, bound, syntax);
      return;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        const key = property.type === "Property" ? plainKey(property) : undefined;
        if (value && property.type === "Property" && key !== undefined) {
          bind(property.value, { expression: value.expression, path: [...value.path, key] }, bound, syntax);
        }
      }
      return;
    case "Identifier": {
      const variable = variableOf(pattern, syntax);
      // A default makes a write of its own.
      const isRewritten = variable?.references.some((reference) => reference.isWrite() && reference.init !== true);
      if (variable && value && !isRewritten) bound.set(variable, value);
      return;
    }
    default:
  }
}

/** Whether an object surely lacks what a path leads to. */
function isMissing({ expression, path }: BoundValue, syntax: TypeScriptSyntax): boolean {
  const [key, ...rest] = path;
  if (key === undefined || rest.length > 0) return false;
  const { properties, open } = propertiesOf(expression, syntax);
  return !open && !properties.has(key);
}
