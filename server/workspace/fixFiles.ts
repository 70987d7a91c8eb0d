import * as fs from "node:fs";
import * as path from "node:path";
import type { NotAnalysed } from "../analysis/analyse.ts";
import { applyEdits, fixesTogether } from "../analysis/applyFixes.ts";
import { fixToFixedPoint } from "../analysis/fixToFixedPoint.ts";
import { judge } from "../analysis/judge.ts";
import { Document } from "../core/document.ts";
import type { JudgedFinding } from "../core/finding.ts";
import { appendLines, appendTarget } from "./appendLines.ts";
import { audit, type AuditRequest, type AuditResult } from "./audit.ts";
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

/** What one round may touch, and what it did. */
interface Round {
  readonly request: AuditRequest;
  readonly result: AuditResult;
  readonly accept: Accept;
  readonly written: Set<string>;
  readonly notFixed: Map<string, NotAnalysed>;
  /** Lines to append, by the file that gets them. */
  readonly appends: Map<string, string[]>;
}

/** Two fixes that undo each other would go on for ever. */
const mostRounds = 10;

/**
 * Applies the safe fixes of an audit's findings, and those that become possible by them, to the files on disk: those of
 * rules on one file at once, those of rules across files with an audit after each round. Byte order mark, encoding and
 * line ends stay; a file that is not valid in its encoding is left alone.
 */
export async function fixFiles(request: AuditRequest, result: AuditResult, accept: Accept = (all) => all): Promise<FixedFiles> {
  const written = new Set<string>();
  const notFixed = new Map<string, NotAnalysed>();
  let fixes = 0;
  let current = result;
  for (let round = 0; round < mostRounds; round++) {
    const appends = new Map<string, string[]>();
    const made = await fixOnce({ request, result: current, accept, written, notFixed, appends });
    for (const [target, lines] of appends) append(request.root, target, lines, written, notFixed);
    fixes += made.fixes;
    if (made.across === 0) break;
    current = await audit(request);
    if (current.cancelled) break;
  }
  return { files: [...written].sort(), fixes, notFixed: [...notFixed.values()] };
}

async function fixOnce({ request, result, accept, written, notFixed, appends }: Round): Promise<{ fixes: number; across: number }> {
  const { root, signal } = request;
  const configurations = new ConfigurationStore(root, request.settings);
  const apps = { apps: result.apps, evidence: [] };
  const breathe = createBreather(signal);
  const { sharedAnalyser } = await loadEngine();
  const made = { fixes: 0, across: 0 };
  for (const [file, findings] of findingsToFix(accept(result.findings))) {
    await breathe();
    const policy = policyFor(file, apps, configurations.configurationFor(file), request);
    const read = readDocument(root, file);
    if (!read.ok || read.damage !== undefined) {
      notFixed.set(file, { path: file, reason: `not fixed: ${read.ok ? read.damage : read.reason}` });
      continue;
    }
    // What compares files was found in the whole workspace; one file alone would not show it again.
    const across = fixesTogether(findings.filter(({ rule }) => rulesById.get(rule)?.acrossFiles), (fix) => fix.safe).map(({ fix }) => fix);
    const { path: name, language, text } = read.document;
    const start = across.length === 0 ? read.document : new Document(name, language, applyEdits(text, across.flatMap(({ edits }) => edits)));
    const fixed = await fixToFixedPoint(start, async (document) => {
      const analysis = await sharedAnalyser().analyse(document, request.only ? { rules: request.only } : {});
      return accept(judge(analysis, policy, rulesById));
    });
    const count = across.length + fixed.fixes;
    if (count === 0) continue;
    const failure = write(root, file, encodeText(fixed.document.text, read.encoding, read.bom));
    if (failure) {
      notFixed.set(file, failure);
      continue;
    }
    made.fixes += count;
    made.across += across.length;
    written.add(file);
    for (const { fileName, line } of [...across.flatMap((fix) => fix.appends ?? []), ...fixed.appends]) {
      const target = appendTarget(root, file, fileName);
      appends.set(target, [...(appends.get(target) ?? []), line]);
    }
  }
  return made;
}

/** The open findings of each file that has a safe fix. */
function findingsToFix(findings: readonly JudgedFinding[]): Map<string, JudgedFinding[]> {
  const byFile = new Map<string, JudgedFinding[]>();
  for (const finding of findings) {
    if (finding.suppression || !finding.fixes[0]?.safe) continue;
    byFile.set(finding.path, [...(byFile.get(finding.path) ?? []), finding]);
  }
  return byFile;
}

function write(root: string, file: string, content: string | Uint8Array): NotAnalysed | undefined {
  try {
    writeFileAtomic(path.join(root, file), content);
    return undefined;
  } catch (error) {
    return { path: file, reason: `not fixed: ${systemReason(error, file)}` };
  }
}

function append(root: string, target: string, lines: readonly string[], written: Set<string>, notFixed: Map<string, NotAnalysed>): void {
  const file = path.join(root, target);
  let existing: string | undefined;
  try {
    existing = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
  } catch (error) {
    notFixed.set(target, { path: target, reason: `not extended: ${systemReason(error, target)}` });
    return;
  }
  const text = appendLines(existing, lines);
  if (text === undefined) return;
  const failure = write(root, target, text);
  if (failure) notFixed.set(target, failure);
  else written.add(target);
}
