/**
 * Marketlint's own messages beside the Language Server Protocol's. The one file that client and server share:
 * types and names only, so that the client's bundle holds nothing of the server.
 */
import type { Diagnostic, ProgressToken } from "vscode-languageserver-protocol";
import type { MarketplaceId } from "../core/requirement.ts";

/** The `source` of every diagnostic, by which the client knows them from other extensions' diagnostics. */
export const diagnosticSource = "marketlint";

/** The code action kind that applies every safe fix of a file; usable in `editor.codeActionsOnSave`. */
export const fixAllKind = "source.fixAll.marketlint";

/** The section of the settings that the server asks for with `workspace/configuration`. */
export const settingsSection = "marketlint";

/** Request, client to server: {@link AuditParams} to {@link AuditResult}. Partial results are {@link AuditPartialResult}. */
export const auditMethod = "marketlint/audit";

/** Request, client to server: {@link StatusParams} to {@link Status}. Notification, server to client: {@link Status}. */
export const statusMethod = "marketlint/status";

/** What to audit. With neither folders nor files: all workspace folders. */
export interface AuditParams {
  /** URIs of folders. */
  readonly folders?: readonly string[];
  /** URIs of single files. */
  readonly files?: readonly string[];
  readonly workDoneToken?: ProgressToken;
  readonly partialResultToken?: ProgressToken;
}

/** The findings of one file; an empty list where a former finding is gone. */
export interface AuditedFile {
  readonly uri: string;
  /** The editor's version where the file was open, else `null` or absent. */
  readonly version?: number | null;
  readonly diagnostics: Diagnostic[];
}

/** Comes on `partialResultToken` while the audit runs. */
export interface AuditPartialResult {
  readonly files: readonly AuditedFile[];
}

/** A file that could not be analysed, and why, in a sentence for the user. */
export interface NotAnalysedFile {
  readonly uri: string;
  readonly reason: string;
}

/**
 * How an audit ended. A cancelled audit answers with `cancelled` and what was found so far, not with an error.
 * All files with findings came as partial results before.
 */
export interface AuditResult {
  readonly findings: number;
  /** Files with at least one finding. */
  readonly files: number;
  /** Findings of severity error. */
  readonly errors: number;
  readonly notAnalysed: readonly NotAnalysedFile[];
  readonly cancelled?: boolean;
}

/** Asks for the {@link Status} of one document. */
export interface StatusParams {
  readonly uri: string;
}

/** A marketplace that applies to a document. */
export interface AppliedMarketplace {
  readonly id: MarketplaceId;
  /** Its name for people, such as "Atlassian". */
  readonly title: string;
  /** Why, a phrase: "Forge manifest with app and modules", or "set in .marketlint.yml". */
  readonly reason: string;
  /** Path of the file that shows it, from the workspace folder; empty where a setting does. */
  readonly path: string;
}

/** What holds for one document, as the status item shows it. */
export interface Status {
  readonly uri: string;
  readonly marketplaces: readonly AppliedMarketplace[];
  /** Whether the server works on this document or runs an audit. */
  readonly busy: boolean;
}
