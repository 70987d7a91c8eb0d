import type { Document, LanguageId } from "./document.ts";
import type { Problem, Region } from "./finding.ts";
import type { Confirmations, RuleMetadata, TriggerHit } from "./rule.ts";
import type { TextRange } from "./text.ts";

/** What one file says that a check across files needs. Plain data that JSON keeps; it holds no secret's value. */
export interface Fact<Value = unknown> {
  /** The id of the source that found it. */
  readonly source: string;
  /** Path of the file, from the workspace folder. */
  readonly path: string;
  readonly range: TextRange;
  /** The range as lines and columns, so that the fact outlives its document. */
  readonly region: Region;
  readonly value: Value;
}

/** Takes a fact of the document that is looked at. */
export type AddFact<Value> = (range: TextRange, value: Value) => void;

/** Finds facts of one kind, a file at a time. What it says follows from the file and the neighbours that it read. */
export interface FactSource<Value = unknown> {
  /** kebab-case, a plural: `forge-calls`. */
  readonly id: string;
  readonly languages: readonly LanguageId[];
  /** As a rule's triggers. */
  readonly triggers: readonly string[];
  /** As a rule's confirmations. */
  readonly confirmations?: Confirmations;
  /** As a rule's anchors. */
  readonly anchors?: readonly string[];
  /** As a rule's file names. */
  readonly fileNames?: readonly string[];
  /** As a rule's tier. */
  readonly tier?: "text" | "syntax";
  /** As a rule's `promising`; not asked where a learnt word is in the file. */
  promising?(document: Document, hits: readonly TriggerHit[]): boolean;
  /**
   * Further words, learnt from this source's facts in other files of the same app, such as the name of an exported
   * wrapper: a file with one of them is looked at too. Asked again until no new word comes.
   */
  learns?(facts: readonly Fact<Value>[]): readonly string[];
  /** `hits` are the source's triggers, in order of offset; those learnt are not among them. */
  collect(document: Document, add: AddFact<Value>, hits: readonly TriggerHit[]): void;
}

/** What a check across files may ask. */
export interface WorkspaceFacts {
  /** All facts of a source, by path and place. */
  of<Value>(source: FactSource<Value>): readonly Fact<Value>[];
  /** The text in which a finding is to be placed; undefined where it cannot be read. */
  document(path: string): Document | undefined;
}

/** Takes a problem in a file. */
export type WorkspaceReport = (path: string, problem: Problem) => void;

/** A rule over the facts of many files. Its findings, edits and fingerprints are those of the file that it names. */
export interface WorkspaceRule extends RuleMetadata {
  readonly sources: readonly FactSource[];
  checkWorkspace(facts: WorkspaceFacts, report: WorkspaceReport): void;
}

/** Marks a source, so that its values' type is kept. */
export function defineFactSource<Value>(source: FactSource<Value>): FactSource<Value> {
  return source;
}

/** Marks an object as a rule across files, so that its shape is checked where it is written. */
export function defineWorkspaceRule(rule: WorkspaceRule): WorkspaceRule {
  return rule;
}
