import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { builtTexts } from "../../../languages/typescript/builtText.ts";
import { allCalls, argumentAt, calledOrigin, methodCall, type Call } from "../../../languages/typescript/calls.ts";
import { memberName } from "../../../languages/typescript/keys.ts";
import { rangeOf, unwrap, type Node } from "../../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

/** Hosts that take an account's e-mail address and API token, and the paths that only such hosts have. */
const atlassianAddress =
  /^(?:https?:\/\/)?[^/?#]*\b(?:[\w\u0000-]+\.atlassian\.net|api\.atlassian\.com|api\.bitbucket\.org)(?:[/?:#\u0000]|$)|^(?:https?:\/\/[^/?#]*|\u0000)?\/(?:wiki\/(?:rest\/api|api\/v2)|rest\/(?:api\/(?:[23]|latest)|agile\/1\.0|servicedeskapi))(?:\/|$)/i;

/** Clients that take an account's credentials as options: module, and the path of options to them. */
const clients: readonly (readonly [module: string, ...path: string[]])[] = [
  ["jira.js", "authentication", "basic"],
  ["confluence.js", "authentication", "basic"],
  ["jira-client", "password"],
  ["jira-connector", "basic_auth"],
  ["confluence-api", "password"],
  ["bitbucket", "auth", "password"],
];

/** Places at which code signs in to Atlassian as a person. */
export function accountSignIns(document: Document): TextRange[] {
  const syntax = document.syntax(typescriptSyntax);
  const found = new Map<number, TextRange>();
  for (const call of allCalls(syntax)) {
    const place = clientCredentials(call, syntax) ?? basicHeader(call, document, syntax);
    if (place) found.set(place.range[0], rangeOf(place));
  }
  return [...found.values()];
}

function clientCredentials(call: Call, syntax: TypeScriptSyntax): Node | undefined {
  const module = calledOrigin(call, syntax)?.module;
  const path = clients.find(([name]) => name === module)?.slice(1);
  const first = argumentAt(call, 0);
  return path && typeof first !== "string" ? optionAt(first, path, syntax) : undefined;
}

/** The option at the end of a path of names, as it is written. */
function optionAt(options: Node, path: readonly string[], syntax: TypeScriptSyntax): Node | undefined {
  const [name = "", ...rest] = path;
  for (const { value, node } of propertiesOf(options, syntax).properties.get(name)?.values ?? []) {
    const place = value && (rest.length === 0 ? node : optionAt(value, rest, syntax));
    if (place) return place;
  }
  return undefined;
}

/** `fetch(address, { headers })`, `axios.get(address, { auth })`, `axios({ url, headers })`, `axios.create({ baseURL, auth })`. */
function basicHeader(call: Call, document: Document, syntax: TypeScriptSyntax): Node | undefined {
  const objects = call.arguments.filter((argument) => ["ObjectExpression", "Identifier"].includes(unwrap(argument).type));
  const [last] = objects.slice(-1);
  if (!last || !isRequest(call, last, document, syntax)) return undefined;
  for (const options of objects) {
    const { properties } = propertiesOf(options, syntax);
    for (const { value, node } of properties.get("auth")?.values ?? []) {
      const inner = value && propertiesOf(value, syntax).properties;
      if (inner?.has("username") && inner.has("password")) return node;
    }
    const headers = [...(properties.get("headers")?.values ?? []).flatMap(({ value }) => value ?? [])];
    for (const header of headers) {
      const place = basicIn(header, document, syntax);
      if (place) return place;
    }
  }
  return undefined;
}

/** Whether a call goes to Atlassian: by its address, or by the address in its options. */
function isRequest(call: Call, last: Node, document: Document, syntax: TypeScriptSyntax): boolean {
  const first = argumentAt(call, 0);
  const { properties } = propertiesOf(last, syntax);
  const inOptions = ["url", "baseURL", "uri", "prefixUrl"].flatMap((name) => (properties.get(name)?.values ?? []).flatMap(({ value }) => value ?? []));
  const addresses = [...(typeof first === "string" || first === last ? [] : [first]), ...inOptions];
  if (!addresses.some((one) => builtTexts(one, document).some(({ text }) => atlassianAddress.test(text)))) return false;
  // Forge's own request functions sign in by themselves.
  return !["requestJira", "requestConfluence", "requestBitbucket"].includes(methodCall(call)?.name ?? "");
}

function basicIn(headers: Node, document: Document, syntax: TypeScriptSyntax): Node | undefined {
  const { properties } = propertiesOf(headers, syntax);
  const values = ["Authorization", "authorization"].flatMap((name) => properties.get(name)?.values ?? []);
  return values.find(({ value }) => value && builtTexts(value, document).some(({ text }) => /^Basic\s/i.test(text)))?.node;
}

/** Methods that keep a value under a name. */
const keeping: ReadonlySet<string> = new Set(["set", "setSecret", "setItem", "save", "put", "upsert"]);
const accountSecret = /(?:atlassian|jira|confluence|bitbucket)[\w -]{0,20}(?:api[ _-]?token|password|app[ _-]?password)$/i;

/** Places at which a store gets an account's credential, by its key or the value's name. */
export function keptCredentials(document: Document): TextRange[] {
  const syntax = document.syntax(typescriptSyntax);
  return syntax.all("CallExpression").flatMap((call) => {
    if (!keeping.has(methodCall(call)?.name ?? "") || call.arguments.length < 2) return [];
    const names = call.arguments.flatMap((argument) => (argument.type === "SpreadElement" ? [] : namesOf(argument, document)));
    return names.some((name) => accountSecret.test(name)) ? [rangeOf(call)] : [];
  });
}

function namesOf(argument: Node, document: Document): string[] {
  const node = unwrap(argument);
  if (node.type === "Identifier") return [node.name, ...builtTexts(node, document).map(({ text }) => text)];
  if (node.type === "MemberExpression") return [memberName(node) ?? ""];
  return node.type === "Literal" || node.type === "TemplateLiteral" ? builtTexts(node, document).map(({ text }) => text) : [];
}
