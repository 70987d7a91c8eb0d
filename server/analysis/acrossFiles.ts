import type { Document } from "../core/document.ts";
import type { Fact, FactSource, WorkspaceFacts, WorkspaceRule } from "../core/fact.ts";
import type { LocatedFinding } from "../core/finding.ts";
import { withParsers } from "../languages/parserNeeded.ts";
import { failureOf, type FileAnalysis, type NotAnalysed, type StopSignal } from "./analyse.ts";
import { locate } from "./locate.ts";

/** What rules across files found in all of them. Plain data. */
export interface AcrossFindings {
  readonly findings: readonly LocatedFinding[];
  /** Rules that failed. */
  readonly notAnalysed: readonly NotAnalysed[];
  /** Ids of the rules that did not. */
  readonly ran: readonly string[];
}

/** The path under which a rule is listed that failed on the whole. */
const wholeFolder = ".";

/**
 * Runs rules over the facts of all files. `documentAt` gives the texts in which findings are placed, undefined where
 * there is none to be read. A rule that fails says nothing and is listed.
 */
export async function checkAcrossFiles(
  rules: readonly WorkspaceRule[],
  facts: readonly Fact[],
  documentAt: (path: string) => Document | undefined,
  signal?: StopSignal,
): Promise<AcrossFindings> {
  const bySource = new Map<string, Fact[]>();
  for (const fact of [...facts].sort(byPlace)) {
    const same = bySource.get(fact.source);
    if (same) same.push(fact);
    else bySource.set(fact.source, [fact]);
  }
  const asked: WorkspaceFacts = {
    // What a source put in comes out: its id says of which kind the values are.
    of: <Value>(source: FactSource<Value>) => (bySource.get(source.id) ?? []) as readonly Fact<Value>[],
    document: documentAt,
  };
  const findings: LocatedFinding[] = [];
  const notAnalysed: NotAnalysed[] = [];
  const ran: string[] = [];
  for (const rule of rules) {
    signal?.throwIfAborted();
    try {
      findings.push(...(await withParsers(() => runRule(rule, asked))));
      ran.push(rule.id);
    } catch (error) {
      notAnalysed.push(failureOf(wholeFolder, rule.id, error));
    }
  }
  return { findings, notAnalysed, ran };
}

function runRule(rule: WorkspaceRule, facts: WorkspaceFacts): LocatedFinding[] {
  const findings: LocatedFinding[] = [];
  rule.checkWorkspace(facts, (path, problem) => {
    const document = facts.document(path);
    if (!document || problem.range.end <= problem.range.start) return;
    findings.push(locate(document, { ...problem, rule: rule.id, path }));
  });
  return findings;
}

function byPlace(left: Fact, right: Fact): number {
  return left.path === right.path ? left.range.start - right.range.start : left.path < right.path ? -1 : 1;
}

/** The analysis of one file with what rules across files found in it: from here on they are findings like the others. */
export function withFindingsAcross(analysis: FileAnalysis, findings: readonly LocatedFinding[], ran: readonly string[]): FileAnalysis {
  return {
    ...analysis,
    findings: [...analysis.findings, ...findings].sort((left, right) => left.range.start - right.range.start || left.rule.localeCompare(right.rule)),
    ran: [...analysis.ran, ...ran],
  };
}
