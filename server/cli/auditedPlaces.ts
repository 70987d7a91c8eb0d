import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { UsageError } from "../workspace/usageError.ts";
import { systemReason } from "../workspace/readDocument.ts";

/** The folder that paths are shown from, and what of it is audited. */
export interface AuditedPlaces {
  /** Absolute. */
  readonly root: string;
  /** Paths from the root with forward slashes; absent for all of it. */
  readonly paths?: readonly string[];
}

/**
 * What the PATHs of the command line mean: one folder is the root itself; of several, or of files, the
 * working folder is, as long as it holds them all. Throws {@link UsageError} where one is not there.
 */
export function auditedPlaces(paths: readonly string[], cwd: string): AuditedPlaces {
  const absolute = (paths.length === 0 ? ["."] : paths).map((one) => path.resolve(cwd, one));
  const folders = absolute.map((place, at) => isFolder(place, paths[at] ?? "."));
  const [first] = absolute;
  if (first !== undefined && absolute.length === 1 && folders[0]) return { root: first };
  const root = rootOf(absolute.map((place, at) => (folders[at] ? place : path.dirname(place))), cwd);
  return { root, paths: absolute.map((place) => path.relative(root, place).split(path.sep).join("/")) };
}

function isFolder(place: string, given: string): boolean {
  try {
    return fs.statSync(place).isDirectory();
  } catch (error) {
    const reason = systemReason(error, place);
    throw new UsageError(`PATH: "${given}" ${reason === "disappeared while being read" ? "does not exist" : `cannot be read: ${reason}`}`);
  }
}

/** The marketplaces are looked for in the whole root, so a root as wide as a home folder is never taken. */
function rootOf(folders: readonly string[], cwd: string): string {
  const tooWide = cwd === path.parse(cwd).root || cwd === os.homedir();
  if (!tooWide && folders.every((folder) => holds(cwd, folder))) return cwd;
  let common = folders[0] ?? cwd;
  while (!folders.every((folder) => holds(common, folder))) common = path.dirname(common);
  return common;
}

function holds(outer: string, inner: string): boolean {
  const relative = path.relative(outer, inner);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
