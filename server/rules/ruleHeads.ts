import type { RuleHead, RuleMetadata, RuleTexts } from "../core/rule.ts";
import { heads, texts } from "./ruleTables.ts";

/** Every rule, those on suppressions and configuration included, by id. */
export const ruleHeads: readonly RuleHead[] = heads;

/** Every rule by its id. */
export const rulesById: ReadonlyMap<string, RuleHead> = new Map(heads.map((rule) => [rule.id, rule]));

let loaded: Readonly<Record<string, RuleTexts>> | undefined;

/** A rule with its documentation and examples. */
export function withTexts(rule: RuleHead): RuleMetadata {
  loaded ??= texts();
  const own = loaded[rule.id];
  if (!own) throw new Error(`the rule ${rule.id} has no texts`);
  return { ...rule, ...own };
}
