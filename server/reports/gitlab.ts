import { createHash } from "node:crypto";
import type { Severity } from "../core/severity.ts";
import { openFindings, type AuditReport } from "./report.ts";

/** GitLab's own names; an error is what a review rejects. */
const severities: Readonly<Record<Severity, string>> = { error: "critical", warning: "major", information: "info" };

/**
 * The findings in the format of GitLab's code quality artifact (docs.gitlab.com, "Implement a custom tool"): a fingerprint
 * for each that stays the same when lines move, unique within the report.
 */
export function gitlabReport(report: AuditReport): string {
  const seen = new Map<string, number>();
  const issues = openFindings(report.findings).map(({ rule, path, message, severity, fingerprint, region }) => {
    const occurrence = (seen.get(`${rule} ${path} ${fingerprint}`) ?? 0) + 1;
    seen.set(`${rule} ${path} ${fingerprint}`, occurrence);
    return {
      description: message,
      check_name: rule,
      fingerprint: createHash("sha256").update([rule, path, fingerprint, String(occurrence)].join("\n")).digest("hex"),
      severity: severities[severity],
      location: { path, lines: { begin: region.start.line + 1, end: region.end.line + 1 } },
    };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
}
