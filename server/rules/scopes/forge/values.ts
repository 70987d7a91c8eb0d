import type { TSESTree } from "@typescript-eslint/types";
import { variableOf } from "../../../languages/typescript/bindings.ts";
import { methodCall } from "../../../languages/typescript/calls.ts";
import { constantOf, optionsOf, type Constant } from "../../../languages/typescript/constants.ts";
import { realOf } from "../../../languages/typescript/images.ts";
import { memberName, plainKey } from "../../../languages/typescript/keys.ts";
import { isFunction, isWithin, unwrap, type FunctionNode, type Node } from "../../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { treeOf } from "../../../languages/typescript/trees.ts";
import { functionsAt } from "./functions.ts";
import { mostAlternatives, unknown, type Method, type Parameter, type Parts } from "./callShape.ts";

/** Templates in templates: nobody writes more. */
const deepest = 12;

/** Functions that give back the text they get, as far as a path is concerned. */
const passing: ReadonlySet<string> = new Set(["assumeTrustedRoute", "route", "routeFromAbsolute", "String", "encodeURI"]);

/** Every text that an expression may be, with what is unknown in it. At least one. */
export function partsOf(expression: Node, syntax: TypeScriptSyntax, depth = deepest): readonly Parts[] {
  if (depth === 0) return [[unknown]];
  const found = optionsOf(constantOf(expression, syntax)).flatMap((one) => partsOfConstant(one, syntax, depth));
  return found.length === 0 || found.length > mostAlternatives ? [[unknown]] : found;
}

function partsOfConstant(constant: Constant, syntax: TypeScriptSyntax, depth: number): readonly Parts[] {
  switch (constant.kind) {
    case "string":
      return [[constant.value]];
    case "number":
    case "boolean":
      return [[String(constant.value)]];
    case "template":
      return constant.parts.reduce<readonly Parts[]>((texts, { text, node }) => {
        const options = text === undefined ? partsOfUnknown(node, syntax, depth - 1) : [[text]];
        const next = texts.flatMap((before) => options.map((option) => [...before, ...option]));
        return next.length > mostAlternatives ? texts.map((before) => [...before, unknown]) : next;
      }, [[]]);
    case "unknown":
      return partsOfUnknown(constant.node, syntax, depth - 1);
    default:
      return [[unknown]];
  }
}

/** Looks into what the reading layer gives back as it is: tagged templates, texts that grow, parameters. */
function partsOfUnknown(node: Node, syntax: TypeScriptSyntax, depth: number): readonly Parts[] {
  if (depth <= 0) return [[unknown]];
  if (node.type === "TaggedTemplateExpression") return partsOf(node.quasi, syntax, depth);
  if (node.type === "TemplateLiteral") return partsOf(node, syntax, depth);
  if (node.type === "CallExpression") {
    const [argument] = node.arguments;
    const name = node.callee.type === "Identifier" ? node.callee.name : methodCall(node)?.name;
    if (argument && passing.has(name ?? "")) return partsOf(argument, syntax, depth);
    const method = methodCall(node);
    if (method?.name === "toString") return partsOf(method.receiver, syntax, depth);
    const made = resultOf(node, syntax);
    return made ? partsOf(made, treeOf(made, syntax), depth) : [[unknown]];
  }
  const grown = startOfGrown(node, syntax);
  if (grown) return partsOf(grown, syntax, depth).map((parts) => [...parts, unknown]);
  const parameter = parameterOf(node, syntax);
  if (parameter) return [[{ parameter }]];
  const lengthened = lengthenedParameter(node, syntax);
  return [lengthened ? [{ parameter: lengthened }, unknown] : [unknown]];
}

/** A parameter that only gets something put behind it: `url += query`, `url = `${url}?${query}``. */
function lengthenedParameter(node: Node, syntax: TypeScriptSyntax): Parameter | undefined {
  const real = realOf(node);
  const writes = variableOf(real, treeOf(real, syntax))?.references.filter((reference) => reference.isWrite() && !reference.init) ?? [];
  const isLonger = writes.every(({ identifier, writeExpr }) => {
    const { parent } = identifier;
    if (parent.type !== "AssignmentExpression") return false;
    if (parent.operator === "+=") return true;
    let start: Node | null | undefined = writeExpr;
    if (start?.type === "TemplateLiteral") start = start.quasis[0]?.value.raw === "" ? start.expressions[0] : undefined;
    while (start?.type === "BinaryExpression") start = start.left;
    return parent.operator === "=" && start?.type === "Identifier" && start.name === identifier.name;
  });
  return writes.length > 0 && isLonger ? parameterOf(node, syntax, true) : undefined;
}

/** What the one function that a call calls gives back, where it has one way to; of another file too. */
function resultOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): Node | undefined {
  const [made, ...others] = functionsAt(call.callee, syntax);
  if (!made || others.length > 0 || made.async || made.generator) return undefined;
  if (made.body.type !== "BlockStatement") return made.body;
  const last = made.body.body.at(-1);
  const returns = treeOf(made, syntax).all("ReturnStatement").filter((one) => isWithin(one, made));
  return last?.type === "ReturnStatement" && returns.length === 1 ? (last.argument ?? undefined) : undefined;
}

