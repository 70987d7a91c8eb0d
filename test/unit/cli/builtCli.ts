import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const root = process.cwd();
/** The bundle that users run. */
export const cli = path.join(root, "dist/cli.js");

/** The caches of these runs: away from the user's, and gone when the tests are. */
const cacheHome = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-caches-"));
process.on("exit", () => fs.rmSync(cacheHome, { recursive: true, force: true }));

/** How a run of the command line ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of a run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Options for node itself. */
  readonly node?: readonly string[];
  readonly uid?: number;
  /** Another copy of the bundle. */
  readonly cli?: string;
}

/** A script without types. */
const newest = "../../../scripts/newest.mjs";

/** Builds the bundles where the sources are newer. */
export async function buildOnce(): Promise<void> {
  const { newestTime } = (await import(newest)) as { newestTime: (places: string[]) => number };
  const sources = ["server", "package-lock.json", "scripts/build.mjs"].map((place) => path.join(root, place));
  if (fs.existsSync(cli) && newestTime(sources) <= fs.statSync(cli).mtimeMs) return;
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

/** Runs the built command line to its end. */
export function run(parameters: readonly string[], options: RunOptions = {}): Ended {
  const { cwd, input, env, node = [], uid } = options;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...node, options.cli ?? cli, ...parameters], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH ?? "", XDG_CACHE_HOME: cacheHome, ...env },
    input: input ?? "",
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && { uid, gid: uid }),
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** What `--format json` wrote, as far as tests look at it. */
export interface JsonReport {
  readonly version: string;
  readonly marketplaces: readonly string[];
  readonly summary: Readonly<Record<string, number | boolean>>;
  readonly findings: readonly { readonly path: string; readonly rule: string; readonly suppression?: { readonly reason: string } }[];
  readonly notAnalysed: readonly { readonly path: string; readonly reason: string; readonly rule?: string }[];
}

/** Audits with `--format json` and reads the report. */
export function auditJson(parameters: readonly string[], options: RunOptions = {}): Ended & { readonly report: JsonReport } {
  const ended = run(["audit", "--format", "json", ...parameters], options);
  return { ...ended, report: JSON.parse(ended.stdout) as JsonReport };
}
