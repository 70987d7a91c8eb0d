import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Range } from "vscode-languageserver";
import type { JudgedFinding, Region } from "../core/finding.ts";
import { ruleUrl } from "../core/ruleUrl.ts";
import type { Severity } from "../core/severity.ts";
import { marketplaceTitles } from "../core/requirement.ts";
import { requirementById } from "../marketplaces/index.ts";
import { faintProperty } from "./baselines.ts";
import type { ClientAbilities } from "./clientAbilities.ts";
import { neighbourUri } from "./folders.ts";
import { diagnosticSource } from "./protocol.ts";

const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** A region as the protocol writes it. */
export function rangeOf(region: Region): Range {
  return { start: { ...region.start }, end: { ...region.end } };
}

/** The clauses a finding breaks, in each marketplace's own numbering: "SuperOffice: Cookies; Atlassian: 7.4". */
function clausesOf(finding: JudgedFinding): string {
  const clauses = new Map<string, string[]>();
  for (const id of finding.requirements) {
    const requirement = requirementById(id);
    if (!requirement) continue;
    const title = marketplaceTitles[requirement.marketplace];
    clauses.set(title, [...(clauses.get(title) ?? []), requirement.clause]);
  }
  return [...clauses].map(([title, list]) => `${title}: ${list.join(", ")}`).join("; ");
}

/** A finding as the protocol shows it. Suppressed findings are none. */
export function diagnosticOf(finding: JudgedFinding, uri: string, client: ClientAbilities): Diagnostic {
  const clauses = clausesOf(finding);
  return {
    range: rangeOf(finding.region),
    severity: isFaint(finding) ? DiagnosticSeverity.Hint : severityOf[finding.severity],
    code: finding.rule,
    source: diagnosticSource,
    message: [finding.message, clauses, finding.properties?.[faintProperty] ?? ""].filter((part) => part !== "").join("\n"),
    ...(client.codeDescription && { codeDescription: { href: ruleUrl(finding.rule) } }),
    ...(client.unnecessaryTag && (finding.rule === "suppression-unused" || isFaint(finding)) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(client.relatedInformation &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map((place) => ({
          location: { uri: place.path === undefined ? uri : neighbourUri(uri, finding.path, place.path), range: rangeOf(place.region) },
          message: place.message,
        })),
      }),
  };
}

/** Accepted by the baseline, and shown so that it can be seen for what it is. */
function isFaint(finding: JudgedFinding): boolean {
  return finding.properties?.[faintProperty] !== undefined;
}

/** The diagnostics of a document's findings, without those that are accepted and not shown. */
export function diagnosticsOf(findings: readonly JudgedFinding[], uri: string, client: ClientAbilities): Diagnostic[] {
  return findings.filter((finding) => !finding.suppression || isFaint(finding)).map((finding) => diagnosticOf(finding, uri, client));
}
