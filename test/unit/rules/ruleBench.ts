import { createAnalyser } from "../../../server/analysis/analyse.ts";
import { applyEdits, fixesTogether } from "../../../server/analysis/applyFixes.ts";
import { judge } from "../../../server/analysis/judge.ts";
import type { Policy } from "../../../server/analysis/policy.ts";
import type { JudgedFinding } from "../../../server/core/finding.ts";
import type { RuleMetadata } from "../../../server/core/rule.ts";
import type { TextRange } from "../../../server/core/text.ts";
import { ruleCatalogue, rules, workspaceRules } from "../../../server/rules/catalogue.ts";
import { analyseWorkspace, type Texts } from "./exampleWorkspace.ts";

const analyser = createAnalyser(rules, workspaceRules);
const byId = new Map<string, RuleMetadata>(ruleCatalogue.map((rule) => [rule.id, rule]));

/** A snippet whose marks `[|…|]` are taken out and remembered. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** Takes the marks out of a snippet. Throws where they are not paired. */
export function unmark(code: string): Marked {
  const ranges: TextRange[] = [];
  let text = "";
  let rest = code;
  for (let open = rest.indexOf("[|"); open >= 0; open = rest.indexOf("[|")) {
    const close = rest.indexOf("|]", open);
    if (close < 0) throw new Error("an opening mark is not closed");
    text += rest.slice(0, open);
    const inner = rest.slice(open + 2, close);
    ranges.push({ start: text.length, end: text.length + inner.length });
    text += inner;
    rest = rest.slice(close + 2);
  }
  return { text: text + rest, ranges };
}

/**
 * All findings in one text, under the policy where the rule applies. `others` are further files of the same workspace:
 * that they have findings of the rule is a failure.
 */
export async function findingsIn(file: string, text: string, rule?: RuleMetadata, others: Texts = {}): Promise<JudgedFinding[]> {
  const analyses = await analyseWorkspace({ ...others, [file]: text }, analyser, workspaceRules);
  const policy: Policy = { marketplaces: rule?.marketplaces ?? [], levels: {} };
  const judged = analyses.flatMap((analysis) => judge(analysis, policy, byId));
  const elsewhere = judged.find((finding) => finding.path !== file && finding.rule === rule?.id && !finding.suppression);
  if (elsewhere) throw new Error(`${elsewhere.path}: ${elsewhere.message}`);
  return judged.filter((finding) => finding.path === file);
}

/** The text after the first fix of every finding of `rule` is applied, again and again until none is left. */
export async function fixAll(file: string, text: string, rule: RuleMetadata, others: Texts = {}): Promise<string> {
  let current = text;
  for (let round = 0; round < 5; round++) {
    const findings = await findingsIn(file, current, rule, others);
    const chosen = fixesTogether(findings, (_fix, finding) => finding.rule === rule.id);
    if (chosen.length === 0) return current;
    current = applyEdits(current, chosen.flatMap(({ fix }) => fix.edits));
  }
  throw new Error("the fixes do not come to an end");
}
