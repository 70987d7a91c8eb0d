import type { TSESTree } from "@typescript-eslint/types";
import { variableOf } from "../../../languages/typescript/bindings.ts";
import { methodCall } from "../../../languages/typescript/calls.ts";
import { realOf } from "../../../languages/typescript/images.ts";
import { plainKey } from "../../../languages/typescript/keys.ts";
import { ancestorsOf, isFunction, unwrap, type FunctionNode, type Node } from "../../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

/** The functions that a call may call, of this file or another: functions, methods of known objects and classes. */
export function calledFunctions(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): readonly FunctionNode[] {
  const direct = functionsAt(call.callee, syntax);
  if (direct.length > 0) return direct;
  const method = methodCall(call);
  return method ? methodsNamed(method.name, method.receiver, syntax) : [];
}

/** The functions that an expression may be. */
export function functionsAt(expression: Node, syntax: TypeScriptSyntax): readonly FunctionNode[] {
  return alternativesOf(expression, syntax).map(({ node }) => realOf(node)).filter(isFunction);
}

function methodsNamed(name: string, receiver: Node, syntax: TypeScriptSyntax): FunctionNode[] {
  if (receiver.type === "ThisExpression") return methodsOfThis(name, receiver);
  return alternativesOf(receiver, syntax).flatMap(({ node }) => {
    const real = realOf(node);
    if (real.type === "ObjectExpression") return methodIn(real.properties, name);
    if (isClass(real)) return methodIn(real.body.body, name);
    if (real.type !== "NewExpression") return [];
    // What is made by `new` in another file has its class there: the image knows it.
    const callee = node.type === "NewExpression" ? node.callee : real.callee;
    return classesAt(callee, syntax).flatMap((made) => methodIn(made.body.body, name));
  });
}

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

function isClass(node: Node): node is ClassNode {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}

/** Names of classes are not followed as values, since a class is none that can be read. */
function classesAt(expression: Node, syntax: TypeScriptSyntax): ClassNode[] {
  const found = alternativesOf(expression, syntax).map(({ node }) => realOf(node));
  const declared = [expression, ...found].flatMap((node) => {
    const [definition] = variableOf(node, syntax)?.defs ?? [];
    return definition?.type === "ClassName" ? [definition.node] : [];
  });
  return [...new Set([...found, ...declared])].filter(isClass);
}

function methodsOfThis(name: string, node: Node): FunctionNode[] {
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor.type === "ClassBody") return methodIn(ancestor.body, name);
    if (ancestor.type === "ObjectExpression") {
      const found = methodIn(ancestor.properties, name);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function methodIn(members: readonly Node[], name: string): FunctionNode[] {
  return members.flatMap((member) => {
    if (member.type !== "Property" && member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") return [];
    const value = member.value && unwrap(member.value);
    return plainKey(member) === name && value && isFunction(value) ? [value] : [];
  });
}

/** The name under which a function is called: its own, its variable's, its method's. */
export function nameOf(made: FunctionNode): string | undefined {
  if (made.id) return made.id.name;
  const { parent } = made;
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  if (parent.type === "Property" || parent.type === "MethodDefinition" || parent.type === "PropertyDefinition") return plainKey(parent);
  return undefined;
}

/** Whether a function is used otherwise than by being called, as far as its own file shows. */
export function isHandedOn(made: FunctionNode, syntax: TypeScriptSyntax): boolean {
  const { parent } = made;
  const name = made.id ?? (parent.type === "VariableDeclarator" ? parent.id : undefined);
  if (!name) return parent.type === "CallExpression" && parent.callee !== made;
  return variableOf(name, syntax)?.references.some(({ identifier, init }) => !init && isGivenAway(identifier)) ?? false;
}

/** Whether a name stands where its value goes to code that is not followed. */
export function isGivenAway(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (parent.type === "CallExpression" || parent.type === "NewExpression") return parent.arguments.some((argument) => argument === node);
  if (parent.type === "Property" && parent.value === node) return !isInNamedObject(parent);
  return parent.type === "ArrayExpression" || parent.type === "ReturnStatement" || parent.type === "JSXExpressionContainer";
}

/** Whether a property is in an object that has a name or is what its file exports: its members are followed. */
function isInNamedObject({ parent: object }: TSESTree.Property): boolean {
  const holder = object.parent;
  return holder.type === "VariableDeclarator" || holder.type === "ExportDefaultDeclaration" || holder.type === "AssignmentExpression";
}
