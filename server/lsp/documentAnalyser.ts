import type { FileAnalysis } from "../analysis/analyse.ts";
import type { Document } from "../core/document.ts";
import type { TextRange } from "../core/text.ts";
import { ThreadLost, type AnalysisThread } from "../workspace/threads/analysisThread.ts";
import type { ThreadAnswer, ThreadSuppression, ThreadTask } from "../workspace/threads/messages.ts";

/** Analyses documents beside the connection's thread, which never parses and so always answers. */
export interface DocumentAnalyser {
  /** Rejects with an AbortError where the signal ended it. A document that the thread is lost on is not analysed. */
  analyse(document: Document, signal?: AbortSignal): Promise<FileAnalysis>;
  /** The comments that would suppress a rule's finding at a range. */
  suppressionsFor(document: Document, rule: string, range: TextRange): Promise<ThreadSuppression>;
  dispose(): Promise<void>;
}

/** Makes the analyser; the thread is its own from now on. */
export function createDocumentAnalyser(thread: AnalysisThread): DocumentAnalyser {
  let last: Promise<unknown> = Promise.resolve();

  /** One task at a time; one that is no longer wanted when its turn comes is left out. */
  function inTurn(task: ThreadTask, signal?: AbortSignal): Promise<ThreadAnswer> {
    const result = last.then(() => thread.run(task, signal));
    last = result.catch(() => undefined);
    return result;
  }

  return {
    async analyse(document, signal) {
      const { path, text } = document;
      try {
        const answer = await inTurn({ kind: "text", root: "", path, text }, signal);
        if (answer.kind === "analysis") return answer.analysis;
        throw new Error(`the thread answered ${answer.kind}`);
      } catch (error) {
        if (!(error instanceof ThreadLost)) throw error;
        return notAnalysed(path, error.message);
      }
    },
    async suppressionsFor({ path, text }, rule, range) {
      try {
        const answer = await inTurn({ kind: "suppression", path, text, rule, range });
        return answer.kind === "suppression" ? answer.suppression : {};
      } catch (error) {
        if (!(error instanceof ThreadLost)) throw error;
        return {};
      }
    },
    dispose: () => thread.dispose(),
  };
}

function notAnalysed(path: string, reason: string): FileAnalysis {
  return { path, findings: [], suppressions: [], evidence: [], facts: [], reads: [], ran: [], notAnalysed: [{ path, reason }], truncated: true };
}
