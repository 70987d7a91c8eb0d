import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../../core/document.ts";
import { makerOf, methodCall } from "../../../languages/typescript/calls.ts";
import { constantOf } from "../../../languages/typescript/constants.ts";
import { realOf } from "../../../languages/typescript/images.ts";
import { originOf } from "../../../languages/typescript/imports.ts";
import { isFunction, isWithin, unwrap, type FunctionNode, type Node } from "../../../languages/typescript/nodes.ts";
import { alternativesOf, propertiesOf } from "../../../languages/typescript/objects.ts";
import { treeOf } from "../../../languages/typescript/trees.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

/** A call that a function reaches, with the file in which it is written. */
export interface ReachedCall {
  readonly call: TSESTree.CallExpression;
  readonly document: Document;
}

/** What a function does, itself and through the functions of the workspace that it calls. */
export interface Reach {
  readonly calls: readonly ReachedCall[];
  /** The text of all these functions. */
  readonly text: string;
  /** All of it was read: the limit was not met. */
  readonly complete: boolean;
}

/** More functions than any handler reaches. */
const mostFunctions = 80;

/** Follows calls, and functions that are handed on, from a function. */
export function reachOf(start: FunctionNode, syntax: TypeScriptSyntax): Reach {
  const seen = new Set<Node>();
  const calls: ReachedCall[] = [];
  const texts: string[] = [];
  const pending: FunctionNode[] = [start];
  for (let made = pending.pop(); made && seen.size < mostFunctions; made = pending.pop()) {
    if (seen.has(made)) continue;
    seen.add(made);
    const tree = treeOf(made, syntax);
    texts.push(tree.document.text.slice(...made.range));
    for (const call of tree.all("CallExpression")) {
      if (!isWithin(call, made)) continue;
      calls.push({ call, document: tree.document });
      for (const node of [call.callee, ...call.arguments.filter(({ type }) => type === "Identifier")]) pending.push(...functionsAt(node, syntax));
    }
  }
  return { calls, text: texts.join("\n"), complete: pending.length === 0 };
}

/** The functions that an expression may be, of whatever file. */
export function functionsAt(expression: Node, syntax: TypeScriptSyntax): FunctionNode[] {
  return alternativesOf(expression, syntax).map(({ node }) => unwrap(realOf(node))).filter(isFunction);
}

/** A request to a product that the app makes in its own name. */
export interface AppRequest extends ReachedCall {
  /** `asApp` as written. */
  readonly place: Node;
  /** Unknown parts are empty. */
  readonly path: string;
  /** In capitals; undefined where it cannot be known. */
  readonly method: string | undefined;
}

const requests: ReadonlySet<string> = new Set(["requestJira", "requestConfluence", "requestBitbucket", "requestGraph"]);

/** The requests with `asApp()` among some calls whose path can be read. */
export function appRequests(calls: readonly ReachedCall[], syntax: TypeScriptSyntax): AppRequest[] {
  return calls.flatMap(({ call, document }) => {
    const method = methodCall(call);
    const maker = method && requests.has(method.name) ? makerOf(method.receiver, syntax) : undefined;
    if (!method || maker?.module !== "@forge/api" || maker.name !== "asApp") return [];
    const [address, options] = call.arguments;
    const path = address && pathOf(address, syntax);
    if (path === undefined) return [];
    return [{ call, document, place: placeOfAsApp(method.receiver), path, method: methodOf(options, call, syntax) }];
  });
}

function placeOfAsApp(receiver: Node): Node {
  if (receiver.type !== "CallExpression") return receiver;
  const callee = unwrap(receiver.callee);
  return callee.type === "MemberExpression" ? callee.property : callee;
}

/** Of `` route`/rest/…` `` or a text. */
function pathOf(address: Node, syntax: TypeScriptSyntax): string | undefined {
  const [only, ...others] = alternativesOf(address, syntax);
  const node = only && others.length === 0 ? unwrap(only.node) : undefined;
  if (node?.type === "TaggedTemplateExpression") return node.quasi.quasis.map(({ value }) => value.cooked).join("");
  const constant = constantOf(address, syntax);
  if (constant.kind === "string") return constant.value;
  return constant.kind === "template" ? constant.parts.map(({ text }) => text ?? "").join("") : undefined;
}

function methodOf(options: Node | undefined, use: Node, syntax: TypeScriptSyntax): string | undefined {
  if (!options) return "GET";
  const { properties, open } = propertiesOf(options, syntax, use);
  const given = properties.get("method");
  if (!given) return open ? undefined : "GET";
  const [only, ...others] = given.values;
  const constant = only?.value && others.length === 0 ? constantOf(only.value, syntax) : undefined;
  return constant?.kind === "string" ? constant.value.toUpperCase() : undefined;
}

const searches = /\/(?:search|jql|bulkfetch|match|parse|picker|pick|evaluate|permissions|mypermissions)\b/i;

/** Whether a request changes something in the product. */
export function isWrite({ method, path }: Pick<AppRequest, "method" | "path">): boolean {
  return method !== undefined && method !== "GET" && method !== "HEAD" && !searches.test(path);
}

/** Whether a call is of a module, by its import. */
export function isOfModule(node: Node, module: RegExp, syntax: TypeScriptSyntax): boolean {
  const origin = originOf(node, syntax) ?? makerOf(node, syntax);
  return origin !== undefined && module.test(origin.module);
}
