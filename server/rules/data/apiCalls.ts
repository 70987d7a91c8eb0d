import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { builtTexts } from "../../languages/typescript/builtText.ts";
import { allCalls, makerOf, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { isGlobal } from "../../languages/typescript/bindings.ts";
import { isFunction, isWithin, unwrap, type FunctionNode, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf, propertiesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { inlinedCalls } from "../../languages/typescript/wrappers.ts";
import type { ApiLimits } from "./apiLimits.ts";
import { numberOf } from "./lifetimes.ts";

const waiting: ReadonlySet<string> = new Set(["all", "allSettled"]);

/** Calls of `Promise.all` that wait for a request for each element of a list that may be long. */
export function unlimitedCalls(document: Document, limits: ApiLimits, syntax: TypeScriptSyntax): readonly Call[] {
  return allCalls(syntax).filter((call) => {
    const method = methodCall(call);
    const [list] = call.arguments;
    if (!method || !list || !waiting.has(method.name) || !isGlobal(method.receiver, "Promise", syntax)) return false;
    const [only, ...others] = alternativesOf(list, syntax);
    const mapped = only && others.length === 0 ? unwrap(only.node) : undefined;
    const mapping = mapped?.type === "CallExpression" ? methodCall(mapped) : undefined;
    const [callback] = mapped?.type === "CallExpression" ? mapped.arguments : [];
    if (mapping?.name !== "map" || !callback || isShort(mapping.receiver, limits, syntax)) return false;
    const [made] = alternativesOf(callback, syntax);
    return made !== undefined && isFunction(made.node) && sendsRequest(made.node, document, limits, syntax);
  });
}

function isShort(list: Node, { atOnce }: ApiLimits, syntax: TypeScriptSyntax): boolean {
  return alternativesOf(list, syntax).every(({ node }) => {
    const end = unwrap(node);
    return end.type === "ArrayExpression" && end.elements.length <= atOnce && end.elements.every((one) => one?.type !== "SpreadElement");
  });
}

function sendsRequest(made: FunctionNode, document: Document, limits: ApiLimits, syntax: TypeScriptSyntax): boolean {
  return allCalls(syntax).some((call) => isWithin(call, made.body) && (isRequest(call, document, limits, syntax) || inlinedCalls(call, syntax).some((inner) => isRequest(inner.call, document, limits, syntax))));
}

/** Methods of clients that do not send. */
const local = /^(?:then|catch|finally|map|filter|push|json|text|log|error|warn|info|debug)$/;

function isRequest(call: Call, document: Document, limits: ApiLimits, syntax: TypeScriptSyntax): boolean {
  if (call.type !== "CallExpression") return false;
  if (addressOf(call, document, limits) !== undefined) return true;
  const method = methodCall(call);
  return method !== undefined && !local.test(method.name) && limits.modules.test(makerOf(method.receiver, syntax)?.module ?? rootMaker(method.receiver, syntax));
}

/** The package whose call made what a chain of members starts from: `client` of `client.product.get`. */
function rootMaker(receiver: Node, syntax: TypeScriptSyntax): string {
  let root = unwrap(receiver);
  while (root.type === "MemberExpression") root = unwrap(root.object);
  return makerOf(root, syntax)?.module ?? "";
}

/** The argument that holds a path of the API. */
function addressOf(call: Call, document: Document, { path }: ApiLimits): Node | undefined {
  const [first] = call.arguments;
  return first && first.type !== "SpreadElement" && !isFunction(first) && builtTexts(first, document).some(({ text }) => path.test(text)) ? first : undefined;
}

/** How many entries a request asks for. */
export interface PageSize {
  readonly node: Node;
  readonly size: number;
  /** The digits, where they are a part of an address. */
  readonly range?: TextRange;
}

const limitInAddress = /[?&]limit=(\d{1,6})(?!\d)/;

/** The sizes of pages that requests to an API ask for. */
export function pageSizes(document: Document, limits: ApiLimits, syntax: TypeScriptSyntax): readonly PageSize[] {
  return allCalls(syntax).flatMap((call): PageSize[] => {
    const address = addressOf(call, document, limits);
    if (!address) return [];
    const written = builtTexts(address, document).flatMap((built): PageSize[] => {
      const found = limitInAddress.exec(built.text);
      const digits = found?.[1];
      const range = found && digits !== undefined ? built.rangeAt(found.index + found[0].length - digits.length, found.index + found[0].length) : undefined;
      return range && digits !== undefined ? [{ node: address, size: Number(digits), range }] : [];
    });
    const [, options] = call.arguments;
    const parameters = options ? propertiesOf(options, syntax, call).properties : undefined;
    const inner = (parameters?.get("params") ?? parameters?.get("searchParams") ?? parameters?.get("qs") ?? parameters?.get("query"))?.values ?? [];
    const given = inner.flatMap(({ value }) => (value ? (propertiesOf(value, syntax, call).properties.get("limit")?.values ?? []) : []));
    return [...written, ...given.flatMap(({ value }): PageSize[] => {
      const size = value && numberOf(value, syntax);
      return value && size !== undefined ? [{ node: value, size }] : [];
    })];
  });
}
