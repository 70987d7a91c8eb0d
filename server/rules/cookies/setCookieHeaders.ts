import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import { isGlobal } from "../../languages/typescript/bindings.ts";
import { allCalls, type Call } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf, stringOf, type Constant } from "../../languages/typescript/constants.ts";
import { memberName, plainKey } from "../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { textCookie } from "./textCookie.ts";
import type { WrittenCookie } from "./writtenCookie.ts";

/** Functions and methods that set a header: `setHeader`, `headers.append`, `res.set`, h3's `setResponseHeader`. */
const headerSetter = /^(?:(?:set|append|add|write)?(?:response)?headers?|set|append)$/i;

/** The values of all `Set-Cookie` headers that a file writes out, each where the header gets it. */
function headerValues(syntax: TypeScriptSyntax): Node[] {
  const values: Node[] = [];
  for (const call of allCalls(syntax)) {
    const value = headerArgument(call, syntax);
    if (value) values.push(value);
  }
  for (const property of syntax.all("Property")) {
    if (property.parent.type !== "ObjectExpression") continue;
    if (isSetCookie(plainKey(property)) || isGatewayList(property.parent, plainKey(property))) values.push(property.value);
  }
  for (const { left, right } of syntax.all("AssignmentExpression")) {
    if (left.type === "MemberExpression" && isSetCookie(memberName(left))) values.push(right);
  }
  // `new Headers([["Set-Cookie", text]])`
  for (const { elements } of syntax.all("ArrayExpression")) {
    const [name, value] = elements;
    const isName = name?.type === "Literal" && typeof name.value === "string" && isSetCookie(name.value);
    if (isName && value && elements.length === 2) values.push(value);
  }
  return values;
}

/** `cookies` of what a function behind AWS's API gateway gives back. */
function isGatewayList({ properties }: TSESTree.ObjectExpression, name: string | undefined): boolean {
  return name === "cookies" && properties.some((one) => one.type === "Property" && plainKey(one) === "statusCode");
}

function isSetCookie(name: string | undefined): boolean {
  return name?.toLowerCase() === "set-cookie";
}

/** The header's value in a call that names the header in one of its first two arguments. */
function headerArgument(call: Call, syntax: TypeScriptSyntax): Node | undefined {
  const callee = unwrap(call.callee);
  const name = callee.type === "MemberExpression" ? memberName(callee) : callee.type === "Identifier" ? callee.name : undefined;
  if (name === undefined || !headerSetter.test(name)) return undefined;
  const at = call.arguments.slice(0, 2).findIndex((one) => one.type !== "SpreadElement" && isSetCookie(stringOf(one, syntax)));
  const value = at < 0 ? undefined : call.arguments[at + 1];
  return value?.type === "SpreadElement" ? undefined : value;
}

/** What scripts of a page write into `document.cookie`. */
function scriptValues(syntax: TypeScriptSyntax): Node[] {
  return syntax.all("AssignmentExpression").flatMap(({ left, right, operator }) => {
    const target = unwrap(left);
    if (operator !== "=" || target.type !== "MemberExpression" || memberName(target) !== "cookie") return [];
    const owner = unwrap(target.object);
    const isDocument = isGlobal(owner, "document", syntax) || (owner.type === "MemberExpression" && memberName(owner) === "document");
    return isDocument ? [right] : [];
  });
}

/** The cookies that a file's `Set-Cookie` texts set, and those of scripts. */
export function headerCookies(document: Document, syntax: TypeScriptSyntax): WrittenCookie[] {
  const sent = headerValues(syntax).flatMap((value) => {
    const constant = constantOf(value, syntax);
    const arrays = optionsOf(constant).filter((one) => one.kind === "array");
    return arrays.length > 0 ? arrays.flatMap((array): readonly Constant[] => array.elements) : [constant];
  });
  const written = scriptValues(syntax).map((value) => constantOf(value, syntax));
  const cookies = [...sent.map((text) => textCookie(document, text, false)), ...written.map((text) => textCookie(document, text, true))];
  return cookies.filter((cookie) => cookie !== undefined);
}
