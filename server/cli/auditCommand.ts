import * as fs from "node:fs";
import * as path from "node:path";
import { hasFindingAtLeast, printable, reportOf, type AuditReport } from "../reports/index.ts";
import { audit, type AuditRequest, type AuditResult } from "../workspace/audit.ts";
import { applyBaseline, baselineOf, readBaseline, writeBaseline, type Baseline } from "../workspace/baseline.ts";
import { fixFiles } from "../workspace/fixFiles.ts";
import { systemReason } from "../workspace/readDocument.ts";
import { UsageError } from "../workspace/usageError.ts";
import { writeFileAtomic } from "../workspace/writeFile.ts";
import { cacheOf } from "./auditCache.ts";
import { auditedPlaces, type AuditedPlaces } from "./auditedPlaces.ts";
import { checkTogether, type AuditOptions } from "./auditOptions.ts";
import { exitStatus, type ExitStatus } from "./exitStatus.ts";
import { marketplaceValues, ruleValues, shardValue, threadsValue } from "./optionValues.ts";
import { progressOn } from "./progress.ts";
import { addStepSummary, renderReport } from "./reportFormats.ts";
import { stagedPlaces, type StagedPlaces } from "./stagedPlaces.ts";
import { stdinPlaces } from "./stdinPlaces.ts";
import { writeText, type Terminal } from "./terminal.ts";
import { withHistory } from "./withHistory.ts";

/** A request, and what was found not to be readable when it was made. */
interface PlacedRequest {
  readonly request: AuditRequest;
  readonly notAnalysed: AuditResult["notAnalysed"];
}

/** Audits, writes the report, and says how it ended. Throws {@link UsageError}. */
export async function auditCommand(paths: readonly string[], options: AuditOptions, terminal: Terminal, signal: AbortSignal): Promise<ExitStatus> {
  checkTogether(paths, options);
  const output = options.output === undefined ? undefined : outputFile(options.output, terminal.cwd);
  const { request, notAnalysed } = await requestOf(paths, options, terminal, signal);
  const before = baselineBefore(options, terminal.cwd);
  const accept = (findings: AuditResult["findings"]): AuditResult["findings"] =>
    before.accepted ? applyBaseline(findings, before.accepted) : findings;

  const progress = progressOn(terminal.stderr, options.quiet ?? false);
  let result: AuditResult;
  try {
    result = await audit({ ...request, onProgress: progress.report });
    if (options.fix && !signal.aborted) {
      const fixed = await fixFiles(request, result, accept);
      progress.end();
      await sayWhatWasFixed(fixed, options, terminal);
      if (fixed.files.length > 0) result = await audit({ ...request, onProgress: progress.report });
    }
    if (options.history) {
      const commits = progressOn(terminal.stderr, options.quiet ?? false, "commits");
      result = await withHistory(request, result, options.since, commits.report).finally(commits.end);
    }
  } finally {
    progress.end();
  }

  const accepted = await acceptedFindings(result, before, options, terminal);
  const report = reportOf({ ...result, findings: accepted, notAnalysed: [...notAnalysed, ...result.notAnalysed] }, terminal.today);
  const text = renderReport(report, options.format, { quiet: options.quiet ?? false, toFile: output !== undefined }, terminal);
  await writeReport(text, output, terminal);
  if (options.format === "github") addStepSummary(report, terminal);
  await sayWhatWentWrong(result, terminal);
  return statusOf(result, report, options.failOn);
}

async function requestOf(paths: readonly string[], options: AuditOptions, terminal: Terminal, signal: AbortSignal): Promise<PlacedRequest> {
  const marketplaces = marketplaceValues(options.marketplace ?? [], terminal.cwd);
  const rules = ruleValues(options.rule ?? [], terminal.cwd);
  const { notAnalysed = [], ...places } = await placesOf([...marketplaces.paths, ...rules.paths, ...paths], options, terminal, signal);
  const request = {
    ...places,
    signal,
    ...(marketplaces.values.length > 0 && { marketplaces: marketplaces.values }),
    ...(rules.values.length > 0 && { only: new Set(rules.values) }),
    ...(options.changedSince !== undefined && { changedSince: options.changedSince }),
    ...(options.threads !== undefined && { threads: threadsValue(options.threads) }),
    ...(options.shard !== undefined && { shard: shardValue(options.shard) }),
    ...(options.helm && { helm: "helm" }),
    ...cacheOf(options, terminal),
  };
  return { request, notAnalysed };
}

function placesOf(paths: readonly string[], options: AuditOptions, terminal: Terminal, signal: AbortSignal): Promise<Partial<StagedPlaces> & AuditedPlaces> {
  if (options.stdin) return stdinPlaces(options.stdinFilename ?? "", terminal);
  return options.staged ? stagedPlaces(terminal.cwd, signal) : Promise.resolve(auditedPlaces(paths, terminal.cwd));
}

