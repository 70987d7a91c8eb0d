import { stringify } from "csv-stringify/sync";
import { rulesById } from "../rules/ruleHeads.ts";
import { clausesOf } from "./clauses.ts";
import { printable } from "./printable.ts";
import type { AuditReport } from "./report.ts";

const columns = ["severity", "rule", "title", "path", "line", "column", "message", "requirements", "clauses", "cwe", "fix", "accepted", "fingerprint"] as const;

/** The findings as a table for a spreadsheet, accepted ones included. Lines and columns count from 1. */
export function csvReport(report: AuditReport): string {
  const rows = report.findings.map((finding) => {
    const rule = rulesById.get(finding.rule);
    const { start } = finding.region;
    return [
      finding.severity, finding.rule, rule?.title ?? "", printable(finding.path), start.line + 1, start.character + 1, printable(finding.message),
      finding.requirements.join(" "), clausesOf(finding).join("; "), (rule?.cwe ?? []).map((number) => `CWE-${number}`).join(" "),
      finding.fixes[0]?.title ?? "", printable(finding.suppression?.reason ?? ""), finding.fingerprint,
    ];
  });
  // A spreadsheet would run what starts like a formula, and file names are anybody's.
  return stringify([columns, ...rows], { escape_formulas: true, record_delimiter: "windows" });
}
