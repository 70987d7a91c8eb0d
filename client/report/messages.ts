/**
 * What the report view and the extension say to each other. Types alone: the view is a page of its own, and trusts
 * nothing but these messages.
 */
import type { ExportFormat, JsonReport } from "../../server/lsp/protocol.ts";

/** An earlier audit of the same workspace, for the trend. */
export interface AuditedDay {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

/** The report on one workspace folder. */
export interface ShownFolder {
  readonly uri: string;
  readonly name: string;
  readonly report: JsonReport;
}

/** All that the view shows. */
export interface ShownReport {
  readonly folders: readonly ShownFolder[];
  /** Oldest first; the newest is the report itself. */
  readonly trend: readonly AuditedDay[];
}

/** One finding, by where it is. */
export interface FindingPlace {
  readonly folder: string;
  readonly path: string;
  readonly rule: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/** What the view is told. */
export type ToView = { readonly kind: "report"; readonly report: ShownReport } | { readonly kind: "busy"; readonly busy: boolean };

/** What the view asks for. */
export type FromView =
  | { readonly kind: "ready" }
  | { readonly kind: "refresh" }
  | { readonly kind: "open"; readonly place: FindingPlace }
  | { readonly kind: "fix"; readonly place: FindingPlace }
  | { readonly kind: "fixRule"; readonly rule: string }
  | { readonly kind: "fixSafe" }
  | { readonly kind: "export"; readonly format: ExportFormat };
