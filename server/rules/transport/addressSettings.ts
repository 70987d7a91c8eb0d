import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { calledFunction, calledMethod, calledClass, phpArgument } from "../../languages/php/calls.ts";
import type { PhpNode } from "../../languages/php/nodes.ts";
import { phpSyntax } from "../../languages/php/syntax.ts";
import { csharpSyntax } from "../../languages/csharp/tokens.ts";
import { connectDescriptors } from "../../languages/data/connectDescriptor.ts";
import { memberNamed, valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { membersBelow } from "../../languages/data/walk.ts";
import { dotenvSyntax } from "../../languages/dotenv/syntax.ts";
import { htmlAttribute, htmlSyntax } from "../../languages/html/elements.ts";
import { jsonData } from "../../languages/json/dataOf.ts";
import { attributeNamed } from "../../languages/xml/attributes.ts";
import { xmlSyntax } from "../../languages/xml/syntax.ts";
import { yamlData } from "../../languages/yaml/dataOf.ts";
import { isAddressName, isVariableName, plainAddress, type PlainAddress } from "./plainAddresses.ts";

/** An address that a file other than code of TypeScript holds, with the place of its scheme, host and port. */
export interface WrittenAddress {
  readonly address: PlainAddress;
  readonly range: TextRange;
}

function at(value: string, start: number): WrittenAddress[] {
  const address = plainAddress(value);
  return address ? [{ address, range: { start, end: start + address.length } }] : [];
}

/** Lists of packages, translations, descriptions of somebody's API: their addresses are not what the app calls. */
const notSettings = /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[\w.-]*|openapi|swagger)\.(?:json|lock|ya?ml)$|(?:^|\/)(?:locales?|i18n|lang|translations?|schemas?|openapi|swagger|postman)\//i;

/** The addresses in JSON and YAML: under telling names, in the environment of containers, in what a Forge manifest fetches. */
export function dataAddresses(document: Document): WrittenAddress[] {
  if (notSettings.test(document.path)) return [];
  const root = document.language === "json" ? jsonData(document) : undefined;
  const values = document.language === "json" ? (root ? [root] : []) : yamlData(document);
  const hasDescriptor = document.language === "json" && connectDescriptors(document).length > 0;
  const found: WrittenAddress[] = [];
  const add = (value: DataNode | undefined): void => {
    if (value?.kind === "string" && value.verbatim) found.push(...at(value.value, value.range.start));
  };
  for (const value of values) {
    if (describesInterface(value)) continue;
    for (const { path, member } of membersBelow(value)) {
      const isFetched = member.value.kind === "array" && path.includes("fetch") && /^(?:backend|client)$/.test(member.name);
      if (isFetched) for (const item of member.value.items) add(item.kind === "string" ? item : valueAt(item, "address"));
      else if (isVariableName(member.name) || (isAddressName(member.name) && !(hasDescriptor && member.name === "baseUrl"))) add(member.value);
      else if (member.name === "environment" && member.value.kind === "array") for (const item of member.value.items) found.push(...pairAddress(item));
    }
  }
  return found;
}

/** OpenAPI and AsyncAPI tell of an interface, which may be anybody's. */
function describesInterface(root: DataNode): boolean {
  return ["openapi", "swagger", "asyncapi"].some((name) => memberNamed(root, name) !== undefined);
}

/** `NAME=http://…` in a list of compose. */
function pairAddress(item: DataNode): WrittenAddress[] {
  if (item.kind !== "string" || !item.verbatim) return [];
  const equals = item.value.indexOf("=");
  return equals > 0 && isVariableName(item.value.slice(0, equals)) ? at(item.value.slice(equals + 1), item.range.start + equals + 1) : [];
}

/** The addresses in an environment file. */
export function dotenvAddresses(document: Document): WrittenAddress[] {
  return document.syntax(dotenvSyntax).flatMap(({ name, value, valueRange }) => (isVariableName(name) || isAddressName(name) ? at(value, valueRange.start) : []));
}

