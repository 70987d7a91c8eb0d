import type { AllowedScope } from "../core/configuration.ts";
import type { MarketplaceId, ProfileId, Requirement, RequirementWord } from "../core/requirement.ts";
import type { RuleHead } from "../core/rule.ts";
import { milder, worse, type Severity } from "../core/severity.ts";
import { requirementById } from "../marketplaces/index.ts";

/** The rules and severities that hold for a file. */
export interface Policy {
  /** The marketplaces that apply; none means the general baseline. */
  readonly marketplaces: readonly MarketplaceId[];
  /** The stricter edition of a marketplace's demands that holds. */
  readonly profile?: ProfileId;
  /** What the configuration says of single rules; it wins over everything derived. */
  readonly levels: Readonly<Record<string, Severity | "off">>;
  /** Scopes that are right though no call shows it. */
  readonly scopes?: readonly AllowedScope[];
  /** Only these rules, where the command line named some. */
  readonly only?: ReadonlySet<string>;
}

/** What a policy makes of a rule. */
export interface RuleVerdict {
  readonly severity: Severity;
  /** Requirements of the policy's marketplaces that the rule serves. */
  readonly requirements: readonly Requirement[];
  /** The severity was set by the configuration, so certainty does not lower it. */
  readonly fixed: boolean;
}

/** MUST allows an error, SHOULD a warning, advice an information (design, section 3). */
const severityOfWord: Readonly<Record<RequirementWord, Severity>> = {
  must: "error",
  should: "warning",
  advice: "information",
};

function isRequirement(value: Requirement | undefined): value is Requirement {
  return value !== undefined;
}

/** What the policy says of a rule, or undefined where the rule does not apply. */
export function verdictOn(rule: RuleHead, policy: Policy): RuleVerdict | undefined {
  const level = policy.levels[rule.id];
  if (level === "off") return undefined;
  if (policy.only && !policy.only.has(rule.id)) return undefined;
  const { marketplaces } = policy;
  const asked = rule.requirements.map(requirementById).filter(isRequirement);
  const requirements =
    marketplaces.length === 0 ? asked : asked.filter((requirement) => marketplaces.includes(requirement.marketplace));
  if (rule.marketplaces && !rule.marketplaces.some((id) => marketplaces.includes(id))) return undefined;
  if (level !== undefined) return { severity: level, requirements, fixed: true };
  return { severity: derivedSeverity(rule, asked, requirements, policy.profile), requirements, fixed: false };
}

function derivedSeverity(
  rule: RuleHead,
  asked: readonly Requirement[],
  own: readonly Requirement[],
  profile: ProfileId | undefined,
): Severity {
  const strongest = (from: readonly Requirement[]): Severity =>
    from.reduce<Severity>((worst, requirement) => worse(worst, severityOfWord[wordUnder(profile, requirement)]), "information");
  if (own.length > 0) return milder(rule.severity, strongest(own));
  // No marketplace of this app asks for it, yet others do: good practice, never a reason to fail.
  if (asked.length > 0) return milder(rule.severity, milder("warning", strongest(asked)));
  return rule.severity;
}

/** How binding a requirement is under a profile. */
function wordUnder(profile: ProfileId | undefined, { word, mustUnder }: Requirement): RequirementWord {
  return profile !== undefined && mustUnder === profile ? "must" : word;
}
