import type { NotAnalysed } from "../analysis/analyse.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { MarketplaceId } from "../core/requirement.ts";
import { severityRank, type Severity } from "../core/severity.ts";
import { version } from "../core/version.ts";
import type { DetectedApp } from "../marketplaces/index.ts";
import type { AuditResult } from "../workspace/audit.ts";
import { requirementMatrix, type RequirementResult } from "./requirementMatrix.ts";

/** How many of what. */
export interface ReportSummary {
  /** Files that were read. */
  readonly files: number;
  readonly filesWithFindings: number;
  /** Findings that were not accepted, by severity. */
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** Findings accepted by a comment or the baseline. */
  readonly suppressed: number;
  readonly notAnalysed: number;
  /** Files left out since they hold data and no text. */
  readonly skippedBinary: number;
  /** The audit was ended early: what was not read is not counted. */
  readonly cancelled: boolean;
}

/** An audit as every format shows it. */
export interface AuditReport {
  readonly version: string;
  readonly root: string;
  readonly marketplaces: readonly MarketplaceId[];
  readonly apps: readonly DetectedApp[];
  readonly summary: ReportSummary;
  readonly requirements: readonly RequirementResult[];
  /** Accepted ones included, by path and place. */
  readonly findings: readonly JudgedFinding[];
  readonly notAnalysed: readonly NotAnalysed[];
}

/** Gathers what reports show of an audit. `today` is `YYYY-MM-DD`; statements expire by it. */
export function reportOf(result: AuditResult, today: string): AuditReport {
  const open = openFindings(result.findings);
  return {
    version,
    root: result.root,
    marketplaces: result.marketplaces,
    apps: result.apps,
    summary: summaryOf(result, open),
    requirements: requirementMatrix(result, open, today),
    findings: result.findings,
    notAnalysed: result.notAnalysed,
  };
}

/** The findings that were not accepted. */
export function openFindings(findings: readonly JudgedFinding[]): JudgedFinding[] {
  return findings.filter((finding) => !finding.suppression);
}

/** Whether a finding that was not accepted is at least as bad as a severity. */
export function hasFindingAtLeast(findings: readonly JudgedFinding[], severity: Severity): boolean {
  return openFindings(findings).some((finding) => severityRank(finding.severity) <= severityRank(severity));
}

function summaryOf(result: AuditResult, open: readonly JudgedFinding[]): ReportSummary {
  const count = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  return {
    files: result.files,
    filesWithFindings: new Set(open.map(({ path }) => path)).size,
    errors: count("error"),
    warnings: count("warning"),
    information: count("information"),
    suppressed: result.findings.length - open.length,
    notAnalysed: result.notAnalysed.length,
    skippedBinary: result.skippedBinary,
    cancelled: result.cancelled,
  };
}
