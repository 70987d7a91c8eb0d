import * as fs from "node:fs";
import * as path from "node:path";
import { counted } from "../reports/index.ts";
import type { AuditResult } from "../workspace/audit.ts";
import { applyBaseline, baselineOf, baselineUse, readBaseline, writeBaseline, type Baseline } from "../workspace/baseline.ts";
import { systemReason } from "../workspace/readDocument.ts";
import { UsageError } from "../workspace/usageError.ts";
import type { AuditOptions } from "./auditOptions.ts";
import { outputFile, writeOrExplain } from "./outputFile.ts";
import { writeText, type Terminal } from "./terminal.ts";

/** What is accepted before the audit, and whose dates a new baseline keeps. */
export interface BaselineBefore {
  readonly accepted?: Baseline;
  readonly dates?: Baseline;
}

/** Reads the baselines that the options name. Throws {@link UsageError}. */
export function baselineBefore({ baseline, writeBaseline: target }: AuditOptions, cwd: string): BaselineBefore {
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

/** The findings with those marked that are accepted; with `--write-baseline` all are, and the baseline is written. */
export async function acceptedFindings(result: AuditResult, before: BaselineBefore, options: AuditOptions, terminal: Terminal): Promise<AuditResult["findings"]> {
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

/**
 * Says how many findings a baseline accepts, since when, and how many entries are of no use any more. Only an audit of the
 * whole folder knows the last.
 */
export async function sayBaselineUse(findings: AuditResult["findings"], { accepted }: BaselineBefore, options: AuditOptions, paths: readonly string[], terminal: Terminal): Promise<void> {
  if (!accepted || options.quiet || options.writeBaseline !== undefined) return;
  const { accepted: count, gone, oldest } = baselineUse(findings, accepted);
  const isWhole = paths.length < 2 && options.changedSince === undefined && options.shard === undefined && !options.staged && !options.stdin && options.rule === undefined;
  const parts = [
    `the baseline accepts ${counted(count, "finding")}${oldest === undefined ? "" : `, the oldest since ${oldest}`}`,
    ...(isWhole && gone > 0 ? [`${counted(gone, "entry is", "entries are")} gone: --write-baseline drops them`] : []),
  ];
  await writeText(terminal.stderr, `marketlint: ${parts.join("; ")}.\n`);
}
