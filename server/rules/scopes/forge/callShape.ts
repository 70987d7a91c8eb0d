import type { AtlassianApi } from "../tables/endpointLookup.ts";
import type { FunctionNode, Node } from "../../../languages/typescript/nodes.ts";

/** A parameter of a function: a call of the function says what it is. */
export interface Parameter {
  readonly function: FunctionNode;
  readonly index: number;
  /** The members that lead from the argument to the value: `["method"]` for `options.method`. */
  readonly keys: readonly string[];
  /** What it is where the call gives nothing. */
  readonly fallback?: Node;
}

/** A part of a text that is not known where the request stands. */
export interface Unknown {
  /** Set where a caller knows it. */
  readonly parameter?: Parameter;
}

/** A text in parts, what is known of it as text. */
export type Parts = readonly (string | Unknown)[];

/** The method of a request: one of the words of HTTP, or not known here. */
export type Method = string | Unknown;

/** A request as it is written: every path and every method that it may have. */
export interface CallShape<Api extends string = AtlassianApi> {
  readonly api: Api;
  readonly paths: readonly Parts[];
  readonly methods: readonly Method[];
}

/** More branches than this are not told apart. */
export const mostAlternatives = 16;

/** What is not known and no caller knows. */
export const unknown: Unknown = {};

/** The parameters that a shape is open for. */
export function parametersOf({ paths, methods }: CallShape<string>): readonly Parameter[] {
  return [...paths.flat(), ...methods].flatMap((part) => (typeof part !== "string" && part.parameter ? [part.parameter] : []));
}
