import type { TSESTree } from "@typescript-eslint/types";
import { builtTexts, unknownPart } from "../../../languages/typescript/builtText.ts";
import { argumentAt, methodCall } from "../../../languages/typescript/calls.ts";
import { unwrap, type Node } from "../../../languages/typescript/nodes.ts";
import { alternativesOf, propertiesOf } from "../../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { unknown, type CallShape, type Method, type Parts } from "../forge/callShape.ts";
import { pathText, shapeReader } from "../forge/openShapes.ts";
import { methodsIn, methodsOf, partsOf } from "../forge/values.ts";
import { clientOf, hasBaseOfItsOwn } from "./clients.ts";
import type { RequestClient } from "./codeFact.ts";
import { isKnownOperation } from "./interfaces.ts";
import { trelloShape } from "./trelloClient.ts";

type Shape = CallShape<RequestClient>;

const methodsByName: Readonly<Record<string, string>> = {
  get: "GET", getJSON: "GET", post: "POST", put: "PUT", patch: "PATCH", delete: "DELETE", del: "DELETE", head: "GET",
};
/** The options that name an address, and those that name what stands before it. */
const addressNames = ["url", "uri", "href", "path", "pathname"];
const baseNames = ["baseURL", "baseUrl", "prefixUrl", "prefix"];

/** What a call of an HTTP client requests, as far as it is written; undefined where it is no request. */
function shapeOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): Shape | undefined {
  const trello = trelloShape(call, syntax);
  if (trello) return trello;
  const api = clientOf(call, syntax);
  if (!api) return undefined;
  const first = argumentAt(call, 0);
  if (typeof first === "string") return { api, paths: [[unknown]], methods: [unknown] };
  const named = addressIn(first, syntax);
  const options = named ? first : argumentAt(call, 1);
  const addresses = named ? named.flatMap((value) => (value ? addressesOf(value, syntax) : [[unknown]])) : addressesOf(first, syntax);
  return { api, paths: withBase(addresses, call, syntax), methods: methodsFor(api, call, options, syntax) };
}

function addressIn(options: Node, syntax: TypeScriptSyntax): readonly (Node | undefined)[] | undefined {
  const { properties } = propertiesOf(options, syntax);
  const property = addressNames.map((name) => properties.get(name)).find((one) => one !== undefined);
  return property?.values.map(({ value }) => value);
}

/** The addresses that an expression may be: what callers decide stays open, `new URL` and queries are put together. */
function addressesOf(expression: Node, syntax: TypeScriptSyntax): readonly Parts[] {
  const parts = partsOf(expression, syntax);
  const isRead = parts.some((one) => one.some((part) => typeof part === "string" || part.parameter !== undefined));
  if (isRead) return parts;
  return builtTexts(expression, syntax.document).map(({ text }) =>
    text.split(unknownPart).flatMap((part, index): Parts => [...(index > 0 ? [unknown] : []), ...(part === "" ? [] : [part])]),
  );
}

function methodsFor(api: RequestClient, call: TSESTree.CallExpression, options: Node | "absent" | "unknown", syntax: TypeScriptSyntax): readonly Method[] {
  const name = methodCall(call)?.name ?? "";
  const byName = Object.hasOwn(methodsByName, name) ? methodsByName[name] : undefined;
  if (byName !== undefined) return [byName];
  const given = typeof options === "string" ? undefined : propertiesOf(options, syntax).properties.get("type");
  // jQuery's older word for the method, and that of pages inside Jira and Confluence.
  if (given && (name === "ajax" || api === "connect")) return given.values.flatMap(({ value }) => (value ? methodsOf(value, syntax) : [unknown]));
  return methodsIn(options, syntax);
}

const absolute = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i;

/** Puts what a client was made with before addresses that need it: unknown where nobody can see that. */
function withBase(addresses: readonly Parts[], call: TSESTree.CallExpression, syntax: TypeScriptSyntax): readonly Parts[] {
  if (!hasBaseOfItsOwn(call, syntax)) return addresses;
  const bases = basesOf(call, syntax);
  return addresses.flatMap((parts) => {
    const [start] = parts;
    if (typeof start !== "string" || absolute.test(start)) return [parts];
    return bases.map((base) => [...base, ...(start.startsWith("/") ? [] : ["/"]), ...parts]);
  });
}

function basesOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): readonly Parts[] {
  const receiver = methodCall(call)?.receiver;
  const made = receiver ? alternativesOf(receiver, syntax).map(({ node }) => unwrap(node)) : [];
  const found = made.flatMap((node): readonly Parts[] => {
    const options = node.type === "CallExpression" ? node.arguments[0] : undefined;
    if (!options) return [[unknown]];
    const { properties, open } = propertiesOf(options, syntax);
    const base = baseNames.map((name) => properties.get(name)).find((one) => one !== undefined);
    if (!base) return open ? [[unknown]] : [[]];
    return base.values.flatMap(({ value }) => (value ? partsOf(value, syntax) : [[unknown]])).map(withoutSlash);
  });
  return found.length === 0 ? [[unknown]] : found;
}

function withoutSlash(parts: Parts): Parts {
  const last = parts.at(-1);
  return typeof last === "string" ? [...parts.slice(0, -1), last.replace(/\/$/, "")] : parts;
}

/** Whether the operation is known whatever a caller says. */
export function isSettled({ paths, methods }: Shape): boolean {
  return methods.every((method) => typeof method === "string") && paths.every((parts) =>
    methods.every((method) => typeof method === "string" && isKnownOperation(pathText(parts), method)),
  );
}

/** Requests by address, and through the functions that make them for others. */
export const requestReader = shapeReader<RequestClient>({ shapeOf, isSettled });
