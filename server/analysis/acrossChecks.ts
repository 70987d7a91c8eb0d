import type { Document } from "../core/document.ts";
import type { WorkspaceFacts, WorkspaceRule } from "../core/fact.ts";
import type { LocatedFinding } from "../core/finding.ts";
import { withParsers } from "../languages/parserNeeded.ts";
import { failureOf, type NotAnalysed, type StopSignal } from "./analyse.ts";
import type { FactIndex } from "./factIndex.ts";
import { locate } from "./locate.ts";
import { workspaceFactsOf } from "./workspaceFacts.ts";

/** What rules across files found in all of them. Plain data. */
export interface AcrossFindings {
  readonly findings: readonly LocatedFinding[];
  /** Rules that failed. */
  readonly notAnalysed: readonly NotAnalysed[];
  /** Ids of the rules that did not. */
  readonly ran: readonly string[];
}

/** The facts of a folder: those of a source in no order, and which sources could not look at all files of a path's app. */
export type Facts = Pick<FactIndex, "factsOf" | "missingIn">;

/** Rules across files, each run again only when something that it looked at changed. */
export interface AcrossChecks {
  /** The facts of these sources, or the text of this file, are not what they were. */
  changed(sources: Iterable<string>, path: string): void;
  /** Runs the rules that something changed for. */
  run(facts: Facts, documentAt: (path: string) => Document | undefined, signal?: StopSignal): Promise<AcrossFindings>;
}

/** What one rule found, and in which texts it placed that. */
interface Outcome {
  readonly findings: readonly LocatedFinding[];
  readonly failure?: NotAnalysed;
  readonly texts: ReadonlySet<string>;
}

/** The path under which a rule is listed that failed on the whole. */
const wholeFolder = ".";

/** Makes the checks; none has run. */
export function createAcrossChecks(rules: readonly WorkspaceRule[]): AcrossChecks {
  const outcomes = new Map<WorkspaceRule, Outcome>();

  async function outcomeOf(rule: WorkspaceRule, facts: WorkspaceFacts): Promise<Outcome> {
    const texts = new Set<string>();
    const document = (path: string): Document | undefined => {
      texts.add(path);
      return facts.document(path);
    };
    try {
      return { texts, findings: await withParsers(() => findingsOf(rule, { of: facts.of, document })) };
    } catch (error) {
      return { texts, findings: [], failure: failureOf(wholeFolder, rule.id, error) };
    }
  }

  return {
    changed(sources, path) {
      const ids = new Set(sources);
      for (const [rule, { texts }] of outcomes) {
        if (texts.has(path) || rule.sources.some(({ id }) => ids.has(id))) outcomes.delete(rule);
      }
    },
    async run({ factsOf, missingIn }, documentAt, signal) {
      const { of } = workspaceFactsOf(factsOf, documentAt);
      for (const rule of rules) {
        signal?.throwIfAborted();
        if (!outcomes.has(rule)) outcomes.set(rule, await outcomeOf(rule, { of, document: documentAt }));
      }
      const all = [...outcomes].map(([rule, outcome]) => ({ rule, ...certainOf(rule, outcome, missingIn) }));
      return {
        findings: all.flatMap(({ findings }) => findings),
        notAnalysed: all.flatMap(({ failure }) => failure ?? []),
        ran: all.flatMap(({ rule, failure }) => (failure ? [] : [rule.id])),
      };
    },
  };
}

/** What an unread file of the app may hold could prove a finding wrong, so nothing is said of that app. */
function certainOf(rule: WorkspaceRule, { findings, failure }: Outcome, missingIn: Facts["missingIn"]): Pick<Outcome, "findings" | "failure"> {
  const certain = findings.filter(({ path }) => {
    const missing = missingIn(path);
    return !rule.sources.some(({ id }) => missing.has(id));
  });
  if (certain.length === findings.length) return { findings, ...(failure && { failure }) };
  return { findings: certain, failure: { path: wholeFolder, rule: rule.id, reason: "a file that it depends on was not analysed" } };
}

function findingsOf(rule: WorkspaceRule, facts: WorkspaceFacts): LocatedFinding[] {
  const findings: LocatedFinding[] = [];
  rule.checkWorkspace(facts, (path, problem) => {
    const document = facts.document(path);
    if (!document || problem.range.end <= problem.range.start) return;
    findings.push(locate(document, { ...problem, rule: rule.id, path }));
  });
  return findings;
}
