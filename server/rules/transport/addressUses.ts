import type { Document } from "../../core/document.ts";
import { builtTexts } from "../../languages/typescript/builtText.ts";
import { allCalls, argumentAt, calledOrigin, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { isGlobal } from "../../languages/typescript/bindings.ts";
import { literalText, plainKey } from "../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import type { TextRange } from "../../core/text.ts";
import { isAddressName, plainAddress, type PlainAddress } from "./plainAddresses.ts";

/** An address in code, where it is used as one. */
export interface AddressUse {
  readonly address: PlainAddress;
  readonly range: TextRange;
  /** The literal it is written in. */
  readonly node: Node;
  /** Something else may stand in its place: it is what is left where a setting is not made. */
  readonly isFallback: boolean;
}

/** Packages whose calls take an address first, or as `url`: HTTP clients and sockets. */
const clients: ReadonlySet<string> = new Set([
  "axios", "got", "ky", "ky-universal", "node-fetch", "undici", "cross-fetch", "isomorphic-fetch", "isomorphic-unfetch", "unfetch", "needle", "superagent", "request", "request-promise",
  "request-promise-native", "phin", "bent", "wretch", "ofetch", "http", "follow-redirects", "ws", "isomorphic-ws", "reconnecting-websocket", "websocket", "socket.io-client", "sockjs-client",
  "eventsource", "@forge/api", "@microsoft/fetch-event-source", "graphql-request", "jquery", "supertest",
]);
const globalClients = ["fetch", "WebSocket", "EventSource"] as const;
const openVerb = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i;
/** Elements that load what they name, or send to it. */
const loaders: Readonly<Record<string, string>> = { script: "src", iframe: "src", form: "action" };

/** The addresses of public hosts without encryption that a file calls, keeps in settings, or loads from. */
export function addressUses(document: Document): AddressUse[] {
  const syntax = document.syntax(typescriptSyntax);
  const found = new Map<number, AddressUse>();
  const literals = new Map<number, Node>([...syntax.all("Literal"), ...syntax.all("TemplateElement")].map((node) => [node.range[0], node]));
  const add = (value: Node): void => {
    const texts = builtTexts(value, document);
    for (const text of texts) {
      const address = plainAddress(text.text);
      const range = address && text.rangeAt(0, address.length);
      if (!address || !range || found.has(range.start)) continue;
      const node = literals.get(range.start - 1) ?? value;
      found.set(range.start, { address, range, node, isFallback: texts.length > 1 });
    }
  };
  for (const call of allCalls(syntax)) for (const value of callAddresses(call, syntax)) add(value);
  for (const property of syntax.all("Property")) if (isSetting(property)) add(property.value);
  for (const { id, init } of syntax.all("VariableDeclarator")) if (init && id.type === "Identifier" && isAddressName(id.name)) add(init);
  for (const { key, value, computed } of syntax.all("PropertyDefinition")) if (value && !computed && key.type === "Identifier" && isAddressName(key.name)) add(value);
  for (const { left, right } of syntax.all("AssignmentExpression")) {
    const target = unwrap(left);
    const name = target.type === "Identifier" ? target.name : target.type === "MemberExpression" && !target.computed && target.property.type === "Identifier" ? target.property.name : "";
    if (isAddressName(name)) add(right);
  }
  for (const { name, value, parent } of syntax.all("JSXAttribute")) {
    const element = parent.name.type === "JSXIdentifier" ? parent.name.name : "";
    if (value?.type === "Literal" && name.type === "JSXIdentifier" && Object.hasOwn(loaders, element) && loaders[element] === name.name) add(value);
  }
  return [...found.values()].sort((left, right) => left.range.start - right.range.start);
}

function callAddresses(call: Call, syntax: TypeScriptSyntax): Node[] {
  const [first, second] = [argumentAt(call, 0), argumentAt(call, 1)];
  if (typeof first !== "object") return [];
  const method = methodCall(call);
  if (method?.name === "open" && typeof second === "object") return openVerb.test(literalText(unwrap(first)) ?? "") ? [second] : [];
  if (method?.name === "sendBeacon") return [first];
  if (!isClient(call, syntax)) return [];
  const options = unwrap(first);
  if (options.type !== "ObjectExpression") return [first];
  return options.properties.flatMap((one) => (one.type === "Property" && /^(?:url|uri)$/.test(plainKey(one) ?? "") ? [one.value] : []));
}

function isClient(call: Call, syntax: TypeScriptSyntax): boolean {
  const origin = calledOrigin(call, syntax);
  if (origin) return clients.has(origin.module) && !/Server$|Agent$/.test(origin.name);
  const callee = unwrap(call.callee);
  if (globalClients.some((name) => isGlobal(callee, name, syntax))) return true;
  const method = methodCall(call);
  if (!method) return false;
  if (/^(?:ajax|get|post|getJSON)$/.test(method.name) && (isGlobal(method.receiver, "$", syntax) || isGlobal(method.receiver, "jQuery", syntax))) return true;
  return method.name === "fetch" && (isGlobal(method.receiver, "window", syntax) || isGlobal(method.receiver, "globalThis", syntax));
}

/** A property that holds an address that is called; a Connect descriptor's own is looked at by another rule. */
function isSetting(property: Extract<Node, { type: "Property" }>): boolean {
  const { parent } = property;
  const name = parent.type === "ObjectExpression" ? plainKey(property) : undefined;
  if (name === undefined || parent.type !== "ObjectExpression") return false;
  const hasOther = (names: RegExp): boolean => parent.properties.some((one) => one.type === "Property" && names.test(plainKey(one) ?? ""));
  if (name === "url" || name === "uri") return hasOther(/^(?:method|qs|json|body|responseType|timeout|auth)$/) && hasOther(/^(?:method|headers|qs)$/);
  return isAddressName(name) && !hasOther(/^(?:authentication|lifecycle|apiMigrations)$/);
}
