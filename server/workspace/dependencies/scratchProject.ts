import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { LockFile } from "../../languages/dependencies/lockFile.ts";
import { objectOf } from "../../languages/dependencies/plainData.ts";
import type { LockedTree } from "./lockedProjects.ts";

/** What a package manager needs of a manifest to ask for advisories. Neither scripts nor the version of itself that it is to fetch. */
const neededMembers: ReadonlySet<string> = new Set([
  "name", "version", "private", "workspaces", "dependencies", "devDependencies", "optionalDependencies", "peerDependencies", "peerDependenciesMeta", "dependenciesMeta", "resolutions", "overrides",
]);

/** Runs something in a new folder of its own below the system's temporary folder, and removes it. */
export async function inScratchFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-dependencies-"));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Copies a lock file and what is needed of its manifests into an empty folder: no settings, plug-ins, scripts or programs of
 * the project are there to be started, and no settings of the project send tokens anywhere.
 */
export function copyTree(root: string, { folder, name, projects }: LockedTree, into: string): void {
  fs.copyFileSync(path.join(root, folder, name ?? ""), path.join(into, name ?? ""));
  writeJson(path.join(into, "package.json"), {});
  for (const project of projects) {
    if (project.folder.split("/").includes("..")) continue;
    fs.mkdirSync(path.join(into, project.folder), { recursive: true });
    const manifest = objectOf(parsed(project.document.text));
    writeJson(path.join(into, project.folder, "package.json"), Object.fromEntries(Object.entries(manifest).filter(([member]) => neededMembers.has(member))));
  }
}

/** Writes the packages of any lock file as a project of npm: each version under a name of its own. */
export function writeAsNpm({ packages }: LockFile, into: string): void {
  const versions = new Map<string, { name: string; version: string }>();
  for (const { name, version, fromRegistry } of packages.values()) if (fromRegistry) versions.set(`${name}@${version}`, { name, version });
  const entries = [...versions.values()].map((one, at) => [`package-${at}`, one] as const);
  const dependencies = Object.fromEntries(entries.map(([alias, { name, version }]) => [alias, `npm:${name}@${version}`]));
  writeJson(path.join(into, "package.json"), { name: "audited", version: "0.0.0", dependencies });
  writeJson(path.join(into, "package-lock.json"), {
    name: "audited",
    version: "0.0.0",
    lockfileVersion: 3,
    requires: true,
    packages: { "": { name: "audited", version: "0.0.0", dependencies }, ...Object.fromEntries(entries.map(([alias, { name, version }]) => [`node_modules/${alias}`, { name, version }])) },
  });
}

function writeJson(file: string, value: unknown): void {
  fs.writeFileSync(file, JSON.stringify(value));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
