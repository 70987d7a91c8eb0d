import type { AddFact } from "../../../core/fact.ts";
import type { Document } from "../../../core/document.ts";
import { unknownPart } from "../../../languages/typescript/builtText.ts";
import { builtUrls } from "../../../languages/typescript/builtUrls.ts";
import { argumentAt, methodCall } from "../../../languages/typescript/calls.ts";
import { importedModules, originOf } from "../../../languages/typescript/imports.ts";
import { ancestorsOf, isFunction, rangeOf, type FunctionNode, type Node } from "../../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { parametersOf, type CallShape } from "../forge/callShape.ts";
import { functionsAt, isGivenAway, isHandedOn, nameOf } from "../forge/functions.ts";
import { pathText } from "../forge/openShapes.ts";
import { partsOf } from "../forge/values.ts";
import type { CodeScopeFact, RequestClient, Wrapper } from "./codeFact.ts";
import { isInterface } from "./interfaces.ts";
import { isSettled, requestReader } from "./requestShapes.ts";
import { addSigns } from "./signs.ts";

/** A text with one of these may be an address that a system answers at. */
const interfaceWord = /api\.trello\.com\/1\b|api\/rest\/v1\b|api\.bitbucket\.org\/2\.0\b|rest\/(?:api|agile|servicedeskapi|greenhopper|auth)\/|wiki\/api\/v2\/|graphql\.[\w.]*akeneo/;

/** The requests that a file makes, and those of which the address cannot be read. */
export function addRequests(document: Document, add: AddFact<CodeScopeFact>): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const call of syntax.all("CallExpression")) {
    const read = requestReader.readCall(call, syntax);
    for (const { shape, through } of read) addShape(shape, through, call.callee, document, syntax, add);
    if (read.length === 0) addLikelyRequest(call, syntax, add);
  }
  addHandedOn(syntax, add);
  for (const text of builtUrls(document, interfaceWord)) {
    const found = interfaceWord.exec(text.text);
    const range = found && text.rangeAt(found.index, found.index + found[0].length);
    const address = text.text.replaceAll(/[{}]/g, "").replaceAll(unknownPart, "{}");
    if (range && isInterface(address)) add(range, { kind: "mention", address });
  }
  addPackages(syntax, add);
  addSigns(document, syntax, add);
  if (syntax.truncated) add({ start: document.text.length - 1, end: document.text.length }, { kind: "open", why: "The end of this file cannot be read" });
}

function addShape(shape: CallShape<RequestClient>, through: readonly string[], place: Node, document: Document, syntax: TypeScriptSyntax, add: AddFact<CodeScopeFact>): void {
  // Another host, or a path of the app's own server, is known to be none of these.
  const waiting = waitsFor(shape, place);
  if (through.length > 0 && !waiting) add(rangeOf(place), { kind: "decides", requests: through });
  const addresses = [...new Set(shape.paths.map(pathText))].filter((address) => isInterface(address) || address.startsWith("{}"));
  if (addresses.length === 0) return;
  const id = through[0] ?? `${document.path}:${place.parent?.range[0] ?? place.range[0]}`;
  const wrapper: Wrapper | undefined = waiting && { id, names: [nameOf(waiting)].flatMap((name) => name ?? []) };
  const methods = shape.methods.map((method) => (typeof method === "string" ? method : null));
  for (const address of addresses) {
    const range = rangeOf(place);
    if (isInterface(address)) add(range, { kind: "request", client: shape.api, address, methods, certain: true, ...(wrapper && { wrapper }) });
    else add(range, { kind: "open", why: "The address of this request cannot be read", ...(wrapper && { wrapper }) });
  }
  if (waiting && isHandedOn(waiting, syntax)) add(rangeOf(place), { kind: "open", why: handedOnWhy(nameOf(waiting)) });
}

/** The function around a call whose callers decide what it requests. */
function waitsFor(shape: CallShape<RequestClient>, place: Node): FunctionNode | undefined {
  if (isSettled(shape)) return undefined;
  const around = new Set([...ancestorsOf(place)].filter(isFunction));
  return parametersOf(shape).find((parameter) => around.has(parameter.function))?.function;
}

function handedOnWhy(name: string | undefined): string {
  return `${name ? `"${name}"` : "A function that makes requests"} is handed on, so its calls cannot be seen`;
}

/** Functions of other files that make requests for others, given to code which nobody follows. */
function addHandedOn(syntax: TypeScriptSyntax, add: AddFact<CodeScopeFact>): void {
  for (const node of syntax.all("Identifier")) {
    if (!isGivenAway(node) || !originOf(node, syntax)?.module.startsWith(".")) continue;
    const waits = functionsAt(node, syntax).some((made) => requestReader.openShapesOf(made, syntax).length > 0);
    if (waits) add(rangeOf(node), { kind: "open", why: handedOnWhy(node.name) });
  }
}

const methodsByName: Readonly<Record<string, string>> = { get: "GET", post: "POST", put: "PUT", patch: "PATCH", delete: "DELETE", del: "DELETE" };

/** `something.get(address)`: a request by all appearance, though nothing shows what it is called on. */
function addLikelyRequest(call: Parameters<typeof methodCall>[0], syntax: TypeScriptSyntax, add: AddFact<CodeScopeFact>): void {
  const name = methodCall(call)?.name ?? "";
  const method = Object.hasOwn(methodsByName, name) ? methodsByName[name] : undefined;
  const first = argumentAt(call, 0);
  if (!method || typeof first === "string") return;
  for (const address of new Set(partsOf(first, syntax).map(pathText))) {
    if (isInterface(address)) add(rangeOf(call.callee), { kind: "request", client: "addresses", address, methods: [method], certain: false });
  }
}

/** Packages that make a system's requests by themselves. */
const packages: readonly { readonly name: RegExp; readonly system: "akeneo" | "trello" | "bitbucket" | "connect" }[] = [
  { name: /akeneo/i, system: "akeneo" },
  { name: /(?:^|[/.-])trello(?:$|[/.-])/i, system: "trello" },
  { name: /^bitbucket$|bitbucket-api/i, system: "bitbucket" },
  { name: /^(?:jira\.js|jira-client|jira-connector|confluence\.js)$/i, system: "connect" },
];

function addPackages(syntax: TypeScriptSyntax, add: AddFact<CodeScopeFact>): void {
  for (const module of importedModules(syntax)) {
    if (module.startsWith(".") || module.startsWith("/") || module.startsWith("@types/")) continue;
    const found = packages.find(({ name }) => name.test(module));
    const place = found && importOf(module, syntax);
    if (found && place) add(rangeOf(place), { kind: "open", system: found.system, why: `The package "${module}" makes requests that are not followed` });
  }
}

function importOf(module: string, syntax: TypeScriptSyntax): Node | undefined {
  const imported = syntax.all("ImportDeclaration").find(({ source, importKind }) => source.value === module && importKind !== "type");
  return imported?.source ?? syntax.all("Literal").find(({ value, parent }) => value === module && parent.type !== "ImportDeclaration");
}
