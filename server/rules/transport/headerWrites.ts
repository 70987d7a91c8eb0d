import { allCalls, type Call } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf, stringOf, type Constant } from "../../languages/typescript/constants.ts";
import { literalText, memberName, plainKey } from "../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** A header that code gives a value. */
export interface HeaderWrite {
  /** In lower case. */
  readonly name: string;
  readonly value: Node;
  /** The call, property or object that writes it. */
  readonly node: Node;
}

/** Functions and methods that set a header: `setHeader`, `headers.append`, `res.set`, `c.header`. */
const setter = /^(?:(?:set|append|add|write)?(?:response)?headers?|set|append)$/i;

/** The headers of some names (lower case) that a file writes out, in calls, objects, pairs and `{ key, value }`. */
export function headerWrites(syntax: TypeScriptSyntax, names: ReadonlySet<string>): HeaderWrite[] {
  const found: HeaderWrite[] = [];
  const add = (name: string | undefined, value: Node | undefined | null, node: Node): void => {
    const lower = name?.toLowerCase() ?? "";
    if (value && value.type !== "SpreadElement" && names.has(lower)) found.push({ name: lower, value, node });
  };
  for (const call of allCalls(syntax)) {
    if (!setter.test(calledName(call))) continue;
    for (const at of [0, 1]) {
      const argument = call.arguments[at];
      if (argument && argument.type !== "SpreadElement" && argument.type !== "ObjectExpression") add(stringOf(argument, syntax), call.arguments[at + 1], call);
    }
  }
  for (const property of syntax.all("Property")) if (property.parent.type === "ObjectExpression") add(plainKey(property), property.value, property);
  for (const node of syntax.all("AssignmentExpression")) if (node.left.type === "MemberExpression") add(memberName(node.left), node.right, node);
  for (const node of syntax.all("ObjectExpression")) {
    const part = (name: string): Node | undefined => {
      const property = node.properties.find((one) => one.type === "Property" && plainKey(one) === name);
      return property?.type === "Property" ? property.value : undefined;
    };
    const key = part("key") ?? part("name");
    if (key) add(literalText(key), part("value"), node);
  }
  for (const node of syntax.all("ArrayExpression")) {
    const [name, value] = node.elements;
    if (name && node.elements.length === 2) add(literalText(name), value, node);
  }
  return found.sort((left, right) => left.node.range[0] - right.node.range[0]);
}

function calledName(call: Call): string {
  const callee = unwrap(call.callee);
  return (callee.type === "MemberExpression" ? memberName(callee) : callee.type === "Identifier" ? callee.name : undefined) ?? "";
}

/** All texts that an expression may be; undefined where one of them is not known as a whole. */
export function knownTexts(value: Node, syntax: TypeScriptSyntax): readonly Extract<Constant, { kind: "string" }>[] | undefined {
  const options = optionsOf(constantOf(value, syntax));
  const texts = options.filter((one) => one.kind === "string");
  return texts.length === options.length ? texts : undefined;
}
