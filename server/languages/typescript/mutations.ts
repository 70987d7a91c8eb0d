import type { TSESTree } from "@typescript-eslint/types";
import { isExported, isGlobal, variableOf } from "./bindings.ts";
import type { Holder } from "./following.ts";
import { importedBy } from "./imported.ts";
import { originOf } from "./imports.ts";
import { memberName, plainKey } from "./keys.ts";
import { ancestorsOf, enclosingFunction, isFunction, isWithin, wrapped, type Node } from "./nodes.ts";
import { inSameTree, type TypeScriptSyntax } from "./trees.ts";

/** A change whose order to the use is not yet known. */
type MutationWithoutOrder =
  /** `held.name = value`; no value where it is computed from what was there. */
  | { readonly kind: "property"; readonly name: string; readonly value: Node | undefined; readonly node: Node }
  /** `delete held.name`. */
  | { readonly kind: "removal"; readonly name: string; readonly node: Node }
  /** `Object.assign(held, source)`. */
  | { readonly kind: "sources"; readonly sources: readonly Node[]; readonly node: Node }
  /** Something that may change anything. */
  | { readonly kind: "unknown"; readonly node: Node };

/** Something that changes an object after it was made; `surely` where that happens on every way to the use. */
export type Mutation =
  | (Exclude<MutationWithoutOrder, { kind: "unknown" }> & { readonly surely: boolean })
  | Extract<MutationWithoutOrder, { kind: "unknown" }>;

/** What holds an object literal where it stands: `const held = { key: { literal } }`. */
export function holdersOf(literal: Node, syntax: TypeScriptSyntax): Holder[] {
  const path: string[] = [];
  let node = wrapped(literal);
  for (let { parent } = node; parent; { parent } = node) {
    if (parent.type === "Property" && parent.value === node && parent.parent.type === "ObjectExpression") {
      const key = plainKey(parent);
      if (key === undefined) return [];
      path.unshift(key);
      node = wrapped(parent.parent);
    } else if (parent.type === "ConditionalExpression" || parent.type === "LogicalExpression") node = wrapped(parent);
    else {
      const target = parent.type === "VariableDeclarator" ? parent.id : parent.type === "AssignmentExpression" ? parent.left : undefined;
      const variable = target && variableOf(target, syntax);
      return variable ? [{ variable, path }] : [];
    }
  }
  return [];
}

/** Changes with the place where each is, for every holder that was asked for. */
const changes = new WeakMap<Holder["variable"], Map<string, readonly Change[]>>();

/** A program that uses one object this often builds it up as it runs. */
const maximumReferences = 500;

interface Change {
  readonly identifier: Node;
  readonly mutation: MutationWithoutOrder;
}

/** All that changes what `holder` holds, apart from what happens surely after `use` where that is known. */
export function mutationsOf(holder: Holder, use: Node | undefined, via: ReadonlySet<Node>, syntax: TypeScriptSyntax): Mutation[] {
  const { variable, path } = holder;
  const [declared] = variable.identifiers;
  if (variable.references.length > maximumReferences && declared) return [{ kind: "unknown", node: declared }];
  const known = changes.get(variable) ?? new Map<string, readonly Change[]>();
  changes.set(variable, known);
  const key = path.join("\n");
  let all = known.get(key);
  if (!all) {
    all = variable.references.flatMap((reference) => {
      if (!reference.isRead() || reference.isTypeReference) return [];
      const mutation = mutationAt(reference.identifier, path, syntax);
      return mutation ? [{ identifier: reference.identifier, mutation }] : [];
    });
    known.set(key, all);
  }
  return all.flatMap(({ identifier, mutation }) => {
    if (via.has(identifier) || isAfter(mutation.node, use)) return [];
    return [mutation.kind === "unknown" ? mutation : { ...mutation, surely: isBefore(mutation.node, use) }];
  });
}

/** Whether the holder's value is passed on more than once, so that a change of the literal changes several uses. */
export function isShared(holder: Holder): boolean {
  if (holder.variable.references.length > maximumReferences) return true;
  const passed = holder.variable.references.filter(({ identifier }) => {
    const node = wrapped(identifier);
    return !(node.parent?.type === "MemberExpression" && node.parent.object === node);
  });
  return passed.filter((reference) => reference.isRead()).length > 1 || isExported(holder.variable);
}

