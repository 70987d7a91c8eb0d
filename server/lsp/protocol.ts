/**
 * Marketlint's own messages beside the Language Server Protocol's. The one file that client and server share:
 * types and names only, so that the client's bundle holds nothing of the server.
 */
import type { Diagnostic, ProgressToken } from "vscode-languageserver-protocol";
import type { MarketplaceId } from "../core/requirement.ts";
import type { Explanation } from "../reports/explainRule.ts";
import type { FindingsAnswer, FindingsQuestion } from "../reports/findingsQuestion.ts";
import type { JsonReport } from "../reports/json.ts";

export type { Explanation, FindingsAnswer, FindingsQuestion, JsonReport };

/** The `source` of every diagnostic, by which the client knows them from other extensions' diagnostics. */
export const diagnosticSource = "marketlint";

/** The code action kind that applies every safe fix of a file; usable in `editor.codeActionsOnSave`. */
export const fixAllKind = "source.fixAll.marketlint";

/** A command of the client: shows places. Arguments: a file's URI, the position of the lens in it, `Location[]`. */
export const showReferencesCommand = "marketlint.showReferences";

/** The section of the settings that the server asks for with `workspace/configuration`. */
export const settingsSection = "marketlint";

/** Request, client to server: {@link AuditParams} to {@link AuditResult}. Partial results are {@link AuditPartialResult}. */
export const auditMethod = "marketlint/audit";

/** Request, client to server: {@link StatusParams} to {@link Status}. Notification, server to client: {@link Status}. */
export const statusMethod = "marketlint/status";

/** Request, client to server: {@link ReportParams} to {@link WorkspaceReport}. */
export const reportMethod = "marketlint/report";

/** Request, client to server: {@link ExportParams} to the text of a file, or `null` where the folder has no report yet. */
export const exportMethod = "marketlint/export";

/** Request, client to server: {@link FindingsParams} to {@link FindingsAnswer}, or why there is none. */
export const findingsMethod = "marketlint/findings";

/** Request, client to server: {@link ExplainParams} to {@link Explanation}. */
export const explainMethod = "marketlint/explain";

/** Asks for the report on all workspace folders. */
export interface ReportParams {
  readonly workDoneToken?: ProgressToken;
}

/** The report on one workspace folder. */
export interface ReportedFolder {
  /** The folder's URI, without a slash at its end. */
  readonly uri: string;
  readonly name: string;
  readonly report: JsonReport;
}

/** The reports on all workspace folders. */
export interface WorkspaceReport {
  readonly folders: readonly ReportedFolder[];
}

/** The formats that a report can be exported in. */
export const exportFormats = ["html", "markdown", "sarif", "json", "csv"] as const;

/** A format that a report can be exported in. */
export type ExportFormat = (typeof exportFormats)[number];

/** Asks for the newest report as a file. */
export interface ExportParams {
  /** The folder's URI, as the report names it. */
  readonly folder: string;
  readonly format: ExportFormat;
}

/** Asks for findings of a workspace folder, as an agent does. */
export interface FindingsParams extends FindingsQuestion {
  /** The folder's URI; the first workspace folder if absent. */
  readonly folder?: string;
}

/** Why a question has no answer, in a sentence. */
export interface NoAnswer {
  readonly reason: string;
}

/** Asks for a rule's page. */
export interface ExplainParams {
  readonly rule: string;
}

/** What to audit. With neither folders nor files: all workspace folders. */
export interface AuditParams {
  /** URIs of folders. */
  readonly folders?: readonly string[];
  /** URIs of single files. */
  readonly files?: readonly string[];
  /** Whether charts are rendered by the helm on the path. A client sends it only for a workspace that the user trusts. */
  readonly helm?: boolean;
  /** Whether the registries are asked about the dependencies, by the package managers on the path. As `helm`. */
  readonly dependencies?: boolean;
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
