import type * as Sarif from "sarif";
import { marketplaceIds, marketplaceTitles, type MarketplaceId, type Requirement } from "../core/requirement.ts";
import type { RuleMetadata } from "../core/rule.ts";
import { ruleUrl } from "../core/ruleUrl.ts";
import { requirementById, requirementCatalogue } from "../marketplaces/index.ts";

/** Rules and taxonomies of a SARIF run, and where they stand in their lists. */
export interface SarifCatalogue {
  readonly rules: Sarif.ReportingDescriptor[];
  readonly ruleIndex: ReadonlyMap<string, number>;
  readonly taxonomies: Sarif.ToolComponent[];
  readonly references: Sarif.ToolComponentReference[];
  /** A reference to a requirement by its id; none where it is not in the run. */
  readonly requirementReference: (id: string) => Sarif.ReportingDescriptorReference[];
}

const levels = { error: "error", warning: "warning", information: "note" } as const;

/** Describes rules, the weaknesses they name, and the requirements of the marketplaces that apply (all, where none does). */
export function sarifCatalogue(rules: readonly RuleMetadata[], marketplaces: readonly MarketplaceId[]): SarifCatalogue {
  const shown = marketplaces.length === 0 ? marketplaceIds : marketplaces;
  const requirements = requirementCatalogue();
  const cwe = [...new Set(rules.flatMap((rule) => rule.cwe))].sort((left, right) => left - right);
  const taxonomies = [cweTaxonomy(cwe), ...shown.map((id) => marketplaceTaxonomy(id, requirements))];
  const references = taxonomies.map(({ name }, index) => ({ name, index }));
  const cweReferences = (numbers: readonly number[]): Sarif.ReportingDescriptorReference[] =>
    numbers.map((number) => ({ id: String(number), index: cwe.indexOf(number), toolComponent: { name: "CWE", index: 0 } }));
  const requirementReference = (id: string): Sarif.ReportingDescriptorReference[] => {
    const marketplace = requirementById(id)?.marketplace;
    const toolComponent = references.find(({ name }) => marketplace && name === marketplaceTitles[marketplace]);
    if (!toolComponent) return [];
    const index = taxonomies[toolComponent.index]?.taxa?.findIndex((taxon) => taxon.id === id) ?? -1;
    return index < 0 ? [] : [{ id, index, toolComponent }];
  };
  return {
    rules: rules.map((rule) => descriptorOf(rule, [...cweReferences(rule.cwe), ...rule.requirements.flatMap(requirementReference)])),
    ruleIndex: new Map(rules.map((rule, index) => [rule.id, index])),
    taxonomies,
    references,
    requirementReference,
  };
}

function descriptorOf(rule: RuleMetadata, targets: readonly Sarif.ReportingDescriptorReference[]): Sarif.ReportingDescriptor {
  const { wrong, why, fix } = rule.documentation;
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title },
    fullDescription: { text: plain(wrong) },
    help: { text: [wrong, why, fix].map(plain).join("\n\n"), markdown: `${wrong}\n\n${why}\n\n${fix}` },
    helpUri: ruleUrl(rule.id),
    defaultConfiguration: { level: levels[rule.severity] },
    relationships: targets.map((target) => ({ target, kinds: ["relevant"] })),
    properties: { tags: ["security", rule.concern, ...rule.cwe.map((number) => `CWE-${number}`)] },
  };
}

/** Markdown's code marks and links mean nothing in a plain text. */
function plain(markdown: string): string {
  return markdown.replace(/`/g, "").replace(/\[([^\]]{0,500})\]\([^)]{0,500}\)/g, "$1");
}

function cweTaxonomy(numbers: readonly number[]): Sarif.ToolComponent {
  return {
    name: "CWE",
    organization: "MITRE",
    informationUri: "https://cwe.mitre.org/",
    shortDescription: { text: "Common Weakness Enumeration" },
    isComprehensive: false,
    taxa: numbers.map((number) => ({
      id: String(number),
      helpUri: `https://cwe.mitre.org/data/definitions/${number}.html`,
    })),
  };
}

function marketplaceTaxonomy(id: MarketplaceId, requirements: readonly Requirement[]): Sarif.ToolComponent {
  return {
    name: marketplaceTitles[id],
    organization: marketplaceTitles[id],
    shortDescription: { text: `What ${marketplaceTitles[id]} demands of the apps in its marketplace` },
    isComprehensive: false,
    taxa: requirements
      .filter(({ marketplace }) => marketplace === id)
      .map((requirement) => ({
        id: requirement.id,
        name: requirement.ref,
        shortDescription: { text: requirement.clause },
        fullDescription: { text: requirement.text },
        properties: { word: requirement.word, check: requirement.check, source: requirement.source },
      })),
  };
}
