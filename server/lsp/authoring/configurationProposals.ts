import { marketplaceIds, marketplaceTitles, profileIds } from "../../core/requirement.ts";
import { severities } from "../../core/severity.ts";
import { yamlCursor, type YamlCursor } from "../../languages/yaml/cursor.ts";
import { requirementCatalogue } from "../../marketplaces/index.ts";
import { ruleIds } from "../../rules/ruleIds.ts";
import { rulesById } from "../../rules/ruleHeads.ts";
import type { Proposal, Proposals } from "../../rules/scopes/completion/proposal.ts";

/** The keys of `.marketlint.yml`, each with what it says. */
const keys: Readonly<Record<string, string>> = {
  marketplaces: "The marketplaces whose requirements hold",
  profile: "A stricter edition of a marketplace's demands",
  rules: "How bad a rule's findings are here, or off",
  ignore: "Files and folders to leave out",
  scopes: "Scopes that are right though no call shows it",
  evidence: "Answers to requirements that no tool can see",
};

const scopeKeys = ["scope", "reason"];
const statementKeys = ["statement", "link", "by", "on", "expires"];

/** What can be written at a place of a `.marketlint.yml` that may be half written. */
export function configurationProposals(text: string, offset: number): Proposals | undefined {
  const cursor = yamlCursor(text, offset);
  const proposals = cursor && namesAt(cursor).filter(([name]) => !cursor.others.includes(name));
  if (!cursor || !proposals || proposals.length === 0) return undefined;
  const isKey = cursor.kind === "entry" && !(cursor.inList && cursor.path[0] === "marketplaces");
  return {
    range: cursor.range,
    proposals: proposals.map(([name, detail], rank): Proposal => ({ label: name, kind: isKey ? "key" : "value", detail, newText: isKey ? `${name}:` : name, rank })),
  };
}

function namesAt({ path, kind, inList }: YamlCursor): (readonly [string, string])[] {
  const [first, second, ...more] = path;
  if (kind === "value") {
    if (first === "profile" && second === undefined) return profileIds.map((id) => [id, ""]);
    return first === "rules" && second !== undefined && more.length === 0 ? [...severities, "off"].map((level) => [level, ""]) : [];
  }
  if (first === undefined) return inList ? [] : Object.entries(keys);
  if (first === "marketplaces" && second === undefined) return marketplaceIds.map((id) => [id, marketplaceTitles[id]]);
  if (first === "rules" && second === undefined) return ruleIds.map((id) => [id, rulesById.get(id)?.title ?? ""]);
  if (first === "scopes" && second === undefined) return scopeKeys.map((key) => [key, ""]);
  if (first !== "evidence") return [];
  if (second === undefined) return requirementCatalogue().map(({ id, clause }) => [id, clause]);
  return more.length === 0 ? statementKeys.map((key) => [key, ""]) : [];
}
