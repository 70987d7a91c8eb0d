import type { TSESTree } from "@typescript-eslint/types";
import { memberName, plainKey } from "./keys.ts";
import { ancestorsOf, enclosingFunction, unwrap, type Node } from "./nodes.ts";
import type { TypeScriptSyntax } from "./trees.ts";

/** A class's field with the one value it has. */
export interface ClassField {
  readonly value: Node;
  /** More than one place reads it. */
  readonly shared: boolean;
}

/** How often names are read and written as `this.name` or `Name.name` in a file, whatever the class. */
interface FieldUses {
  /** What writes it: an assignment, or a call that may. */
  readonly writes: ReadonlyMap<string, readonly Node[]>;
  readonly reads: ReadonlyMap<string, number>;
}

const known = new WeakMap<TypeScriptSyntax, FieldUses>();

/** Calls that change what they are given: `Object.assign(this.options, …)`, `merge(this.options, …)`. */
const changer = /assign|merge|extend|defaults|define/i;

function usesOf(syntax: TypeScriptSyntax): FieldUses {
  const before = known.get(syntax);
  if (before) return before;
  const writes = new Map<string, Node[]>();
  const reads = new Map<string, number>();
  const write = (target: Node, by: Node): void => {
    const name = fieldNameOf(target);
    if (name === undefined) return;
    const known = writes.get(name);
    if (known) known.push(by);
    else writes.set(name, [by]);
  };
  for (const assignment of syntax.all("AssignmentExpression")) write(assignment.left, assignment);
  for (const update of syntax.all("UpdateExpression")) write(update.argument, update);
  for (const unary of syntax.all("UnaryExpression")) if (unary.operator === "delete") write(unary.argument, unary);
  for (const call of syntax.all("CallExpression")) {
    const { callee, arguments: given } = call;
    const name = callee.type === "MemberExpression" ? memberName(callee) : callee.type === "Identifier" ? callee.name : undefined;
    if (name !== undefined && changer.test(name)) for (const argument of given) write(argument, call);
  }
  for (const member of syntax.all("MemberExpression")) {
    const name = memberName(member);
    if (name !== undefined) reads.set(name, (reads.get(name) ?? 0) + 1);
  }
  const made = { writes, reads };
  known.set(syntax, made);
  return made;
}

/** The member nearest to the root of a chain: `options` of `this.options.cookie.secure`. */
function fieldNameOf(target: Node): string | undefined {
  let node = unwrap(target);
  if (node.type !== "MemberExpression") return undefined;
  for (let object = unwrap(node.object); object.type === "MemberExpression"; object = unwrap(node.object)) node = object;
  return memberName(node);
}

/** The field that `this.name` reads, or undefined where the class or something else gives it another value. */
export function ownField(member: TSESTree.MemberExpression, name: string, syntax: TypeScriptSyntax): ClassField | undefined {
  for (const ancestor of ancestorsOf(member)) {
    if (ancestor.type === "ClassBody") return fieldOf(ancestor, name, member, syntax, isInStatic(member));
  }
  return undefined;
}

/** The field that `made.name` reads, where `made` is an object of the class. */
export function instanceField(owner: Node, name: string, syntax: TypeScriptSyntax): ClassField | undefined {
  const isClass = owner.type === "ClassDeclaration" || owner.type === "ClassExpression";
  return isClass ? fieldOf(owner.body, name, undefined, syntax, false) : undefined;
}

/** The static field that `Name.name` reads. */
export function staticField(owner: Node, name: string, syntax: TypeScriptSyntax): ClassField | undefined {
  const isClass = owner.type === "ClassDeclaration" || owner.type === "ClassExpression";
  return isClass ? fieldOf(owner.body, name, undefined, syntax, true) : undefined;
}

function isInStatic(node: Node): boolean {
  for (const ancestor of ancestorsOf(node)) {
    if (ancestor.type === "MethodDefinition" || ancestor.type === "PropertyDefinition") return ancestor.static;
    if (ancestor.type === "StaticBlock") return true;
  }
  return false;
}

function fieldOf(
  body: TSESTree.ClassBody,
  name: string,
  reader: Node | undefined,
  syntax: TypeScriptSyntax,
  isStatic: boolean,
): ClassField | undefined {
  const { writes, reads } = usesOf(syntax);
  const value = valueGiven(body, name, isStatic) ?? assignedOnce(body, writes.get(name), isStatic);
  const isOnly = (writes.get(name)?.length ?? 0) === (value && isAssigned(value) ? 1 : 0);
  return value && isOnly && value !== reader ? { value, shared: (reads.get(name) ?? 0) > 1 } : undefined;
}

/** What the class's body gives: a field's value, a method, or the one thing that a getter returns. */
function valueGiven(body: TSESTree.ClassBody, name: string, isStatic: boolean): Node | undefined {
  for (const member of body.body) {
    if ((member.type !== "PropertyDefinition" && member.type !== "MethodDefinition") || member.static !== isStatic || plainKey(member) !== name) continue;
    if (member.type === "PropertyDefinition") return member.value ?? undefined;
    if (member.kind === "method") return member.value;
    return member.kind === "get" ? returnedBy(member.value) : undefined;
  }
  return undefined;
}

/** What a getter gives that has nothing but a `return`. */
export function returnedBy(getter: { readonly body: TSESTree.BlockStatement | null }): Node | undefined {
  const [only, ...others] = getter.body?.body ?? [];
  return only?.type === "ReturnStatement" && others.length === 0 ? (only.argument ?? undefined) : undefined;
}

/** `this.name = value` in the constructor, where nothing else writes it. */
function assignedOnce(body: TSESTree.ClassBody, writes: readonly Node[] | undefined, isStatic: boolean): Node | undefined {
  const [only, ...others] = writes ?? [];
  if (isStatic || others.length > 0 || only?.type !== "AssignmentExpression" || only.operator !== "=") return undefined;
  const target = unwrap(only.left);
  const method = enclosingFunction(only)?.parent;
  const isOwn = target.type === "MemberExpression" && target.object.type === "ThisExpression" && method?.parent === body;
  return isOwn && method.type === "MethodDefinition" && method.kind === "constructor" ? only.right : undefined;
}

function isAssigned(value: Node): boolean {
  return value.parent?.type === "AssignmentExpression" && value.parent.right === value;
}
