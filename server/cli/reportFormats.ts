import * as fs from "node:fs";
import {
  csvReport, githubReport, gitlabReport, htmlReport, jsonReport, junitReport, markdownReport, prettyReport, sarifReport, type AuditReport,
} from "../reports/index.ts";
import { systemReason } from "../workspace/readDocument.ts";
import { UsageError } from "../workspace/usageError.ts";
import { wantsColour, type Terminal } from "./terminal.ts";

const writers = {
  json: jsonReport,
  sarif: sarifReport,
  markdown: markdownReport,
  html: htmlReport,
  csv: csvReport,
  junit: junitReport,
  gitlab: gitlabReport,
  github: githubReport,
} satisfies Readonly<Record<string, (report: AuditReport) => string>>;

/** A format of a report. */
export type ReportFormat = "pretty" | keyof typeof writers;

/** The formats of a report. */
export const reportFormats: readonly ReportFormat[] = ["pretty", "json", "sarif", "markdown", "html", "csv", "junit", "gitlab", "github"];

/** Writes a report in a format. Colours are for a terminal alone, so a report `toFile` has none. */
export function renderReport(report: AuditReport, format: ReportFormat, { quiet, toFile }: { quiet: boolean; toFile: boolean }, terminal: Terminal): string {
  if (format !== "pretty") return writers[format](report);
  return prettyReport(report, { colour: !toFile && wantsColour(terminal.stdout, terminal.env), quiet });
}

/** Adds the report to the page of the job that runs it, where GitHub names a file for that. Throws {@link UsageError}. */
export function addStepSummary(report: AuditReport, { env }: Terminal): void {
  const file = env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === "") return;
  try {
    fs.appendFileSync(file, `${markdownReport(report)}\n`);
  } catch (error) {
    throw new UsageError(`--format github: the file of GITHUB_STEP_SUMMARY cannot be written: ${systemReason(error, file)}`);
  }
}
