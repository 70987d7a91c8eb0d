import { closest } from "fastest-levenshtein";
import type { LocatedFinding, LocatedFix, Region } from "../core/finding.ts";
import type { RuleHead } from "../core/rule.ts";
import type { TextRange } from "../core/text.ts";
import type { FileAnalysis } from "./analyse.ts";
import type { SuppressionComment } from "./suppressions.ts";

interface Place {
  readonly range: TextRange;
  readonly region: Region;
}

/** Findings on the suppression comments themselves: no rule, no reason, an unknown rule, nothing to suppress. */
export function suppressionFindings(
  analysis: FileAnalysis,
  rules: ReadonlyMap<string, RuleHead>,
  isUnused: (comment: SuppressionComment, rule: string) => boolean,
): LocatedFinding[] {
  const found: LocatedFinding[] = [];
  const add = (rule: string, place: Place, message: string, fixes: LocatedFix[] = []): void => {
    const { range, region } = place;
    found.push({ rule, path: analysis.path, range, region, message, fixes, related: [], fingerprint: `${rule} ${message}` });
  };
  for (const comment of analysis.suppressions) {
    if (comment.rules.length === 0) {
      add("suppression-incomplete", comment, "The suppression names no rule, so it accepts nothing.");
      continue;
    }
    if (comment.reason === undefined) {
      add("suppression-incomplete", comment, "The suppression gives no reason after \"--\", so it accepts nothing.");
    }
    for (const named of comment.rules) {
      if (!rules.has(named.id)) {
        const nearest = closest(named.id, [...rules.keys()]);
        add("suppression-unknown-rule", named, `There is no rule "${named.id}"; the nearest is "${nearest}".`, [
          { title: `Change to ${nearest}`, safe: false, edits: [{ ...named, newText: nearest }] },
        ]);
      } else if (comment.reason !== undefined && isUnused(comment, named.id)) {
        add("suppression-unused", named, `Nothing here breaks "${named.id}": the suppression is not needed.`, unusedFix(comment));
      }
    }
  }
  return found;
}

/** With one rule the comment goes; with several a person decides, since the reason may speak of all. */
function unusedFix(comment: SuppressionComment): LocatedFix[] {
  if (comment.rules.length !== 1) return [];
  const edits = [{ range: comment.removal, region: comment.removalRegion, newText: "" }];
  return [{ title: "Remove the unused suppression", safe: true, edits }];
}