/** The addresses that a page loads from or sends to. Links lead elsewhere and are the reader's choice. */
export function htmlAddresses(document: Document): WrittenAddress[] {
  return document.syntax(htmlSyntax).flatMap((element) => {
    const name = element.name === "script" || element.name === "iframe" ? "src" : element.name === "form" ? "action" : element.name === "link" && /stylesheet/i.test(htmlAttribute(element, "rel")?.value ?? "") ? "href" : undefined;
    const attribute = name === undefined ? undefined : htmlAttribute(element, name);
    return attribute ? at(attribute.value, attribute.range.start) : [];
  });
}

/** The addresses in .NET's configuration: `add` with a telling key, and `endpoint`. */
export function xmlAddresses(document: Document): WrittenAddress[] {
  return document.syntax(xmlSyntax).elements.flatMap(({ name, attributes }) => {
    const key = attributeNamed(attributes, "key")?.value ?? "";
    const value = name === "endpoint" ? attributeNamed(attributes, "address") : name === "add" && isAddressName(key) ? attributeNamed(attributes, "value") : undefined;
    return value ? at(value.value, value.valueRange.start) : [];
  });
}

const netCalls = /^(?:Uri|RestClient|GraphQLHttpClient|GetAsync|PostAsync|PutAsync|DeleteAsync|SendAsync|PatchAsync|GetStringAsync|PostAsJsonAsync|GetFromJsonAsync|DownloadString|UploadString|HttpRequestMessage|WebRequest|Create|CreateHttp|ConnectAsync)$/;

/** The addresses in C#: first argument of a call that fetches, or given to a telling name. */
export function csharpAddresses(document: Document): WrittenAddress[] {
  const { tokens } = document.syntax(csharpSyntax);
  return tokens.flatMap((token, index) => {
    if (token.kind !== "string" || !token.content) return [];
    const [name, mark] = [tokens[index - 2]?.text ?? "", tokens[index - 1]?.text];
    const isUsed = (mark === "(" && netCalls.test(name)) || (mark === "=" && isAddressName(name));
    return isUsed ? at(document.text.slice(token.content.start, token.content.end), token.content.start) : [];
  });
}

const phpFunctions: ReadonlySet<string> = new Set(["file_get_contents", "curl_init", "fopen", "get_headers", "wp_remote_get", "wp_remote_post"]);
const phpMethods: ReadonlySet<string> = new Set(["get", "post", "put", "patch", "delete", "getAsync", "postAsync"]);
const phpClient = /\bGuzzle|\bHttp::|\bHttpClient|\bAkeneo/;

/** The addresses in PHP: arguments of what fetches, telling keys, constants and variables. */
export function phpAddresses(document: Document): WrittenAddress[] {
  const syntax = document.syntax(phpSyntax);
  const found: WrittenAddress[] = [];
  const add = (value: PhpNode | string | undefined): void => {
    const first = typeof value === "object" && value.kind === "joined" ? value.parts[0] : value;
    if (typeof first === "object" && first.kind === "text") found.push(...at(document.text.slice(first.inner.start, first.inner.end), first.inner.start));
  };
  for (const call of syntax.all("call")) {
    const [first, second] = [phpArgument(call, 0), phpArgument(call, 1)];
    const name = calledFunction(call) ?? "";
    const method = calledMethod(call) ?? "";
    if (phpFunctions.has(name)) add(first);
    else if (name === "define" && typeof first === "object" && first.kind === "text" && isAddressName(first.value)) add(second);
    else if (name === "curl_setopt" && typeof second === "object" && second.kind === "name" && second.name.endsWith("CURLOPT_URL")) add(phpArgument(call, 2));
    else if (phpMethods.has(method) && phpClient.test(document.text)) add(first);
    else if (method === "request" && phpClient.test(document.text)) add(second);
    else if ((calledClass(call, syntax) ?? "").endsWith("\\AkeneoPimClientBuilder")) add(first);
  }
  for (const { entries } of syntax.all("array")) for (const { key, value } of entries) if (key?.kind === "text" && isAddressName(key.value)) add(value);
  for (const { name, value, kind } of syntax.declarations) if (kind !== "case" && isAddressName(name)) add(value);
  for (const { target, value } of syntax.all("assignment")) if ((target.kind === "variable" || target.kind === "member") && isAddressName(target.name ?? "")) add(value);
  const seen = new Set<number>();
  return found.filter(({ range }) => !seen.has(range.start) && seen.add(range.start));
}
