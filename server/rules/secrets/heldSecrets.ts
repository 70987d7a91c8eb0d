import type { TSESTree } from "@typescript-eslint/types";
import type { TextRange } from "../../core/text.ts";
import { isGlobal } from "../../languages/typescript/bindings.ts";
import { methodCall } from "../../languages/typescript/calls.ts";
import { memberName, plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { parameterOf } from "../../languages/typescript/parameters.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { isPlaceholder } from "./silence.ts";
import { secrecyOf, secretNoun } from "./secretNames.ts";

/** A secret that a value holds. */
export interface HeldSecret {
  readonly range: TextRange;
  /** A noun for the message. */
  readonly noun: string;
  /** A part of something that is logged whole: what it holds is known by its kind. */
  readonly kind: "value" | "body" | "headers" | "environment";
  readonly node: Node;
}

/** What one search knows. */
interface Search {
  readonly syntax: TypeScriptSyntax;
  readonly tokensCount: boolean;
  readonly redacts: boolean;
  readonly found: HeldSecret[];
}

/** Deeper nesting than this is no log call that somebody wrote. */
const deepest = 12;
/** Calls that give their argument, or its text, unchanged. */
const passing: ReadonlySet<string> = new Set(["stringify", "inspect", "format", "String", "toString", "trim", "stringifyJson"]);
/** Names of the requests of Express, Koa, Fastify, Nest and Forge's resolvers. */
const requestName = /^(?:req|request|ctx\.request|context\.request|ctx\.req)$/;
const wholeParts: Readonly<Record<string, HeldSecret["kind"]>> = { body: "body", rawBody: "body", headers: "headers", rawHeaders: "headers" };

/**
 * The secrets that a value holds as they are: by name, in a text, in an object or its JSON. `tokensCount`: a bare `token`
 * is a credential here. `redacts`: who gets the value leaves out parts of objects.
 */
export function secretsInValue(value: Node, syntax: TypeScriptSyntax, tokensCount: boolean, redacts = false): HeldSecret[] {
  const search: Search = { syntax, tokensCount, redacts, found: [] };
  look(value, search, deepest);
  return search.found;
}

function look(expression: Node, search: Search, depth: number): void {
  if (depth === 0) return;
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier":
      return lookAtName(node, node.name, search, depth);
    case "MemberExpression":
      return lookAtMember(node, search, depth);
    case "TemplateLiteral":
      for (const part of node.expressions) look(part, search, depth - 1);
      return;
    case "BinaryExpression":
      if (node.operator !== "+") return;
      look(node.left, search, depth);
      return look(node.right, search, depth - 1);
    case "LogicalExpression":
      // Of `token && "set"` only the right side is logged.
      if (node.operator !== "&&") look(node.left, search, depth - 1);
      return look(node.right, search, depth - 1);
    case "ConditionalExpression":
      look(node.consequent, search, depth - 1);
      return look(node.alternate, search, depth - 1);
    case "AwaitExpression":
      return look(node.argument, search, depth - 1);
    case "ArrayExpression":
      for (const element of node.elements) if (element && element.type !== "SpreadElement") look(element, search, depth - 1);
      return;
    case "ObjectExpression":
      if (!search.redacts) for (const property of node.properties) lookAtProperty(property, search, depth - 1);
      return;
    case "CallExpression":
      return lookAtCall(node, search, depth - 1);
    default:
  }
}

function lookAtProperty(property: TSESTree.ObjectExpression["properties"][number], search: Search, depth: number): void {
  if (property.type === "SpreadElement") return look(property.argument, search, depth);
  const value = unwrap(property.value);
  const name = plainKey(property);
  // A key that says secret makes what it holds one, unless that is made, compared, counted or written out.
  const isHeld = value.type === "MemberExpression" || (value.type === "Identifier" && !isHarmlessValue(value, search.syntax));
  if (name !== undefined && isHeld && secrecyOf(name) === "secret" && secrecyOf(lastName(value)) !== "none") {
    add(value, secretNoun(name), "value", search);
    return;
  }
  look(property.value, search, depth);
}

function lastName(node: Node): string {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? (memberName(node) ?? "") : "";
}

