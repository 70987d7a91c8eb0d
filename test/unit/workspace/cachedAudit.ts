import * as fs from "node:fs";
import * as path from "node:path";
import { audit, type AuditRequest, type AuditResult } from "../../../server/workspace/audit.ts";
import type { CacheIdentity, CacheTable } from "../../../server/workspace/cache/cacheBytes.ts";
import { cacheFile, readCache, writeCache } from "../../../server/workspace/cache/cacheStore.ts";
import { exampleSecrets } from "../../../server/rules/secrets/exampleTokens.ts";
import { rootDockerfile, unusedSuppression, withFolder, type Files } from "./folder.ts";

/** A folder to audit and one for caches. */
export interface CachedFolder {
  readonly root: string;
  readonly folder: string;
}

/** The engine that tests name. */
export const engine = "test";

/** A workspace in which every kind of result occurs. */
export const variedFiles: Files = {
  Dockerfile: rootDockerfile,
  "empty.ts": "",
  "nothing/a.txt": "nothing",
  "nothing/b.ts": "export const b = 1;\n",
  "found/unused.ts": unusedSuppression,
  "found/accepted/Dockerfile": `# marketlint-disable container-runs-as-root -- a build image\n${rootDockerfile}`,
  ...Object.fromEntries([...exampleSecrets.keys()].map((secret, at) => [`found/key${at}.ts`, `export const apiToken = ${JSON.stringify(secret)};\n`])),
  "found/half.ts": "res.cookie('sid', value, { httpOnly: false\n",
  "forge/manifest.yml": "app:\n  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555\nmodules:\n  macro:\n    - key: m\n      function: f\npermissions:\n  external:\n    fetch:\n      backend:\n        - '*'\n",
  "forge/package.json": '{ "dependencies": { "@forge/api": "1" } }',
  "odd/long.ts": `const a = "${"x".repeat(60_000)}"; res.cookie("a", a);\n`,
  "odd/damaged.ts": Buffer.concat([Buffer.from("res.cookie('a', b);\n"), Buffer.from([0xff, 0xfe, 0xff])]),
  "odd/damaged.txt": Buffer.from([0x61, 0xff, 0x61]),
  "odd/data.dat": Buffer.from([0, 1, 2, 3]),
  "odd/data.ts": Buffer.from([0, 1, 2, 3]),
  "odd/wide.ts": Buffer.from(`\uFEFF${unusedSuppression}`, "utf16le"),
  ".marketlint.yml": "rules: { container-runs-as-root: warning, no-such-rule: off }\n",
};

/** Makes both folders, and removes them. */
export function withCachedFolder(files: Files, use: (folders: CachedFolder) => Promise<void>): Promise<void> {
  return withFolder(files, (root) => withFolder({}, (folder) => use({ root, folder })));
}

/** Audits with the cache. */
export function cached({ root, folder }: CachedFolder, request: Partial<AuditRequest> = {}): Promise<AuditResult> {
  return inOrder(audit({ root, cache: { folder, engine }, ...request }));
}

/** Audits without one. */
export function plain({ root }: CachedFolder, request: Partial<AuditRequest> = {}): Promise<AuditResult> {
  return inOrder(audit({ root, ...request }));
}

/** Files come in any order. */
async function inOrder(made: Promise<AuditResult>): Promise<AuditResult> {
  const result = await made;
  return { ...result, read: [...result.read].sort() };
}

/** Whose cache it is. */
export function identityOf({ root }: CachedFolder): CacheIdentity {
  return { engine, root, rules: "all" };
}

/** The one cache file of an audit of all rules. */
export function fileOf(folders: CachedFolder): string {
  return cacheFile(folders.folder, identityOf(folders));
}

/** What the cache holds. */
export function tableOf(folders: CachedFolder): CacheTable {
  const table = readCache(folders.folder, identityOf(folders));
  if (!table) throw new Error("there is no cache");
  return table;
}

/** Makes the cache lie about what was found, so that its use shows; entries count as old. */
export function tamper(folders: CachedFolder, replace: (record: string) => string): void {
  const table = tableOf(folders);
  const flags = table.flags.map((bits) => bits & ~1);
  writeCache(folders.folder, identityOf(folders), { ...table, flags, records: table.records.map(replace) });
}

/** All that a folder holds, as one text. */
export function bytesIn(folder: string): string {
  return fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), "latin1")).join("\n");
}
