import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { variableOf } from "../../languages/typescript/bindings.ts";
import { constantOf, optionsOf, type Constant } from "../../languages/typescript/constants.ts";
import { removeProperty, replaceNode } from "../../languages/typescript/edits.ts";
import { memberName, plainKey } from "../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { valuesGiven } from "../../languages/typescript/wrappers.ts";

/** An option as a file writes it: a property of an object, or an assignment to a member. */
export interface WrittenOption {
  readonly name: string;
  readonly value: Node;
  readonly node: TSESTree.Property | TSESTree.AssignmentExpression;
  /** The object literal that it is a property of. */
  readonly object: TSESTree.ObjectExpression | undefined;
}

const indexes = new WeakMap<TypeScriptSyntax, ReadonlyMap<string, readonly WrittenOption[]>>();

/** All places of a file that give one of some options a value. */
export function writtenOptions(syntax: TypeScriptSyntax, names: ReadonlySet<string>): WrittenOption[] {
  let index = indexes.get(syntax);
  if (!index) indexes.set(syntax, (index = indexOf(syntax)));
  return [...names].flatMap((name) => index.get(name) ?? []);
}

function indexOf(syntax: TypeScriptSyntax): ReadonlyMap<string, readonly WrittenOption[]> {
  const found = new Map<string, WrittenOption[]>();
  const add = (option: WrittenOption): void => {
    const known = found.get(option.name);
    if (known) known.push(option);
    else found.set(option.name, [option]);
  };
  for (const node of syntax.all("Property")) {
    const name = node.parent.type === "ObjectExpression" ? plainKey(node) : undefined;
    if (name !== undefined) add({ name, value: node.value, node, object: node.parent as TSESTree.ObjectExpression });
  }
  for (const node of syntax.all("AssignmentExpression")) {
    const target = unwrap(node.left);
    const name = target.type === "MemberExpression" && node.operator === "=" ? memberName(target) : undefined;
    if (name !== undefined) add({ name, value: node.right, node, object: undefined });
  }
  return found;
}

/**
 * Where an option surely gets a value that `isFault`: at itself, or in the calls of this file that hand it in through a
 * parameter. Undefined branches, and an object that is put right later, make none.
 */
export function faultyValues(option: WrittenOption, syntax: TypeScriptSyntax, isFault: (value: Constant) => boolean): Node[] {
  const isSurely = (value: Node): boolean => optionsOf(constantOf(value, syntax)).every(isFault);
  if (isSurely(option.value)) return isPutRight(option, syntax, isSurely) ? [] : [option.value];
  const given = valuesGiven(unwrap(option.value), syntax)?.values ?? [];
  return given.map(({ value }) => value).filter((value) => value !== option.value && isSurely(value));
}

function isPutRight(option: WrittenOption, syntax: TypeScriptSyntax, isFaulty: (value: Node) => boolean): boolean {
  const holder = option.object ? holderOf(option.object, syntax) : undefined;
  if (!holder) return false;
  return writtenOptions(syntax, new Set([option.name])).some(({ node, value }) => {
    if (node.type !== "AssignmentExpression" || node.range[0] < option.node.range[0] || isFaulty(value)) return false;
    const root = rootOf(node.left);
    return variableOf(root, syntax) === holder;
  });
}

/** The variable that holds the outermost object around a literal. */
function holderOf(object: Node, syntax: TypeScriptSyntax): ReturnType<typeof variableOf> {
  let node: Node = object;
  while (node.parent && (node.parent.type === "Property" || node.parent.type === "ObjectExpression")) node = node.parent;
  return node.parent?.type === "VariableDeclarator" ? variableOf(node.parent.id, syntax) : undefined;
}

function rootOf(target: Node): Node {
  let node = unwrap(target);
  while (node.type === "MemberExpression") node = unwrap(node.object);
  return node;
}

/** Writes another value for an option; a shorthand gets its name back. */
export function setOption({ node, name }: WrittenOption, place: Node, source: string): TextEdit {
  const isShorthand = node.type === "Property" && node.shorthand && place === node.value;
  return replaceNode(place, isShorthand ? `${name}: ${source}` : source);
}

/** Takes an option out of its object literal; undefined for an assignment. */
export function dropOption(document: Document, { node, object }: WrittenOption): TextEdit | undefined {
  return object && removeProperty(document, object, node);
}
