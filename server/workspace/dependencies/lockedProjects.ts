import * as fs from "node:fs";
import * as path from "node:path";
import type { Document } from "../../core/document.ts";
import { lockFileNames, type LockFile } from "../../languages/dependencies/lockFile.ts";
import { readableLocks, readLock } from "../../languages/dependencies/lockSyntax.ts";
import { packageManifest, type Dependency } from "../../languages/dependencies/packageManifest.ts";
import { documentOf, readBytes } from "../readDocument.ts";

/** One manifest, and what it asks for. */
export interface LockedProject {
  /** Path of its `package.json`, from the root. */
  readonly path: string;
  readonly document: Document;
  /** Its folder, from that of the lock file; `""` for the same. */
  readonly folder: string;
  readonly dependencies: readonly Dependency[];
}

/** A lock file with the manifests that it holds for. Without one, a manifest by itself. */
export interface LockedTree {
  /** Folder from the root, with its closing slash; `""` for the root. */
  readonly folder: string;
  /** Name of the lock file; absent where there is none. */
  readonly name?: string;
  /** Why it cannot be read, where that is so. */
  readonly fault?: string;
  readonly lock?: LockFile;
  readonly projects: readonly LockedProject[];
}

/** Bytes; lock files are long, and only their own readers look at them. */
const mostBytes = 50 * 1024 * 1024;

/** The lock files of Node.js projects below a root, each with its manifests. `files` are paths from the root. */
export function lockedTrees(root: string, files: readonly string[]): LockedTree[] {
  const trees = new Map<string, { folder: string; name?: string; projects: LockedProject[] }>();
  for (const file of files.filter((one) => /(?:^|\/)package\.json$/.test(one))) {
    const read = readBytes(root, file);
    if (!read.ok) continue;
    const { document } = documentOf(file, read.bytes);
    const dependencies = packageManifest(document)?.dependencies ?? [];
    const own = file.slice(0, -"package.json".length);
    const place = nearest(root, own);
    if (dependencies.length === 0 && place?.folder !== own) continue;
    const folder = place?.folder ?? own;
    const tree = trees.get(folder) ?? { folder, projects: [], ...(place && { name: place.name }) };
    tree.projects.push({ path: file, document, folder: own.slice(folder.length).replace(/\/$/, ""), dependencies });
    trees.set(folder, tree);
  }
  return [...trees.values()].flatMap((tree) => withLock(root, tree));
}

function nearest(root: string, own: string): { folder: string; name: string } | undefined {
  for (let folder = own; ; folder = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1)) {
    const name = lockFileNames.find((one) => fs.statSync(path.join(root, folder, one), { throwIfNoEntry: false })?.isFile());
    if (name !== undefined) return { folder, name };
    if (folder === "") return undefined;
  }
}

/** The tree with its lock read, and the manifests that the lock does not know, each by itself. */
function withLock(root: string, tree: { folder: string; name?: string; projects: LockedProject[] }): LockedTree[] {
  if (tree.name === undefined) return [tree];
  if (!readableLocks.has(tree.name)) return [{ ...tree, fault: `nobody here reads ${tree.name}` }];
  try {
    const file = path.join(root, tree.folder, tree.name);
    if (fs.statSync(file).size > mostBytes) return [{ ...tree, fault: "the lock file is longer than 50 MB" }];
    const lock = readLock(tree.name, fs.readFileSync(file, "utf8"));
    const known = lock.projects && new Set(lock.projects);
    const isLocked = ({ folder, dependencies }: LockedProject): boolean =>
      known?.has(folder) ?? (folder === "" || dependencies.some(({ name, specifier }) => lock.resolve(folder, name, specifier) !== undefined));
    const others = tree.projects.filter((project) => !isLocked(project));
    return [
      { ...tree, lock, projects: tree.projects.filter(isLocked) },
      ...others.map((project) => ({ folder: tree.folder + (project.folder === "" ? "" : `${project.folder}/`), projects: [{ ...project, folder: "" }] })),
    ];
  } catch {
    return [{ ...tree, fault: "the lock file is broken" }];
  }
}
