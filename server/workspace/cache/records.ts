import type { FileAnalysis } from "../../analysis/analyse.ts";
import type { FileResult } from "../fileResults.ts";
import { contentHashLength } from "./contentHash.ts";
import type { NeighbourStatus, NeighbourStatuses } from "./neighbourStatus.ts";

/** What is kept of a result: nothing where the file says nothing and no trigger occurs in it. */
export interface Kept {
  readonly skipped: boolean;
  /** The hash of the bytes that were analysed, and behind it in JSON what they say. */
  readonly record?: string;
}

/** Writes and reads the records of one cache. */
export interface Records {
  /** What to keep of a result; undefined where the next audit may come to another. */
  write(result: FileResult): Kept | undefined;
  /** The result of a file; undefined where the record makes no sense, or what the analysis read elsewhere is not as it was. */
  read(path: string, kept: Kept): FileResult | undefined;
  /** Lists that records refer to by their place. */
  readonly lists: readonly (readonly string[])[];
}

interface Recorded {
  /** `ran` is the place of the list of rules: there are as many of these as languages. */
  readonly analysis?: Omit<FileAnalysis, "ran"> & { readonly ran: number };
  /** The status of what the analysis read elsewhere; absent where it read nothing. */
  readonly neighbours?: readonly NeighbourStatus[];
  readonly notAnalysed: FileResult["notAnalysed"];
}

/** Continues the lists of an earlier cache, whose records stay as they are. */
export function createRecords(neighbours: NeighbourStatuses, known: readonly (readonly string[])[] = []): Records {
  const lists = [...known];
  const places = new Map(lists.map((list, at) => [list.join(), at]));

  function placeOf(list: readonly string[]): number {
    const key = list.join();
    const place = places.get(key);
    if (place !== undefined) return place;
    places.set(key, lists.length);
    return lists.push(list) - 1;
  }

  return {
    lists,
    write({ analysis, notAnalysed, skipped, contentHash, internalError }) {
      // A rule that failed, a file that could not be read, a thread that was lost: it may go well next time.
      if (internalError !== undefined || notAnalysed.some((one) => one.rule !== undefined)) return undefined;
      if (contentHash === undefined) return analysis || notAnalysed.length > 0 ? undefined : { skipped };
      if (notAnalysed.length === 0 && saysNothing(analysis)) return { skipped, record: contentHash };
      const reads = neighbours.take(analysis?.reads ?? []);
      if (!reads) return undefined;
      const recorded: Recorded = {
        ...(analysis && { analysis: { ...analysis, ran: placeOf(analysis.ran) } }),
        ...(reads.length > 0 && { neighbours: reads }),
        notAnalysed,
      };
      return { skipped, record: contentHash + JSON.stringify(recorded) };
    },

    read(path, { skipped, record = "" }) {
      if (record.length <= contentHashLength) return { path, notAnalysed: [], skipped };
      try {
        const { analysis, neighbours: read = [], notAnalysed } = JSON.parse(record.slice(contentHashLength)) as Recorded;
        if (!neighbours.hold(read)) return undefined;
        if (!analysis) return { path, notAnalysed, skipped };
        const ran = lists[analysis.ran];
        return ran && { path, analysis: { ...analysis, ran }, notAnalysed, skipped };
      } catch {
        return undefined;
      }
    },
  };
}

function saysNothing(analysis: FileAnalysis | undefined): boolean {
  if (!analysis) return true;
  const { findings, suppressions, evidence, facts, reads } = analysis;
  return [findings, suppressions, evidence, facts, reads].every((list) => list.length === 0);
}
