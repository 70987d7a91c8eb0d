import type { Reference, Variable } from "@typescript-eslint/scope-manager";
import { realOf } from "./images.ts";
import { plainKey } from "./keys.ts";
import { ancestorsOf, type Node } from "./nodes.ts";
import { treeOf, type TypeScriptSyntax } from "./trees.ts";

const variables = new WeakMap<TypeScriptSyntax, Map<Node, Variable>>();

function variablesOf(syntax: TypeScriptSyntax): Map<Node, Variable> {
  const known = variables.get(syntax);
  if (known) return known;
  const made = new Map<Node, Variable>();
  for (const scope of syntax.scopes.scopes) {
    for (const variable of scope.variables) for (const identifier of variable.identifiers) made.set(identifier, variable);
    for (const reference of scope.references) if (reference.resolved) made.set(reference.identifier, reference.resolved);
  }
  variables.set(syntax, made);
  return made;
}

/** The variable an identifier declares or names, in whatever file; undefined for globals and for everything else. */
export function variableOf(node: Node, syntax: TypeScriptSyntax): Variable | undefined {
  if (node.type !== "Identifier" && node.type !== "JSXIdentifier") return undefined;
  const own = variablesOf(syntax).get(node);
  const tree = own ? syntax : treeOf(node, syntax);
  return tree === syntax ? own : variablesOf(tree).get(realOf(node));
}

/** Whether an identifier names something that the file does not declare, such as `process`. */
export function isGlobal(node: Node, name: string, syntax: TypeScriptSyntax): boolean {
  return node.type === "Identifier" && node.name === name && variableOf(node, syntax) === undefined;
}

/** Whether other files may use a variable under its declaration. */
export function isExported(variable: Variable): boolean {
  return variable.identifiers.some((identifier) => {
    for (const ancestor of ancestorsOf(identifier)) {
      if (ancestor.type === "ExportNamedDeclaration" || ancestor.type === "ExportDefaultDeclaration") return true;
      if (ancestor.type === "BlockStatement") return false;
    }
    return false;
  });
}

/** A value that a variable gets: an expression, or what stands in it under a path of keys (destructuring). */
export interface BoundValue {
  readonly expression: Node;
  readonly path: readonly string[];
}

const values = new WeakMap<Variable, { readonly found: readonly BoundValue[] | undefined }>();

/**
 * All values a variable may hold where every one of them is written in this file; undefined where one is
 * not: a parameter, a loop variable, `+=`, an import.
 */
export function valuesOf(variable: Variable): readonly BoundValue[] | undefined {
  let known = values.get(variable);
  if (!known) values.set(variable, (known = { found: findValues(variable) }));
  return known.found;
}

function findValues(variable: Variable): readonly BoundValue[] | undefined {
  const [definition] = variable.defs;
  if (!definition || variable.defs.length !== 1) return undefined;
  if (definition.type === "FunctionName") {
    const rewritten = variable.references.some((reference) => reference.isWrite());
    return rewritten ? undefined : [{ expression: definition.node, path: [] }];
  }
  if (definition.type !== "Variable") return undefined;
  const found: BoundValue[] = [];
  for (const reference of variable.references) {
    if (!reference.isWrite()) continue;
    const value = writtenBy(reference);
    if (!value) return undefined;
    found.push(...value);
  }
  return found.length > 0 ? found : undefined;
}

function writtenBy(reference: Reference): BoundValue[] | undefined {
  const { parent } = reference.identifier;
  if (parent.type === "AssignmentExpression" && parent.left === reference.identifier) {
    const plain = parent.operator === "=" || parent.operator === "??=" || parent.operator === "||=";
    return plain ? [{ expression: parent.right, path: [] }] : undefined;
  }
  if (parent.type === "VariableDeclarator" && parent.id === reference.identifier) {
    return parent.init ? [{ expression: parent.init, path: [] }] : undefined;
  }
  return destructured(reference);
}

/** A destructuring write: the path of keys from the initial value; a default is a second value. */
function destructured(reference: Reference): BoundValue[] | undefined {
  const path: string[] = [];
  let node: Node = reference.identifier;
  // A default makes a second write reference of the same identifier, whose value is the default itself.
  if (node.parent.type === "AssignmentPattern") {
    if (reference.writeExpr === node.parent.right) return [{ expression: node.parent.right, path: [] }];
    node = node.parent;
  }
  for (;;) {
    const parent: Node = node.parent;
    if (parent.type === "Property" && parent.value === node) {
      const key = plainKey(parent);
      if (key === undefined) return undefined;
      path.unshift(key);
    } else if (parent.type === "VariableDeclarator" && parent.id === node && parent.init) {
      return [{ expression: parent.init, path }];
    } else if (parent.type !== "ObjectPattern") return undefined;
    node = parent;
  }
}
