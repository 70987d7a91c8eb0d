import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { allCalls, argumentAt, calledOrigin, makerOf, methodCall, type Call } from "../../../languages/typescript/calls.ts";
import { constantOf, optionsOf } from "../../../languages/typescript/constants.ts";
import { originOf } from "../../../languages/typescript/imports.ts";
import type { Node } from "../../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../../languages/typescript/objects.ts";
import { credentialSinks, isModuleOf, type CredentialSink } from "./sinkTable.ts";

/** A text that reaches a sink. `node` is the literal, or the name in this file of one in another. */
export interface SinkText {
  readonly sink: CredentialSink;
  readonly call: Call;
  readonly value: string;
  readonly node: Node;
}

/** Every known text that reaches a sink in a file. */
export function sinkTexts(syntax: TypeScriptSyntax): SinkText[] {
  return allCalls(syntax).flatMap((call) => sinksOf(call, syntax).flatMap((sink) => textsOf(call, sink, syntax)));
}

function sinksOf(call: Call, syntax: TypeScriptSyntax): CredentialSink[] {
  const origin = calledOrigin(call, syntax);
  if (origin) {
    const name = origin.name === "default" ? "*" : origin.name.replace(/^(?:default|\*)\./, "");
    return credentialSinks.filter((sink) => isModuleOf(sink, origin.module) && sink.calls.includes(name));
  }
  const method = methodCall(call);
  if (!method) return [];
  if (method.name === "register") return pluginSinks(call, syntax);
  const candidates = credentialSinks.filter(({ calls }) => calls.includes(`.${method.name}`));
  const maker = candidates.length > 0 ? makerOf(method.receiver, syntax) : undefined;
  return maker ? candidates.filter((sink) => isModuleOf(sink, maker.module)) : [];
}

/** `app.register(plugin, options)`. */
function pluginSinks(call: Call, syntax: TypeScriptSyntax): CredentialSink[] {
  const [plugin] = call.arguments;
  const origin = plugin && plugin.type !== "SpreadElement" ? originOf(plugin, syntax) : undefined;
  return origin ? credentialSinks.filter((sink) => sink.calls.includes("register") && isModuleOf(sink, origin.module)) : [];
}

function textsOf(call: Call, sink: CredentialSink, syntax: TypeScriptSyntax): SinkText[] {
  const argument = argumentAt(call, sink.argument);
  if (typeof argument === "string") return [];
  const expressions = (sink.properties ?? []).reduce<readonly Node[]>((found, name) => found.flatMap((node) => heldBy(node, name, call, syntax)), [argument]);
  return expressions.flatMap((node) => literalsOf(node, syntax).map((text) => ({ sink, call, ...text })));
}

function heldBy(node: Node, name: string, use: Node, syntax: TypeScriptSyntax): Node[] {
  const { properties } = propertiesOf(node, syntax, use);
  const values = name === "*" ? [...properties.values()] : [properties.get(name)];
  const found = values.flatMap((property) => property?.values.flatMap(({ value }) => (value ? [value] : [])) ?? []);
  if (name !== "*" || found.length > 0) return found;
  const constant = constantOf(node, syntax);
  return constant.kind === "array" ? constant.elements.map((element) => element.node) : [];
}

/** Functions that only change the form of a key. */
const coats: ReadonlySet<string> = new Set(["from", "encode", "createSecretKey"]);

/** The texts that an expression may be; `Buffer.from("…")` and `new TextEncoder().encode("…")` are what they hold. */
function literalsOf(expression: Node, syntax: TypeScriptSyntax): { value: string; node: Node }[] {
  return optionsOf(constantOf(expression, syntax)).flatMap((constant) => {
    if (constant.kind === "string") return [{ value: constant.value, node: constant.node }];
    if (constant.kind !== "unknown") return [];
    const { node } = constant;
    if (node.type === "LogicalExpression" && node.operator !== "&&") return [...literalsOf(node.right, syntax)];
    const [inner] = node.type === "CallExpression" && coats.has(methodCall(node)?.name ?? "") ? node.arguments : [];
    return inner && inner.type !== "SpreadElement" ? literalsOf(inner, syntax) : [];
  });
}
