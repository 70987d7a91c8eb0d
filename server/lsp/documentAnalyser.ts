import { emptyAnalysis, type FileAnalysis } from "../analysis/analyse.ts";
import type { Document } from "../core/document.ts";
import type { TextRange } from "../core/text.ts";
import { ThreadLost, type AnalysisThread } from "../workspace/threads/analysisThread.ts";
import type { FileInsight } from "../rules/scopes/insight/fileInsight.ts";
import type { IndexedAnswer, IndexNews, IndexStep, ProposalAnswer } from "../workspace/threads/indexMessages.ts";
import type { ThreadSuppression } from "../workspace/threads/messages.ts";
import type { Place } from "./folders.ts";
import { createThreadQueue } from "./threadQueue.ts";

/** An analysed open document, and what that means for others. */
export interface AnalysedOpen {
  readonly analysis: FileAnalysis;
  readonly news: IndexNews;
}

/** Analyses documents beside the connection's thread, which never parses and so always answers. */
export interface DocumentAnalyser {
  /**
   * Analyses an open document and takes its facts into its folder's index. Rejects with an AbortError where the signal
   * ended it. A document that the thread is lost on is not analysed.
   */
  analyse(document: Document, place: Place, version: number, signal?: AbortSignal): Promise<AnalysedOpen>;
  /** Analyses another text by itself. */
  analyseText(document: Document, root: string): Promise<FileAnalysis>;
  /** Makes a step of the index of a folder: when nothing else waits, unless it closes a document. Rejects with {@link ThreadLost}. */
  step(root: string, step: IndexStep): Promise<IndexedAnswer>;
  /** What scopes and addresses of files have to do with the rest of their folder; undefined while the index is not complete. */
  insights(root: string, paths: readonly string[]): Promise<readonly FileInsight[] | undefined>;
  /** What can be written at a place of a text. */
  proposals(place: Place, text: string, offset: number): Promise<Pick<ProposalAnswer, "found" | "complete">>;
  /** Calls back when the thread is lost, and with it all indexes. */
  onLost(listener: () => void): void;
  /** The comments that would suppress a rule's finding at a range. */
  suppressionsFor(document: Document, rule: string, range: TextRange): Promise<ThreadSuppression>;
  dispose(): Promise<void>;
}

const noNews: IndexNews = { learnt: false, dependants: [] };

/** Makes the analyser; the thread is its own from now on. */
export function createDocumentAnalyser(thread: AnalysisThread): DocumentAnalyser {
  const queue = createThreadQueue(thread);
  const listeners: (() => void)[] = [];

  /** `otherwise` stands for the answer of a thread that was lost. */
  async function unlessLost<Result>(answer: Promise<Result>, otherwise: (reason: string) => Result): Promise<Result> {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error;
      for (const listener of listeners) listener();
      return otherwise(error.message);
    }
  }

  return {
    analyse({ path, text }, { root }, version, signal) {
      const answer = queue.run({ kind: "open", root, path, text, version }, signal).then((answered) => {
        if (answered.kind !== "opened") throw new Error(`the thread answered ${answered.kind}`);
        return { analysis: answered.analysis, news: answered };
      });
      return unlessLost(answer, (reason) => ({ analysis: notAnalysed(path, reason), news: noNews }));
    },
    analyseText({ path, text }, root) {
      const answer = queue.run({ kind: "text", root, path, text }).then((answered) => {
        if (answered.kind !== "analysis") throw new Error(`the thread answered ${answered.kind}`);
        return answered.analysis;
      });
      return unlessLost(answer, (reason) => notAnalysed(path, reason));
    },
    async step(root, step) {
      // A document may be opened again behind its closing.
      const run = step.do === "close" ? queue.run : queue.runBehind;
      const answered = await run({ kind: "index", root, step });
      if (answered.kind !== "indexed") throw new Error(`the thread answered ${answered.kind}`);
      return answered;
    },
    insights(root, paths) {
      const answer = queue.run({ kind: "insight", root, paths }).then((answered) => (answered.kind === "insight" ? answered.insights : undefined));
      return unlessLost(answer, () => undefined);
    },
    proposals({ root, path }, text, offset) {
      const answer = queue.run({ kind: "proposals", root, path, text, offset }).then((answered) => (answered.kind === "proposals" ? answered : { complete: false }));
      return unlessLost(answer, () => ({ complete: false }));
    },
    onLost: (listener) => void listeners.push(listener),
    suppressionsFor({ path, text }, rule, range) {
      const answer = queue.run({ kind: "suppression", path, text, rule, range }).then((answered) => (answered.kind === "suppression" ? answered.suppression : {}));
      return unlessLost(answer, () => ({}));
    },
    dispose: () => thread.dispose(),
  };
}

function notAnalysed(path: string, reason: string): FileAnalysis {
  return { ...emptyAnalysis(path), notAnalysed: [{ path, reason }], truncated: true };
}
