import type { Document } from "../../core/document.ts";
import { commentFree } from "../commentFree.ts";
import { isObject, jsonObject } from "../packageFiles.ts";

/** The name under which Atlassian's own tools write the descriptor. */
export const connectDescriptorNames: readonly string[] = ["atlassian-connect.json"];

// The keys of a descriptor that code builds. Spaces are bounded by the next literal character.
const baseUrlKey = /\bbaseUrl["']?[ \t]*[:,]/;
const authenticationKey = /\bauthentication["']?[ \t]*:[ \t]*\{\s{0,200}["']?type["']?[ \t]*:/;
const lifecycleKey = /\blifecycle["']?[ \t]*:[ \t]*\{/;
const lifecycleEvent = /\b(?:installed|uninstalled|enabled|disabled)["']?[ \t]*:/;
const modulesKey = /\bmodules["']?[ \t]*:[ \t]*\{/;

/** A Connect descriptor: a JSON file, or an object in TypeScript or JavaScript. */
export function recogniseConnectDescriptor(document: Document): string | undefined {
  if (document.language === "json") return descriptorFile(document);
  return document.language === "typescript" ? descriptorInCode(document) : undefined;
}

function descriptorFile(document: Document): string | undefined {
  const root = jsonObject(document.text);
  if (root === undefined || !("key" in root) || !("baseUrl" in root)) return undefined;
  const shaped = isObject(root.authentication) || isObject(root.lifecycle) || isObject(root.modules);
  return shaped ? "Connect descriptor with key and baseUrl" : undefined;
}

function descriptorInCode(document: Document): string | undefined {
  const code = commentFree(document) ?? "";
  if (!baseUrlKey.test(code) || !authenticationKey.test(code)) return undefined;
  const shaped = modulesKey.test(code) || (lifecycleKey.test(code) && lifecycleEvent.test(code));
  return shaped ? "Connect descriptor built in code" : undefined;
}
