import type { FileAnalysis, NotAnalysed } from "../analysis/analyse.ts";

/** What an audit learns of one file. */
export interface FileResult {
  readonly path: string;
  readonly analysis?: FileAnalysis;
  readonly notAnalysed: readonly NotAnalysed[];
  /** Binary data under a name that no rule reads. */
  readonly skipped: boolean;
  /** Says which bytes were analysed; present where it was asked for and a trigger occurs in them. */
  readonly contentHash?: string;
  /** A fault of ours that cost the file. */
  readonly internalError?: unknown;
}

/** Takes the results of files as they come; every file comes once, in any order. */
export type TakeResult = (result: FileResult) => void;

/** Which files to analyse, and how. */
export interface FilesRequest {
  /** Absolute. */
  readonly root: string;
  /** Paths from the root. */
  readonly files: readonly string[];
  readonly only?: ReadonlySet<string>;
  /** Only the facts of the files are wanted, no findings. */
  readonly factsOnly?: boolean;
  /** Whether results carry a `contentHash`. */
  readonly hashes?: boolean;
  /** The caller's thread has nothing better to do: it looks for files that need an analysis, beside those that analyse. */
  readonly siftHere?: boolean;
  /** The text of an open document, by its path from the root. */
  readonly overlay?: (path: string) => string | undefined;
  readonly signal?: AbortSignal;
}

/** A fault of ours costs one file, not the audit. */
export function faultResult(path: string, error: unknown): FileResult {
  const reason = `internal error: ${error instanceof Error ? error.name : "unknown"}`;
  return { path, notAnalysed: [{ path, reason }], skipped: false, internalError: error };
}