function mutationAt(identifier: Node, path: readonly string[], syntax: TypeScriptSyntax): MutationWithoutOrder | undefined {
  let node = wrapped(identifier);
  for (const key of path) {
    const { parent } = node;
    if (parent?.type !== "MemberExpression" || parent.object !== node) break;
    const name = memberName(parent);
    if (name === undefined) return isTarget(parent) ? { kind: "unknown", node: parent } : undefined;
    if (name !== key) return undefined;
    node = wrapped(parent);
  }
  const { parent } = node;
  if (!parent) return undefined;
  if (parent.type === "MemberExpression" && parent.object === node) {
    if (!isTarget(parent)) return methodChange(parent);
    const name = memberName(parent);
    if (name === undefined) return { kind: "unknown", node: parent };
    const change = wrapped(parent).parent ?? parent;
    if (change.type === "UnaryExpression") return { kind: "removal", name, node: change };
    const value = change.type === "AssignmentExpression" && change.operator === "=" ? change.right : undefined;
    return { kind: "property", name, value, node: change };
  }
  if (isTarget(node)) return { kind: "unknown", node };
  if (parent.type !== "CallExpression" || !parent.arguments.some((argument) => argument === node)) return undefined;
  return passedTo(parent, node, syntax);
}

/** Whether a member is written, not read. */
function isTarget(member: Node): boolean {
  const node = wrapped(member);
  const { parent } = node;
  if (parent?.type === "AssignmentExpression") return parent.left === node;
  if (parent?.type === "UnaryExpression") return parent.operator === "delete";
  return parent?.type === "UpdateExpression";
}

const changingMethods: ReadonlySet<string> = new Set(["push", "unshift", "splice", "pop", "shift", "fill", "sort", "reverse"]);

function methodChange(member: TSESTree.MemberExpression): MutationWithoutOrder | undefined {
  const isCall = member.parent.type === "CallExpression" && member.parent.callee === member;
  return isCall && changingMethods.has(memberName(member) ?? "") ? { kind: "unknown", node: member } : undefined;
}

/** Names of functions that write into their argument, in lodash, Object, Reflect and what people write themselves. */
const changerName = /assign|merge|extend|defaults|mixin|define|^set|update|mutate|apply|harden|secure|add/i;

function passedTo(call: TSESTree.CallExpression, argument: Node, syntax: TypeScriptSyntax): MutationWithoutOrder | undefined {
  const { callee } = call;
  const index = call.arguments.findIndex((one) => one === argument);
  if (callee.type === "MemberExpression") {
    const name = memberName(callee) ?? "";
    if (isGlobal(callee.object, "Object", syntax)) {
      if (name === "assign" && index === 0) {
        return { kind: "sources", sources: call.arguments.slice(1), node: call };
      }
      return name.startsWith("define") && index === 0 ? { kind: "unknown", node: call } : undefined;
    }
    const isOwn = originOf(callee.object, syntax)?.module.startsWith(".") === true;
    return isOwn || changerName.test(name) ? { kind: "unknown", node: call } : undefined;
  }
  const origin = originOf(callee, syntax);
  const isPackage = origin !== undefined && !origin.module.startsWith(".");
  // The default export of `lodash/merge` is named by its module.
  if (isPackage && !changerName.test(origin.name === "default" || origin.name === "*" ? origin.module : origin.name)) return undefined;
  return readsOnly(callee, index, syntax) ? undefined : { kind: "unknown", node: call };
}

/** Whether a function of this workspace only reads members of its parameter. */
function readsOnly(callee: Node, index: number, syntax: TypeScriptSyntax): boolean {
  const named = variableOf(callee, syntax);
  const imported = named && importedBy(named, syntax);
  const [definition] = (imported?.kind === "variable" ? imported.variable : named)?.defs ?? [];
  const made = imported?.kind === "value" ? imported.node :
    definition?.type === "FunctionName" ? definition.node : definition?.type === "Variable" ? definition.node.init : undefined;
  const parameter = made && isFunction(made) ? made.params[index] : undefined;
  if (parameter?.type === "ObjectPattern") return true;
  const variable = parameter && variableOf(parameter, syntax);
  if (!variable) return false;
  return variable.references.every(({ identifier }) => {
    const node = wrapped(identifier);
    const { parent } = node;
    if (parent?.type === "SpreadElement") return true;
    return parent?.type === "MemberExpression" && parent.object === node && !isTarget(parent) && !methodChange(parent);
  });
}

/** Whether a change happens on every way to the use: it stands before it, in a block that holds both. */
function isBefore(change: Node, use: Node | undefined): boolean {
  const statement = change.parent;
  if (!use || statement?.type !== "ExpressionStatement") return false;
  // Another file has run before this one uses what it gives.
  if (!inSameTree(change, use)) return statement.parent.type === "Program";
  if (change.range[0] >= use.range[0]) return false;
  return isWithin(use, statement.parent);
}

/** Whether a change stands behind the use in the same function, and no loop leads back. */
function isAfter(change: Node, use: Node | undefined): boolean {
  if (!use || !inSameTree(change, use) || change.range[0] < use.range[1] || enclosingFunction(change) !== enclosingFunction(use)) return false;
  for (const ancestor of ancestorsOf(use)) {
    if (isFunction(ancestor)) return true;
    if (/^(?:For|While|DoWhile)/.test(ancestor.type) && isWithin(change, ancestor)) return false;
  }
  return true;
}
