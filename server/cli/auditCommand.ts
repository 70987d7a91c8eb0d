import { hasFindingAtLeast, printable, reportOf, type AuditReport } from "../reports/index.ts";
import { audit, type AuditRequest, type AuditResult } from "../workspace/audit.ts";
import { applyBaseline } from "../workspace/baseline.ts";
import { fixFiles } from "../workspace/fixFiles.ts";
import { acceptedFindings, baselineBefore, sayBaselineUse } from "./auditBaseline.ts";
import { cacheOf } from "./auditCache.ts";
import { auditedPlaces, type AuditedPlaces } from "./auditedPlaces.ts";
import { checkTogether, type AuditOptions } from "./auditOptions.ts";
import { exitStatus, type ExitStatus } from "./exitStatus.ts";
import { marketplaceValues, ruleValues, shardValue, threadsValue } from "./optionValues.ts";
import { outputFile, writeOrExplain } from "./outputFile.ts";
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

/** Audits, writes the report, and says how it ended. Throws UsageError. */
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
  await sayBaselineUse(accepted, before, options, paths, terminal);
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
    ...(options.dependencies && { dependencies: true }),
    ...cacheOf(options, terminal),
  };
  return { request, notAnalysed };
}

function placesOf(paths: readonly string[], options: AuditOptions, terminal: Terminal, signal: AbortSignal): Promise<Partial<StagedPlaces> & AuditedPlaces> {
  if (options.stdin) return stdinPlaces(options.stdinFilename ?? "", terminal);
  return options.staged ? stagedPlaces(terminal.cwd, signal) : Promise.resolve(auditedPlaces(paths, terminal.cwd));
}

async function writeReport(text: string, output: { file: string; given: string } | undefined, terminal: Terminal): Promise<void> {
  if (output) writeOrExplain(output.file, text, "--output", output.given);
  else await writeText(terminal.stdout, text);
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
