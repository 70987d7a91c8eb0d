import type { TSESTree } from "@typescript-eslint/types";
import { variableOf } from "../../languages/typescript/bindings.ts";
import { makerOf, methodCall } from "../../languages/typescript/calls.ts";
import { importedModules } from "../../languages/typescript/imports.ts";
import { memberName, plainKey } from "../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { declaredType, parameterOf, type ParameterUse } from "../../languages/typescript/parameters.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { responseNames, type ResponseKind, type ResponseNames } from "./responseNames.ts";

/** Calls whose callback gets an answer that came in, not one that goes out: test clients and promises. */
const incoming: ReadonlySet<string> = new Set(["then", "end", "expect", "tap", "map", "subscribe", "pipe", "catch", "finally"]);

/** Methods of a response that give the response back. */
const chained: ReadonlySet<string> = new Set([
  "status", "code", "type", "contentType", "header", "headers", "set", "append", "vary", "links", "location", "format",
  "attachment", "cookie", "setCookie", "clearCookie", "removeHeader", "setHeader", "serializer",
]);

/** Members and calls of contexts that are the response: `ctx.res`, Nest's `host.switchToHttp().getResponse()`. */
const givers: ReadonlySet<string> = new Set(["getResponse", "getRes"]);

/** Frameworks whose responses look like those of Express and take their defaults from a configuration file. */
const otherFrameworks = /^(?:@adonisjs\/|@ioc:Adonis\/)/;

/** Whether an expression plausibly is a response of a server that is being answered with. */
export function isResponse(expression: Node, kind: ResponseKind, syntax: TypeScriptSyntax): boolean {
  const names = responseNames[kind];
  const root = chainRoot(expression);
  if ([...importedModules(syntax)].some((module) => otherFrameworks.test(module))) return false;
  if (root.type === "MemberExpression") return names.parameter.test(memberName(root) ?? "");
  if (root.type !== "Identifier") return false;
  const type = declaredType(root, syntax);
  if (type && names.type.test(type.name)) return type.origin === undefined || !names.foreign.test(type.origin.module);
  if (type) return false;
  const use = parameterOf(root, syntax);
  if (use && kind === "express" && isExpressHandler(use, syntax)) return true;
  if (!names.parameter.test(root.name)) return false;
  if (use) return !use.registrations.some((call) => incoming.has(methodCall(call)?.name ?? ""));
  return isTakenFromContext(root, names, syntax);
}

function chainRoot(expression: Node): Node {
  let node = unwrap(expression);
  while (node.type === "CallExpression") {
    const call = methodCall(node);
    if (!call || !chained.has(call.name)) return node;
    node = call.receiver;
  }
  return node;
}

/** The second of two or three parameters, the third of four, in a function that an Express app or router is given. */
function isExpressHandler({ index, count, registrations }: ParameterUse, syntax: TypeScriptSyntax): boolean {
  if (index !== (count === 4 ? 2 : 1)) return false;
  return registrations.some((call) => {
    const method = methodCall(call);
    return method !== undefined && routing.test(method.name) && makerOf(method.receiver, syntax)?.module === "express";
  });
}

/** Methods of an Express app or router that take handlers of requests. */
const routing = /^(?:get|post|put|patch|delete|head|options|all|use)$/;

/** `const { res } = ctx`, `const res = ctx.res`, `const response = host.switchToHttp().getResponse()`, `({ res }) => …`. */
function isTakenFromContext(identifier: TSESTree.Identifier, names: ResponseNames, syntax: TypeScriptSyntax): boolean {
  const [definition] = variableOf(identifier, syntax)?.defs ?? [];
  // `({ response }) => …` is how Adonis writes its controllers, often without an import that shows it.
  if (definition?.type === "Parameter") return identifier.name === "res";
  if (definition?.type !== "Variable") return false;
  const { id, init } = definition.node;
  const value = init && unwrap(init);
  if (!value || value.type === "AwaitExpression") return false;
  if (id.type === "ObjectPattern") {
    return id.properties.some((property) => property.type === "Property" && names.parameter.test(plainKey(property) ?? ""));
  }
  if (value.type === "MemberExpression") return names.parameter.test(memberName(value) ?? "");
  return value.type === "CallExpression" && givers.has(methodCall(value)?.name ?? "");
}
