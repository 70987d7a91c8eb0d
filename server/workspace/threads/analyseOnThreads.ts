import { createBreather } from "../breathe.ts";
import { loadEngine } from "../loadEngine.ts";
import type { FileResult, FilesRequest, TakeResult } from "../fileResults.ts";
import { createAnalysisThread, ThreadLost, type AnalysisThread } from "./analysisThread.ts";
import { createBatchQueue, type BatchQueue } from "./batchQueue.ts";
import type { FilesTask, ThreadAnswer } from "./messages.ts";

/** Files that are dealt at once: enough to make messages rare, few enough that all threads end together. */
const filesInBatch = 128;

/** Sifted files that are dealt at once: each may need the parser. */
const siftedInBatch = 16;

/** Threads wait so long for their next batch while this one sifts. */
const siftedMilliseconds = 4;

/**
 * Analyses files on threads. A file that a thread hangs or dies on is listed with the reason, the thread is
 * replaced, and everything else is analysed. Rejects with the signal's reason.
 */
export async function analyseOnThreads(
  request: FilesRequest,
  take: TakeResult,
  threads: number,
  makeThread: () => AnalysisThread = createAnalysisThread,
): Promise<void> {
  const queue = createBatchQueue(batchesOf(request));
  const task = taskOf(request);
  const work = async (): Promise<void> => {
    const thread = makeThread();
    try {
      for (let batch = await queue.next(); batch; batch = await queue.next()) await runBatch(request, task, thread, batch, take);
    } finally {
      // Who waits for more must not wait for ever.
      queue.close();
      await thread.dispose();
    }
  };
  const count = Math.max(1, Math.min(threads, queue.length));
  const working = Array.from({ length: count }, work);
  if (request.siftHere) working.push(sift(request, queue, take));
  // Whoever ends first must not cut off what the others had.
  const ends = await Promise.allSettled(working);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** Takes batches of files like a thread does, and leaves to the threads what is more than looking for triggers. */
async function sift({ root, factsOnly, signal }: FilesRequest, queue: BatchQueue<Batch>, take: TakeResult): Promise<void> {
  const breathe = createBreather(signal, siftedMilliseconds);
  const endOfSifting = queue.expectMore();
  const { siftFile } = await loadEngine();
  let found: string[] = [];
  const deal = (): void => {
    if (found.length > 0) queue.add({ files: found });
    found = [];
  };
  try {
    for (let batch = queue.takeIf(isOnDisk); batch; batch = queue.takeIf(isOnDisk)) {
      for (const file of batch.files) {
        const pause = breathe();
        if (pause) await pause;
        const result = siftFile(root, file, factsOnly);
        if (result) take(result);
        else if (found.push(file) === siftedInBatch) deal();
      }
    }
    deal();
  } catch (error) {
    queue.close();
    throw error;
  } finally {
    endOfSifting();
  }
}

function isOnDisk(batch: Batch): batch is Extract<Batch, { files: unknown }> {
  return "files" in batch;
}

/** One open document, whose text is not that of the disk, or many files. */
type Batch = { readonly path: string; readonly text: string } | { readonly files: readonly string[] };

function batchesOf({ files, overlay }: FilesRequest): Batch[] {
  const batches: Batch[] = [];
  let onDisk: string[] = [];
  for (const path of files) {
    const text = overlay?.(path);
    if (text !== undefined) batches.push({ path, text });
    else if (onDisk.push(path) === filesInBatch) {
      batches.push({ files: onDisk });
      onDisk = [];
    }
  }
  if (onDisk.length > 0) batches.push({ files: onDisk });
  return batches;
}

/** What all tasks of a request have in common. */
function taskOf({ root, only, factsOnly, files, overlay }: FilesRequest): Pick<FilesTask, "root" | "rules" | "factsOnly" | "texts"> {
  const texts = overlay && Object.fromEntries(files.flatMap((path) => [[path, overlay(path)]]).filter((pair): pair is [string, string] => pair[1] !== undefined));
  return { root, ...(only && { rules: [...only] }), ...(factsOnly && { factsOnly }), ...(texts && { texts }) };
}

type SharedTask = ReturnType<typeof taskOf>;

async function runBatch(request: FilesRequest, task: SharedTask, thread: AnalysisThread, batch: Batch, take: TakeResult): Promise<void> {
  if ("files" in batch) await runFiles(request, task, thread, batch.files, take);
  else take(await runText(request, task, thread, batch));
}

async function runText({ signal }: FilesRequest, task: SharedTask, thread: AnalysisThread, { path, text }: { readonly path: string; readonly text: string }): Promise<FileResult> {
  try {
    const answer = await thread.run({ ...task, kind: "text", path, text }, signal);
    if (answer.kind !== "analysis") throw new Error(`the thread answered ${answer.kind}`);
    return { path, analysis: answer.analysis, notAnalysed: answer.analysis.notAnalysed, skipped: false };
  } catch (error) {
    if (!(error instanceof ThreadLost)) throw error;
    return { path, notAnalysed: [{ path, reason: error.message }], skipped: false };
  }
}

async function runFiles({ hashes, signal }: FilesRequest, task: SharedTask, thread: AnalysisThread, files: readonly string[], take: TakeResult): Promise<void> {
  const waiting = new Set(files);
  const receive = (answer: ThreadAnswer): void => {
    if (answer.kind !== "part") return;
    for (const file of answer.files) {
      waiting.delete(file.path);
      take(file);
    }
  };
  for (let left = [...waiting]; left.length > 0; left = [...waiting]) {
    try {
      await thread.run({ ...task, kind: "files", files: left, ...(hashes && { hashes }) }, signal, receive);
      break;
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error;
      // What the thread had not sent yet is lost with it, so all but the file to blame is done again.
      const path = left[error.file] ?? left[0] ?? "";
      waiting.delete(path);
      take({ path, notAnalysed: [{ path, reason: error.message }], skipped: false });
    }
  }
  for (const path of waiting) take({ path, notAnalysed: [], skipped: false });
}
