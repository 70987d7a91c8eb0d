import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import { isGlobal } from "./bindings.ts";
import { builtQuery, builtTexts, isPartOfText, joinTexts, type BuiltText } from "./builtText.ts";
import { allCalls, methodCall } from "./calls.ts";
import { plainKey } from "./keys.ts";
import type { Node } from "./nodes.ts";
import { propertiesOf } from "./objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "./syntax.ts";

/** A parameter in a query string. */
export interface UrlParameter {
  readonly name: string;
  /** The value as written, percent signs and all. */
  readonly value: string;
  /** Where the value starts in the text of the address. */
  readonly start: number;
}

/** Separator, name, value. The semicolon is the end of `&amp;`, the ampersand of markup. */
const parameter = /[?&#;]([A-Za-z_][\w.-]{0,60})=([^&#]*)/dg;

/** The parameters in the query and the fragment of an address. */
export function parametersOf(address: string): UrlParameter[] {
  return Array.from(address.matchAll(parameter), ({ 1: name = "", 2: value = "", indices }) => ({
    name,
    value,
    start: indices?.[2]?.[0] ?? 0,
  }));
}

/** The addresses in code, query objects included, whose text matches `address`. One may come more than once. */
export function builtUrls(document: Document, address: RegExp): BuiltText[] {
  const syntax = document.syntax(typescriptSyntax);
  const found: BuiltText[] = [];
  const add = (texts: readonly BuiltText[]): void => {
    found.push(...texts.filter(({ text }) => address.test(text)));
  };
  for (const root of rootsIn(syntax)) add(builtTexts(root, document));
  for (const call of allCalls(syntax)) add(withParameters(call.arguments, document, address));
  for (const object of syntax.all("ObjectExpression")) add(ofAddressObject(object, document));
  return found;
}

/** The outermost expressions of texts that are put together. */
function* rootsIn(syntax: TypeScriptSyntax): Generator<Node> {
  for (const node of syntax.all("Literal")) if (typeof node.value === "string" && !isPartOfText(node)) yield node;
  for (const node of syntax.all("TemplateLiteral")) if (!isPartOfText(node)) yield node;
  for (const node of syntax.all("BinaryExpression")) if (node.operator === "+" && !isPartOfText(node)) yield node;
  for (const node of syntax.all("NewExpression")) if (isGlobal(node.callee, "URL", syntax)) yield node;
  for (const node of syntax.all("AssignmentExpression")) if (node.operator === "+=" && node.left.type === "Identifier") yield node.left;
  for (const node of syntax.all("CallExpression")) {
    const name = methodCall(node)?.name;
    if (name === "join" || name === "concat") yield node;
  }
}

const queryNames = ["params", "query", "qs", "searchParams"];

/** `client.get(address, { params })`: the options of an HTTP client hold the query. */
function withParameters(list: readonly Node[], document: Document, address: RegExp): BuiltText[] {
  const [first, ...others] = list;
  const options = others.filter((one) => one.type === "ObjectExpression" || one.type === "Identifier");
  if (!first || options.length === 0) return [];
  const starts = builtTexts(first, document).filter(({ text }) => address.test(text));
  if (starts.length === 0) return [];
  return options.flatMap((one) => withQuery(starts, one, document));
}

/** `{ pathname, query }`, as `url.format` takes it, and `{ url, params }` of HTTP clients. */
function ofAddressObject(object: TSESTree.ObjectExpression, document: Document): BuiltText[] {
  const names = new Set(object.properties.map((property) => (property.type === "Property" ? plainKey(property) : undefined)));
  const place = ["pathname", "url"].find((name) => names.has(name));
  if (place === undefined || !queryNames.some((name) => names.has(name))) return [];
  const { properties } = propertiesOf(object, document.syntax(typescriptSyntax));
  const starts = (properties.get(place)?.values ?? []).flatMap(({ value }) => (value ? builtTexts(value, document) : []));
  return withQuery(starts, object, document);
}

function withQuery(starts: readonly BuiltText[], options: Node, document: Document): BuiltText[] {
  const { properties } = propertiesOf(options, document.syntax(typescriptSyntax));
  const queries = queryNames.flatMap((name) =>
    (properties.get(name)?.values ?? []).flatMap(({ value }) => (value ? builtQuery(value, document) : [])),
  );
  return starts.flatMap((start) => queries.map((query) => joinTexts(start, query)));
}
