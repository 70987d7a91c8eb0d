import type { TSESTree } from "@typescript-eslint/types";
import { memberName, plainKey } from "./keys.ts";
import { ancestorsOf, unwrap, type Node } from "./nodes.ts";
import type { TypeScriptSyntax } from "./syntax.ts";

/** A class's field with the one value it has. */
export interface ClassField {
  readonly value: Node;
  /** More than one place reads it. */
  readonly shared: boolean;
}

/** How often names are read and written as `this.name` or `Name.name` in a file, whatever the class. */
interface FieldUses {
  readonly written: ReadonlySet<string>;
  readonly reads: ReadonlyMap<string, number>;
}

const known = new WeakMap<TypeScriptSyntax, FieldUses>();

/** Calls that change what they are given: `Object.assign(this.options, …)`, `merge(this.options, …)`. */
const changer = /assign|merge|extend|defaults|define/i;

function usesOf(syntax: TypeScriptSyntax): FieldUses {
  const before = known.get(syntax);
  if (before) return before;
  const written = new Set<string>();
  const reads = new Map<string, number>();
  const write = (target: Node): void => {
    const name = fieldNameOf(target);
    if (name !== undefined) written.add(name);
  };
  for (const { left } of syntax.all("AssignmentExpression")) write(left);
  for (const { argument } of syntax.all("UpdateExpression")) write(argument);
  for (const { operator, argument } of syntax.all("UnaryExpression")) if (operator === "delete") write(argument);
  for (const { callee, arguments: given } of syntax.all("CallExpression")) {
    const name = callee.type === "MemberExpression" ? memberName(callee) : callee.type === "Identifier" ? callee.name : undefined;
    if (name !== undefined && changer.test(name)) for (const argument of given) write(argument);
  }
  for (const member of syntax.all("MemberExpression")) {
    const name = memberName(member);
    if (name !== undefined) reads.set(name, (reads.get(name) ?? 0) + 1);
  }
  const made = { written, reads };
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
  const field = body.body.find((one) => one.type === "PropertyDefinition" && one.static === isStatic && plainKey(one) === name);
  if (field?.type !== "PropertyDefinition" || !field.value || field.value === reader) return undefined;
  const uses = usesOf(syntax);
  return uses.written.has(name) ? undefined : { value: field.value, shared: (uses.reads.get(name) ?? 0) > 1 };
}
