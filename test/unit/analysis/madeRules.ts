import { createAnalyser, type FileAnalysis } from "../../../server/analysis/analyse.ts";
import { judge } from "../../../server/analysis/judge.ts";
import type { Policy } from "../../../server/analysis/policy.ts";
import { Document } from "../../../server/core/document.ts";
import type { JudgedFinding, Problem } from "../../../server/core/finding.ts";
import type { Rule } from "../../../server/core/rule.ts";
import { languageOf } from "../../../server/languages/languageOf.ts";

/** A rule that says nothing, with what a test needs in place of its parts. */
export function ruleLike(parts: Partial<Rule>): Rule {
  return {
    id: "made-rule",
    title: "Made for a test",
    concern: "data",
    languages: ["typescript", "yaml", "text"],
    triggers: ["bad"],
    tier: "text",
    requirements: [],
    severity: "error",
    cwe: [],
    fix: "none",
    documentation: { wrong: "", why: "", fix: "", suppress: "" },
    examples: { bad: [], good: [] },
    check: () => undefined,
    ...parts,
  };
}

/** A rule that reports every occurrence of its word, with `more` of a problem. */
export function wordRule(id: string, word: string, more: Partial<Problem> = {}): Rule {
  return ruleLike({
    id,
    triggers: [word],
    check(_document, report, hits) {
      for (const { offset } of hits) report({ range: { start: offset, end: offset + word.length }, message: `${word} here`, ...more });
    },
  });
}

/** What rules say of a text. */
export function analysed(rules: readonly Rule[], path: string, text: string): Promise<FileAnalysis> {
  return createAnalyser(rules).analyse(new Document(path, languageOf(path), text));
}

/** What a policy makes of what rules say of a text. */
export async function judged(
  rules: readonly Rule[],
  path: string,
  text: string,
  policy: Policy = { marketplaces: [], levels: {} },
): Promise<JudgedFinding[]> {
  return judge(await analysed(rules, path, text), policy, new Map(rules.map((rule) => [rule.id, rule])));
}
