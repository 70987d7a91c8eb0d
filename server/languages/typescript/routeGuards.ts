import { isExported, variableOf } from "./bindings.ts";
import { calledOrigin, methodCall, type Call } from "./calls.ts";
import { originOf } from "./imports.ts";
import { moduleDocument } from "./modulePaths.ts";
import { wrapped, type Node } from "./nodes.ts";
import { routerKey, routersIn, type RouteEntry, type Router, type RouterKey } from "./routes.ts";
import type { TypeScriptSyntax } from "./trees.ts";

/** The handlers that a request passes before a route's last one. */
export interface HandlersBefore {
  /** Surely passed, outermost first. */
  readonly sure: readonly Node[];
  /** Passed under some condition, or for a path that is not known. */
  readonly possible: readonly Node[];
  /** There are no others: the router is of this file alone, and all that is added to it was read. */
  readonly complete: boolean;
}

/** Routers mounted in routers: deeper is a circle. */
const maximumDepth = 8;

/** What stands before the last handler of a route: on the route itself, on its router, and where that is mounted. */
export function handlersBefore(route: RouteEntry, syntax: TypeScriptSyntax): HandlersBefore {
  const outer = before(route, route.paths, syntax, maximumDepth);
  return { ...outer, sure: [...outer.sure, ...route.handlers.slice(0, -1)], complete: outer.complete && route.complete };
}

function before(entry: RouteEntry, paths: readonly string[] | undefined, syntax: TypeScriptSyntax, depth: number): HandlersBefore {
  const { router } = entry;
  const sure: Node[] = [];
  const possible: Node[] = [];
  let complete = depth > 0;
  for (const other of guardsOf(router)) {
    if (other === entry || !precedes(other, entry)) continue;
    const covers = coverage(other, paths);
    if (covers === "no") continue;
    complete &&= other.complete;
    (covers === "yes" && !other.conditional ? sure : possible).push(...other.handlers);
  }
  const outer = depth > 0 ? mounted(router, paths, syntax, depth) : { sure: [], possible: [], complete };
  return {
    sure: [...outer.sure, ...sure],
    possible: [...outer.possible, ...possible],
    complete: complete && outer.complete && entry.call.range[0] < changedFrom(router, syntax),
  };
}

const guards = new WeakMap<Router, readonly RouteEntry[]>();

/** What may hold for other routes too. */
function guardsOf(router: Router): readonly RouteEntry[] {
  let found = guards.get(router);
  if (!found) guards.set(router, (found = router.entries.filter(({ verb }) => verb === "use" || verb === "all")));
  return found;
}

/** Fastify's hooks hold for all routes of their instance, wherever they stand. */
function precedes(other: RouteEntry, entry: RouteEntry): boolean {
  return other.router.kind === "fastify" ? other.verb === "use" : placeOf(other.call) < placeOf(entry.call);
}

/** Calls of one chain start at one place: the name of the method tells which comes first. */
function placeOf(call: Call): number {
  return methodCall(call)?.callee.property.range[0] ?? call.range[0];
}

/** What the mounting of a router in others adds: what is sure at every place where it is mounted. */
function mounted(router: Router, paths: readonly string[] | undefined, syntax: TypeScriptSyntax, depth: number): HandlersBefore {
  const found = mountsOf(router, syntax).map(({ entry, index }) => {
    const inner = paths && entry.paths && withPrefix(entry.paths, paths);
    const outer = before(entry, inner, syntax, depth - 1);
    return { ...outer, sure: [...outer.sure, ...entry.handlers.slice(0, index)] };
  });
  const [first, ...others] = found;
  if (!first) return { sure: [], possible: [], complete: true };
  const same = (handler: Node): RouterKey => variableOf(handler, syntax) ?? (handler.type === "Identifier" ? handler.name : handler);
  const everywhere = first.sure.filter((handler) => others.every(({ sure }) => sure.some((other) => same(other) === same(handler))));
  const passed = new Set(everywhere.map(same));
  const possible = found.flatMap((one) => [...one.possible, ...one.sure]).filter((handler) => !passed.has(same(handler)));
  return { sure: everywhere, possible, complete: found.every(({ complete }) => complete) };
}

interface Mount {
  readonly entry: RouteEntry;
  readonly index: number;
}

const mounts = new WeakMap<Router, readonly Mount[]>();

function mountsOf(router: Router, syntax: TypeScriptSyntax): readonly Mount[] {
  let found = mounts.get(router);
  if (!found) {
    const entries = routersIn(syntax).flatMap((other) => (other === router ? [] : guardsOf(other)));
    found = entries.map((entry) => ({ entry, index: mountIndex(entry, router, syntax) })).filter(({ index }) => index >= 0);
    mounts.set(router, found);
  }
  return found;
}

