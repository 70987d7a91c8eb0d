import type { Document } from "../../core/document.ts";
import type { Fact, FactSource, WorkspaceFacts } from "../../core/fact.ts";
import type { TextEdit } from "../../core/finding.ts";
import type { Vocabulary } from "./vocabularies.ts";

/** A place in any file: every fact is one. */
export type Place = Pick<Fact, "path" | "range" | "region">;

/** A scope that an app asks for. */
export interface Asked {
  readonly name: string;
  /** The name as written, without quotes. */
  readonly place: Place;
  /** The app may use it as a user who is not there. */
  readonly impersonation?: boolean;
}

/** Something that needs scopes: a call whose address is known, an event, a part of a manifest. */
export interface Need {
  /** A phrase that names it, such as `GET /rest/api/3/issue/{issueIdOrKey}` or `the event avi:jira:created:issue`. */
  readonly what: string;
  readonly place: Place;
  /** Lists of scopes; each list is enough by itself when it is complete, the recommended one first. No list: it needs none. */
  readonly anyOf: readonly (readonly string[])[];
  /**
   * `certain`: a lack of scopes is a fault. `likely`: the table is derived, so a lack is worth a look. `possible`: it
   * only shows what the scopes may be for, and nothing is called missing.
   */
  readonly certainty: "certain" | "likely" | "possible";
}

/** Something that cannot be read, which may need scopes: while there is one, what it may need is not called unused. */
export interface OpenCall {
  /** A sentence without its full stop: `The path of this requestJira call is put together at run time`. */
  readonly why: string;
  readonly place: Place;
  /** Whether it may be what a scope is asked for. */
  mayNeed(name: string): boolean;
}

/** One app of a workspace under one system: what it asks for beside what it needs. */
export interface ScopeApp {
  readonly system: ScopeSystem;
  /** Where the app asks, and where a missing scope is shown; its path is that of the manifest or descriptor. */
  readonly home: Place;
  /** In the order of the text, repetitions included. */
  readonly asked: readonly Asked[];
  /** Whether `asked` are all there are. False with a placeholder or an unreadable part: then none is called missing. */
  readonly complete: boolean;
  /** Why the code that needs the scopes is not in the workspace, a sentence without its full stop: then none is judged. */
  readonly unseen?: string;
  readonly needs: readonly Need[];
  readonly open: readonly OpenCall[];
}

/** How lists of a system are edited. Each gives undefined where the text does not allow it; edits do not overlap. */
export interface ScopeEditor {
  /** Takes names out of the list, each with its line and the comment on that line; a list that gets empty stays valid. */
  remove(document: Document, app: ScopeApp, scopes: readonly Asked[]): readonly TextEdit[] | undefined;
  /** Adds names behind the last one, written as the others are. */
  add(document: Document, app: ScopeApp, names: readonly string[]): readonly TextEdit[] | undefined;
  /** Writes another name in place of one. */
  replace(document: Document, asked: Asked, name: string): readonly TextEdit[] | undefined;
}

/**
 * One way in which apps ask for scopes, such as a Forge manifest or Trello's authorize call. All rules on scopes go
 * over the list of these in `systems.ts`: adding a marketplace is a folder with such an object, and a line there.
 */
export interface ScopeSystem {
  /** kebab-case: `forge`. */
  readonly id: string;
  readonly vocabulary: Vocabulary;
  /** The requirements that its findings break, of those of the rules on scopes; absent for all of the app's marketplaces. */
  readonly requirements?: readonly string[];
  /** What `appsIn` reads. */
  readonly sources: readonly FactSource[];
  /** The apps of the workspace that ask for scopes in this way. Pure: it follows from the facts. */
  appsIn(facts: WorkspaceFacts): readonly ScopeApp[];
  /** Whether a scope's use would show in what this system reads. Where it would not, nothing is said of the scope. */
  judges(name: string): boolean;
  /** Other scopes that are granted along with one. */
  includes(name: string): readonly string[];
  /** How much a scope opens beside others for the same calls: of two that are enough, the one with less is narrower. Absent: all as much. */
  breadth?(name: string): number;
  /** Whether a scope lets the app change or administer, which with impersonation is worth a look. */
  isPowerful(name: string): boolean;
  /** What a user reads about a scope in completion: `Write, Jira`. */
  describe(name: string): string | undefined;
  readonly edit: ScopeEditor;
}
