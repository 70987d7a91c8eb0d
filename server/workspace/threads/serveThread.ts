import { parentPort, workerData } from "node:worker_threads";
import { suppressFile, suppressLine } from "../../analysis/suppressionComments.ts";
import { Document } from "../../core/document.ts";
import { languageOf } from "../../languages/languageOf.ts";
import { loadTypeScriptParser } from "../../languages/typescript/syntax.ts";
import { analyseFile } from "../analyseFile.ts";
import { sharedAnalyser } from "../engine.ts";
import type { FileResult } from "../fileResults.ts";
import { sharedSlots, type ThreadAnswer, type ThreadRequest, type ThreadSuppression, type ThreadTask } from "./messages.ts";

/** Parts of an audit go out after so many files with something to tell, so that none waits long. */
const filesInPart = 32;

class Outdated extends Error {
  override readonly name = "AbortError";
}

/** Answers requests from the thread that made this one, until that ends it. */
export function serveThread(): void {
  const port = parentPort;
  if (!port) throw new Error("serveThread() runs in a worker thread only");
  const shared = new Int32Array(workerData as SharedArrayBuffer);
  port.on("message", (request: ThreadRequest) => {
    answer(request, shared, (message) => port.postMessage(message)).catch((error: unknown) => {
      // Nobody can go on from here: the other side replaces this thread and lists the file.
      throw error;
    });
  });
}

async function answer({ id, task }: ThreadRequest, shared: Int32Array, send: (answer: ThreadAnswer) => void): Promise<void> {
  const signal = {
    throwIfAborted(): void {
      if (Atomics.load(shared, sharedSlots.outdated) === id) throw new Outdated("no longer wanted");
    },
  };
  try {
    if (task.kind === "files") await answerFiles(id, task, shared, signal, send);
    else if (task.kind === "suppression") send({ id, kind: "suppression", suppression: await suppressionsFor(task) });
    else {
      const document = new Document(task.path, languageOf(task.path), task.text);
      const rules = task.rules && new Set(task.rules);
      send({ id, kind: "analysis", analysis: await sharedAnalyser().analyse(document, { signal, ...(rules && { rules }) }) });
    }
  } catch (error) {
    if (!(error instanceof Outdated)) throw error;
    send({ id, kind: "aborted" });
  }
}

async function answerFiles(
  id: number,
  task: Extract<ThreadTask, { kind: "files" }>,
  shared: Int32Array,
  signal: { throwIfAborted(): void },
  send: (answer: ThreadAnswer) => void,
): Promise<void> {
  const rules = task.rules && new Set(task.rules);
  let part: FileResult[] = [];
  const flush = (): void => {
    if (part.length > 0) send({ id, kind: "part", files: part });
    part = [];
  };
  try {
    for (const [at, path] of task.files.entries()) {
      Atomics.store(shared, sharedSlots.file, at);
      signal.throwIfAborted();
      const file = await analyseFile(task.root, path, { signal, ...(rules && { rules }), ...(task.hashes && { hashes: true }) });
      if (!saysNothing(file)) part.push(file);
      else if (file.contentHash !== undefined) part.push({ path, notAnalysed: [], skipped: false, contentHash: file.contentHash });
      if (part.length >= filesInPart) flush();
    }
  } finally {
    // Who ends an audit early still wants what it had.
    flush();
  }
  send({ id, kind: "end" });
}

/** Most files have nothing to tell; a message for each would cost more than looking at them. */
function saysNothing({ analysis, notAnalysed, skipped }: FileResult): boolean {
  if (skipped || notAnalysed.length > 0) return false;
  if (!analysis) return true;
  return analysis.findings.length === 0 && analysis.suppressions.length === 0 && analysis.evidence.length === 0;
}

async function suppressionsFor(task: Extract<ThreadTask, { kind: "suppression" }>): Promise<ThreadSuppression> {
  const document = new Document(task.path, languageOf(task.path), task.text);
  if (document.language === "typescript") await loadTypeScriptParser();
  const line = suppressLine(document, task.rule, task.range);
  const file = suppressFile(document, task.rule);
  return { ...(line && { line }), ...(file && { file }) };
}
