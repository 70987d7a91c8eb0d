import * as fs from "node:fs";
import * as path from "node:path";
import { closest } from "fastest-levenshtein";
import { marketplaceIds, type MarketplaceId } from "../core/requirement.ts";
import { ruleIds } from "../rules/ruleIds.ts";
import type { Shard } from "../workspace/auditScope.ts";
import { UsageError } from "../workspace/usageError.ts";

/** The values of an option that takes several, and what turned out to be a path. */
export interface SplitValues<Value> {
  readonly values: readonly Value[];
  readonly paths: readonly string[];
}

/**
 * Tells ids from paths where an option with several values stands before the paths: from the first value
 * that is no id but is there on disk, all are paths. Ids may also be joined by commas.
 */
function split(option: string, noun: string, given: readonly string[], known: readonly string[], cwd: string): SplitValues<string> {
  const values: string[] = [];
  for (const [at, value] of given.entries()) {
    const ids = value.split(",").map((id) => id.trim()).filter((id) => id !== "");
    const wrong = ids.find((id) => !known.includes(id));
    if (wrong === undefined) values.push(...ids);
    else if (at > 0 && fs.existsSync(path.resolve(cwd, value))) return { values, paths: given.slice(at) };
    else throw new UsageError(`${option}: there is no ${noun} "${wrong}"; the nearest is "${closest(wrong, [...known])}"`);
  }
  if (values.length === 0 && given.length > 0) throw new UsageError(`${option} needs at least one ${noun}`);
  return { values: [...new Set(values)], paths: [] };
}

/** The values of `--marketplace`. Throws {@link UsageError} on an unknown one. */
export function marketplaceValues(given: readonly string[], cwd: string): SplitValues<MarketplaceId> {
  const { values, paths } = split("--marketplace", "marketplace", given, marketplaceIds, cwd);
  return { values: marketplaceIds.filter((id) => values.includes(id)), paths };
}

/** The values of `--rule`. Throws {@link UsageError} on an unknown one. */
export function ruleValues(given: readonly string[], cwd: string): SplitValues<string> {
  return split("--rule", "rule", given, ruleIds, cwd);
}

/** The value of `--shard`, such as `2/4`. Throws {@link UsageError}. */
export function shardValue(given: string): Shard {
  const parts = /^(\d{1,4})\/(\d{1,4})$/.exec(given);
  const index = Number(parts?.[1]);
  const count = Number(parts?.[2]);
  if (parts && index >= 1 && index <= count) return { index, count };
  throw new UsageError(`--shard: "${given}" is not of the form I/N with I from 1 to N, such as 2/4`);
}

/** The value of `--threads`: a whole number from 1 to 256. Throws {@link UsageError}. */
export function threadsValue(given: string): number {
  const count = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (count >= 1 && count <= 256) return count;
  throw new UsageError(`--threads: "${given}" is not a whole number from 1 to 256`);
}
