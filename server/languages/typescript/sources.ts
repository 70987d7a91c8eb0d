import type { TSESTree } from "@typescript-eslint/types";
import { isGlobal, variableOf } from "./bindings.ts";
import { methodCall, type Call } from "./calls.ts";
import { originOf } from "./imports.ts";
import { memberName } from "./keys.ts";
import { unwrap, type Node } from "./nodes.ts";
import { parameterOf } from "./parameters.ts";
import type { TypeScriptSyntax } from "./trees.ts";

/** Where a value comes from, as one expression shows it. */
export type SourceKind =
  /** `process.env.X`, `import.meta.env.X`, `Deno.env.get("X")`, a configuration look-up. */
  | "environment"
  /** A call of a secret manager. */
  | "secret-manager"
  /** What the client of a request sends, or the address bar of a page. */
  | "user-input"
  /** A generator that nobody can predict. */
  | "random"
  /** `Math.random`, the time, counters. */
  | "predictable";

/** Members of a request that its client decides. */
const sentMembers: ReadonlySet<string> = new Set([
  "body", "rawBody", "query", "params", "param", "headers", "cookies", "signedCookies", "files", "file", "hostname", "originalUrl", "url", "path",
  "queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "searchParams", "nextUrl", "payload",
]);
/** Methods of a request that give what its client sends. */
const sendingMethods: ReadonlySet<string> = new Set(["json", "text", "formData", "arrayBuffer", "blob", "header", "get", "param", "query", "queries", "parseBody", "parse"]);
/** Names of parameters that are requests, Lambda events and contexts with a request. */
const requestName = /^(?:_?req|request|ctx|context|event|evt|c)$/i;
/** Contexts whose own members are not the request: `ctx.request.body`, `c.req.query()`. */
const requestMember: ReadonlySet<string> = new Set(["request", "req"]);
/** Members of `location` that a link decides. */
const locationMembers: ReadonlySet<string> = new Set(["search", "hash", "href", "pathname"]);

const randomExports: ReadonlySet<string> = new Set([
  "randomBytes", "randomUUID", "randomInt", "randomFillSync", "randomFill", "getRandomValues", "webcrypto.getRandomValues", "generateKeySync", "generateKeyPairSync", "webcrypto.randomUUID",
]);
/** Packages whose every export draws from such a generator. */
const randomPackages = /^(?:nanoid|uuid|ulid|cuid|@paralleldrive\/cuid2|crypto-random-string|random-bytes|uid-safe|randombytes|openid-client)$/;
/** uuid's versions that count or hash. */
const predictableUuids: ReadonlySet<string> = new Set(["v1", "v3", "v5", "v6", "v7"]);

const secretModules = /^(?:@aws-sdk\/client-(?:secrets-manager|ssm)|@google-cloud\/secret-manager|@azure\/keyvault-secrets|node-vault|@infisical\/sdk|@forge\/(?:api|kvs)|@doppler\w*\/.*|keytar)$/;
const secretMethods = /^(?:get|read|fetch|access)\w*(?:Secret|Parameter|SecretVersion|Password|Value)s?$/i;
const configurationMethods: ReadonlySet<string> = new Set(["get", "getOrThrow"]);
const configurationName = /^(?:config|configuration|configService|env)$/i;

/** Which source an expression is by itself, without following it; undefined where it is none that is known. */
export function sourceOf(expression: Node, syntax: TypeScriptSyntax): SourceKind | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case "MemberExpression":
      return isEnvironment(node, syntax) ? "environment" : isSent(node, syntax) ? "user-input" : undefined;
    case "CallExpression":
    case "NewExpression":
      return ofCall(node, syntax);
    case "UpdateExpression":
      return "predictable";
    default:
      return undefined;
  }
}

/** A variable of the environment, or all of it, of which destructuring takes some. */
function isEnvironment(node: TSESTree.MemberExpression, syntax: TypeScriptSyntax): boolean {
  return isWholeEnvironment(node, syntax) || isWholeEnvironment(unwrap(node.object), syntax);
}

function isWholeEnvironment(object: Node, syntax: TypeScriptSyntax): boolean {
  if (object.type === "Identifier") return originOf(object, syntax)?.module === "process" && originOf(object, syntax)?.name === "env";
  if (object.type !== "MemberExpression" || memberName(object) !== "env") return false;
  const owner = unwrap(object.object);
  return owner.type === "MetaProperty" || isGlobal(owner, "process", syntax) || isGlobal(owner, "Bun", syntax) || originOf(owner, syntax)?.module === "process";
}

