import type { Variable } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { variableOf } from "./bindings.ts";
import { allCalls, methodCall, type Call, type MethodCall } from "./calls.ts";
import { memberName } from "./keys.ts";
import { libraryObject } from "./libraryObjects.ts";
import { ancestorsOf, isFunction, unwrap, wrapped, type Node } from "./nodes.ts";
import { handlersIn, pathsOf } from "./routeArguments.ts";
import { routerTable, verbs, type RouterKind } from "./routerTable.ts";
import type { TypeScriptSyntax } from "./trees.ts";

/** What tells one router of a file from another: the variable or the name of the field that holds it, or where it is made. */
export type RouterKey = Variable | Node | string;

/** One call that gives handlers to a router: a route, middleware, or another router. */
export interface RouteEntry {
  readonly router: Router;
  readonly call: Call;
  /** `get`, `post`, …; `all`; `use` for middleware, hooks and plugins. */
  readonly verb: string;
  /** As written; empty for every path; undefined where that is not known. */
  readonly paths: readonly string[] | undefined;
  /** In order; the last one of a route answers. */
  readonly handlers: readonly Node[];
  /** All handlers are told: none comes from a list that cannot be read. */
  readonly complete: boolean;
  /** It stands in a branch, so it may be left out. */
  readonly conditional: boolean;
}

/** A router, or an app, of a file. */
export interface Router {
  readonly kind: RouterKind;
  readonly key: RouterKey;
  /** In the order of the text. */
  readonly entries: readonly RouteEntry[];
}

const known = new WeakMap<TypeScriptSyntax, readonly Router[]>();

/** The routers of a file with all that is added to them, in the order of the text. */
export function routersIn(syntax: TypeScriptSyntax): readonly Router[] {
  let routers = known.get(syntax);
  if (!routers) known.set(syntax, (routers = findRouters(syntax)));
  return routers;
}

/** All routes of a file: what answers requests of some kind, without middleware. */
export function routesIn(syntax: TypeScriptSyntax): readonly RouteEntry[] {
  return routersIn(syntax).flatMap(({ entries }) => entries.filter(({ verb }) => verb !== "use"));
}

interface Draft extends Router {
  readonly entries: RouteEntry[];
}

function findRouters(syntax: TypeScriptSyntax): Router[] {
  const routers = new Map<RouterKey, Draft>();
  const others = new Set<RouterKey>();
  // Outer calls of a chain start where the inner ones do, and come later: the order is that of the names.
  for (const { call, method } of addingCalls(syntax)) {
    const base = chainBase(method.receiver);
    const key = routerKey(base.root, syntax);
    if (key === undefined || others.has(key)) continue;
    const before = routers.get(key);
    const kind = before?.kind ?? libraryObject(base.root, routerTable, syntax);
    if (kind === undefined) {
      others.add(key);
      continue;
    }
    const router: Draft = before ?? { kind, key, entries: [] };
    routers.set(key, router);
    const entry = entryOf(router, call, method.name, base.route, syntax);
    if (entry) router.entries.push(entry);
  }
  return [...routers.values()];
}

interface Adding {
  readonly call: TSESTree.CallExpression;
  readonly method: MethodCall;
}

function addingCalls(syntax: TypeScriptSyntax): Adding[] {
  const found = allCalls(syntax).flatMap((call) => {
    const method = call.type === "CallExpression" ? methodCall(call) : undefined;
    return method && call.type === "CallExpression" && isAdding(method.name) ? [{ call, method }] : [];
  });
  return found.sort((left, right) => left.method.callee.property.range[0] - right.method.callee.property.range[0]);
}

function isAdding(name: string): boolean {
  return verbs.has(name) || name === "use" || name === "addHook" || name === "register" || name === "route";
}

/** What a chain of calls starts from, and the `.route(path)` in it. */
function chainBase(receiver: Node): { readonly root: Node; readonly route: Call | undefined } {
  let root = unwrap(receiver);
  let route: Call | undefined;
  while (root.type === "CallExpression") {
    const method = methodCall(root);
    if (!method || !isAdding(method.name)) break;
    if (method.name === "route") route ??= root;
    root = unwrap(method.receiver);
  }
  return { root, route };
}

/** The key of the router that an expression is: of a name, of `this.name`, or of what makes it, by the name it is kept under. */
export function routerKey(expression: Node, syntax: TypeScriptSyntax): RouterKey | undefined {
  const root = unwrap(expression);
  if (root.type === "Identifier") return variableOf(root, syntax);
  if (root.type === "MemberExpression") return root.object.type === "ThisExpression" ? `this.${memberName(root) ?? ""}` : undefined;
  if (root.type !== "CallExpression" && root.type !== "NewExpression") return undefined;
  let whole = wrapped(root);
  for (;;) {
    const member = whole.parent;
    const call = member?.type === "MemberExpression" && member.object === whole ? wrapped(member).parent : undefined;
    if (call?.type !== "CallExpression") break;
    whole = wrapped(call);
  }
  const { parent } = whole;
  return (parent?.type === "VariableDeclarator" ? variableOf(parent.id, syntax) : undefined) ?? root;
}

function entryOf(router: Router, call: TSESTree.CallExpression, name: string, route: Call | undefined, syntax: TypeScriptSyntax): RouteEntry | undefined {
  const conditional = isConditional(call);
  const given = handlersIn(call, name, router.kind, syntax);
  if (!given || (given.handlers.length === 0 && given.complete)) return undefined;
  const [routePath] = route?.arguments ?? [];
  const paths = routePath ? pathsOf(routePath, syntax) : given.paths;
  const verb = given.verb ?? (verbs.has(name) ? name : "use");
  return { router, call, verb, paths, handlers: given.handlers, complete: given.complete, conditional };
}

function isConditional(node: Node): boolean {
  for (const ancestor of ancestorsOf(node)) {
    if (isFunction(ancestor)) return false;
    if (/^(?:If|Switch|Try|For|While|DoWhile|Conditional|Logical)/.test(ancestor.type)) return true;
  }
  return false;
}
