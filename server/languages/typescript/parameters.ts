import type { TSESTree } from "@typescript-eslint/types";
import { variableOf } from "./bindings.ts";
import { originOf, type Origin } from "./imports.ts";
import { plainKey } from "./keys.ts";
import { isFunction, wrapped, type FunctionNode, type Node } from "./nodes.ts";
import type { TypeScriptSyntax } from "./trees.ts";

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
  return annotated(declared?.typeAnnotation, syntax);
}

/** The type that a class states for a field of its own: `app: Express`, `constructor(private app: Express)`. */
export function fieldType(owner: Node, name: string, syntax: TypeScriptSyntax): TypeName | undefined {
  if (owner.type !== "ClassDeclaration" && owner.type !== "ClassExpression") return undefined;
  for (const member of owner.body.body) {
    if (member.type === "PropertyDefinition" && plainKey(member) === name) return annotated(member.typeAnnotation, syntax);
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    for (const parameter of member.value.params) {
      const declared = parameter.type === "TSParameterProperty" ? parameterName(parameter) : undefined;
      if (declared?.type === "Identifier" && declared.name === name) return annotated(declared.typeAnnotation, syntax);
    }
  }
  return undefined;
}

function annotated(annotation: TSESTree.TSTypeAnnotation | undefined, syntax: TypeScriptSyntax): TypeName | undefined {
  const type = annotation?.typeAnnotation;
  return type?.type === "TSTypeReference" ? typeName(type.typeName, syntax) : undefined;
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
