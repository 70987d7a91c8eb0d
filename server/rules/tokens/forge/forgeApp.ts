import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { memberNamed, valueAt, type DataNode, type DataObject } from "../../../languages/data/dataNode.ts";
import { membersBelow } from "../../../languages/data/walk.ts";
import { folderOf } from "../../../languages/typescript/workspacePaths.ts";
import { forgeManifest } from "../../../languages/yaml/forgeManifest.ts";

/** A module of a Forge app that calls a function. */
export interface ForgeModule {
  /** Such as `webtrigger` or `jira:issuePanel`. */
  readonly type: string;
  /** The key of its function, or of its resolver. */
  readonly functionKey: string;
  readonly resolver: boolean;
  /** People who are not signed in may use it. */
  readonly anonymous: boolean;
  /** The module's key, or its function's. */
  readonly range: TextRange;
}

/** The Forge app that a file belongs to. */
export interface ForgeApp {
  readonly manifest: Document;
  /** Its folder, without a slash at the end. */
  readonly folder: string;
  readonly modules: readonly ForgeModule[];
  /** `index.run` by the function's key. */
  readonly handlers: ReadonlyMap<string, string>;
}

const names = ["manifest.yml", "manifest.yaml"];
const known = new WeakMap<Document, { readonly app: ForgeApp | undefined }>();

/** The app whose manifest is nearest above a file; undefined where there is none, or no other file can be read. */
export function forgeAppOf(document: Document): ForgeApp | undefined {
  let found = known.get(document);
  if (!found) known.set(document, (found = { app: findApp(document) }));
  return found.app;
}

function findApp(document: Document): ForgeApp | undefined {
  for (let folder = folderOf(document.path); ; folder = folderOf(folder)) {
    for (const name of names) {
      const manifest = document.neighbours?.read(folder === "" ? name : `${folder}/${name}`);
      const root = manifest && forgeManifest(manifest);
      if (manifest && root) return { manifest, folder, modules: modulesIn(root), handlers: handlersIn(root) };
    }
    if (folder === "") return undefined;
  }
}

function textAt(node: DataNode | undefined, name: string): string | undefined {
  const value = valueAt(node, name);
  return value?.kind === "string" ? value.value : undefined;
}

function handlersIn(root: DataObject): Map<string, string> {
  const functions = valueAt(root, "modules", "function");
  const items = functions?.kind === "array" ? functions.items : [];
  return new Map(items.flatMap((item) => {
    const [key, handler] = [textAt(item, "key"), textAt(item, "handler")];
    return key !== undefined && handler !== undefined ? [[key, handler] as const] : [];
  }));
}

function modulesIn(root: DataObject): ForgeModule[] {
  const modules = memberNamed(root, "modules")?.value;
  if (modules?.kind !== "object") return [];
  return modules.members.flatMap(({ name: type, value }) => (type === "function" || value.kind !== "array" ? [] : value.items.flatMap((item) => modulesOf(type, item))));
}

function modulesOf(type: string, item: DataNode): ForgeModule[] {
  const access = valueAt(item, "unlicensedAccess");
  const anonymous = access?.kind === "array" && access.items.some((one) => one.kind === "string" && one.value === "anonymous");
  const found: ForgeModule[] = [];
  for (const { path, member } of membersBelow(item)) {
    if (member.name !== "function" || member.value.kind !== "string") continue;
    found.push({ type, functionKey: member.value.value, resolver: path.includes("resolver"), anonymous, range: member.value.range });
  }
  return found;
}

const sourceExtensions = ["ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts"];

/** A handler that a manifest names: the file below `src` without its ending, and the export. */
export interface HandlerName {
  readonly file: Document;
  readonly name: string;
}

/** Where the handlers of some functions are, as `index.run` says it: the export `run` of `src/index.ts`. */
export function handlersOf(document: Document, app: ForgeApp, functionKeys: Iterable<string>): HandlerName[] {
  const source = app.folder === "" ? "src" : `${app.folder}/src`;
  return [...new Set(functionKeys)].flatMap((key) => {
    const handler = app.handlers.get(key) ?? "";
    const dot = handler.lastIndexOf(".");
    if (dot <= 0) return [];
    const base = `${source}/${handler.slice(0, dot).replace(/^\.\//, "")}`;
    for (const extension of sourceExtensions) {
      const path = `${base}.${extension}`;
      const file = path === document.path ? document : document.neighbours?.read(path);
      if (file) return [{ file, name: handler.slice(dot + 1) }];
    }
    return [];
  });
}
