import type { Document } from "../../../core/document.ts";
import type { Fact, WorkspaceFacts } from "../../../core/fact.ts";

/** Names under which the code of functions lies below `src`. */
const sourceExtensions = ["ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts"];
/** Folders that hold what a build makes of the source beside them. */
const builtFolder = /^(?:build|dist|out|output|public|bundle|lib)$/;

/** The folder of a path, `""` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function join(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

/** Facts by the file that they are of. */
export function byFile<Value>(facts: readonly Fact<Value>[]): Map<string, Fact<Value>[]> {
  const files = new Map<string, Fact<Value>[]>();
  for (const fact of facts) files.set(fact.path, [...(files.get(fact.path) ?? []), fact]);
  return files;
}

/** Code by the folder of the nearest manifest above it; under `undefined` what has none, and may belong to any app. */
export function byFolder<Value>(facts: readonly Fact<Value>[], folders: ReadonlySet<string>): Map<string | undefined, Fact<Value>[]> {
  const apps = new Map<string | undefined, Fact<Value>[]>();
  for (const fact of facts) {
    const folder = nearest(folderOf(fact.path), folders);
    const same = apps.get(folder);
    if (same) same.push(fact);
    else apps.set(folder, [fact]);
  }
  return apps;
}

function nearest(folder: string, folders: ReadonlySet<string>): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    if (folders.has(at)) return at;
    if (at === "") return undefined;
  }
}

/** Why there is code of the app that is not in this workspace. */
export function unseenCode(folder: string, handlers: readonly string[], resources: readonly string[], facts: WorkspaceFacts): string | undefined {
  const read = (path: string): Document | undefined => facts.document(join(folder, path));
  const missing = handlers.find((handler) => {
    const file = handler.slice(0, handler.lastIndexOf("."));
    return !sourceExtensions.some((extension) => read(`src/${file}.${extension}`));
  });
  if (missing !== undefined) return `The code of the function ${missing} is not found`;
  const front = resources.find((path) => !hasSource(path.replace(/^\.\//, "").replace(/\/$/, ""), read));
  if (front !== undefined) return `The source of the front end ${front} is not found`;
  return handlers.length === 0 && resources.length === 0 ? "The manifest names no code" : undefined;
}

/** A file, a folder that is read as it is, or the built output of a project above it. */
function hasSource(path: string, read: (path: string) => Document | undefined): boolean {
  const has = (at: string): boolean => read(at) !== undefined;
  if (has(path)) return true;
  const parts = path.split("/");
  const isBuilt = builtFolder.test(parts.at(-1) ?? "");
  if (!isBuilt && (has(`${path}/package.json`) || isReadable(`${path}/index.html`, read))) return true;
  for (let length = parts.length - 1; length > 0; length--) {
    if (has(`${parts.slice(0, length).join("/")}/package.json`)) return true;
  }
  // A front end at the top, built there: the app's own package has its source.
  return isBuilt && parts.length === 1 && has("package.json");
}


const pageScript = /<script\b[^>]{0,300}?\bsrc=["']?(?:\.?\/)?([^"'\s>]{1,200})/gi;
/** A script with such a long line is the output of a build, which nobody reads. */
const longestLine = 20_000;

/** Whether a page and the scripts beside it are there as people write them. */
function isReadable(path: string, read: (path: string) => Document | undefined): boolean {
  const page = read(path);
  if (!page) return false;
  return Array.from(page.text.matchAll(pageScript), ({ 1: script = "" }) => script).every((script) => {
    if (/^(?:[a-z]+:)?\/\//i.test(script)) return true;
    const text = read(`${folderOf(path)}/${script}`)?.text;
    return text !== undefined && !text.split("\n").some((line) => line.length > longestLine);
  });
}
