import type { JudgedFinding } from "../core/finding.ts";
import { marketplaceTitles } from "../core/requirement.ts";
import { ruleUrl } from "../core/ruleUrl.ts";
import { severities } from "../core/severity.ts";
import { clausesOf } from "./clauses.ts";
import { summaryLine } from "./pretty.ts";
import { printable } from "./printable.ts";
import { openFindings, type AuditReport } from "./report.ts";

/** A pull request's comment holds 65,536 characters; what does not fit is counted. */
const mostCharacters = 60_000;

/** What Markdown or HTML would read as a mark. */
const marks = /[\\`*_{}[\]<>()#|!~@&]/g;

/** A text as Markdown shows it letter by letter, on one line. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(marks, (mark) => (mark === "@" ? "&#64;" : `\\${mark}`));
}

/** The report for a pull request. */
export function markdownReport(report: AuditReport): string {
  const names = report.marketplaces.map((id) => marketplaceTitles[id]).join(", ") || "none detected: the general baseline";
  const head = `## Marketlint\n\n${escapeMarkdown(summaryLine(report.summary))} Marketplaces: ${names}.\n`;
  const open = openFindings(report.findings);
  const rows = severities.flatMap((severity) => open.filter((finding) => finding.severity === severity).map(rowOf));
  const findings = list("", "| | Place | Finding | Asked by |\n|---|---|---|---|", rows, mostCharacters - 20_000);
  const missed = report.notAnalysed.map(({ path, rule, reason }) => `- ${escapeMarkdown(path)}: ${escapeMarkdown(rule ? `${rule}: ${reason}` : reason)}`);
  const accepted = report.findings.flatMap((finding) =>
    finding.suppression ? [`- ${placeOf(finding)} ${escapeMarkdown(finding.rule)}: ${escapeMarkdown(finding.suppression.reason)}`] : [],
  );
  return [head, findings, list("### Not analysed", "", missed, 10_000), list("### Accepted", "", accepted, 9_000)]
    .filter((part) => part !== "")
    .join("\n");
}

function list(title: string, head: string, rows: readonly string[], most: number): string {
  if (rows.length === 0) return "";
  let length = 0;
  const shown = rows.filter((row) => (length += row.length + 1) <= most);
  const rest = rows.length - shown.length;
  const more = rest > 0 ? `\n\nand ${rest} more, which do not fit here.` : "";
  return `${[title, head].filter((part) => part !== "").join("\n\n")}\n${shown.join("\n")}${more}\n`;
}

function placeOf({ path, region }: JudgedFinding): string {
  return `${escapeMarkdown(path)}:${region.start.line + 1}`;
}

function rowOf(finding: JudgedFinding): string {
  const link = `[${finding.rule}](${ruleUrl(finding.rule)})`;
  return `| ${finding.severity} | ${placeOf(finding)} | ${escapeMarkdown(finding.message)} ${link} | ${clausesOf(finding).map(escapeMarkdown).join("<br>")} |`;
}
