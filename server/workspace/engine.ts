import { createAnalyser, type Analyser } from "../analysis/analyse.ts";
import { rules, workspaceRules } from "../rules/catalogue.ts";

let analyser: Analyser | undefined;

/** The analyser of all rules, made on first demand: building the automaton takes longer than a small audit. */
export function sharedAnalyser(): Analyser {
  return (analyser ??= createAnalyser(rules, workspaceRules));
}
