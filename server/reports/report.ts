import type { NotAnalysed } from "../analysis/analyse.ts";
import type { EvidenceStatement } from "../core/configuration.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { MarketplaceId, Requirement } from "../core/requirement.ts";
import { severityRank, type Severity } from "../core/severity.ts";
import { version } from "../core/version.ts";
import { requirementCatalogue, type DetectedApp } from "../marketplaces/index.ts";
import { ruleHeads } from "../rules/ruleHeads.ts";
import type { AuditResult } from "../workspace/audit.ts";

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

/**
 * What is known of a requirement: `failed` has findings, `no-findings` was looked for and not found,
 * `evidence` has a statement of the app's authors that still holds, `open` needs a person.
 */
export type RequirementStatus = "failed" | "no-findings" | "evidence" | "open";

/** One requirement of the marketplaces that apply, with what the audit says of it. */
export interface RequirementResult {
  readonly requirement: Requirement;
  readonly status: RequirementStatus;
  /** Ids of the rules that look for it. */
  readonly rules: readonly string[];
  readonly findings: number;
  readonly statement?: EvidenceStatement;
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
    requirements: requirementResults(result, open, today),
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

/** Ids of the rules that serve each requirement. */
export function rulesByRequirement(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const rule of ruleHeads) {
    for (const requirement of rule.requirements) found.set(requirement, [...(found.get(requirement) ?? []), rule.id]);
  }
  return found;
}

function requirementResults(result: AuditResult, open: readonly JudgedFinding[], today: string): RequirementResult[] {
  const rules = rulesByRequirement();
  const counts = new Map<string, number>();
  for (const id of open.flatMap((finding) => finding.requirements)) counts.set(id, (counts.get(id) ?? 0) + 1);
  // Where no marketplace applies, those requirements are of interest that a finding breaks.
  const asked = requirementCatalogue().filter(({ id, marketplace }) =>
    result.marketplaces.length === 0 ? counts.has(id) : result.marketplaces.includes(marketplace),
  );
  return asked.map((requirement) => {
    const { id } = requirement;
    const serving = rules.get(id) ?? [];
    const findings = counts.get(id) ?? 0;
    const statement = result.evidence[id];
    const holds = statement !== undefined && (statement.expires === undefined || statement.expires >= today);
    const status: RequirementStatus =
      findings > 0 ? "failed" : holds ? "evidence" : requirement.check !== "manual" && serving.length > 0 ? "no-findings" : "open";
    return { requirement, status, rules: serving, findings, ...(statement && { statement }) };
  });
}
