import { isDeepStrictEqual } from "node:util";
import type * as Sarif from "sarif";

/** Why reports cannot become one, in a sentence. */
export class NotMergeable extends Error {
  override readonly name = "NotMergeable";
}

/**
 * Makes one report of those that the shards of an audit wrote, the same as the whole audit would have written. Throws
 * {@link NotMergeable} where they are not of one audit: another version, or other marketplaces.
 */
export function mergeSarif(texts: readonly { readonly name: string; readonly text: string }[]): string {
  const logs = texts.map(({ name, text }) => ({ name, log: parsed(name, text) }));
  const [first] = logs;
  if (!first) throw new NotMergeable("there is no report to merge");
  const firstRun = runOf(first);
  const runs = logs.map((log) => {
    const run = runOf(log);
    for (const part of ["tool", "taxonomies", "originalUriBaseIds"] as const) {
      if (!isDeepStrictEqual(run[part], firstRun[part])) throw new NotMergeable(`${log.name} is not of the same audit as ${first.name}: they differ in "${part}"`);
    }
    return run;
  });
  const merged: Sarif.Log = { ...first.log, runs: [{ ...firstRun, invocations: [invocationOf(runs)], results: resultsOf(runs) }] };
  return `${JSON.stringify(merged, undefined, 2)}\n`;
}

function parsed(name: string, text: string): Sarif.Log {
  try {
    const log: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof log === "object" && log !== null && "runs" in log && Array.isArray(log.runs)) return log as Sarif.Log;
  } catch {
    // Broken JSON is answered like any other text that is no report.
  }
  throw new NotMergeable(`${name} is no SARIF report`);
}

function runOf({ name, log }: { readonly name: string; readonly log: Sarif.Log }): Sarif.Run {
  const [run] = log.runs;
  if (!run || log.runs.length > 1 || run.tool.driver.name !== "Marketlint") throw new NotMergeable(`${name} is no report of Marketlint`);
  return run;
}

function invocationOf(runs: readonly Sarif.Run[]): Sarif.Invocation {
  const invocations = runs.flatMap((run) => run.invocations ?? []);
  const notifications = invocations.flatMap((one) => one.toolExecutionNotifications ?? []);
  return {
    executionSuccessful: invocations.every((one) => one.executionSuccessful),
    toolExecutionNotifications: inOrder(notifications, (one) => one.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ""),
  };
}

/** A file is in one shard alone, so the order within it is the whole audit's. */
function resultsOf(runs: readonly Sarif.Run[]): Sarif.Result[] {
  return inOrder(runs.flatMap((run) => run.results ?? []), (one) => one.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "");
}

/** By the path as it is written, not as an address writes it; what is equal stays in its order. */
function inOrder<Item>(items: readonly Item[], uriOf: (item: Item) => string): Item[] {
  const placed = items.map((item) => ({ item, path: decodeURIComponent(uriOf(item)) }));
  placed.sort((left, right) => (left.path === right.path ? 0 : left.path < right.path ? -1 : 1));
  return placed.map(({ item }) => item);
}
