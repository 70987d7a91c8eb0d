import type { TSESTree } from "@typescript-eslint/types";
import { defineFactSource, type AddFact } from "../../../core/fact.ts";
import { isDocumentationPath, isTestPath } from "../../../core/filePurpose.ts";
import type { Document } from "../../../core/document.ts";
import { htmlAttribute, htmlSyntax } from "../../../languages/html/elements.ts";
import { isGlobal } from "../../../languages/typescript/bindings.ts";
import { builtTexts } from "../../../languages/typescript/builtText.ts";
import { argumentAt } from "../../../languages/typescript/calls.ts";
import { importedModules, originOf } from "../../../languages/typescript/imports.ts";
import { rangeOf } from "../../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";
import { folderOf } from "../forge/appFolders.ts";
import { hostOf } from "./hosts.ts";

/** What code of a Forge app reaches. */
export type AddressFact =
  | {
      readonly kind: "fetch";
      readonly host: string;
      /** Which list lets it through: `either` where the file does not show where it runs. */
      readonly side: "backend" | "client" | "either";
    }
  /** Its address is not known. */
  | { readonly kind: "open" }
  /** A page loads something; `list` is the list that lets it through. */
  | { readonly kind: "load"; readonly host: string; readonly list: string };

/** Names of manifests: code that has none above it is not looked at. */
const manifestNames = ["manifest.yml", "manifest.yaml"];

function isBelowManifest({ path, neighbours }: Document): boolean {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const at = folder === "" ? "" : `${folder}/`;
    if (manifestNames.some((name) => neighbours?.read(at + name)?.text.includes("modules"))) return true;
    if (folder === "") return false;
  }
}

function collect(document: Document, add: AddFact<AddressFact>): void {
  if (isTestPath(document.path) || isDocumentationPath(document.path) || !isBelowManifest(document)) return;
  if (document.language === "html") return addLoaded(document, add);
  const syntax = document.syntax(typescriptSyntax);
  for (const call of syntax.all("CallExpression")) {
    const side = sideOf(call, syntax);
    if (!side) continue;
    const address = argumentAt(call, 0);
    for (const text of typeof address === "string" ? [] : builtTexts(address, document)) {
      // Of the app's own files.
      if (/^\.{0,2}\/(?!\/)/.test(text.text)) continue;
      const host = hostOf(text.text);
      add(rangeOf(call.callee), host === undefined ? { kind: "open" } : { kind: "fetch", host, side });
    }
  }
  for (const { callee } of syntax.all("NewExpression")) {
    if (callee.type === "Identifier" && /^(?:XMLHttpRequest|WebSocket|EventSource)$/.test(callee.name)) add(rangeOf(callee), { kind: "open" });
  }
}

const frontEndModule = /^(?:react|react-dom|@forge\/(?:bridge|react|ui))(?:\/|$)/;

function sideOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): "backend" | "client" | "either" | undefined {
  const origin = originOf(call.callee, syntax);
  if (origin?.module === "@forge/api" && origin.name === "fetch") return "backend";
  if (!isGlobal(call.callee, "fetch", syntax)) return undefined;
  return [...importedModules(syntax)].some((module) => frontEndModule.test(module)) ? "client" : "either";
}

const lists: ReadonlyMap<string, readonly [attribute: string, list: string]> = new Map([
  ["script", ["src", "scripts"]],
  ["img", ["src", "images"]],
  ["iframe", ["src", "frames"]],
]);

function addLoaded(document: Document, add: AddFact<AddressFact>): void {
  for (const element of document.syntax(htmlSyntax)) {
    const isStyle = element.name === "link" && htmlAttribute(element, "rel")?.value.toLowerCase() === "stylesheet";
    const [attribute, list] = isStyle ? (["href", "styles"] as const) : (lists.get(element.name) ?? []);
    const value = attribute === undefined ? undefined : htmlAttribute(element, attribute);
    const host = value && hostOf(value.value.replace(/^\/\//, "https://"));
    if (value && list !== undefined && host !== undefined) add(value.range, { kind: "load", host, list });
  }
}

/** The addresses in the code of Forge apps. */
export const forgeAddressFacts = defineFactSource<AddressFact>({
  id: "forge-addresses",
  languages: ["typescript", "html"],
  triggers: ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "<script", "<link", "<img", "<iframe"],
  anchors: ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"],
  collect,
});
