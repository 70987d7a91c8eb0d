import { allCalls, argumentAt, calledOrigin, methodCall, type Call } from "../../../languages/typescript/calls.ts";
import { constantOf, optionsOf } from "../../../languages/typescript/constants.ts";
import { libraryObject } from "../../../languages/typescript/libraryObjects.ts";
import { isFunction, type Node } from "../../../languages/typescript/nodes.ts";
import { alternativesOf, propertiesOf, type ObjectReading } from "../../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { jwtObjects, jwtRows, type JwtAct, type JwtRow } from "./jwtTable.ts";

/** A call of a library that signs, verifies or decodes. */
export interface JwtCall {
  readonly row: JwtRow;
  /** `decode` also where a call that could verify is told not to. */
  readonly act: JwtAct;
  readonly call: Call;
  /** The token, or what is signed. */
  readonly subject: Node | undefined;
  readonly key: Node | undefined;
  /** The options; `absent` where the call surely has none, `unknown` where that cannot be told. */
  readonly options: ObjectReading | "absent" | "unknown";
}

const known = new WeakMap<TypeScriptSyntax, readonly JwtCall[]>();

/** All such calls of a file, in the order of the text. */
export function jwtCalls(syntax: TypeScriptSyntax): readonly JwtCall[] {
  let found = known.get(syntax);
  if (!found) known.set(syntax, (found = allCalls(syntax).flatMap((call) => jwtCall(call, syntax) ?? [])));
  return found;
}

function jwtCall(call: Call, syntax: TypeScriptSyntax): JwtCall | undefined {
  const row = rowOf(call, syntax);
  if (!row) return undefined;
  const options = row.options === undefined ? "absent" : optionsAt(call, row.options, syntax);
  const skips = nodeAt(call, row.skips);
  const isSkipped = skips !== undefined && isConstant(skips, true, syntax);
  const key = nodeAt(call, row.key) ?? (typeof options === "object" ? onlyValue(options, row.names?.key ?? "key") : undefined);
  return { row, act: isSkipped ? "decode" : row.act, call, subject: nodeAt(call, row.subject), key, options };
}

function rowOf(call: Call, syntax: TypeScriptSyntax): JwtRow | undefined {
  const origin = calledOrigin(call, syntax);
  if (origin) {
    const name = origin.name === "default" ? "*" : origin.name;
    return jwtRows.find((row) => row.module === origin.module && row.exports?.includes(name));
  }
  const method = methodCall(call);
  return method && jwtRows.find(({ methods }) => methods?.names.includes(method.name) && libraryObject(method.receiver, jwtObjects, syntax) === methods.of);
}

/** The argument at a place, where it surely stands there. */
export function nodeAt(call: Call, index: number | undefined): Node | undefined {
  const argument = index === undefined ? undefined : argumentAt(call, index);
  return typeof argument === "object" ? argument : undefined;
}

function optionsAt(call: Call, index: number, syntax: TypeScriptSyntax): JwtCall["options"] {
  const argument = argumentAt(call, index);
  if (typeof argument === "string") return argument;
  // A callback stands where options may be left out.
  const [only, ...others] = alternativesOf(argument, syntax);
  if (only && others.length === 0 && isFunction(only.node)) return "absent";
  const reading = propertiesOf(argument, syntax, call);
  return reading.open && reading.properties.size === 0 ? "unknown" : reading;
}

/** The one expression that a property surely has. */
export function onlyValue(reading: ObjectReading, name: string): Node | undefined {
  const [only, ...others] = reading.properties.get(name)?.values ?? [];
  return others.length === 0 ? only?.value : undefined;
}

/** Whether the options surely do not set a property. */
export function lacks(options: JwtCall["options"], name: string): boolean {
  if (typeof options === "string") return options === "absent";
  return !options.open && !options.properties.has(name);
}

/** Whether an expression is exactly a truth value or a text. */
export function isConstant(expression: Node, value: boolean | string, syntax: TypeScriptSyntax): boolean {
  const constant = constantOf(expression, syntax);
  return (constant.kind === "boolean" || constant.kind === "string") && constant.value === value;
}

/** A known text with the place to report. */
export interface KnownText {
  readonly value: string;
  readonly node: Node;
}

/** All texts that an expression, or a list's elements, may be. */
export function textsIn(expression: Node, syntax: TypeScriptSyntax): readonly KnownText[] {
  return optionsOf(constantOf(expression, syntax)).flatMap((one): readonly KnownText[] => {
    if (one.kind === "string") return [{ value: one.value, node: one.node }];
    if (one.kind !== "array") return [];
    return one.elements.flatMap((element) => (element.kind === "string" ? [{ value: element.value, node: element.node }] : []));
  });
}