/** The first text of a variable that gets others added with `+=`. */
function startOfGrown(node: Node, syntax: TypeScriptSyntax): Node | undefined {
  const real = realOf(node);
  const writes = variableOf(real, treeOf(real, syntax))?.references.filter((reference) => reference.isWrite()) ?? [];
  const [first, ...others] = writes;
  if (!first?.writeExpr || others.length === 0 || first.identifier.parent.type !== "VariableDeclarator") return undefined;
  const isGrowth = others.every(({ identifier }) => identifier.parent.type === "AssignmentExpression" && identifier.parent.operator === "+=");
  return isGrowth ? first.writeExpr : undefined;
}

/** The parameter that an expression reads, or a member of it. */
export function parameterOf(node: Node, syntax: TypeScriptSyntax, evenIfWritten = false): Parameter | undefined {
  const keys: string[] = [];
  let root = unwrap(realOf(node));
  while (root.type === "MemberExpression") {
    const name = memberName(root);
    if (name === undefined) return undefined;
    keys.unshift(name);
    root = unwrap(root.object);
  }
  const variable = variableOf(root, treeOf(root, syntax));
  const [definition] = variable?.defs ?? [];
  if (!variable || definition?.type !== "Parameter" || !isFunction(definition.node)) return undefined;
  // A parameter that is given another value, other than its default, is no longer what the caller gave.
  if (!evenIfWritten && variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return undefined;
  const made: FunctionNode = definition.node;
  for (const [index, pattern] of made.params.entries()) {
    const bound = boundIn(pattern, definition.name);
    if (bound) return { function: made, index, keys: [...bound.keys, ...keys], ...(bound.fallback && keys.length === 0 && { fallback: bound.fallback }) };
  }
  return undefined;
}

/** Where a name stands in a parameter: itself, with a default, or taken out of an object. */
function boundIn(pattern: Node, name: Node): { readonly keys: readonly string[]; readonly fallback?: Node } | undefined {
  if (pattern === name) return { keys: [] };
  if (pattern.type === "TSParameterProperty") return boundIn(pattern.parameter, name);
  if (pattern.type === "AssignmentPattern") {
    const inner = boundIn(pattern.left, name);
    return inner && (inner.keys.length === 0 ? { keys: [], fallback: pattern.right } : inner);
  }
  if (pattern.type !== "ObjectPattern") return undefined;
  for (const property of pattern.properties) {
    if (property.type !== "Property") continue;
    const key = plainKey(property);
    const inner = key === undefined ? undefined : boundIn(property.value, name);
    if (key !== undefined && inner) return { ...inner, keys: [key, ...inner.keys] };
  }
  return undefined;
}

/** Without options a request reads. */
const absentMethod = "GET";

/** The methods that the options of a request give. */
export function methodsIn(options: Node | "absent" | "unknown", syntax: TypeScriptSyntax): readonly Method[] {
  if (options === "absent") return [absentMethod];
  if (options === "unknown") return [unknown];
  const { properties, open } = propertiesOf(options, syntax);
  const property = properties.get("method");
  if (property) {
    const given = property.values.flatMap(({ value }) => (value ? methodsOf(value, syntax) : [unknown]));
    return property.definite ? given : [...given, open ? handedOn(options, syntax) : absentMethod];
  }
  return open ? [handedOn(options, syntax)] : [absentMethod];
}

/** The method inside options that a caller gives, whole or spread into others. */
function handedOn(options: Node, syntax: TypeScriptSyntax): Method {
  const node = unwrap(options);
  const spread = node.type === "ObjectExpression" ? node.properties.filter((property) => property.type === "SpreadElement") : [];
  const [only, ...others] = spread;
  const source = only && others.length === 0 ? only.argument : node;
  const parameter = parameterOf(source.type === "LogicalExpression" ? source.left : source, syntax);
  if (!parameter) return unknown;
  const { fallback, ...rest } = parameter;
  // The options that stand in where a caller gives none have a method of their own, or leave it to be GET.
  const standing = fallback && propertiesOf(fallback, syntax).properties.get("method")?.values[0]?.value;
  return { parameter: { ...rest, keys: [...parameter.keys, "method"], ...(standing && { fallback: standing }) } };
}

/** The methods that an expression may be. */
export function methodsOf(expression: Node, syntax: TypeScriptSyntax): readonly Method[] {
  return optionsOf(constantOf(expression, syntax)).map((one) => {
    if (one.kind === "string") return one.value.toUpperCase();
    if (one.kind === "undefined") return absentMethod;
    const parameter = one.kind === "unknown" ? parameterOf(one.node, syntax) : undefined;
    return parameter ? { parameter } : unknown;
  });
}
