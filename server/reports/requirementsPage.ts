import { marketplaceIds, marketplaceTitles, type Requirement, type RequirementCheck } from "../core/requirement.ts";
import { requirementCatalogue } from "../marketplaces/index.ts";
import { servingRules } from "./requirementMatrix.ts";

const checks: Readonly<Record<RequirementCheck, string>> = { automatic: "yes", partial: "in part", manual: "no: evidence" };

/** Every requirement of every marketplace, in Markdown, with the rules that look for it. */
export function requirementsPage(): string {
  const rules = servingRules();
  const sections = marketplaceIds.map((id) => {
    const own = requirementCatalogue().filter(({ marketplace }) => marketplace === id);
    return `## ${marketplaceTitles[id]}\n\n${own.map((requirement) => section(requirement, (rules.get(requirement.id) ?? []).map((rule) => rule.id))).join("\n\n")}`;
  });
  const intro =
    "Generated from `server/marketplaces` by `npm run generate`. The words are ours; the clause and the source name the marketplace's own. " +
    "\"Checked\" says what a tool can see of a requirement; what it cannot see is answered in `.marketlint.yml` under `evidence`.";
  return `# Requirements\n\n${intro}\n\n${sections.join("\n\n")}\n`;
}

function section({ id, clause, word, check, text, evidence, source }: Requirement, rules: readonly string[]): string {
  const by = rules.length > 0 ? `: ${rules.map((rule) => `[${rule}](rules/${rule}.md)`).join(", ")}` : "";
  return `### ${id}\n\n${clause} · ${word.toUpperCase()} · checked: ${checks[check]}${by}\n\n${text}\n\nEvidence: ${evidence}\n\nSource: ${source}`;
}
