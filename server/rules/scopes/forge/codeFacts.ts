import { defineFactSource, type AddFact, type Fact } from "../../../core/fact.ts";
import { isDocumentationPath, isTestPath } from "../../../core/filePurpose.ts";
import type { Document } from "../../../core/document.ts";
import { enclosingFunction, ancestorsOf, isFunction, rangeOf, type FunctionNode, type Node } from "../../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import type { AtlassianApi } from "../tables/endpointLookup.ts";
import { aliasesIn } from "./aliases.ts";
import { parametersOf, type CallShape } from "./callShape.ts";
import { usesIn, type CodeUse } from "./codeUses.ts";
import { namesElsewhere } from "./exportedNames.ts";
import { functionsAt, isGivenAway, isHandedOn, nameOf } from "./functions.ts";
import { isSettled, openShapesOf, pathText, readCall } from "./openShapes.ts";
import { handsOnClient, handsOnRequest } from "./requests.ts";
import { restAddressesIn } from "./restAddresses.ts";

/** What code says about the scopes it needs. */
export type CodeFact =
  | {
      readonly kind: "request";
      readonly api: AtlassianApi;
      /** With `{}` for what is unknown. */
      readonly paths: readonly string[];
      /** Null where it is unknown. */
      readonly methods: readonly (string | null)[];
      /** Ids of the requests inside wrappers that this call decides. */
      readonly through: readonly string[];
      /** Set where callers of the function around it decide: they are facts of their own. */
      readonly wrapper?: { readonly id: string; readonly names: readonly string[] };
      /** It is made with a token of the code's own, not by Forge: it shows what scopes may be for, no more. */
      readonly foreign?: true;
    }
  /** Requests that cannot be followed: why, and which wrapper's they are where it is one's. */
  | { readonly kind: "open"; readonly apis: readonly AtlassianApi[]; readonly why: string; readonly wrapper?: string }
  /** A request function is exported under other names. */
  | { readonly kind: "alias"; readonly names: readonly string[] }
  | { readonly kind: "use"; readonly use: CodeUse; readonly certain: boolean };

const everyApi: readonly AtlassianApi[] = ["jira", "confluence", "bitbucket"];
/** Components whose code is in a file of its own notation. */
const component = /\.(?:vue|svelte|astro)$/;

function collect(document: Document, add: AddFact<CodeFact>): void {
  // Tests and documentation never run in the app that is deployed, so what they call is no reason to ask for a scope.
  if (isTestPath(document.path) || isDocumentationPath(document.path)) return;
  if (document.language === "text") {
    if (component.test(document.path)) add({ start: 0, end: 1 }, { kind: "open", apis: everyApi, why: "Code in a file of this kind is not read" });
    return;
  }
  const syntax = document.syntax(typescriptSyntax);
  for (const { node, names } of aliasesIn(document, syntax)) add(rangeOf(node), { kind: "alias", names });
  addRequests(document, syntax, add);
  addHandedOn(syntax, add);
  for (const { node, use, certain } of usesIn(syntax)) add(rangeOf(node), { kind: "use", use, certain });
  for (const { range, ...request } of restAddressesIn(document)) add(range, { kind: "request", ...request, through: [], foreign: true });
  if (syntax.truncated) {
    add({ start: document.text.length - 1, end: document.text.length }, { kind: "open", apis: everyApi, why: "The end of this file cannot be read" });
  }
}

function addRequests(document: Document, syntax: TypeScriptSyntax, add: AddFact<CodeFact>): void {
  for (const call of syntax.all("CallExpression")) {
    for (const { shape, through } of readCall(call, syntax)) {
      const wrapper = waitsFor(shape, call);
      const id = through[0] ?? `${document.path}:${call.range[0]}`;
      const names = wrapper ? namesElsewhere(nameOf(wrapper), wrapper, document, syntax) : [];
      const range = rangeOf(nameIn(call.callee));
      add(range, {
        kind: "request",
        api: shape.api,
        paths: [...new Set(shape.paths.map(pathText))],
        methods: shape.methods.map((method) => (typeof method === "string" ? method : null)),
        through,
        ...(wrapper && { wrapper: { id, names } }),
      });
      if (wrapper && isHandedOn(wrapper, syntax)) {
        add(range, { kind: "open", apis: [shape.api], why: handedOnWhy(nameOf(wrapper)), wrapper: id });
      }
    }
  }
}

/** `requestJira` of `api\n.asUser()\n.requestJira`: the line that people look for. */
function nameIn(callee: Node): Node {
  return callee.type === "MemberExpression" ? callee.property : callee;
}

/** The function around a call whose callers decide what it requests. */
function waitsFor(shape: CallShape, call: Node): FunctionNode | undefined {
  if (isSettled(shape)) return undefined;
  const around = new Set([...ancestorsOf(call)].filter(isFunction));
  return parametersOf(shape).find((parameter) => around.has(parameter.function))?.function;
}

function handedOnWhy(name: string | undefined): string {
  return `${name ? `"${name}"` : "A function that makes requests"} is handed on, so its calls cannot be seen`;
}

/** Request functions and wrappers that are given to code which nobody follows. */
function addHandedOn(syntax: TypeScriptSyntax, add: AddFact<CodeFact>): void {
  for (const node of [...syntax.all("Identifier"), ...syntax.all("MemberExpression")]) {
    const api = handsOnRequest(node, syntax);
    if (api) add(rangeOf(node), { kind: "open", apis: [api], why: "A request function is handed on, so its calls cannot be seen" });
    else if (node.type === "Identifier" && isGivenAway(node) && isImported(node, syntax)) {
      for (const made of functionsAt(node, syntax)) {
        for (const { shape, id } of openShapesOf(made, syntax)) add(rangeOf(node), { kind: "open", apis: [shape.api], why: handedOnWhy(node.name), wrapper: id });
      }
    }
  }
  for (const call of [...syntax.all("CallExpression"), ...syntax.all("NewExpression")]) {
    if (handsOnClient(call, syntax)) add(rangeOf(call.callee), { kind: "open", apis: everyApi, why: "A package is given what makes requests, so its calls cannot be seen" });
  }
}

function isImported(node: Node, syntax: TypeScriptSyntax): boolean {
  return syntax.all("ImportSpecifier").some(({ local }) => node.type === "Identifier" && local.name === node.name) && enclosingFunction(node) !== node;
}

/** The names of the wrappers, under which other files call them. */
function learns(facts: readonly Fact<CodeFact>[]): readonly string[] {
  const names = facts.flatMap(({ value }) => {
    if (value.kind === "alias") return value.names;
    return value.kind === "request" && value.wrapper ? value.wrapper.names : [];
  });
  return [...new Set(names)].filter((name) => name.length > 1);
}

/** What the code of Forge apps requests and uses. */
export const forgeCodeFacts = defineFactSource<CodeFact>({
  id: "forge-calls",
  languages: ["typescript", "html", "text"],
  triggers: ["requestJira", "requestConfluence", "requestBitbucket", "requestGraph", "requestTeamworkGraph", "@forge/", "api.atlassian.com/ex/"],
  learns,
  collect,
});
