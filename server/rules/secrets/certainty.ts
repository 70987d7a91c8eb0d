import { severities, severityRank, type Severity } from "../../core/severity.ts";
import type { SecretMatch } from "./secretFormat.ts";
import type { Place } from "./silence.ts";

/**
 * How bad a match may be at most in its file, or undefined where nothing is to be said. A shape that nothing
 * contradicts is an error, anything less a warning. Tests and documentation hold made-up values: there only
 * what is certain by its own form counts, one severity lower; in documentation only what was verified.
 */
export function worstOf(match: SecretMatch, place: Place): Severity | undefined {
  const isCertain = match.certain && match.verdict !== "invalid";
  if (place === "generated") return undefined;
  if (place === "test" && (!isCertain || match.byName)) return undefined;
  if (place === "documentation" && match.verdict !== "valid") return undefined;
  const own = severityRank(match.kind.atMost ?? "error");
  const rank = Math.max(own, isCertain ? 0 : 1) + (place === "code" ? 0 : 1);
  return severities[rank];
}
