import type { JudgedFinding } from "../core/finding.ts";
import { marketplaceTitles } from "../core/requirement.ts";
import { requirementById } from "../marketplaces/index.ts";

/** Who asks for what a finding breaks: marketplace and clause, each once, though a clause may hold several requirements. */
export function clausesOf(finding: JudgedFinding): string[] {
  const clauses = finding.requirements.flatMap((id) => {
    const requirement = requirementById(id);
    return requirement ? [`${marketplaceTitles[requirement.marketplace]}, ${requirement.clause}`] : [];
  });
  return [...new Set(clauses)];
}