/** Where a router stands among the handlers of a call: itself, `router.routes()` in Koa, the function that a plugin is. */
function mountIndex(entry: RouteEntry, router: Router, syntax: TypeScriptSyntax): number {
  return entry.handlers.findIndex((handler) => {
    const method = handler.type === "CallExpression" ? methodCall(handler) : undefined;
    const mountedNode = method && (method.name === "routes" || method.name === "middleware") ? method.receiver : handler;
    if (routerKey(mountedNode, syntax) === router.key) return true;
    if (entry.router.kind !== "fastify" || typeof router.key === "string" || !("defs" in router.key)) return false;
    const [definition] = router.key.defs;
    const plugin = definition?.type === "Parameter" ? definition.node : undefined;
    const [named] = (variableOf(handler, syntax)?.defs ?? []);
    return plugin !== undefined && (handler === plugin || named?.node === plugin || (named?.type === "Variable" && named.node.init === plugin));
  });
}

function withPrefix(prefixes: readonly string[], paths: readonly string[]): readonly string[] {
  const starts = prefixes.length > 0 ? prefixes : [""];
  const ends = paths.length > 0 ? paths : [""];
  return starts.flatMap((start) => ends.map((end) => `${start.replace(/\/$/, "")}/${end.replace(/^\//, "")}`));
}

/** Whether what an entry adds holds for requests of the paths. */
function coverage(entry: RouteEntry, paths: readonly string[] | undefined): "yes" | "no" | "perhaps" {
  if (entry.paths?.length === 0) return "yes";
  if (!entry.paths || !paths) return "perhaps";
  if (paths.length === 0) return entry.verb === "use" && entry.paths.every((path) => path === "/" || path === "*") ? "yes" : "perhaps";
  const answers = paths.map((path) => entry.paths?.some((pattern) => covers(pattern, path, entry.verb === "use")) ?? false);
  if (answers.every(Boolean)) return "yes";
  return answers.some(Boolean) || entry.paths.some((pattern) => /[*(]/.test(plainPath(pattern))) ? "perhaps" : "no";
}

function covers(pattern: string, path: string, isPrefix: boolean): boolean {
  const plain = plainPath(pattern);
  const wanted = parts(plain);
  const given = parts(path);
  const isOpen = isPrefix || plain !== pattern;
  if (wanted.some((part) => part.includes("*")) || wanted.length > given.length || (!isOpen && wanted.length < given.length)) return false;
  return wanted.every((part, index) => part.startsWith(":") || part === given[index]);
}

const anythingBehind = /\/?(?:\{\*\w*\}|\*\w*|\(\.\*\))$/;

/** A pattern without the star at its end. */
function plainPath(pattern: string): string {
  return pattern.replace(anythingBehind, "");
}

function parts(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

const changed = new WeakMap<Router, number>();

/** The offset from which on code that is not read may have added handlers: other files, or functions that are given the router. */
function changedFrom(router: Router, syntax: TypeScriptSyntax): number {
  let from = changed.get(router);
  if (from === undefined) changed.set(router, (from = findChange(router, syntax)));
  return from;
}

const always = -1;
const never = Number.POSITIVE_INFINITY;

function findChange({ key, kind }: Router, syntax: TypeScriptSyntax): number {
  if (typeof key === "string") return always;
  if (!("defs" in key)) return never;
  const [definition] = key.defs;
  // A plugin's instance is its own; any other parameter is somebody else's router.
  if (definition?.type === "Parameter") return kind === "fastify" ? never : always;
  if (definition?.type === "ImportBinding" || isExported(key)) return always;
  return key.references.reduce((from, { identifier }) => Math.min(from, changeAt(wrapped(identifier), syntax)), never);
}

/** Where a use of a router hands it to code that is not read. */
function changeAt(place: Node, syntax: TypeScriptSyntax): number {
  const { parent } = place;
  if (parent?.type === "ExportSpecifier" || parent?.type === "ExportDefaultDeclaration" || isModuleExports(place)) return always;
  if (parent?.type !== "CallExpression" || parent.callee === place) return never;
  const name = methodCall(parent)?.name;
  if (name === "use" || name === "register" || name === "route") return never;
  const origin = calledOrigin(parent, syntax) ?? ofReceiver(parent, syntax);
  const isPackage = origin !== undefined && !origin.module.startsWith(".") && !moduleDocument(origin.module, syntax.document, syntax.document);
  return isPackage ? never : parent.range[0];
}

function ofReceiver(call: Call, syntax: TypeScriptSyntax): ReturnType<typeof originOf> {
  const method = methodCall(call);
  return method && originOf(method.receiver, syntax);
}

function isModuleExports({ parent }: Node): boolean {
  return parent?.type === "AssignmentExpression" && parent.left.type === "MemberExpression";
}
