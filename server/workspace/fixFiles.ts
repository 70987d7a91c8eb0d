import * as fs from "node:fs";
import * as path from "node:path";
import type { NotAnalysed } from "../analysis/analyse.ts";
import { fixToFixedPoint } from "../analysis/fixToFixedPoint.ts";
import { judge } from "../analysis/judge.ts";
import type { JudgedFinding } from "../core/finding.ts";
import { appendLines, appendTarget } from "./appendLines.ts";
import type { AuditRequest, AuditResult } from "./audit.ts";
import { createBreather } from "./breathe.ts";
import { ConfigurationStore } from "./configurationStore.ts";
import { encodeText } from "./decodeText.ts";
import { rulesById } from "../rules/ruleHeads.ts";
import { loadEngine } from "./loadEngine.ts";
import { policyFor } from "./policyFor.ts";
import { readDocument, systemReason } from "./readDocument.ts";
import { writeFileAtomic } from "./writeFile.ts";

/** What fixing changed. */
export interface FixedFiles {
  /** Files that were written, those with appended lines included; paths from the root. */
  readonly files: readonly string[];
  readonly fixes: number;
  /** Files that have a safe fix and could not be written. */
  readonly notFixed: readonly NotAnalysed[];
}

/** Takes findings as they are judged, and marks those that are accepted elsewhere. */
export type Accept = (findings: readonly JudgedFinding[]) => readonly JudgedFinding[];

/**
 * Applies the safe fixes of an audit's findings, and those that become possible by them, to the files on
 * disk. Byte order mark, encoding and line ends stay; a file that is not valid in its encoding is left alone.
 */
export async function fixFiles(request: AuditRequest, result: AuditResult, accept: Accept = (all) => all): Promise<FixedFiles> {
  const { root, signal } = request;
  const configurations = new ConfigurationStore(root, request.settings);
  const apps = { apps: result.apps, evidence: [] };
  const breathe = createBreather(signal);
  const written = new Set<string>();
  const notFixed: NotAnalysed[] = [];
  const appends = new Map<string, string[]>();
  let fixes = 0;
  const { sharedAnalyser } = await loadEngine();
  for (const file of filesToFix(accept(result.findings))) {
    await breathe();
    const policy = policyFor(file, apps, configurations.configurationFor(file), request);
    const read = readDocument(root, file);
    if (!read.ok || read.damage !== undefined) {
      notFixed.push({ path: file, reason: `not fixed: ${read.ok ? read.damage : read.reason}` });
      continue;
    }
    const fixed = await fixToFixedPoint(read.document, async (document) => {
      const analysis = await sharedAnalyser().analyse(document, request.only ? { rules: request.only } : {});
      return accept(judge(analysis, policy, rulesById));
    });
    if (fixed.fixes === 0) continue;
    const failure = write(root, file, encodeText(fixed.document.text, read.encoding, read.bom));
    if (failure) {
      notFixed.push(failure);
      continue;
    }
    fixes += fixed.fixes;
    written.add(file);
    for (const { fileName, line } of fixed.appends) {
      const target = appendTarget(root, file, fileName);
      appends.set(target, [...(appends.get(target) ?? []), line]);
    }
  }
  for (const [target, lines] of appends) append(root, target, lines, written, notFixed);
  return { files: [...written].sort(), fixes, notFixed };
}

function filesToFix(findings: readonly JudgedFinding[]): string[] {
  return [...new Set(findings.filter((one) => !one.suppression && one.fixes[0]?.safe).map((one) => one.path))];
}

function write(root: string, file: string, content: string | Uint8Array): NotAnalysed | undefined {
  try {
    writeFileAtomic(path.join(root, file), content);
    return undefined;
  } catch (error) {
    return { path: file, reason: `not fixed: ${systemReason(error, file)}` };
  }
}

function append(root: string, target: string, lines: readonly string[], written: Set<string>, notFixed: NotAnalysed[]): void {
  const file = path.join(root, target);
  let existing: string | undefined;
  try {
    existing = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
  } catch (error) {
    notFixed.push({ path: target, reason: `not extended: ${systemReason(error, target)}` });
    return;
  }
  const text = appendLines(existing, lines);
  if (text === undefined) return;
  const failure = write(root, target, text);
  if (failure) notFixed.push(failure);
  else written.add(target);
}
