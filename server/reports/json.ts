import type { NotAnalysed } from "../analysis/analyse.ts";
import type { EvidenceStatement } from "../core/configuration.ts";
import type { JudgedFinding, Region, Suppression } from "../core/finding.ts";
import type { MarketplaceId, Requirement } from "../core/requirement.ts";
import { ruleUrl } from "../core/ruleUrl.ts";
import type { Severity } from "../core/severity.ts";
import type { DetectedApp } from "../marketplaces/index.ts";
import { rulesById } from "../rules/ruleHeads.ts";
import type { AuditReport, ReportSummary } from "./report.ts";
import type { RequirementResult, RequirementStatus } from "./requirementMatrix.ts";

/** A place in a file, counted from 1. */
export interface JsonPosition {
  readonly line: number;
  readonly column: number;
}

/** From a place to behind another. */
export interface JsonPlace {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

/** A finding as the JSON report has it. */
export interface JsonFinding extends JsonPlace {
  readonly rule: string;
  readonly title: string;
  readonly concern: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly requirements: readonly string[];
  readonly cwe: readonly number[];
  readonly help: string;
  readonly fingerprint: string;
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
  readonly related: readonly (JsonPlace & { readonly message: string; readonly path?: string })[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly suppression?: Suppression;
}

/** A requirement as the JSON report has it. */
export interface JsonRequirement extends Pick<Requirement, "id" | "marketplace" | "clause" | "word" | "check" | "text" | "source"> {
  readonly status: RequirementStatus;
  readonly reason: string;
  readonly rules: readonly string[];
  readonly files: number;
  readonly findings: number;
  readonly evidence?: EvidenceStatement;
}

/** The JSON report; its shape is published in `schemas/report.schema.json`. */
export interface JsonReport {
  readonly version: string;
  readonly marketplaces: readonly MarketplaceId[];
  readonly apps: readonly DetectedApp[];
  readonly summary: ReportSummary;
  readonly requirements: readonly JsonRequirement[];
  readonly findings: readonly JsonFinding[];
  readonly notAnalysed: readonly NotAnalysed[];
}

/** The report as JSON's values. */
export function reportShape({ version, marketplaces, apps, summary, requirements, findings, notAnalysed }: AuditReport): JsonReport {
  return {
    version,
    marketplaces,
    apps,
    summary,
    requirements: requirements.map(requirementShape),
    findings: findings.map(findingShape),
    notAnalysed,
  };
}

/** The report as JSON. Lines and columns count from 1. */
export function jsonReport(report: AuditReport): string {
  return `${JSON.stringify(reportShape(report), undefined, 2)}\n`;
}

function requirementShape({ requirement, status, reason, rules, files, findings, statement }: RequirementResult): JsonRequirement {
  const { id, marketplace, clause, word, check, text, source } = requirement;
  return { id, marketplace, clause, word, check, text, source, status, reason, rules, files, findings, ...(statement && { evidence: statement }) };
}

function placeShape({ start, end }: Region): JsonPlace {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

/** A finding as the JSON report has it. */
export function findingShape(finding: JudgedFinding): JsonFinding {
  const { rule, severity, message, path, region, requirements, fingerprint, suppression, properties } = finding;
  const metadata = rulesById.get(rule);
  return {
    rule,
    title: metadata?.title ?? rule,
    concern: metadata?.concern ?? "",
    severity,
    message,
    path,
    ...placeShape(region),
    requirements,
    cwe: metadata?.cwe ?? [],
    help: ruleUrl(rule),
    fingerprint,
    fixes: finding.fixes.map(({ title, safe }) => ({ title, safe })),
    related: finding.related.map(({ message: text, path: other, region: place }) => ({ message: text, ...(other !== undefined && { path: other }), ...placeShape(place) })),
    ...(properties && { properties }),
    ...(suppression && { suppression }),
  };
}
