import type { TSESTree } from "@typescript-eslint/types";
import { argumentAt } from "../../../languages/typescript/calls.ts";
import { ancestorsOf, type FunctionNode, type Node } from "../../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { treeOf } from "../../../languages/typescript/trees.ts";
import { hole, lookUp, type AtlassianApi } from "../tables/endpointLookup.ts";
import { mostAlternatives, parametersOf, unknown, type CallShape, type Method, type Parameter, type Parts } from "./callShape.ts";
import { calledFunctions } from "./functions.ts";
import { shapeOf } from "./requests.ts";
import { methodsOf, partsOf } from "./values.ts";

/** A request inside a function whose path or method is for the function's callers to say. */
export interface OpenShape<Api extends string = AtlassianApi> {
  readonly shape: CallShape<Api>;
  /** The function that must be called. */
  readonly function: FunctionNode;
  /** The request itself: its file and offset, so that it is told apart from others. */
  readonly id: string;
}

/** A request that is read at one place, with what it came through. */
export interface ReadShape<Api extends string = AtlassianApi> {
  readonly shape: CallShape<Api>;
  /** Ids of the requests in wrappers that this call decides. */
  readonly through: readonly string[];
}

/** A path as the tables look it up. */
export function pathText(parts: Parts): string {
  return parts.map((part) => (typeof part === "string" ? part.replaceAll("{", "").replaceAll("}", "") : hole)).join("");
}

/** Whether all a shape may be is found in the tables, so that no caller has to be asked. */
export function isSettled({ api, paths, methods }: CallShape): boolean {
  return methods.every((method) => typeof method === "string") && paths.every((parts) =>
    methods.some((method) => typeof method === "string" && lookUp(api, method, pathText(parts)).kind === "row"),
  );
}

/** Wrappers around wrappers: more than this many are a circle. */
const deepestWrapping = 5;

/** What counts as a request, and when nobody has to be asked about one. */
export interface RequestReading<Api extends string> {
  shapeOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): CallShape<Api> | undefined;
  isSettled(shape: CallShape<Api>): boolean;
}

/** Follows requests through the functions that make them for others. */
export interface ShapeReader<Api extends string> {
  /** The requests inside a function, of any file, that wait for its callers. */
  openShapesOf(made: FunctionNode, syntax: TypeScriptSyntax, depth?: number): readonly OpenShape<Api>[];
  /** The requests that a call makes: itself, or through the functions that it calls with what it gives them. */
  readCall(call: TSESTree.CallExpression, syntax: TypeScriptSyntax, depth?: number): readonly ReadShape<Api>[];
}

/** Makes a reader of requests. What it has read of a tree it keeps as long as the tree. */
export function shapeReader<Api extends string>(reading: RequestReading<Api>): ShapeReader<Api> {
  const openShapes = new WeakMap<TypeScriptSyntax, Map<FunctionNode, readonly OpenShape<Api>[]>>();

  function openShapesOf(made: FunctionNode, syntax: TypeScriptSyntax, depth = deepestWrapping): readonly OpenShape<Api>[] {
    const tree = treeOf(made, syntax);
    let known = openShapes.get(tree);
    if (!known) openShapes.set(tree, (known = new Map<FunctionNode, readonly OpenShape<Api>[]>()));
    const before = known.get(made);
    if (before) return before;
    if (depth === 0) return [];
    // A function that calls itself has nothing new to say.
    known.set(made, []);
    const found = callsIn(made, tree).flatMap((call) =>
      readCall(call, tree, depth - 1).flatMap(({ shape, through }) => {
        const waits = parametersOf(shape).some((parameter) => parameter.function === made);
        const id = through[0] ?? `${tree.document.path}:${call.range[0]}`;
        return waits && !reading.isSettled(shape) ? [{ shape, function: made, id }] : [];
      }),
    );
    known.set(made, found);
    return found;
  }

  function readCall(call: TSESTree.CallExpression, syntax: TypeScriptSyntax, depth = deepestWrapping): readonly ReadShape<Api>[] {
    const own = reading.shapeOf(call, syntax);
    if (own) return [{ shape: own, through: [] }];
    if (depth === 0) return [];
    return calledFunctions(call, syntax).flatMap((made) => {
      // A function that this call stands in is being read right now.
      if ([...ancestorsOf(call)].includes(made)) return [];
      return openShapesOf(made, syntax, depth).map(({ shape, id }) => ({ shape: filledIn(shape, made, call, syntax), through: [id] }));
    });
  }

  return { openShapesOf, readCall };
}

function callsIn(made: FunctionNode, tree: TypeScriptSyntax): TSESTree.CallExpression[] {
  const [start, end] = made.range;
  return tree.all("CallExpression").filter(({ range }) => range[0] >= start && range[1] <= end);
}

/** The requests of Forge's own functions. */
export const { openShapesOf, readCall } = shapeReader({ shapeOf, isSettled });

/** A shape with the arguments of a call in place of the parameters of the function that it calls. */
function filledIn<Api extends string>({ api, paths, methods }: CallShape<Api>, made: FunctionNode, call: TSESTree.CallExpression, syntax: TypeScriptSyntax): CallShape<Api> {
  const fill = (part: string | { readonly parameter?: Parameter }): readonly Parts[] => {
    if (typeof part === "string" || part.parameter?.function !== made) return [[part]];
    return argumentsFor(part.parameter, call, syntax).flatMap((value) => (value ? partsOf(value, syntax) : [[unknown]]));
  };
  const filledPaths = paths.flatMap((parts) => parts.reduce<readonly Parts[]>((texts, part) => {
    const next = texts.flatMap((before) => fill(part).map((one) => [...before, ...one]));
    return next.length > mostAlternatives ? texts.map((before) => [...before, unknown]) : next;
  }, [[]]));
  const filledMethods = methods.flatMap((method): readonly Method[] => {
    if (typeof method === "string" || method.parameter?.function !== made) return [method];
    return argumentsFor(method.parameter, call, syntax, true).flatMap((value) => (value === "absent" ? ["GET"] : value ? methodsOf(value, syntax) : [unknown]));
  });
  return { api, paths: filledPaths, methods: [...new Set(filledMethods)] };
}

function argumentsFor(parameter: Parameter, call: TSESTree.CallExpression, syntax: TypeScriptSyntax, orAbsent: true): readonly (Node | "absent" | undefined)[];
function argumentsFor(parameter: Parameter, call: TSESTree.CallExpression, syntax: TypeScriptSyntax): readonly (Node | undefined)[];
function argumentsFor({ index, keys, fallback }: Parameter, call: TSESTree.CallExpression, syntax: TypeScriptSyntax, orAbsent = false): readonly (Node | "absent" | undefined)[] {
  const nothing = fallback ?? (orAbsent ? "absent" : undefined);
  const given = argumentAt(call, index);
  if (given === "unknown") return [undefined];
  if (given === "absent") return [nothing];
  const [key, ...others] = keys;
  if (key === undefined) return [given];
  if (others.length > 0) return [undefined];
  const { properties, open } = propertiesOf(given, syntax, call);
  const property = properties.get(key);
  if (!property) return [open ? undefined : nothing];
  const values = property.values.map(({ value }) => value);
  return property.definite || open ? values : [...values, nothing];
}
