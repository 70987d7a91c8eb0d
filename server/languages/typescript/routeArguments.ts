import type { TSESTree } from "@typescript-eslint/types";
import { constantOf, optionsOf, stringOf } from "./constants.ts";
import type { Node } from "./nodes.ts";
import { alternativesOf, propertiesOf, type ObjectReading } from "./objects.ts";
import { hooksBefore, type RouterKind } from "./routerTable.ts";
import type { TypeScriptSyntax } from "./trees.ts";

/** What a call gives to a router. */
export interface GivenHandlers {
  readonly paths: readonly string[] | undefined;
  readonly handlers: readonly Node[];
  readonly complete: boolean;
  /** Where the arguments say it: the method of a route that is an object. */
  readonly verb?: string;
}

/** Reads the paths and the handlers of a call such as `app.get(path, …handlers)`; undefined where it gives none. */
export function handlersIn(call: TSESTree.CallExpression, name: string, kind: RouterKind, syntax: TypeScriptSyntax): GivenHandlers | undefined {
  const [first, second] = call.arguments;
  if (!first) return undefined;
  if (kind === "fastify") {
    if (name === "addHook") return ofHook(call, syntax);
    if (name === "route") return ofRouteObject(first, syntax);
    if (name === "register") return { paths: [], ...flat([first], syntax) };
  } else if (name === "addHook" || name === "register") return undefined;
  if (name === "route") {
    // Hono mounts another app so; Express starts a chain.
    return kind === "hono" && second ? { paths: pathsOf(first, syntax), ...flat([second], syntax) } : undefined;
  }
  return ofArguments(call.arguments, kind, syntax);
}

function ofArguments(list: readonly Node[], kind: RouterKind, syntax: TypeScriptSyntax): GivenHandlers {
  const [first, ...rest] = list;
  const paths = first && pathsOf(first, syntax);
  const isPath = paths !== undefined || (first !== undefined && rest.length > 0 && isText(first, syntax));
  const given = isPath ? rest : list;
  // Koa's router takes a name before the path.
  const [second, ...others] = given;
  const named = kind === "koa-router" && isPath && second && others.length > 0 ? pathsOf(second, syntax) : undefined;
  const [options, ...handlers] = given;
  if (kind === "fastify" && options && handlers.length > 0) {
    const before = hooksOf(propertiesOf(options, syntax), syntax);
    const last = flat(handlers, syntax);
    return { paths, handlers: [...before.handlers, ...last.handlers], complete: before.complete && last.complete };
  }
  return { paths: isPath ? (named ?? paths) : [], ...flat(named ? others : given, syntax) };
}

/** A text with unknown parts, such as `${prefix}/users`. */
function isText(node: Node, syntax: TypeScriptSyntax): boolean {
  return constantOf(node, syntax).kind === "template";
}

/** The paths that an expression gives: texts, a list of texts, a pattern's source; undefined where it gives none. */
export function pathsOf(expression: Node, syntax: TypeScriptSyntax): readonly string[] | undefined {
  const paths: string[] = [];
  for (const option of optionsOf(constantOf(expression, syntax))) {
    const items = option.kind === "array" && !option.open ? option.elements : [option];
    for (const item of items) {
      if (item.kind === "string") paths.push(item.value);
      else if (item.kind === "regex") paths.push(`*${item.pattern}`);
      else return undefined;
    }
  }
  return paths.length > 0 ? paths : undefined;
}

/** Handlers one by one, lists of them taken apart. */
function flat(list: readonly Node[], syntax: TypeScriptSyntax, depth = 4): { handlers: readonly Node[]; complete: boolean } {
  const handlers: Node[] = [];
  let complete = depth > 0;
  for (const item of depth > 0 ? list : []) {
    const inner = item.type === "SpreadElement" ? item.argument : item;
    const [only, ...others] = alternativesOf(inner, syntax);
    if (only?.node.type === "ArrayExpression" && others.length === 0) {
      const nested = flat(only.node.elements.filter((one) => one !== null), syntax, depth - 1);
      handlers.push(...nested.handlers);
      complete &&= nested.complete;
    } else if (item.type === "SpreadElement") complete = false;
    else handlers.push(item);
  }
  return { handlers, complete };
}

function ofHook({ arguments: [name, ...handlers] }: TSESTree.CallExpression, syntax: TypeScriptSyntax): GivenHandlers | undefined {
  const hook = name && stringOf(name, syntax);
  return hook !== undefined && hooksBefore.has(hook) ? { paths: [], ...flat(handlers, syntax) } : undefined;
}

/** The functions that a route's own options put before its handler. */
function hooksOf({ properties, open }: ObjectReading, syntax: TypeScriptSyntax): { handlers: readonly Node[]; complete: boolean } {
  const values = [...hooksBefore].flatMap((hook) => properties.get(hook)?.values ?? []);
  const found = flat(values.flatMap(({ value }) => value ?? []), syntax);
  return { handlers: found.handlers, complete: found.complete && !open && values.every(({ value }) => value !== undefined) };
}

/** `fastify.route({ method, url, preHandler, handler })`. */
function ofRouteObject(options: Node, syntax: TypeScriptSyntax): GivenHandlers {
  const reading = propertiesOf(options, syntax);
  const only = (name: string): Node | undefined => {
    const values = reading.properties.get(name)?.values ?? [];
    return values.length === 1 ? values[0]?.value : undefined;
  };
  const path = only("url") ?? only("path");
  const method = only("method");
  const handler = only("handler");
  const before = hooksOf(reading, syntax);
  return {
    paths: path && pathsOf(path, syntax),
    handlers: handler ? [...before.handlers, handler] : before.handlers,
    complete: before.complete,
    verb: (method && stringOf(method, syntax)?.toLowerCase()) ?? "all",
  };
}