function lookAtMember(node: TSESTree.MemberExpression, search: Search, depth: number): void {
  const name = memberName(node);
  if (name === undefined) return;
  const object = unwrap(node.object);
  if (name === "env" && isGlobal(object, "process", search.syntax)) return add(node, "whole environment", "environment", search);
  const kind = Object.hasOwn(wholeParts, name) ? wholeParts[name] : undefined;
  if (kind && isRequest(object, search)) {
    if (!search.redacts) add(node, `whole request ${kind}`, kind, search);
    return;
  }
  const isHeader = object.type === "MemberExpression" && memberName(object) === "headers";
  if (isHeader && name === "cookie") return add(node, "cookie header", "value", search);
  lookAtName(node, name, search, depth);
}

/** `req.body` of a handler; a class' own `request` and a fetch's result are no requests of users. */
function isRequest(object: Node, { syntax }: Search): boolean {
  const path = object.type === "MemberExpression" && object.object.type === "Identifier" ? `${object.object.name}.${memberName(object) ?? ""}` : lastName(object);
  if (!requestName.test(path)) return false;
  const root = object.type === "MemberExpression" ? object.object : object;
  return parameterOf(root, syntax) !== undefined;
}

function lookAtName(node: Node, name: string, search: Search, depth: number): void {
  const secrecy = secrecyOf(name);
  if (secrecy === "none") return node.type === "Identifier" ? lookAtObject(node, search, depth) : undefined;
  if (secrecy === "token" && !search.tokensCount) return;
  if (isHarmlessValue(node, search.syntax)) return;
  add(node, secretNoun(name), "value", search);
}

/** A name for an object that the file makes: `const config = { clientSecret }`. */
function lookAtObject(node: TSESTree.Identifier, search: Search, depth: number): void {
  if (search.redacts || depth < 2) return;
  for (const { node: made } of alternativesOf(node, search.syntax)) {
    if (made.type !== "ObjectExpression" || made.properties.length > 40) continue;
    const inner: Search = { ...search, found: [] };
    for (const property of made.properties) lookAtProperty(property, inner, Math.min(depth - 1, 3));
    const [first] = inner.found;
    if (first) return add(node, `object with the ${first.noun}`, "value", search);
  }
}

/** Nothing secret is in a placeholder, in a truth value, or in what a function made of the secret. */
export function isHarmlessValue(node: Node, syntax: TypeScriptSyntax): boolean {
  const values = alternativesOf(node, syntax).map((one) => unwrap(one.node));
  return values.every((value) => {
    switch (value.type) {
      case "Literal":
        return typeof value.value !== "string" || value.value.length < 6 || /\s/.test(value.value) || isPlaceholder(value.value);
      case "UnaryExpression":
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "FunctionDeclaration":
      case "ClassDeclaration":
      case "BinaryExpression":
        return value.type !== "BinaryExpression" || value.operator !== "+";
      case "CallExpression":
        return isMaking(value);
      default:
        return false;
    }
  });
}

/** Functions whose result gives the secret away no more. */
const harmlessMaker = /mask|redact|hash|digest|obfuscat|sanit|scrub|hide|encrypt|fingerprint|boolean|^has|^is[A-Z]|count|findIndex|indexOf|watch|^ref$|signal$/i;
/** What they leave is harmless of a secret; of something else they may cut the secret out. */
const cutting = /slice|substr|replace|truncate|padEnd|padStart/i;

function isMaking(call: TSESTree.CallExpression): boolean {
  const method = methodCall(call);
  const name = method?.name ?? lastName(unwrap(call.callee));
  if (harmlessMaker.test(name)) return true;
  const source = method?.receiver ?? call.arguments[0];
  return cutting.test(name) && source !== undefined && secrecyOf(lastName(unwrap(source))) !== "none";
}

function lookAtCall(call: TSESTree.CallExpression, search: Search, depth: number): void {
  const method = methodCall(call);
  const name = method?.name ?? lastName(unwrap(call.callee));
  if (!passing.has(name)) return;
  if (method && (name === "toString" || name === "trim")) return look(method.receiver, search, depth);
  const [value, replacer] = call.arguments;
  // A replacer or a list of keys leaves something out.
  const chooses = name === "stringify" && replacer !== undefined && !(replacer.type === "Literal" && replacer.value === null) && lastName(replacer) !== "undefined";
  if (value && !chooses) look(value, search, depth);
}

function add(node: Node, noun: string, kind: HeldSecret["kind"], search: Search): void {
  search.found.push({ range: rangeOf(node), noun, kind, node });
}
