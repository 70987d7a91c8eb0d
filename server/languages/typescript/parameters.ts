import type { TSESTree } from "@typescript-eslint/types";
import { variableOf } from "./bindings.ts";
import { originOf, type Origin } from "./imports.ts";
import { isFunction, wrapped, type FunctionNode, type Node } from "./nodes.ts";
import type { TypeScriptSyntax } from "./syntax.ts";

/** A function's parameter, and what the function is handed to. */
export interface ParameterUse {
  readonly function: FunctionNode;
  /** Zero-based. */
  readonly index: number;
  /** How many parameters the function declares. */
  readonly count: number;
  /** Calls that take the function as an argument, such as `app.get("/", handler)`. */
  readonly registrations: readonly TSESTree.CallExpression[];
}

/** The parameter an identifier names, or undefined where it names something else. */
export function parameterOf(identifier: Node, syntax: TypeScriptSyntax): ParameterUse | undefined {
  const variable = variableOf(identifier, syntax);
  const [definition] = variable?.defs ?? [];
  if (definition?.type !== "Parameter" || !isFunction(definition.node)) return undefined;
  const made = definition.node;
  const index = made.params.findIndex((parameter) => parameterName(parameter) === definition.name);
  if (index < 0) return undefined;
  return { function: made, index, count: made.params.length, registrations: registrationsOf(made, syntax) };
}

function parameterName(parameter: TSESTree.Parameter): Node {
  if (parameter.type === "AssignmentPattern") return parameter.left;
  if (parameter.type === "TSParameterProperty") return parameterName(parameter.parameter);
  return parameter;
}

function registrationsOf(made: FunctionNode, syntax: TypeScriptSyntax): TSESTree.CallExpression[] {
  const places: Node[] = [wrapped(made)];
  const { parent } = wrapped(made);
  const name = made.id ?? (parent?.type === "VariableDeclarator" ? parent.id : undefined);
  for (const reference of (name && variableOf(name, syntax)?.references) ?? []) places.push(wrapped(reference.identifier));
  return places.flatMap((place) => {
    const call = place.parent;
    return call?.type === "CallExpression" && call.arguments.some((argument) => argument === place) ? [call] : [];
  });
}

/** The name in a type annotation, as written (`Response`, `express.Response`), and where the type is imported from. */
export interface TypeName {
  readonly name: string;
  readonly origin: Origin | undefined;
}

/** The type that the declaration of an identifier's variable states, or undefined. Unions and arrays state none. */
export function declaredType(identifier: Node, syntax: TypeScriptSyntax): TypeName | undefined {
  const [declared] = variableOf(identifier, syntax)?.identifiers ?? [];
  const annotation = declared?.typeAnnotation?.typeAnnotation;
  return annotation?.type === "TSTypeReference" ? typeName(annotation.typeName, syntax) : undefined;
}

function typeName(node: TSESTree.EntityName, syntax: TypeScriptSyntax): TypeName | undefined {
  if (node.type === "Identifier") return { name: node.name, origin: originOf(node, syntax) };
  if (node.type !== "TSQualifiedName") return undefined;
  const left = typeName(node.left, syntax);
  if (!left) return undefined;
  const { name } = node.right;
  const isRoot = left.origin?.name === "*" || left.origin?.name === "default";
  const origin = left.origin && { module: left.origin.module, name: isRoot ? name : `${left.origin.name}.${name}` };
  return { name: `${left.name}.${name}`, origin };
}
