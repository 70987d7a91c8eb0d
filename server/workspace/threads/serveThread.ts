import { parentPort, workerData } from "node:worker_threads";
import { suppressFile, suppressLine } from "../../analysis/suppressionComments.ts";
import { Document } from "../../core/document.ts";
import { languageOf } from "../../languages/languageOf.ts";
import { loadTypeScriptParser } from "../../languages/typescript/syntax.ts";
import { analyseFile } from "../analyseFile.ts";
import type { AnalyseOptions } from "../../analysis/analyse.ts";
import type { NotedNeighbours } from "../../analysis/notedNeighbours.ts";
import { sharedAnalyser } from "../engine.ts";
import type { FileResult } from "../fileResults.ts";
import { findAcross } from "../findAcross.ts";
import { neighboursBelow } from "../neighbourFiles.ts";
import { proposalsAt } from "../../rules/scopes/completion/proposalsAt.ts";
import { fileInsights } from "../../rules/scopes/insight/fileInsight.ts";
import { createFolderIndex, type FolderIndex } from "./folderIndex.ts";
import type { InsightAnswer, InsightTask, ProposalAnswer, ProposalTask } from "./indexMessages.ts";
import { sharedSlots, type FilesTask, type OpenTexts, type TextTask, type ThreadAnswer, type ThreadRequest, type ThreadSuppression, type ThreadTask } from "./messages.ts";

/** Parts of an audit go out after so many files with something to tell, so that none waits long. */
const filesInPart = 32;

class Outdated extends Error {
  override readonly name = "AbortError";
}

/** Answers requests from the thread that made this one, until that ends it. */
export function serveThread(): void {
  const port = parentPort;
  if (!port) throw new Error("serveThread() runs in a worker thread only");
  const slots = new Int32Array(workerData as SharedArrayBuffer);
  port.on("message", (request: ThreadRequest) => {
    answer(request, slots, (message) => port.postMessage(message)).catch((error: unknown) => {
      // Nobody can go on from here: the other side replaces this thread and lists the file.
      throw error;
    });
  });
}

async function answer({ id, task }: ThreadRequest, slots: Int32Array, send: (answer: ThreadAnswer) => void): Promise<void> {
  const signal = {
    throwIfAborted(): void {
      if (Atomics.load(slots, sharedSlots.outdated) === id) throw new Outdated("no longer wanted");
    },
  };
  try {
    if (task.kind === "files") await answerFiles(id, task, slots, signal, send);
    else if (task.kind === "suppression") send({ id, kind: "suppression", suppression: await suppressionsFor(task) });
    else if (task.kind === "open") send({ id, kind: "opened", ...(await folderIndexOf(task.root).open(task, signal)) });
    else if (task.kind === "index") send({ id, kind: "indexed", ...(await folderIndexOf(task.root).step(task.step, slots, signal)) });
    else if (task.kind === "insight") send({ id, ...insightsFor(task) });
    else if (task.kind === "proposals") send({ id, ...proposalsFor(task) });
    else if (task.kind === "across") send({ id, kind: "across", across: await findAcross(task.request, signal) });
    else {
      const document = new Document(task.path, languageOf(task.path), task.text);
      send({ id, kind: "analysis", analysis: await sharedAnalyser().analyse(document, { signal, ...optionsOf(task) }) });
    }
  } catch (error) {
    if (!(error instanceof Outdated)) throw error;
    send({ id, kind: "aborted" });
  }
}

const folderIndexes = new Map<string, FolderIndex>();

function folderIndexOf(root: string): FolderIndex {
  const known = folderIndexes.get(root);
  if (known) return known;
  const index = createFolderIndex(root);
  folderIndexes.set(root, index);
  return index;
}

/** What an audit's tasks have in common: they come one after another, and most read the same neighbours. */
let shared: { readonly root: string; readonly texts: OpenTexts; readonly neighbours: NotedNeighbours } | undefined;

function neighboursOf({ root, texts = {} }: FilesTask | TextTask): NotedNeighbours {
  const isSame = shared?.root === root && Object.keys(texts).length === 0 && Object.keys(shared.texts).length === 0;
  if (!shared || !isSame) shared = { root, texts, neighbours: neighboursBelow(root, (path) => texts[path]) };
  return shared.neighbours;
}

function optionsOf(task: FilesTask | TextTask): AnalyseOptions {
  const { rules, factsOnly } = task;
  return { neighbours: neighboursOf(task), ...(rules && { rules: new Set(rules) }), ...(factsOnly && { factsOnly }) };
}

async function answerFiles(
  id: number,
  task: FilesTask,
  slots: Int32Array,
  signal: { throwIfAborted(): void },
  send: (answer: ThreadAnswer) => void,
): Promise<void> {
  const options = { ...optionsOf(task), signal, ...(task.hashes && { hashes: true }) };
  let part: FileResult[] = [];
  const flush = (): void => {
    if (part.length > 0) send({ id, kind: "part", files: part });
    part = [];
  };
  try {
    for (const [at, path] of task.files.entries()) {
      Atomics.store(slots, sharedSlots.file, at);
      signal.throwIfAborted();
      const file = await analyseFile(task.root, path, options);
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
  const { findings, suppressions, evidence, facts, reads } = analysis;
  return [findings, suppressions, evidence, facts, reads].every((list) => list.length === 0);
}

function insightsFor({ root, paths }: InsightTask): InsightAnswer {
  const facts = folderIndexOf(root).facts();
  return { kind: "insight", ...(facts && { insights: fileInsights(facts, paths) }) };
}

function proposalsFor({ root, path, text, offset }: ProposalTask): ProposalAnswer {
  const facts = folderIndexOf(root).facts();
  const found = proposalsAt({ path, language: languageOf(path), text }, offset, facts);
  return { kind: "proposals", complete: facts !== undefined, ...(found && { found }) };
}

async function suppressionsFor(task: Extract<ThreadTask, { kind: "suppression" }>): Promise<ThreadSuppression> {
  const document = new Document(task.path, languageOf(task.path), task.text);
  if (document.language === "typescript") await loadTypeScriptParser();
  const line = suppressLine(document, task.rule, task.range);
  const file = suppressFile(document, task.rule);
  return { ...(line && { line }), ...(file && { file }) };
}
