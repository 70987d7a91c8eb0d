import * as fs from "node:fs";
import * as path from "node:path";
import { severityRank, type Severity } from "../core/severity.ts";
import { audit } from "../workspace/audit.ts";
import type { AuditedRoot } from "./auditedRoot.ts";
import { findingShape } from "./json.ts";
import { openFindings, reportOf } from "./report.ts";

/** What somebody wants to know. */
export interface FindingsQuestion {
  /** A file or folder, from the root. */
  readonly path?: string;
  readonly rule?: string;
  /** At least as bad as this. */
  readonly severity?: Severity;
  readonly limit?: number;
}

/** What is told: findings as in the JSON report, accepted ones left out. */
export interface FindingsAnswer {
  readonly summary: object;
  readonly marketplaces: readonly string[];
  /** How many there are, those beyond the limit included. */
  readonly total: number;
  readonly findings: readonly object[];
  readonly notAnalysed: readonly object[];
}

/** How many findings are told where nobody says. */
const usualLimit = 100;

/** Audits and answers; a question that cannot be answered gets the reason. Rejects with the signal's reason. */
export async function findingsFor({ root, cache, overlay, settings, today, accept = (all) => all }: AuditedRoot, question: FindingsQuestion, signal?: AbortSignal): Promise<FindingsAnswer | { readonly reason: string }> {
  const place = question.path === undefined ? undefined : placeBelow(root, question.path);
  if (place !== undefined && "reason" in place) return place;
  const result = await audit({ root, ...(cache && { cache }), ...(overlay && { overlay }), ...(settings && { settings }), ...(signal && { signal }), ...(place && place.path !== "" && { paths: [place.path] }) });
  signal?.throwIfAborted();
  const report = reportOf({ ...result, findings: accept(result.findings) }, today());
  const worst = severityRank(question.severity ?? "information");
  const found = openFindings(report.findings).filter(
    (finding) => (question.rule === undefined || finding.rule === question.rule) && severityRank(finding.severity) <= worst,
  );
  return {
    summary: report.summary,
    marketplaces: report.marketplaces,
    total: found.length,
    findings: found.slice(0, question.limit ?? usualLimit).map(findingShape),
    notAnalysed: report.notAnalysed,
  };
}

/** A path within the root: nobody is told of files outside it, also not through a link. */
function placeBelow(root: string, given: string): { readonly path: string } | { readonly reason: string } {
  const absolute = path.resolve(root, given);
  if (!fs.existsSync(absolute)) return { reason: `There is no "${given}" in the workspace.` };
  const below = path.relative(fs.realpathSync(root), fs.realpathSync(absolute));
  if (below === ".." || below.startsWith(`..${path.sep}`) || path.isAbsolute(below)) return { reason: `"${given}" is outside the workspace.` };
  return { path: path.relative(root, absolute).split(path.sep).join("/") };
}
