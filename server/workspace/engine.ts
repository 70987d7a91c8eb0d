import { createAnalyser, type Analyser } from "../analysis/analyse.ts";
import type { RuleMetadata } from "../core/rule.ts";
import { ruleCatalogue, rules } from "../rules/catalogue.ts";

let analyser: Analyser | undefined;

/** The analyser of all rules, made on first demand: building the automaton takes longer than a small audit. */
export function sharedAnalyser(): Analyser {
  return (analyser ??= createAnalyser(rules));
}

/** Every rule by its id. */
export const rulesById: ReadonlyMap<string, RuleMetadata> = new Map<string, RuleMetadata>(
  ruleCatalogue.map((rule) => [rule.id, rule]),
);
