import type { TSESTree } from "@typescript-eslint/types";
import type { AddFact } from "../../../core/fact.ts";
import type { Document } from "../../../core/document.ts";
import { builtTexts, unknownPart, type BuiltText } from "../../../languages/typescript/builtText.ts";
import { builtUrls } from "../../../languages/typescript/builtUrls.ts";
import { argumentAt, methodCall } from "../../../languages/typescript/calls.ts";
import { importedModules } from "../../../languages/typescript/imports.ts";
import { rangeOf, type Node } from "../../../languages/typescript/nodes.ts";
import { propertiesOf, type ObjectReading } from "../../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { clientOf } from "./clients.ts";
import type { CodeScopeFact } from "./codeFacts.ts";
import { addSigns } from "./signs.ts";
import { trelloRequest } from "./trelloClient.ts";

/** The addresses that any of the systems answers at; what stands before a path may be unknown. */
const interfaceAddress =
  /api\.trello\.com\/1\b|(?:^|[/\u0000])api\/rest\/v1\b|api\.bitbucket\.org\/2\.0\b|(?:^|[/\u0000])(?:wiki\/)?(?:rest\/(?:api|agile|servicedeskapi|greenhopper|auth)|wiki\/api\/v2)\//;

const methodsByName: Readonly<Record<string, string>> = {
  get: "GET", getjson: "GET", post: "POST", put: "PUT", patch: "PATCH", delete: "DELETE", del: "DELETE", head: "GET",
};

/** The options that name an address. */
const addressNames = ["url", "uri", "href", "path", "pathname"];

/** The requests that a file makes, and those of which the address cannot be read. */
export function addRequests(document: Document, add: AddFact<CodeScopeFact>): void {
  const syntax = document.syntax(typescriptSyntax);
  const seen = new Set<number>();
  for (const call of syntax.all("CallExpression")) {
    const trello = trelloRequest(call, document);
    if (trello) add(rangeOf(call.callee), trello);
    else addCall(call, document, syntax, seen, add);
  }
  addMentions(document, seen, add);
  addPackages(syntax, add);
  addSigns(document, syntax, add);
  if (syntax.truncated) add({ start: document.text.length - 1, end: document.text.length }, { kind: "open", why: "The end of this file cannot be read" });
}

function addCall(call: TSESTree.CallExpression, document: Document, syntax: TypeScriptSyntax, seen: Set<number>, add: AddFact<CodeScopeFact>): void {
  const first = argumentAt(call, 0);
  if (typeof first === "string") return;
  const client = clientOf(call, syntax);
  const given = addressesIn(first, document, syntax);
  for (const text of given.texts) {
    const found = interfaceAddress.exec(text.text);
    if (found) {
      const range = text.rangeAt(found.index, found.index + found[0].length);
      if (range) seen.add(range.start);
      const methods = methodsOf(call, given.options ?? optionsOf(call, syntax));
      add(rangeOf(call.callee), { kind: "request", client: client ?? "addresses", address: addressText(text), methods, certain: client !== undefined });
    } else if (client && isUnread(text.text)) {
      add(rangeOf(call.callee), { kind: "open", why: "The address of this request cannot be read" });
    }
  }
}

function addressText({ text }: BuiltText): string {
  return text.replaceAll(/[{}]/g, "").replaceAll(unknownPart, "{}");
}

/** An address that starts with something unknown. Another host and a path of one's own are known. */
function isUnread(text: string): boolean {
  return text.startsWith(unknownPart);
}

interface GivenAddress {
  readonly texts: readonly BuiltText[];
  readonly options?: ObjectReading;
}

/** The address that a first argument gives: itself, or a part of the options that it is. */
function addressesIn(argument: Node, document: Document, syntax: TypeScriptSyntax): GivenAddress {
  const options = propertiesOf(argument, syntax);
  const named = addressNames.map((name) => options.properties.get(name)).find((one) => one !== undefined);
  if (!named) return { texts: builtTexts(argument, document) };
  return { texts: named.values.flatMap(({ value }) => (value ? builtTexts(value, document) : [])), options };
}

function optionsOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): ObjectReading | "absent" {
  const second = argumentAt(call, 1);
  if (second === "absent") return "absent";
  return second === "unknown" ? { properties: new Map(), open: true } : propertiesOf(second, syntax);
}

/** The methods of a call: those of its name, else of its options. */
function methodsOf(call: TSESTree.CallExpression, options: ObjectReading | "absent"): readonly (string | null)[] {
  const name = methodCall(call)?.name.toLowerCase() ?? "";
  const byName = Object.hasOwn(methodsByName, name) ? methodsByName[name] : undefined;
  if (byName) return [byName];
  if (options === "absent") return ["GET"];
  const given = options.properties.get("method") ?? options.properties.get("type");
  if (!given) return [options.open ? null : "GET"];
  const methods = given.values.map(({ value }) => (value?.type === "Literal" && typeof value.value === "string" ? value.value.toUpperCase() : null));
  return given.definite ? methods : [...methods, options.open ? null : "GET"];
}

/** Addresses that no request was seen to use: what is done with them is unknown. */
function addMentions(document: Document, seen: ReadonlySet<number>, add: AddFact<CodeScopeFact>): void {
  const known = new Set(seen);
  for (const text of builtUrls(document, interfaceAddress)) {
    const found = interfaceAddress.exec(text.text);
    const range = found && text.rangeAt(found.index, found.index + found[0].length);
    if (!range || known.has(range.start)) continue;
    known.add(range.start);
    add(range, { kind: "request", client: "addresses", address: addressText(text), methods: [null], certain: false });
  }
}

/** Packages that make a system's requests by themselves. */
const packages: readonly { readonly name: RegExp; readonly system: "akeneo" | "trello" | "bitbucket" | "connect" }[] = [
  { name: /akeneo/i, system: "akeneo" },
  { name: /(?:^|[/.-])trello(?:$|[/.-])/i, system: "trello" },
  { name: /^bitbucket$|bitbucket-api|@atlassian\/bitbucket/i, system: "bitbucket" },
  { name: /^(?:jira\.js|jira-client|jira-connector|confluence\.js)$/i, system: "connect" },
];

function addPackages(syntax: TypeScriptSyntax, add: AddFact<CodeScopeFact>): void {
  for (const module of importedModules(syntax)) {
    if (module.startsWith(".") || module.startsWith("/")) continue;
    const found = packages.find(({ name }) => name.test(module));
    const place = found && importOf(module, syntax);
    if (found && place) add(rangeOf(place), { kind: "open", system: found.system, why: `The package "${module}" makes requests that are not followed` });
  }
}

function importOf(module: string, syntax: TypeScriptSyntax): Node | undefined {
  const imported = syntax.all("ImportDeclaration").find(({ source, importKind }) => source.value === module && importKind !== "type");
  return imported?.source ?? syntax.all("Literal").find(({ value, parent }) => value === module && parent.type !== "ImportDeclaration");
}
