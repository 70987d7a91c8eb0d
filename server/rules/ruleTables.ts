import type { RuleHead, RuleTexts } from "../core/rule.ts";
import { ruleCatalogue } from "./catalogue.ts";

// In the bundles this module is made of data alone (scripts/ruleBundles.mjs): who shows findings needs no rule to run.

/** Every rule's head, by id. */
export const heads: readonly RuleHead[] = ruleCatalogue.map(headOf);

/** Every rule's texts, by id. */
export function texts(): Readonly<Record<string, RuleTexts>> {
  return Object.fromEntries(ruleCatalogue.map(({ id, documentation, examples }) => [id, { documentation, examples }]));
}

function headOf(rule: RuleHead): RuleHead {
  const { id, title, concern, languages, requirements, marketplaces, severity, cwe, benchmarks, alsoKnownAs, fix } = rule;
  return {
    id, title, concern, languages, requirements, severity, cwe, fix,
    ...(marketplaces && { marketplaces }),
    ...(benchmarks && { benchmarks }),
    ...(alsoKnownAs && { alsoKnownAs }),
    ...("checkWorkspace" in rule && { acrossFiles: true }),
  };
}
