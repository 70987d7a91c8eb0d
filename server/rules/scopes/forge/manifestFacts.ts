import { isDocumentationPath, isTestPath } from "../../../core/filePurpose.ts";
import { defineFactSource, type AddFact } from "../../../core/fact.ts";
import type { Document } from "../../../core/document.ts";
import { memberNamed, valueAt, type DataNode, type DataObject } from "../../../languages/data/dataNode.ts";
import { membersBelow } from "../../../languages/data/walk.ts";
import { forgeManifest } from "../../../languages/yaml/forgeManifest.ts";

/** What a Forge manifest says about scopes, a fact a place. */
export type ManifestFact =
  /** The manifest itself, placed where a missing scope is shown. */
  | {
      readonly kind: "manifest";
      /** All its scopes can be read: no placeholder, no part that is put in elsewhere. */
      readonly complete: boolean;
      /** `index.run`, as functions name their code. */
      readonly handlers: readonly string[];
      /** Paths of front ends, from the manifest's folder. */
      readonly resources: readonly string[];
    }
  | { readonly kind: "scope"; readonly name: string; readonly impersonation: boolean }
  /** A product event that a trigger listens to. */
  | { readonly kind: "event"; readonly event: string }
  /** A kind of module, such as `jira:issuePanel`. */
  | { readonly kind: "module"; readonly type: string }
  /** The manifest lets a token be sent that needs this scope. */
  | { readonly kind: "token"; readonly scope: string }
  /** Code that need not be in this workspace and may call products: a remote, a container, a Connect app. */
  | { readonly kind: "elsewhere"; readonly what: string }
  /** The manifest declares entities of Forge's storage. */
  | { readonly kind: "storage" };

/** The scope of each token that a remote may be sent. */
const tokenScopes: readonly (readonly [string, string])[] = [
  ["appUserToken", "read:app-user-token"],
  ["appSystemToken", "read:app-system-token"],
];

/** Scopes that the app defines itself for its own API routes. */
const customScope = ":custom";

function collect(document: Document, add: AddFact<ManifestFact>): void {
  if (isTestPath(document.path) || isDocumentationPath(document.path)) return;
  const manifest = forgeManifest(document);
  if (!manifest) return;
  const home = memberNamed(asObject(valueAt(manifest, "permissions")), "scopes") ?? memberNamed(manifest, "permissions") ?? memberNamed(manifest, "app");
  if (!home) return;
  const scopes = scopesIn(valueAt(manifest, "permissions", "scopes"));
  add(home.nameRange, { kind: "manifest", complete: isComplete(manifest, scopes), handlers: handlersIn(manifest), resources: resourcesIn(manifest) });
  for (const { name, range, impersonation } of scopes) {
    const isReadable = name !== "" && !name.includes("${") && !name.includes("\n") && !name.endsWith(customScope);
    if (isReadable) add(range, { kind: "scope", name, impersonation });
  }
  addModules(manifest, add);
  addOthers(manifest, add);
}

function asObject(node: DataNode | undefined): DataObject | undefined {
  return node?.kind === "object" ? node : undefined;
}

interface ListedScope {
  readonly name: string;
  readonly range: DataNode["range"];
  readonly impersonation: boolean;
  readonly readable: boolean;
}

function scopesIn(scopes: DataNode | undefined): ListedScope[] {
  if (scopes?.kind === "array") {
    return scopes.items.map((item) => {
      const readable = item.kind === "string";
      return { name: readable ? item.value.trim() : "", range: item.range, impersonation: false, readable };
    });
  }
  return asObject(scopes)?.members.map(({ name, nameRange, value }) => {
    const allowed = valueAt(value, "allowImpersonation");
    return { name, range: nameRange, impersonation: allowed?.kind === "other" && allowed.value === true, readable: true };
  }) ?? [];
}

function isComplete(manifest: DataObject, scopes: readonly ListedScope[]): boolean {
  const list = valueAt(manifest, "permissions", "scopes");
  const isList = list === undefined || list.kind === "array" || list.kind === "object" || (list.kind === "other" && list.value === null);
  return isList && scopes.every(({ name, readable }) => readable && !/[{}$<>%]/.test(name));
}

function handlersIn(manifest: DataObject): string[] {
  const functions = valueAt(manifest, "modules", "function");
  return functions?.kind === "array" ? textsAt(functions.items, "handler") : [];
}

/** The front ends among the resources: those that a module shows. Others hold icons and texts. */
function resourcesIn(manifest: DataObject): string[] {
  const resources = valueAt(manifest, "resources");
  const modules = valueAt(manifest, "modules");
  if (resources?.kind !== "array" || !modules) return [];
  const shown = new Set(Array.from(membersBelow(modules)).flatMap(({ member: { name, value } }) => (name === "resource" && value.kind === "string" ? [value.value] : [])));
  return textsAt(resources.items.filter((item) => textsAt([item], "key").some((key) => shown.has(key))), "path");
}

function textsAt(items: readonly DataNode[], name: string): string[] {
  return items.flatMap((item) => {
    const value = valueAt(item, name);
    return value?.kind === "string" ? [value.value] : [];
  });
}

function addModules(manifest: DataObject, add: AddFact<ManifestFact>): void {
  for (const { name, nameRange, value } of asObject(valueAt(manifest, "modules"))?.members ?? []) {
    add(nameRange, { kind: "module", type: name });
    if (name !== "trigger" || value.kind !== "array") continue;
    for (const trigger of value.items) {
      const events = valueAt(trigger, "events");
      for (const event of events?.kind === "array" ? events.items : []) {
        if (event.kind === "string") add(event.range, { kind: "event", event: event.value });
      }
    }
  }
}

function addOthers(manifest: DataObject, add: AddFact<ManifestFact>): void {
  for (const { path, member } of membersBelow(manifest)) {
    if (path[0] !== "remotes" && path[0] !== "modules") continue;
    for (const [name, scope] of tokenScopes) {
      const enabled = member.name === "auth" ? valueAt(member.value, name, "enabled") : undefined;
      // A placeholder may be either.
      if (!enabled || (enabled.kind === "other" && enabled.value === false)) continue;
      add(member.nameRange, { kind: "token", scope });
      const key = path[0] === "remotes" ? "A remote" : "A remote endpoint";
      add(member.nameRange, { kind: "elsewhere", what: `${key} gets a token` });
    }
  }
  const connect = memberNamed(manifest, "connectModules") ?? memberNamed(asObject(valueAt(manifest, "app")), "connect");
  if (connect) add(connect.nameRange, { kind: "elsewhere", what: "The app's Connect part has its own server" });
  const services = memberNamed(manifest, "services");
  if (services) add(services.nameRange, { kind: "elsewhere", what: "Containers run code of their own" });
  const storage = memberNamed(asObject(valueAt(manifest, "app", "storage")), "entities");
  if (storage) add(storage.nameRange, { kind: "storage" });
}

/** What the Forge manifests of a workspace say. */
export const forgeManifestFacts = defineFactSource<ManifestFact>({
  id: "forge-manifests",
  languages: ["yaml"],
  triggers: ["ari:cloud:ecosystem", "modules"],
  collect,
});
