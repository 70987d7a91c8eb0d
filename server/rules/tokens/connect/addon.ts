import type { TSESTree } from "@typescript-eslint/types";
import { allCalls, makerOf, methodCall, type Call } from "../../../languages/typescript/calls.ts";
import { stringOf } from "../../../languages/typescript/constants.ts";
import { enclosingFunction, unwrap, type Node } from "../../../languages/typescript/nodes.ts";
import { parameterOf } from "../../../languages/typescript/parameters.ts";
import { isSurelyOpen, letsPass } from "../requestGuards.ts";
import { routesIn } from "../../../languages/typescript/routes.ts";
import { verbs } from "../../../languages/typescript/routerTable.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

/** The package, `ace` for short, whose middleware verifies Connect's tokens. Version 11. */
export const acePackage = "atlassian-connect-express";
/** Its middleware that verifies a token before the handler runs. */
const guards: ReadonlySet<string> = new Set(["authenticate", "checkValidToken", "authenticateInstall", "verifyInstallation", "authenticateAsymmetric", "authenticateForge", "associateConnect", "authorizeJira", "authorizeConfluence"]);
/** The names under which its documentation, and apps, hand it on. */
const addonName = /^(?:addon|ace|acAddon|connectAddon)$/;

/** Whether an expression is the object that the package makes, also as a parameter of a file's function. */
export function isAddon(expression: Node, syntax: TypeScriptSyntax): boolean {
  const node = unwrap(expression);
  if (makerOf(node, syntax)?.module === acePackage) return true;
  return node.type === "Identifier" && addonName.test(node.name) && parameterOf(node, syntax) !== undefined;
}

/** The method of the package's middleware that a handler is made by: `authenticate` of `addon.authenticate()`. */
export function guardOf(handler: Node, syntax: TypeScriptSyntax): string | undefined {
  const node = unwrap(handler);
  const method = node.type === "CallExpression" ? methodCall(node) : undefined;
  return method && guards.has(method.name) && isAddon(method.receiver, syntax) ? method.name : undefined;
}

/** A route of a Connect app. */
export interface ConnectRoute {
  readonly call: Call;
  readonly verb: string;
  readonly path: string;
  readonly handlers: readonly Node[];
  /** Surely nothing stands before its last handler that could authenticate. */
  readonly open: boolean;
}

/** All routes of a file, on an app of its own and on one that a function gets beside the add-on. */
export function connectRoutes(syntax: TypeScriptSyntax): ConnectRoute[] {
  const own = routesIn(syntax).flatMap((route) => {
    const [path] = route.paths ?? [];
    const isOwn = path !== undefined && route.paths?.length === 1;
    return isOwn ? [{ call: route.call, verb: route.verb, path, handlers: route.handlers, open: isSurelyOpen(route, syntax) }] : [];
  });
  const seen = new Set(own.map(({ call }) => call));
  const handed = allCalls(syntax).flatMap((call) => (seen.has(call) || call.type !== "CallExpression" ? [] : (handedRoute(call, syntax) ?? [])));
  // Where no route says so itself, an app that was handed in may authenticate all of them before.
  const says = handed.some(({ handlers }) => handlers.some((handler) => guardOf(handler, syntax) !== undefined));
  return [...own, ...handed.map((route) => ({ ...route, open: route.open && says }))];
}

function handedRoute(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): ConnectRoute | undefined {
  const method = methodCall(call);
  const [first, ...handlers] = call.arguments;
  if (!method || !verbs.has(method.name) || !first || handlers.length === 0 || !isHandedApp(method.receiver, syntax)) return undefined;
  const path = first.type === "SpreadElement" ? undefined : stringOf(first, syntax);
  if (path === undefined || !path.startsWith("/") || handlers.some(({ type }) => type === "SpreadElement" || type === "ArrayExpression")) return undefined;
  const before = [...handlers.slice(0, -1), ...usedBefore(call, method.receiver, syntax)];
  return { call, verb: method.name, path, handlers, open: before.every((handler) => letsPass(handler, syntax)) };
}

/** `(app, addon) => …`: an app that a function gets together with the add-on. */
function isHandedApp(receiver: Node, syntax: TypeScriptSyntax): boolean {
  const use = receiver.type === "Identifier" ? parameterOf(receiver, syntax) : undefined;
  return use?.function.params.some((parameter) => parameter.type === "Identifier" && addonName.test(parameter.name)) ?? false;
}

/** What `app.use` adds in the same function, wherever it stands. */
function usedBefore(call: Call, receiver: Node, syntax: TypeScriptSyntax): Node[] {
  const name = receiver.type === "Identifier" ? receiver.name : "";
  return allCalls(syntax).flatMap((other) => {
    const method = methodCall(other);
    const isUse = method?.name === "use" && method.receiver.type === "Identifier" && method.receiver.name === name && enclosingFunction(other) === enclosingFunction(call);
    return isUse ? other.arguments.filter(({ type }) => type !== "Literal") : [];
  });
}