/** What is accepted before the audit, and whose dates a new baseline keeps. */
interface BaselineBefore {
  readonly accepted?: Baseline;
  readonly dates?: Baseline;
}

function baselineBefore({ baseline, writeBaseline: target }: AuditOptions, cwd: string): BaselineBefore {
  if (target !== undefined) outputFile(target, cwd, "--write-baseline");
  const accepted = baseline === undefined || baseline === target ? undefined : baselineFrom(baseline, cwd);
  const dates = target !== undefined && fs.existsSync(path.resolve(cwd, target)) ? baselineFrom(target, cwd) : accepted;
  return { ...(accepted && { accepted }), ...(dates && { dates }) };
}

function baselineFrom(file: string, cwd: string): Baseline {
  let text: string;
  try {
    text = fs.readFileSync(path.resolve(cwd, file), "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw new UsageError(`--baseline: ${file} ${code === "ENOENT" ? "does not exist" : `cannot be read: ${systemReason(error, file)}`}`);
  }
  return readBaseline(text, file);
}

async function acceptedFindings(result: AuditResult, before: BaselineBefore, options: AuditOptions, terminal: Terminal): Promise<AuditResult["findings"]> {
  const target = options.writeBaseline;
  if (target === undefined) return before.accepted ? applyBaseline(result.findings, before.accepted) : result.findings;
  if (result.cancelled || result.internalErrors.length > 0) {
    await writeText(terminal.stderr, "marketlint: the audit was not complete, so no baseline was written.\n");
    return result.findings;
  }
  const baseline = baselineOf(result.findings, terminal.today, before.dates);
  writeOrExplain(path.resolve(terminal.cwd, target), writeBaseline(baseline), "--write-baseline", target);
  return applyBaseline(result.findings, baseline);
}

/** A file to write to, once its folder is known to be there: better told before an audit than after it. */
function outputFile(given: string, cwd: string, option = "--output"): { readonly file: string; readonly given: string } {
  const file = path.resolve(cwd, given);
  if (!fs.existsSync(path.dirname(file))) throw new UsageError(`${option}: the folder of "${given}" does not exist`);
  if (fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${option}: "${given}" is a folder`);
  return { file, given };
}

async function writeReport(text: string, output: { file: string; given: string } | undefined, terminal: Terminal): Promise<void> {
  if (output) writeOrExplain(output.file, text, "--output", output.given);
  else await writeText(terminal.stdout, text);
}

function writeOrExplain(file: string, text: string, option: string, given: string): void {
  try {
    writeFileAtomic(file, text);
  } catch (error) {
    throw new UsageError(`${option}: "${given}" cannot be written: ${systemReason(error, file)}`);
  }
}

async function sayWhatWasFixed(fixed: Awaited<ReturnType<typeof fixFiles>>, options: AuditOptions, terminal: Terminal): Promise<void> {
  const lines = fixed.notFixed.map(({ path: file, reason }) => `marketlint: ${printable(file)}: ${printable(reason)}\n`);
  if (fixed.fixes > 0 && !options.quiet) {
    lines.push(`marketlint: fixed ${fixed.fixes} ${fixed.fixes === 1 ? "finding" : "findings"}, wrote ${fixed.files.map(printable).join(", ")}\n`);
  }
  if (lines.length > 0) await writeText(terminal.stderr, lines.join(""));
}

async function sayWhatWentWrong(result: AuditResult, terminal: Terminal): Promise<void> {
  const lines = result.configurationFaults.flatMap(({ path: file, problems }) =>
    problems.map(({ region, message }) => `marketlint: ${printable(file)}:${region.start.line + 1}:${region.start.character + 1}: ${printable(message)}\n`),
  );
  for (const error of result.internalErrors) {
    // A message may quote the file that was read; the stack below it does not.
    const stack = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at ")).slice(0, 6) : [];
    lines.push(`marketlint: internal error: ${error instanceof Error ? error.name : "unknown"}\n${stack.map((line) => `${line}\n`).join("")}`);
  }
  if (result.cancelled) lines.push("marketlint: the audit was ended early; the report holds what was found so far.\n");
  if (lines.length > 0) await writeText(terminal.stderr, lines.join(""));
}

function statusOf(result: AuditResult, report: AuditReport, failOn: AuditOptions["failOn"]): ExitStatus {
  if (result.internalErrors.length > 0 || result.cancelled) return exitStatus.incomplete;
  if (result.configurationErrors > 0) return exitStatus.usage;
  return failOn !== "never" && hasFindingAtLeast(report.findings, failOn) ? exitStatus.findings : exitStatus.clean;
}
