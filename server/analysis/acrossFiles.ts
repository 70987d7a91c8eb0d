import type { LocatedFinding } from "../core/finding.ts";
import type { FileAnalysis } from "./analyse.ts";

/** The analysis of one file with what rules across files found in it: from here on they are findings like the others. */
export function withFindingsAcross(analysis: FileAnalysis, findings: readonly LocatedFinding[], ran: readonly string[]): FileAnalysis {
  return {
    ...analysis,
    findings: [...analysis.findings, ...findings].sort((left, right) => left.range.start - right.range.start || left.rule.localeCompare(right.rule)),
    ran: [...analysis.ran, ...ran],
  };
}
