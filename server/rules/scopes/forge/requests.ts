import type { TSESTree } from "@typescript-eslint/types";
import { argumentAt, methodCall } from "../../../languages/typescript/calls.ts";
import { originOf } from "../../../languages/typescript/imports.ts";
import { memberName } from "../../../languages/typescript/keys.ts";
import { isFunction, unwrap, type Node } from "../../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import type { AtlassianApi } from "../tables/endpointLookup.ts";
import type { CallShape } from "./callShape.ts";
import { methodsIn, partsOf } from "./values.ts";

/** The functions of Forge that call a product's REST interface. */
export const requestNames: ReadonlyMap<string, AtlassianApi> = new Map([
  ["requestJira", "jira"],
  ["requestConfluence", "confluence"],
  ["requestBitbucket", "bitbucket"],
]);

/** The packages of Forge's own that have them. */
export function isForgeModule(module: string): boolean {
  return module.startsWith("@forge/");
}

/** The request function that an expression surely is, by its name: a member of that name, or an import of Forge's. */
export function requestNamed(node: Node, syntax: TypeScriptSyntax): AtlassianApi | undefined {
  if (node.type === "MemberExpression") return requestNames.get(memberName(node) ?? "");
  const origin = node.type === "Identifier" ? originOf(node, syntax) : undefined;
  if (origin && isForgeModule(origin.module)) return requestNames.get(origin.name.slice(origin.name.lastIndexOf(".") + 1));
  return undefined;
}

/** The API that a call requests, through names that stand for a request function too. Own functions of that name are none. */
export function requestedApi(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): AtlassianApi | undefined {
  const callee = unwrap(call.callee);
  const ends = alternativesOf(callee, syntax).map(({ node }) => node);
  if (ends.some(isFunction)) return undefined;
  for (const node of [callee, ...ends]) {
    const api = requestNamed(node, syntax);
    if (api) return api;
  }
  // A name that nothing in this file explains, such as a parameter.
  return callee.type === "Identifier" ? requestNames.get(callee.name) : undefined;
}

/** What a call requests, as far as it is written; undefined where it is no request. */
export function shapeOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): CallShape | undefined {
  const api = requestedApi(call, syntax);
  if (!api) return undefined;
  const path = argumentAt(call, 0);
  const paths = typeof path === "string" ? [[{}]] : partsOf(path, syntax);
  return { api, paths, methods: methodsIn(argumentAt(call, 1), syntax) };
}

/** Whether a request function stands for itself here, handed on to where it cannot be followed. */
export function handsOnRequest(node: TSESTree.Identifier | TSESTree.MemberExpression, syntax: TypeScriptSyntax): AtlassianApi | undefined {
  const { parent } = node;
  const isArgument = (parent.type === "CallExpression" || parent.type === "NewExpression") && parent.arguments.some((argument) => argument === node);
  const isRenamed = parent.type === "Property" && parent.value === node && parent.parent.type === "ObjectExpression" && !parent.shorthand;
  const isGiven = parent.type === "ArrayExpression" || parent.type === "ReturnStatement" || (parent.type === "ArrowFunctionExpression" && parent.body === node);
  if (!isArgument && !isRenamed && !isGiven) return undefined;
  if (isRenamed && parent.key.type === "Identifier" && requestNames.has(parent.key.name)) return undefined;
  return requestNamed(node, syntax);
}

/** Whether a package gets hold of what makes requests: `createClient(api.asUser())`. */
export function handsOnClient(call: TSESTree.CallExpression | TSESTree.NewExpression, syntax: TypeScriptSyntax): boolean {
  const origin = originOf(call.callee, syntax);
  if (!origin || origin.module.startsWith(".") || isForgeModule(origin.module)) return false;
  return call.arguments.some((argument) => {
    const node = unwrap(argument);
    const name = node.type === "CallExpression" ? methodCall(node)?.name ?? (node.callee.type === "Identifier" ? node.callee.name : "") : "";
    if (node.type === "CallExpression" && (name === "asUser" || name === "asApp")) return originOf(node.callee, syntax)?.module === "@forge/api";
    const given = node.type === "Identifier" ? originOf(node, syntax) : undefined;
    return given?.module === "@forge/api" && (given.name === "default" || given.name === "*");
  });
}
