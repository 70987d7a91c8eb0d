import { variableOf } from "./bindings.ts";
import type { Call } from "./calls.ts";
import { memberName } from "./keys.ts";
import { unwrap, wrapped, type Node } from "./nodes.ts";
import type { TypeScriptSyntax } from "./syntax.ts";

/** Something that code adds to a query string after it was made. */
export interface QueryChange {
  /** The parameter's name; absent where `value` is a whole query string. */
  readonly name?: Node;
  readonly value: Node;
}

/**
 * What `.set(name, value)`, `.append(name, value)` and `.search = …` add to the variable that a
 * `URLSearchParams`, or an address with one (`isAddress`), is kept in. In the order of the text.
 */
export function queryChanges(made: Call, isAddress: boolean, syntax: TypeScriptSyntax): QueryChange[] {
  const { parent } = wrapped(made);
  const variable = parent?.type === "VariableDeclarator" ? variableOf(parent.id, syntax) : undefined;
  return (variable?.references ?? []).flatMap(({ identifier }) => {
    const search = isAddress ? searchAssigned(identifier) : undefined;
    if (search) return [{ value: search }];
    const [name, value] = setterArguments(identifier, isAddress ? ["searchParams"] : []) ?? [];
    return name && value ? [{ name, value }] : [];
  });
}

function searchAssigned(identifier: Node): Node | undefined {
  const member = wrapped(identifier).parent;
  if (member?.type !== "MemberExpression" || memberName(member) !== "search") return undefined;
  const assignment = member.parent;
  return assignment.type === "AssignmentExpression" && assignment.left === member ? assignment.right : undefined;
}

function setterArguments(identifier: Node, path: readonly string[]): readonly Node[] | undefined {
  let node: Node = wrapped(identifier);
  for (const step of [...path, undefined]) {
    const { parent } = node;
    if (parent?.type !== "MemberExpression" || parent.object !== node) return undefined;
    const name = memberName(parent);
    if (step === undefined ? name !== "set" && name !== "append" : name !== step) return undefined;
    node = wrapped(parent);
  }
  const { parent: call } = node;
  return call?.type === "CallExpression" && unwrap(call.callee) === unwrap(node) ? call.arguments : undefined;
}
