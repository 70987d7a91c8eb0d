import { createHash } from "node:crypto";
import type { JudgedFinding } from "../core/finding.ts";
import { marketplaceTitles } from "../core/requirement.ts";
import { ruleUrl } from "../core/ruleUrl.ts";
import { severities } from "../core/severity.ts";
import { rulesById } from "../rules/ruleHeads.ts";
import { clausesOf } from "./clauses.ts";
import { summaryLine } from "./pretty.ts";
import { printable } from "./printable.ts";
import { openFindings, type AuditReport } from "./report.ts";
import type { RequirementStatus } from "./requirementMatrix.ts";

const style = `
:root { color-scheme: light dark; --line: #8884; --error: #b3261e; --warning: #8a5a00; --information: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --error: #ff897d; --warning: #f0b94e; --information: #8ab8ff; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; }
.error { color: var(--error); } .warning { color: var(--warning); } .information { color: var(--information); }
.error, .warning, .information { font-weight: 600; }
a { color: var(--information); }
small { opacity: .8; }
code { font-family: ui-monospace, monospace; font-size: .92em; }
`;

/** Nothing is loaded and nothing runs: the one style is named by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as HTML shows it letter by letter, in content and in attributes. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

const statusNames: Readonly<Record<RequirementStatus, string>> = {
  met: "met",
  breached: "breached",
  answered: "answered",
  "needs-evidence": "needs evidence",
  "not-applicable": "not applicable",
};

/** The report as one page that needs nothing else. */
export function htmlReport(report: AuditReport): string {
  const open = openFindings(report.findings);
  const names = report.marketplaces.map((id) => marketplaceTitles[id]).join(", ");
  return htmlPage("Marketlint report", `<h1>Marketlint report</h1>
<p>${escapeHtml(summaryLine(report.summary))}</p>
<p>${names === "" ? "No marketplace was detected: the general baseline was applied." : `Marketplaces: ${escapeHtml(names)}.`} Marketlint ${escapeHtml(report.version)}.</p>
${table("Findings", ["Severity", "Place", "Finding", "Asked by"], severities.flatMap((severity) => open.filter((one) => one.severity === severity).map(findingRow)))}
${table("Requirements", ["Requirement", "Clause", "Status"], report.requirements.map(({ requirement, status, reason, statement }) => [
    `<code>${escapeHtml(requirement.id)}</code><br><small>${escapeHtml(requirement.word.toUpperCase())}</small>`,
    `${escapeHtml(requirement.clause)}<br><small>${escapeHtml(requirement.text)}</small>`,
    `${escapeHtml(statusNames[status])}<br><small>${escapeHtml(reason)}</small>${statement ? `<br><small>${escapeHtml(statement.statement)}</small>` : ""}`,
  ]))}
${table("Accepted findings", ["Rule", "Place", "Reason"], report.findings.flatMap((finding) =>
    finding.suppression ? [[ruleLink(finding), placeOf(finding), escapeHtml(finding.suppression.reason)]] : [],
  ))}
${table("Not analysed", ["File", "Reason"], report.notAnalysed.map(({ path, rule, reason }) => [
    `<code>${escapeHtml(path)}</code>`,
    escapeHtml(rule ? `${rule}: ${reason}` : reason),
  ]))}
`);
}

/** A page of its own that needs nothing else. `title` is plain text, `body` is HTML. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body.trimEnd()}
</main>
</body>
</html>
`;
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n");
  return `<h2>${title} (${rows.length})</h2>\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function ruleLink({ rule }: JudgedFinding): string {
  return `<a href="${escapeHtml(ruleUrl(rule))}" rel="noreferrer">${escapeHtml(rule)}</a>`;
}

function placeOf({ path, region }: JudgedFinding): string {
  return `<code>${escapeHtml(path)}:${region.start.line + 1}:${region.start.character + 1}</code>`;
}

function findingRow(finding: JudgedFinding): string[] {
  const title = rulesById.get(finding.rule)?.title ?? "";
  return [
    `<span class="${finding.severity}">${finding.severity}</span>`,
    placeOf(finding),
    `${escapeHtml(finding.message)}<br><small>${escapeHtml(title)} · ${ruleLink(finding)}</small>`,
    clausesOf(finding).map(escapeHtml).join("<br>"),
  ];
}