function isSent(node: TSESTree.MemberExpression, syntax: TypeScriptSyntax): boolean {
  const name = memberName(node) ?? "";
  const object = unwrap(node.object);
  if (locationMembers.has(name) && isLocation(object, syntax)) return true;
  return sentMembers.has(name) && isRequest(object, syntax);
}

/** Whether destructuring takes what a client sends out of a request: `const { body } = req`. */
export function takesSent(expression: Node, path: readonly string[], syntax: TypeScriptSyntax): boolean {
  const [first, second = ""] = path;
  if (first === undefined || !isRequest(expression, syntax)) return false;
  return sentMembers.has(first) || (requestMember.has(first) && sentMembers.has(second));
}

function isLocation(node: Node, syntax: TypeScriptSyntax): boolean {
  if (isGlobal(node, "location", syntax)) return true;
  return node.type === "MemberExpression" && memberName(node) === "location" && (isGlobal(node.object, "window", syntax) || isGlobal(node.object, "document", syntax));
}

/** A parameter that is named as requests are, or the request in a context. */
function isRequest(expression: Node, syntax: TypeScriptSyntax): boolean {
  const node = unwrap(expression);
  if (node.type === "MemberExpression") return requestMember.has(memberName(node) ?? "") && isRequest(node.object, syntax);
  return node.type === "Identifier" && requestName.test(node.name) && parameterOf(node, syntax) !== undefined;
}

function ofCall(call: Call, syntax: TypeScriptSyntax): SourceKind | undefined {
  const origin = originOf(call.callee, syntax);
  const method = methodCall(call);
  const name = method?.name ?? "";
  if (isGlobal(call.callee, "Date", syntax) || (name === "now" && method && (isGlobal(method.receiver, "Date", syntax) || isGlobal(method.receiver, "performance", syntax)))) {
    return call.arguments.length === 0 ? "predictable" : undefined;
  }
  if (method && name === "random" && isGlobal(method.receiver, "Math", syntax)) return "predictable";
  if (method && (name === "getTime" || name === "valueOf") && method.receiver.type === "NewExpression") return sourceOf(method.receiver, syntax);
  if (origin?.module === "uuid" && predictableUuids.has(origin.name)) return "predictable";
  if (origin && ((origin.module === "crypto" && randomExports.has(origin.name)) || randomPackages.test(origin.module))) return "random";
  if (method && (name === "getRandomValues" || name === "randomUUID") && isWebCrypto(method.receiver, syntax)) return "random";
  if (origin && secretModules.test(origin.module)) return "secret-manager";
  if (method && secretMethods.test(name)) return "secret-manager";
  if (method && configurationMethods.has(name) && isConfiguration(method.receiver, syntax)) return "environment";
  if (method && sendingMethods.has(name) && (isRequest(method.receiver, syntax) || isSentObject(method.receiver, syntax))) return "user-input";
  return undefined;
}

function isWebCrypto(receiver: Node, syntax: TypeScriptSyntax): boolean {
  if (isGlobal(receiver, "crypto", syntax)) return true;
  return receiver.type === "MemberExpression" && memberName(receiver) === "crypto" && (isGlobal(receiver.object, "window", syntax) || isGlobal(receiver.object, "globalThis", syntax) || isGlobal(receiver.object, "self", syntax));
}

/** `req.headers.get(…)`, `url.searchParams.get(…)` of a request. */
function isSentObject(receiver: Node, syntax: TypeScriptSyntax): boolean {
  return receiver.type === "MemberExpression" && isSent(receiver, syntax);
}

function isConfiguration(receiver: Node, syntax: TypeScriptSyntax): boolean {
  const name = receiver.type === "Identifier" ? receiver.name : receiver.type === "MemberExpression" ? (memberName(receiver) ?? "") : "";
  if (!configurationName.test(name)) return false;
  // `Map` and its kin are called so too: what this file makes itself is no configuration.
  const [definition] = variableOf(receiver, syntax)?.defs ?? [];
  return definition?.type !== "Variable" || originOf(receiver, syntax) !== undefined || receiver.type === "MemberExpression";
}
