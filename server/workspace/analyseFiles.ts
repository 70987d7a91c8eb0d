import { availableParallelism } from "node:os";
import type { FilesRequest, TakeResult } from "./fileResults.ts";
import { loadEngine } from "./loadEngine.ts";
import { analyseOnThreads } from "./threads/analyseOnThreads.ts";
import { threadsAvailable, type AnalysisThread } from "./threads/analysisThread.ts";

/**
 * Files for which a second thread repays its start: it loads the rules and, for most audits, the TypeScript parser
 * once more.
 */
const filesForSecondThread = 3_000;

/** More threads than this wait for each other's disk reads. */
const mostThreads = 8;

/**
 * Analyses files, on threads where their bundle is there (always in the product): the caller's thread stays free,
 * and a file that hangs or overflows costs itself alone. `threads` overrides how
 * many, `takeThread` where they come from.
 */
export async function analyseFiles(request: FilesRequest, take: TakeResult, threads?: number, takeThread?: () => AnalysisThread): Promise<void> {
  if (request.files.length === 0) return;
  if (!threadsAvailable()) return (await loadEngine()).analyseHere(request, take);
  return analyseOnThreads(request, take, threads ?? usualThreads(request), takeThread);
}

function usualThreads({ files, siftHere }: FilesRequest): number {
  if (files.length < filesForSecondThread) return 1;
  return Math.max(1, Math.min(mostThreads, availableParallelism() - (siftHere ? 1 : 0)));
}
