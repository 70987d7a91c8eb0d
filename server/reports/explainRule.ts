import { closest } from "fastest-levenshtein";
import { ruleHeads, rulesById, withTexts } from "../rules/ruleHeads.ts";
import { rulePage } from "./rulePage.ts";

/** A rule's page in Markdown, or a sentence that names the rule which was meant. */
export interface Explanation {
  readonly found: boolean;
  readonly text: string;
}

/** Explains a rule to an agent, by its id. */
export function explainRule(id: string): Explanation {
  const head = rulesById.get(id);
  if (head) return { found: true, text: rulePage(withTexts(head)) };
  return { found: false, text: `There is no rule "${id}"; the nearest is "${closest(id, ruleHeads.map((rule) => rule.id))}".` };
}
