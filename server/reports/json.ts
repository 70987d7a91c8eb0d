import type { JudgedFinding, Region } from "../core/finding.ts";
import { ruleUrl } from "../core/ruleUrl.ts";
import { rulesById } from "../rules/ruleHeads.ts";
import type { AuditReport } from "./report.ts";
import type { RequirementResult } from "./requirementMatrix.ts";

/** The report as JSON; its shape is published in `schemas/report.schema.json`. Lines and columns count from 1. */
export function jsonReport(report: AuditReport): string {
  const { version, marketplaces, apps, summary, requirements, findings, notAnalysed } = report;
  const shape = {
    version,
    marketplaces,
    apps,
    summary,
    requirements: requirements.map(requirementShape),
    findings: findings.map(findingShape),
    notAnalysed,
  };
  return `${JSON.stringify(shape, undefined, 2)}\n`;
}

function requirementShape({ requirement, status, reason, rules, files, findings, statement }: RequirementResult): object {
  const { id, marketplace, clause, word, check, text, source } = requirement;
  return { id, marketplace, clause, word, check, text, source, status, reason, rules, files, findings, ...(statement && { evidence: statement }) };
}

function placeShape({ start, end }: Region): object {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

/** A finding as the JSON report has it. */
export function findingShape(finding: JudgedFinding): object {
  const { rule, severity, message, path, region, requirements, fingerprint, suppression, properties } = finding;
  const metadata = rulesById.get(rule);
  return {
    rule,
    title: metadata?.title ?? rule,
    severity,
    message,
    path,
    ...placeShape(region),
    requirements,
    cwe: metadata?.cwe ?? [],
    help: ruleUrl(rule),
    fingerprint,
    fixes: finding.fixes.map(({ title, safe }) => ({ title, safe })),
    related: finding.related.map(({ message, path: other, region: place }) => ({ message, ...(other !== undefined && { path: other }), ...placeShape(place) })),
    ...(properties && { properties }),
    ...(suppression && { suppression }),
  };
}
