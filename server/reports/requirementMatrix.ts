import type { EvidenceStatement } from "../core/configuration.ts";
import type { LanguageId } from "../core/document.ts";
import type { JudgedFinding } from "../core/finding.ts";
import { appKindTitles, type AppKind, type Requirement } from "../core/requirement.ts";
import type { RuleHead } from "../core/rule.ts";
import { languageOf } from "../languages/languageOf.ts";
import { requirementCatalogue } from "../marketplaces/index.ts";
import { ruleHeads } from "../rules/ruleHeads.ts";
import type { AuditResult } from "../workspace/audit.ts";
import { counted } from "./printable.ts";

/**
 * What is known of a requirement: `met` was looked for in whole, without a finding; `breached` has findings; `answered` has a
 * statement of the app's authors that still holds, or findings that they accepted; `needs-evidence` waits for one; `not-applicable` is not asked of this app.
 */
export type RequirementStatus = "met" | "breached" | "needs-evidence" | "answered" | "not-applicable";

/** One requirement of the marketplaces that apply, with what the audit says of it. */
export interface RequirementResult {
  readonly requirement: Requirement;
  readonly status: RequirementStatus;
  /** Why, in a sentence: what was looked at, or what is missing. */
  readonly reason: string;
  /** Ids of the rules that look for it. */
  readonly rules: readonly string[];
  /** How many files those rules can read. */
  readonly files: number;
  readonly findings: number;
  readonly statement?: EvidenceStatement;
}

/** Rules that serve each requirement. */
export function servingRules(): ReadonlyMap<string, readonly RuleHead[]> {
  const found = new Map<string, RuleHead[]>();
  for (const rule of ruleHeads) {
    for (const requirement of rule.requirements) found.set(requirement, [...(found.get(requirement) ?? []), rule]);
  }
  return found;
}

/**
 * The requirements of the marketplaces that apply; where none does, those that a finding breaks. `open` are the findings that
 * were not accepted, `today` is `YYYY-MM-DD`: statements expire by it.
 */
export function requirementMatrix(result: AuditResult, open: readonly JudgedFinding[], today: string): RequirementResult[] {
  const serving = servingRules();
  const languages = filesByLanguage(result.read);
  const counts = new Map<string, number>();
  for (const id of open.flatMap((finding) => finding.requirements)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const asked = requirementCatalogue().filter(({ id, marketplace }) =>
    result.marketplaces.length === 0 ? counts.has(id) : result.marketplaces.includes(marketplace),
  );
  const accepted = new Map<string, number>();
  for (const { suppression, requirements } of result.findings) {
    if (suppression) for (const id of requirements) accepted.set(id, (accepted.get(id) ?? 0) + 1);
  }
  return asked.map((requirement) => {
    const rules = serving.get(requirement.id) ?? [];
    const read = new Set(rules.flatMap((rule) => rule.languages));
    const files = [...read].reduce((sum, language) => sum + (languages.get(language) ?? 0), 0);
    const findings = counts.get(requirement.id) ?? 0;
    const statement = result.evidence[requirement.id];
    return {
      requirement,
      ...statusOf({ requirement, rules, files, findings, accepted: accepted.get(requirement.id) ?? 0, statement, today, result }),
      rules: rules.map(({ id }) => id),
      files,
      findings,
      ...(statement && { statement }),
    };
  });
}

interface Known {
  readonly requirement: Requirement;
  readonly rules: readonly RuleHead[];
  readonly files: number;
  readonly findings: number;
  readonly accepted: number;
  readonly statement: EvidenceStatement | undefined;
  readonly today: string;
  readonly result: AuditResult;
}

type Verdict = Pick<RequirementResult, "status" | "reason">;

function statusOf(known: Known): Verdict {
  const { requirement, rules, files, findings, accepted, statement, today, result } = known;
  const looked = `${counted(rules.length, "rule")} looked at ${counted(files, "file")}`;
  if (findings > 0) return { status: "breached", reason: `${looked} and reported ${counted(findings, "finding")}.` };
  const otherwise = whyNotApplicable(requirement, result);
  if (otherwise !== undefined) return { status: "not-applicable", reason: otherwise };
  const expired = statement?.expires !== undefined && statement.expires < today ? statement.expires : undefined;
  if (statement && expired === undefined) return { status: "answered", reason: answerOf(statement) };
  if (accepted > 0) return { status: "answered", reason: `${looked}; ${counted(accepted, "finding")} ${accepted === 1 ? "was" : "were"} accepted, with reasons.` };
  const missing = expired === undefined ? "" : ` The statement expired on ${expired}.`;
  if (requirement.check === "manual" || rules.length === 0) return { status: "needs-evidence", reason: `No tool can see it in the code.${missing}` };
  if (requirement.check === "partial") {
    const part = files > 0 ? `${looked} without a finding; they see a part of it.` : "Nothing of it can be seen in these files.";
    return { status: "needs-evidence", reason: `${part}${missing}` };
  }
  if (files === 0) return { status: "not-applicable", reason: `None of the files is one that it is about: ${languagesOf(rules)}.` };
  const missed = result.notAnalysed.length > 0 ? `; ${counted(result.notAnalysed.length, "file")} could not be analysed` : "";
  return { status: "met", reason: `${looked} without a finding${missed}.` };
}

/** A demand for apps of one kind, or under a profile, is not asked of others. Where no file shows the kind, it may be any. */
function whyNotApplicable({ kind, mustUnder }: Requirement, result: AuditResult): string | undefined {
  if (mustUnder !== undefined && !result.profiles.includes(mustUnder)) return `It holds under the profile ${mustUnder}, which is not set.`;
  const kinds = new Set<AppKind>(result.apps.flatMap(({ evidence }) => evidence.flatMap((one) => one.kinds ?? [])));
  if (kind === undefined || kinds.size === 0 || kinds.has(kind)) return undefined;
  return `It is asked of ${appKindTitles[kind]}; none was detected.`;
}

function answerOf({ by, on, expires }: EvidenceStatement): string {
  const parts = [`Answered in the configuration${by === undefined ? "" : ` by ${by}`}`, ...(on === undefined ? [] : [`on ${on}`]), ...(expires === undefined ? [] : [`until ${expires}`])];
  return `${parts.join(", ")}.`;
}

function languagesOf(rules: readonly RuleHead[]): string {
  return [...new Set(rules.flatMap((rule) => rule.languages))].join(", ");
}

function filesByLanguage(paths: readonly string[]): ReadonlyMap<LanguageId, number> {
  const counts = new Map<LanguageId, number>();
  for (const path of paths) {
    const language = languageOf(path);
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return counts;
}
