import * as fs from "node:fs";
import * as path from "node:path";
import { neededBy, type LockedPackage, type LockFile } from "../../languages/dependencies/lockFile.ts";
import { objectOf, textOf } from "../../languages/dependencies/plainData.ts";
import { composerTrees } from "./composerTrees.ts";
import { lockedTrees } from "./lockedProjects.ts";

/** How a package is needed: delivered with the app, perhaps, or for its build alone. */
export type PackageUse = "required" | "optional" | "development";

/** A package that at least one lock file holds. */
export interface InstalledPackage extends LockedPackage {
  /** The registry's kind, as in package URLs. */
  readonly registry: "npm" | "composer";
  readonly use: PackageUse;
  /** Package URLs of what it needs. */
  readonly dependsOn: readonly string[];
}

/** A project of the workspace, and what it asks for. */
export interface InstalledProject {
  /** Path of its manifest, from the root. */
  readonly path: string;
  readonly name: string | undefined;
  readonly version: string | undefined;
  /** Package URLs. */
  readonly dependsOn: readonly string[];
}

/** What is installed below a root, as far as lock files say. */
export interface Installed {
  /** By package URL. */
  readonly packages: ReadonlyMap<string, InstalledPackage>;
  readonly projects: readonly InstalledProject[];
  /** Manifests of which nobody knows what is installed, and why. */
  readonly unknown: readonly { readonly path: string; readonly reason: string }[];
}

const rank: Readonly<Record<PackageUse, number>> = { required: 0, optional: 1, development: 2 };

/** Reads all lock files below a root. `files` are paths from there. */
export function installedPackages(root: string, files: readonly string[]): Installed {
  const packages = new Map<string, InstalledPackage>();
  const projects: InstalledProject[] = [];
  const unknown: { path: string; reason: string }[] = [];
  for (const { folder, name: lockName, lock, fault, projects: own } of lockedTrees(root, files)) {
    if (!lock) {
      for (const { path: manifest, dependencies } of own) if (dependencies.some(({ kind }) => kind !== "peer")) unknown.push({ path: manifest, reason: lockName === undefined ? "there is no lock file" : (fault ?? "the lock file is broken") });
      continue;
    }
    const asked: Record<PackageUse, string[]> = { required: [], optional: [], development: [] };
    for (const { path: manifest, folder: place, dependencies, document } of own) {
      const found = dependencies.filter(({ kind }) => kind !== "peer").flatMap(({ name, specifier, kind }) => {
        const id = lock.resolve(place, name, specifier);
        return id === undefined ? [] : [{ id, use: kind === "runtime" ? ("required" as const) : kind === "optional" ? ("optional" as const) : ("development" as const) }];
      });
      for (const { id, use } of found) asked[use].push(id);
      const about = objectOf(parsed(document.text));
      projects.push({ path: manifest, name: textOf(about["name"]), version: textOf(about["version"]), dependsOn: urlsOf(lock, "npm", found.map(({ id }) => id)) });
    }
    addAll(packages, lock, "npm", asked, (one) => one.license ?? licenseOf(path.join(root, folder), one));
  }
  for (const { path: manifest, lock, name, version, required, development } of composerTrees(root, files)) {
    projects.push({ path: manifest, name, version, dependsOn: urlsOf(lock, "composer", [...required, ...development]) });
    addAll(packages, lock, "composer", { required, optional: [], development }, ({ license }) => license);
  }
  return { packages, projects: projects.sort((left, right) => (left.path < right.path ? -1 : 1)), unknown };
}

function addAll(packages: Map<string, InstalledPackage>, lock: LockFile, registry: InstalledPackage["registry"], asked: Readonly<Record<PackageUse, readonly string[]>>, license: (one: LockedPackage) => string | undefined): void {
  const required = neededBy(lock, asked.required);
  const optional = neededBy(lock, asked.optional);
  for (const one of lock.packages.values()) {
    if (one.version === "") continue;
    const use = required.has(one.id) ? "required" : optional.has(one.id) ? "optional" : "development";
    const url = packageUrl(registry, one);
    const before = packages.get(url);
    const known = license(one);
    packages.set(url, {
      ...one,
      ...before,
      registry,
      use: before && rank[before.use] < rank[use] ? before.use : use,
      dependsOn: [...new Set([...(before?.dependsOn ?? []), ...urlsOf(lock, registry, one.needs)])].sort(),
      ...(known !== undefined && { license: known }),
    });
  }
}

function urlsOf(lock: LockFile, registry: InstalledPackage["registry"], ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap((id) => lock.packages.get(id) ?? []).filter(({ version }) => version !== "").map((one) => packageUrl(registry, one)))].sort();
}

/** The package URL (purl) of a package, with its address where no registry has it. */
export function packageUrl(registry: InstalledPackage["registry"], { name, version, fromRegistry, resolved }: Pick<LockedPackage, "name" | "version" | "fromRegistry" | "resolved">): string {
  const path = name.split("/").map(encodeURIComponent).join("/");
  const address = !fromRegistry && registry === "npm" && resolved !== undefined && /^[a-z+]+:\/\//.test(resolved) ? resolved.replace(/\/\/[^/@]*@/, "//") : undefined;
  const qualifier = address === undefined ? "" : `?${/^git|\.git(?:#|$)/.test(address) ? "vcs_url" : "download_url"}=${encodeURIComponent(address)}`;
  return `pkg:${registry}/${path}@${encodeURIComponent(version)}${qualifier}`;
}

/** What the installed package says of its licence, where it is installed in this version. */
function licenseOf(folder: string, { name, version, folder: place }: LockedPackage): string | undefined {
  try {
    const about = objectOf(parsed(fs.readFileSync(path.join(folder, place ?? `node_modules/${name}`, "package.json"), "utf8")));
    if (about["version"] !== version) return undefined;
    return textOf(about["license"]) ?? textOf(objectOf(about["license"])["type"]);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
