import type { Severity } from "../core/severity.ts";
import { summaryLine } from "./pretty.ts";
import { openFindings, type AuditReport } from "./report.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "notice" };

/** The findings as GitHub's workflow commands, which it shows beside the lines of a pull request. */
export function githubReport(report: AuditReport): string {
  const lines = openFindings(report.findings).map(({ severity, path, region: { start, end }, rule, message }) => {
    const place = [`file=${property(path)}`, `line=${start.line + 1}`, `endLine=${end.line + 1}`, `col=${start.character + 1}`, `title=${property(rule)}`];
    return `::${commands[severity]} ${place.join(",")}::${data(message)}`;
  });
  const missed = report.notAnalysed.map(({ path, reason }) => `::warning file=${property(path)},title=not analysed::${data(reason)}`);
  return [...lines, ...missed, data(summaryLine(report.summary))].map((line) => `${line}\n`).join("");
}

/** A line break would end the command, and start another. */
function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
