import type { JudgedFinding, LocatedFinding } from "../core/finding.ts";
import type { RuleHead } from "../core/rule.ts";
import { milder } from "../core/severity.ts";
import type { FileAnalysis } from "./analyse.ts";
import { verdictOn, type Policy } from "./policy.ts";
import type { SuppressionComment } from "./suppressions.ts";
import { suppressionFindings } from "./suppressionFindings.ts";

/** Applies a policy to what was found in one file: severities, requirements and suppressions. */
export function judge(analysis: FileAnalysis, policy: Policy, rules: ReadonlyMap<string, RuleHead>): JudgedFinding[] {
  const used = new Set<string>();
  const judged = analysis.findings.flatMap((finding) => {
    const one = judgeFinding(finding, policy, rules);
    if (!one) return [];
    const comment = analysis.suppressions.find((candidate) => accepts(candidate, one));
    if (comment?.reason === undefined) return [allowed(one, policy)];
    used.add(usageKey(comment, one.rule));
    return [{ ...one, suppression: { kind: "comment" as const, reason: comment.reason } }];
  });
  const mayBeUnused = (comment: SuppressionComment, rule: string): boolean => {
    const metadata = rules.get(rule);
    return (
      metadata !== undefined &&
      analysis.ran.includes(rule) &&
      verdictOn(metadata, policy) !== undefined &&
      !used.has(usageKey(comment, rule))
    );
  };
  const about = suppressionFindings(analysis, rules, mayBeUnused).flatMap((finding) => {
    const one = judgeFinding(finding, policy, rules);
    return one ? [one] : [];
  });
  return [...judged, ...about].sort((left, right) => left.range.start - right.range.start);
}

/** Rules whose findings say that a scope is asked for without need: what the configuration's `scopes` may answer. */
const answerable: ReadonlySet<string> = new Set(["scope-unused", "scope-too-broad"]);

/** The finding as accepted, where the configuration says why its scope is right. */
function allowed(finding: JudgedFinding, { scopes = [] }: Policy): JudgedFinding {
  const scope = answerable.has(finding.rule) ? finding.properties?.["scope"] : undefined;
  const answer = scopes.find((one) => one.scope === scope);
  return answer ? { ...finding, suppression: { kind: "configuration", reason: answer.reason } } : finding;
}

function usageKey(comment: SuppressionComment, rule: string): string {
  return `${comment.range.start} ${rule}`;
}

function accepts(comment: SuppressionComment, finding: LocatedFinding): boolean {
  if (comment.reason === undefined || !comment.rules.some((rule) => rule.id === finding.rule)) return false;
  return comment.line === undefined || comment.line === finding.region.start.line;
}

/** One finding under a policy, or undefined where its rule does not apply. */
function judgeFinding(
  finding: LocatedFinding,
  policy: Policy,
  rules: ReadonlyMap<string, RuleHead>,
): JudgedFinding | undefined {
  const rule = rules.get(finding.rule);
  const verdict = rule && verdictOn(rule, policy);
  if (!verdict) return undefined;
  const isStrict = policy.profile !== undefined && finding.strictUnder === policy.profile;
  const limit = isStrict ? undefined : finding.atMost;
  return {
    ...finding,
    severity: verdict.fixed || !limit ? verdict.severity : milder(verdict.severity, limit),
    requirements: verdict.requirements.map(({ id }) => id).filter((id) => finding.requirements?.includes(id) ?? true),
  };
}
