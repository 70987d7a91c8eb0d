import { createColors } from "picocolors";
import type { JudgedFinding } from "../core/finding.ts";
import { marketplaceTitles } from "../core/requirement.ts";
import type { Severity } from "../core/severity.ts";
import { rulesById } from "../rules/ruleHeads.ts";
import { clausesOf } from "./clauses.ts";
import { counted, printable } from "./printable.ts";
import { openFindings, type AuditReport, type ReportSummary } from "./report.ts";

/** How the terminal report is written. */
export interface PrettyOptions {
  readonly colour: boolean;
  /** Errors only, and no summary where there is none. */
  readonly quiet: boolean;
}

/** The report for people at a terminal. */
export function prettyReport(report: AuditReport, { colour, quiet }: PrettyOptions): string {
  const colours = createColors(colour);
  const shown = openFindings(report.findings).filter((finding) => !quiet || finding.severity === "error");
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: colours.red,
    warning: colours.yellow,
    information: colours.cyan,
  };
  const blocks: string[] = [];
  for (const [path, findings] of byPath(shown)) {
    const lines = findings.map((finding) => {
      const { line, character } = finding.region.start;
      const place = `${line + 1}:${character + 1}`.padStart(7);
      const severity = paint[finding.severity](finding.severity.padEnd(11));
      return `  ${colours.dim(place)}  ${severity}  ${printable(finding.message)}\n${" ".repeat(24)}${colours.dim(reasonOf(finding))}`;
    });
    blocks.push(`${colours.underline(printable(path))}\n${lines.join("\n")}`);
  }
  if (report.notAnalysed.length > 0) {
    const lines = report.notAnalysed.map(({ path, rule, reason }) => `  ${printable(path)}: ${rule ? `${rule}: ` : ""}${printable(reason)}`);
    blocks.push(`${colours.bold("Not analysed")}\n${lines.join("\n")}`);
  }
  if (!quiet || shown.length > 0) blocks.push(colours.bold(summaryLine(report.summary)) + marketplaceLine(report));
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

function byPath(findings: readonly JudgedFinding[]): Map<string, JudgedFinding[]> {
  const groups = new Map<string, JudgedFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group) group.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return groups;
}

function reasonOf(finding: JudgedFinding): string {
  const clauses = clausesOf(finding);
  const shown = clauses.length > 2 ? [...clauses.slice(0, 2), `and ${clauses.length - 2} more`] : clauses;
  const fix = finding.fixes[0];
  const parts = [rulesById.get(finding.rule)?.title ?? "", ...shown, finding.rule, ...(fix ? [`fix: ${fix.title}`] : [])];
  return parts.filter((part) => part !== "").map(printable).join(" · ");
}

/** One sentence on how an audit ended. */
export function summaryLine(summary: ReportSummary): string {
  const { files, filesWithFindings, errors, warnings, information, suppressed, notAnalysed, cancelled } = summary;
  const total = errors + warnings + information;
  const found =
    total === 0
      ? `No findings in ${counted(files, "file")}`
      : `${counted(errors, "error")}, ${counted(warnings, "warning")}, ${information} information in ${filesWithFindings} of ${counted(files, "file")}`;
  const more = [
    ...(suppressed > 0 ? [`${suppressed} accepted`] : []),
    ...(notAnalysed > 0 ? [`${notAnalysed} not analysed`] : []),
    ...(cancelled ? ["ended early"] : []),
  ];
  return more.length > 0 ? `${found}; ${more.join(", ")}.` : `${found}.`;
}

function marketplaceLine({ marketplaces }: AuditReport): string {
  const names = marketplaces.map((id) => marketplaceTitles[id]).join(", ");
  return names === "" ? "\nNo marketplace detected: the general baseline was applied." : `\nMarketplaces: ${names}.`;
}
