import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { allCalls, type Call } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf, stringOf, type Constant, type TextPart } from "../../languages/typescript/constants.ts";
import { memberName, plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import type { CookieFault } from "./cookieWrite.ts";
import { readSetCookie } from "./setCookieText.ts";

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
    if (property.parent.type === "ObjectExpression" && isSetCookie(plainKey(property))) values.push(property.value);
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

/** The `Set-Cookie` texts of a file that lack an attribute, given as headers spell it. */
export function faultySetCookieHeaders(document: Document, syntax: TypeScriptSyntax, attribute: string): CookieFault[] {
  return headerValues(syntax).flatMap((value) => {
    const constant = constantOf(value, syntax);
    const arrays = optionsOf(constant).filter((one) => one.kind === "array");
    const texts = arrays.length > 0 ? arrays.flatMap((array) => array.elements) : [constant];
    return texts.flatMap((text) => faultsOf(document, text, attribute));
  });
}

function faultsOf(document: Document, constant: Constant, attribute: string): CookieFault[] {
  const options = optionsOf(constant);
  const faults = options.map((option) => faultOf(document, option, attribute));
  // Where one branch has the attribute, somebody decides when it is needed.
  return faults.every((fault) => fault !== undefined) ? faults : [];
}

function partsOf(constant: Constant): readonly TextPart[] | undefined {
  if (constant.kind === "string") return [{ text: constant.value, node: constant.node }];
  return constant.kind === "template" ? constant.parts : undefined;
}

function faultOf(document: Document, constant: Constant, attribute: string): CookieFault | undefined {
  const parts = partsOf(constant);
  const cookie = parts && readSetCookie(parts);
  if (!parts || !cookie || cookie.open || cookie.deletes || cookie.attributes.has(attribute.toLowerCase())) return undefined;
  const edit = appendText(document, constant.node, attribute);
  return {
    range: rangeOf(constant.node),
    name: cookie.name,
    wording: document.text.slice(...constant.node.range),
    isSession: false,
    refusesPlainConnections: false,
    ...(edit ? { repair: { title: `Add ${attribute}`, edits: [edit] } } : {}),
  };
}

/** Adds an attribute at the end of a text: inside its last literal, else as one more summand. */
function appendText(document: Document, node: Node, attribute: string): TextEdit | undefined {
  const last = node.type === "BinaryExpression" ? node.right : node;
  const end = last.range[1] - 1;
  const isText = last.type === "TemplateLiteral" || (last.type === "Literal" && typeof last.value === "string");
  if (isText && last.range[1] - last.range[0] >= 2 && document.text[last.range[0]] === document.text[end]) {
    const before = document.text.slice(last.range[0] + 1, end);
    const lead = /;\s+$/.test(before) ? "" : before.trimEnd().endsWith(";") ? " " : "; ";
    return { range: { start: end, end }, newText: lead + attribute };
  }
  if (node.type !== "BinaryExpression") return undefined;
  return { range: { start: node.range[1], end: node.range[1] }, newText: ` + "; ${attribute}"` };
}
