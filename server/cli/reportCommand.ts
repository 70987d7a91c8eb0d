import * as fs from "node:fs";
import * as path from "node:path";
import { marketplaceTitles, type MarketplaceId } from "../core/requirement.ts";
import { htmlReport, printable, reportOf, sarifReport } from "../reports/index.ts";
import { filledForm } from "../reports/submission/answers.ts";
import { formHtml } from "../reports/submission/formHtml.ts";
import { formMarkdown } from "../reports/submission/formMarkdown.ts";
import { audit } from "../workspace/audit.ts";
import { systemReason } from "../workspace/readDocument.ts";
import { auditedCommit } from "../workspace/repository.ts";
import { UsageError } from "../workspace/usageError.ts";
import { writeFileAtomic } from "../workspace/writeFile.ts";
import { auditedPlaces } from "./auditedPlaces.ts";
import { exitStatus, type ExitStatus } from "./exitStatus.ts";
import { progressOn } from "./progress.ts";
import { bomOf } from "./sbomCommand.ts";
import { writeText, type Terminal } from "./terminal.ts";

/** Options of `report` as the command line gives them. */
export interface ReportOptions {
  readonly marketplace: MarketplaceId;
  readonly output: string;
}

/**
 * Writes what a marketplace asks for at submission into a folder. Nothing is written where the audit was not complete.
 * Throws {@link UsageError}.
 */
export async function reportCommand(given: string | undefined, options: ReportOptions, terminal: Terminal, signal: AbortSignal): Promise<ExitStatus> {
  const { root, paths } = auditedPlaces(given === undefined ? [] : [given], terminal.cwd);
  if (paths !== undefined) throw new UsageError(`PATH: "${given ?? ""}" is no folder`);
  const folder = path.resolve(terminal.cwd, options.output);
  if (fs.statSync(folder, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`--output: "${options.output}" is a file`);
  const progress = progressOn(terminal.stderr, false);
  const result = await audit({ root, marketplaces: [options.marketplace], signal, onProgress: progress.report }).finally(progress.end);
  if (result.cancelled || result.internalErrors.length > 0) {
    await writeText(terminal.stderr, "marketlint: the audit was not complete, so nothing was written.\n");
    return exitStatus.incomplete;
  }
  const report = reportOf(result, terminal.today);
  const form = filledForm(report, options.marketplace);
  const commit = await auditedCommit(root, signal);
  const materials = await bomOf(root, result.read);
  const files = {
    "questionnaire.md": formMarkdown(form, commit, terminal.today),
    "questionnaire.html": formHtml(form, commit, terminal.today),
    "report.html": htmlReport(report),
    "marketlint.sarif": sarifReport(report),
    "sbom.cdx.json": materials.text,
  };
  writeAll(folder, files, options.output);
  const { met, breached, answered } = form.counts;
  await writeText(
    terminal.stdout,
    `Wrote ${Object.keys(files).join(", ")} to ${options.output}: of ${marketplaceTitles[options.marketplace]}'s questions ${met + answered} are answered, ${form.counts["needs-evidence"]} need you, ${breached} are breached.\n`,
  );
  for (const note of materials.notes) await writeText(terminal.stderr, `marketlint: ${printable(note)}\n`);
  return breached > 0 ? exitStatus.findings : exitStatus.clean;
}

function writeAll(folder: string, files: Readonly<Record<string, string>>, given: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileAtomic(path.join(folder, name), text);
  } catch (error) {
    throw new UsageError(`--output: "${given}" cannot be written: ${systemReason(error, folder)}`);
  }
}
