import { appKindTitles, marketplaceTitles, type MarketplaceId, type Requirement, type RequirementWord } from "../core/requirement.ts";
import { requirementById } from "../marketplaces/index.ts";
import { servingRules } from "./requirementMatrix.ts";
import { sectionsOf, submissionForms } from "./submission/forms.ts";

const words: Readonly<Record<RequirementWord, string>> = {
  must: "Demanded",
  should: "Expected",
  advice: "Advised",
};

/**
 * What the developers of apps for one marketplace have to do, as a list to work through: each demand with the rules that look
 * for it and what a reviewer accepts. Made to be published as it is.
 */
export function guidancePage(marketplace: MarketplaceId): string {
  const { introduction } = submissionForms[marketplace];
  const sections = sectionsOf(marketplace).map(({ title, requirements }) => {
    const items = requirements.flatMap((id) => {
      const requirement = requirementById(id);
      return requirement ? [item(requirement)] : [];
    });
    return `## ${title}\n\n${items.join("\n\n")}`;
  });
  const name = marketplaceTitles[marketplace];
  const head = [
    `# Security of apps for ${name}: what to do`,
    `Generated from the requirements and rules by \`npm run generate\`. ${introduction}`,
    `Work through the list, or let the tool do it: \`marketlint audit --marketplace ${marketplace}\` checks what code can show, and \`marketlint report --marketplace ${marketplace} --output DIR\` writes the answers for the submission. What no tool can see is answered in \`.marketlint.yml\` under \`evidence\`.`,
  ];
  return `${[...head, ...sections].join("\n\n")}\n`;
}

function item({ id, clause, word, text, kind, mustUnder, evidence, source }: Requirement): string {
  const rules = servingRules().get(id) ?? [];
  const checked = rules.map((rule) => `[${rule.id}](../rules/${rule.id}.md)`).join(", ");
  const only = [...(kind ? [`for ${appKindTitles[kind]}`] : []), ...(mustUnder ? [`demanded under the profile \`${mustUnder}\``] : [])];
  const about = [words[word], ...only].join(", ");
  const lines = [
    `- [ ] **${text}**`,
    `${about}: ${clause} (\`${id}\`).`,
    checked === "" ? "Checked: by a person." : `Checked by: ${checked}.`,
    `A reviewer accepts: ${evidence}`,
    `Source: ${source}.`,
  ];
  return lines.join("\n  <br>");
}
