import type { Fact, WorkspaceFacts } from "../../../core/fact.ts";
import type { Asked, ScopeApp, ScopeSystem } from "../system.ts";
import { forgeCodeFacts, type CodeFact } from "./codeFacts.ts";
import { forgeManifestFacts, type ManifestFact } from "./manifestFacts.ts";
import { readingOfCode, readingOfManifest } from "./needs.ts";

/** Names under which the code of functions lies below `src`. */
const sourceExtensions = ["ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts"];
/** Folders that hold what a build makes of the source beside them. */
const builtFolder = /^(?:build|dist|out|output|public|bundle|lib)$/;

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function join(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

/** The apps of a workspace: one for each Forge manifest, with the code below its folder and above no other manifest. */
export function forgeApps(facts: WorkspaceFacts, system: ScopeSystem): readonly ScopeApp[] {
  const manifests = byFile(facts.of(forgeManifestFacts));
  const folders = new Set([...manifests.keys()].map(folderOf));
  const code = ofApps(facts.of(forgeCodeFacts), folders);
  return [...manifests].flatMap(([path, own]) => {
    const app = appOf(path, own, code.get(folderOf(path)) ?? [], code.get(undefined) ?? [], facts, system);
    return app ? [app] : [];
  });
}

function byFile(facts: readonly Fact<ManifestFact>[]): Map<string, Fact<ManifestFact>[]> {
  const files = new Map<string, Fact<ManifestFact>[]>();
  for (const fact of facts) files.set(fact.path, [...(files.get(fact.path) ?? []), fact]);
  return files;
}

/** Code by the folder of the nearest manifest above it; under `undefined` what has none, and may belong to any app. */
function ofApps(facts: readonly Fact<CodeFact>[], folders: ReadonlySet<string>): Map<string | undefined, Fact<CodeFact>[]> {
  const apps = new Map<string | undefined, Fact<CodeFact>[]>();
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

function appOf(
  path: string,
  own: readonly Fact<ManifestFact>[],
  code: readonly Fact<CodeFact>[],
  shared: readonly Fact<CodeFact>[],
  facts: WorkspaceFacts,
  system: ScopeSystem,
): ScopeApp | undefined {
  const manifest = own.find(({ value }) => value.kind === "manifest");
  if (manifest?.value.kind !== "manifest") return undefined;
  const asked = own.flatMap(({ value, range, region }): Asked[] =>
    value.kind === "scope" ? [{ name: value.name, place: { path, range, region }, ...(value.impersonation && { impersonation: true }) }] : [],
  );
  const readings = [
    ...own.map(readingOfManifest),
    ...undecided(code, shared).map(readingOfCode),
    ...undecided(shared, code).map(readingOfCode).map(({ needs, open }) => ({ needs: needs.map((need) => ({ ...need, certainty: "possible" as const })), open })),
  ];
  const { handlers, resources, complete } = manifest.value;
  const unseen = unseenCode(folderOf(path), handlers, resources, facts);
  const home = { path, range: manifest.range, region: manifest.region };
  return {
    system,
    home,
    asked,
    complete,
    needs: readings.flatMap(({ needs }) => needs),
    open: readings.flatMap(({ open }) => open),
    ...(unseen !== undefined && { unseen }),
  };
}

/** Facts without those inside wrappers that their callers decide. */
function undecided(code: readonly Fact<CodeFact>[], others: readonly Fact<CodeFact>[]): Fact<CodeFact>[] {
  const all = [...code, ...others].map(({ value }) => value);
  const decided = new Set(all.flatMap((value) => (value.kind === "request" && !value.wrapper ? value.through : [])));
  for (const value of all) if (value.kind === "open" && value.wrapper !== undefined) decided.delete(value.wrapper);
  return code.filter(({ value }) => {
    if (value.kind === "request") return !value.wrapper || !decided.has(value.wrapper.id);
    // A wrapper that is handed on is open itself, with what is known of its path and method.
    return value.kind !== "open" || value.wrapper === undefined || !all.some((one) => one.kind === "request" && one.wrapper?.id === value.wrapper);
  });
}

/** Why there is code of the app that is not in this workspace. */
function unseenCode(folder: string, handlers: readonly string[], resources: readonly string[], facts: WorkspaceFacts): string | undefined {
  const has = (path: string): boolean => facts.document(join(folder, path)) !== undefined;
  const missing = handlers.find((handler) => {
    const file = handler.slice(0, handler.lastIndexOf("."));
    return !sourceExtensions.some((extension) => has(`src/${file}.${extension}`));
  });
  if (missing !== undefined) return `The code of the function ${missing} is not found`;
  const front = resources.find((path) => !hasSource(path.replace(/^\.\//, "").replace(/\/$/, ""), has));
  if (front !== undefined) return `The source of the front end ${front} is not found`;
  return handlers.length === 0 && resources.length === 0 ? "The manifest names no code" : undefined;
}

/** A file, a folder that is read as it is, or the built output of a project above it. */
function hasSource(path: string, has: (path: string) => boolean): boolean {
  if (has(path)) return true;
  const parts = path.split("/");
  const isBuilt = builtFolder.test(parts.at(-1) ?? "");
  if (!isBuilt && (has(`${path}/index.html`) || has(`${path}/package.json`))) return true;
  for (let length = parts.length - 1; length > 0; length--) {
    if (has(`${parts.slice(0, length).join("/")}/package.json`)) return true;
  }
  // A front end at the top, built there: the app's own package has its source.
  return isBuilt && parts.length === 1 && has("package.json");
}

