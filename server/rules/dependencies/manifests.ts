import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import type { BadExample } from "../../core/rule.ts";
import { lockFileNames, type LockFile } from "../../languages/dependencies/lockFile.ts";
import { lockOf, readableLocks } from "../../languages/dependencies/lockSyntax.ts";
import { hasMember, packageManifest, type PackageManifest } from "../../languages/dependencies/packageManifest.ts";

/** Folders of what becomes a project only when it is copied, and of what a build wrote. */
const notInstalled = /(?:^|\/)(?:templates?|scaffolds?|skeletons?|boilerplates?|dist|build|out)\//i;

/** The manifest of something that is installed: not of a test's input, a template or a page of documentation. */
export function installedManifest(document: Document): PackageManifest | undefined {
  const { path, fileName } = document;
  if (fileName !== "package.json" || isTestPath(path) || isDocumentationPath(path) || notInstalled.test(path)) return undefined;
  return packageManifest(document);
}

/** The folders of a path from the workspace folder, innermost first, each with its closing slash; the last is empty. */
export function foldersUp(path: string): string[] {
  const folders = [];
  for (let at = path.lastIndexOf("/"); at >= 0; at = path.lastIndexOf("/", at - 1)) folders.push(path.slice(0, at + 1));
  return [...folders, ""];
}

/** The lock file that holds for a manifest. */
export interface NearestLock {
  /** Its folder, with its closing slash, and the manifest's folder from there. */
  readonly folder: string;
  readonly project: string;
  readonly name: string;
  /** Absent where it is too long, broken or in a notation that nobody here reads. */
  readonly lock: LockFile | undefined;
}

/** The nearest lock file beside or above a manifest; undefined where none is there or neighbours cannot be read. */
export function nearestLock({ path, neighbours }: Document): NearestLock | undefined {
  if (!neighbours) return undefined;
  const own = foldersUp(path)[0] ?? "";
  for (const folder of foldersUp(path)) {
    const name = lockFileNames.find((one) => neighbours.has(folder + one));
    if (name === undefined) continue;
    const document = readableLocks.has(name) ? neighbours.read(folder + name) : undefined;
    const lock = document && lockOf(document);
    const project = own.slice(folder.length).replace(/\/$/, "");
    // One that says which projects it locks, and not this one, is another project's.
    if (lock?.projects?.includes(project) !== false) return { folder, project, name, lock };
  }
  return undefined;
}

/** What gathers the packages of a folder above into one installation. */
const gatherers = ["pnpm-workspace.yaml", "lerna.json", "rush.json", "nx.json"];

/** Whether a manifest belongs to the workspace of one in a folder above. */
export function isWorkspaceMember({ path, neighbours }: Document): boolean {
  const [, ...above] = foldersUp(path);
  return above.some((folder) => {
    if (gatherers.some((name) => neighbours?.has(folder + name))) return true;
    const outer = neighbours?.read(`${folder}package.json`);
    const manifest = outer && packageManifest(outer);
    return manifest !== undefined && hasMember(manifest, "workspaces");
  });
}

/** A `package.json` of a private app with these members. */
export function app(members: string): string {
  return `{\n  "name": "shop",\n  "private": true,\n  ${members}\n}\n`;
}

/** An example that is a `package.json`, with other files beside it. */
export function manifest(name: string, code: string, files?: Readonly<Record<string, string>>, fixed?: string): BadExample {
  return { name, file: "package.json", code, ...(files && { files }), ...(fixed !== undefined && { fixed }) };
}

/** A `package-lock.json` with these packages: name to version, or to what the lock says of it. */
export function npmLockWith(packages: Readonly<Record<string, string | object>>): string {
  const entries = Object.entries(packages).map(([name, about]) => [`node_modules/${name}`, typeof about === "string" ? { version: about } : about] as const);
  return JSON.stringify({ lockfileVersion: 3, packages: { "": {}, ...Object.fromEntries<object>(entries) } });
}
