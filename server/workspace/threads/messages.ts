import type { FileAnalysis } from "../../analysis/analyse.ts";
import type { SuppressionInsertion } from "../../analysis/suppressionComments.ts";
import type { TextRange } from "../../core/text.ts";
import type { FileResult } from "../fileResults.ts";
import type { AcrossFound, AcrossRequest } from "../findAcross.ts";
import type { IndexedAnswer, IndexTask, InsightAnswer, InsightTask, OpenedAnswer, OpenTask, ProposalAnswer, ProposalTask } from "./indexMessages.ts";

/** Texts of open documents, by their paths from the root: for whoever reads them there, they are what the disk holds. */
export type OpenTexts = Readonly<Record<string, string>>;

/** What is asked of one text. */
export interface TextTask {
  readonly kind: "text";
  readonly root: string;
  readonly path: string;
  readonly text: string;
  readonly rules?: readonly string[];
  readonly factsOnly?: boolean;
  readonly texts?: OpenTexts;
}

/** What is asked of files on the disk. */
export interface FilesTask {
  readonly kind: "files";
  readonly root: string;
  readonly files: readonly string[];
  readonly rules?: readonly string[];
  readonly factsOnly?: boolean;
  readonly hashes?: boolean;
  readonly texts?: OpenTexts;
}

/** Work for an analysis thread. It holds one at a time. */
export type ThreadTask =
  | TextTask
  | FilesTask
  | OpenTask
  | IndexTask
  | InsightTask
  | ProposalTask
  | { readonly kind: "across"; readonly request: AcrossRequest }
  | { readonly kind: "suppression"; readonly path: string; readonly text: string; readonly rule: string; readonly range: TextRange };

/** The comments that would suppress a rule at a range. */
export interface ThreadSuppression {
  readonly line?: SuppressionInsertion;
  readonly file?: SuppressionInsertion;
}

/** What a thread is told. */
export interface ThreadRequest {
  readonly id: number;
  readonly task: ThreadTask;
}

/** What a thread answers. `files` tasks send parts before their end. */
export type ThreadAnswer =
  | { readonly id: number; readonly kind: "analysis"; readonly analysis: FileAnalysis }
  | ({ readonly id: number } & (OpenedAnswer | IndexedAnswer | InsightAnswer | ProposalAnswer))
  | { readonly id: number; readonly kind: "across"; readonly across: AcrossFound }
  | { readonly id: number; readonly kind: "suppression"; readonly suppression: ThreadSuppression }
  | { readonly id: number; readonly kind: "part"; readonly files: readonly FileResult[] }
  | { readonly id: number; readonly kind: "end" }
  | { readonly id: number; readonly kind: "aborted" };

/**
 * Numbers that both sides see at once: [0] the id of the task that is no longer wanted, looked at between
 * rules; [1] the index of the file that a `files` task is on, so that whoever waits knows whom to blame.
 */
export const sharedSlots = { outdated: 0, file: 1, length: 2 } as const;
