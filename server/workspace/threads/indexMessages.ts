import type { FileAnalysis, NotAnalysed } from "../../analysis/analyse.ts";
import type { LocatedFinding } from "../../core/finding.ts";
import type { Proposals } from "../../rules/scopes/completion/proposal.ts";
import type { FileInsight } from "../../rules/scopes/insight/fileInsight.ts";

/** The text of an open document. */
export interface OpenText {
  /** Path from the root. */
  readonly path: string;
  readonly text: string;
  readonly version: number;
}

/** An open document to analyse, whose facts replace those that its folder's index had of the file. */
export interface OpenTask extends OpenText {
  readonly kind: "open";
  readonly root: string;
}

/** A step of an index. Steps are short, so that an open document never waits long. */
export type IndexStep =
  /** Forgets everything. `apps` are the folders of the apps. */
  | { readonly do: "start"; readonly apps: readonly string[]; readonly texts: readonly OpenText[] }
  /** Collects the facts of the first of these files; `changed` says that they are not what they were, `round` that only learnt words matter. */
  | { readonly do: "files"; readonly files: readonly string[]; readonly changed?: boolean; readonly round?: boolean }
  /** The document is closed: the disk has the text again. */
  | { readonly do: "close"; readonly path: string }
  /** All files are read: rules across files run, unless the sources learnt words to look for first. */
  | { readonly do: "settle" };

/** A step of the index of a folder. */
export interface IndexTask {
  readonly kind: "index";
  readonly root: string;
  readonly step: IndexStep;
}

/** What rules across files found in the open documents. */
export interface AcrossUpdate {
  /** All open documents of the folder, those without findings too. */
  readonly files: readonly { readonly path: string; readonly version: number; readonly findings: readonly LocatedFinding[] }[];
  readonly notAnalysed: readonly NotAnalysed[];
  /** Ids of the rules that ran. */
  readonly ran: readonly string[];
  /** Another one says that a fact of the folder changed since. */
  readonly generation: number;
}

/** What an index tells after every step. */
export interface IndexNews {
  /** Sources learnt words: all files are to be looked through for them before rules across files can run again. */
  readonly learnt: boolean;
  /** Present where the rules across files ran. */
  readonly across?: AcrossUpdate;
  /** Files whose analysis asked for one that changed. */
  readonly dependants: readonly string[];
}

/** An analysed open document. */
export interface OpenedAnswer extends IndexNews {
  readonly kind: "opened";
  readonly analysis: FileAnalysis;
}

/** A done step. */
export interface IndexedAnswer extends IndexNews {
  readonly kind: "indexed";
  /** How many of the files were looked at. */
  readonly done: number;
}

/** Asks what scopes and addresses of open documents have to do with the rest of their folder. */
export interface InsightTask {
  readonly kind: "insight";
  readonly root: string;
  readonly paths: readonly string[];
}

/** The insights in the order of the paths; absent while the index is not complete. */
export interface InsightAnswer {
  readonly kind: "insight";
  readonly insights?: readonly FileInsight[];
}

/** Asks what can be written at a place of a text, which may be newer than its last analysis. */
export interface ProposalTask {
  readonly kind: "proposals";
  readonly root: string;
  readonly path: string;
  readonly text: string;
  readonly offset: number;
}

/** What can be written there; absent where nothing can be proposed. */
export interface ProposalAnswer {
  readonly kind: "proposals";
  readonly found?: Proposals;
  /** Whether the index was complete: else there may be better ones soon. */
  readonly complete: boolean;
}
