import { calledOrigin, methodCall } from "../../languages/typescript/calls.ts";
import { originOf } from "../../languages/typescript/imports.ts";
import { isFunction, unwrap, type FunctionNode, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { realOf } from "../../languages/typescript/images.ts";
import { handlersBefore } from "../../languages/typescript/routeGuards.ts";
import { routesIn, type RouteEntry } from "../../languages/typescript/routes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** Packages whose middleware lets every request pass: none of them looks at who sends it. As of November 2026. */
const passing: ReadonlySet<string> = new Set([
  "body-parser", "cors", "@koa/cors", "helmet", "koa-helmet", "morgan", "compression", "cookie-parser", "express-session", "cookie-session", "multer", "express-rate-limit",
  "rate-limiter-flexible", "express-slow-down", "method-override", "koa-bodyparser", "koa-body", "koa-logger", "koa-static", "pino-http", "express-pino-logger", "express-winston",
  "serve-static", "serve-favicon", "errorhandler", "nocache", "response-time", "connect-timeout", "express-fileupload", "express-useragent", "hpp", "@fastify/cors", "@fastify/helmet",
  "@fastify/formbody", "@fastify/multipart", "@fastify/static", "@fastify/rate-limit", "@fastify/cookie", "hono/cors", "hono/logger", "hono/secure-headers", "express-async-handler",
]);
/** What express itself offers. */
const parsers: ReadonlySet<string> = new Set(["json", "urlencoded", "raw", "text", "static"]);

/** Whether middleware surely lets every request pass. */
export function letsPass(handler: Node, syntax: TypeScriptSyntax): boolean {
  const node = unwrap(handler);
  const origin = originOf(node, syntax) ?? (node.type === "CallExpression" ? calledOrigin(node, syntax) : undefined);
  if (origin) return passing.has(origin.module) || (origin.module === "express" && parsers.has(origin.name));
  const method = node.type === "CallExpression" ? methodCall(node) : undefined;
  const maker = method?.receiver.type === "Identifier" ? alternativesOf(method.receiver, syntax) : [];
  return maker.some(({ node: made }) => made.type === "CallExpression" && passing.has(calledOrigin(made, syntax)?.module ?? ""));
}

/** The function that a handler is, in whatever file. */
export function handlerFunction(handler: Node, syntax: TypeScriptSyntax): FunctionNode | undefined {
  const [only, ...others] = alternativesOf(handler, syntax);
  const node = only && others.length === 0 ? unwrap(only.node) : undefined;
  if (node?.type !== "CallExpression") return node && isFunction(node) ? node : undefined;
  // `asyncHandler(async (req, res) => …)`
  const [inner, ...rest] = node.arguments;
  const named = node.callee.type === "Identifier" && /^(?:async|wrap|catch)/i.test(node.callee.name);
  return inner && rest.length === 0 && named && isFunction(unwrap(inner)) ? (unwrap(inner) as FunctionNode) : undefined;
}

/** A route whose answer nobody guards, as far as all of its middleware was read. */
export function isSurelyOpen(route: RouteEntry, syntax: TypeScriptSyntax): boolean {
  const { sure, possible, complete } = handlersBefore(route, syntax);
  return complete && [...sure, ...possible].every((handler) => letsPass(handler, syntax));
}

/** The route that a function answers in its own file. */
export function routeOf(made: Node, syntax: TypeScriptSyntax): RouteEntry | undefined {
  return routesIn(syntax).find(({ handlers }) => {
    const last = handlers.at(-1);
    const found = last && handlerFunction(last, syntax);
    return found !== undefined && realOf(found) === realOf(made);
  });
}
