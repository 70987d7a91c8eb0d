import type { Requirement } from "../core/requirement.ts";
import { akeneoRequirements } from "./akeneo/requirements.ts";
import { atlassianRequirements } from "./atlassian/requirements.ts";
import { openchannelRequirements } from "./openchannel/requirements.ts";
import { superofficeRequirements } from "./superoffice/requirements.ts";

const catalogue: readonly Requirement[] = Object.freeze([
  ...atlassianRequirements,
  ...akeneoRequirements,
  ...superofficeRequirements,
  ...openchannelRequirements,
]);

const byId: ReadonlyMap<string, Requirement> = new Map(catalogue.map((requirement) => [requirement.id, requirement]));

/** Every requirement of every marketplace, in the order of the marketplaces and of their own pages. */
export function requirementCatalogue(): readonly Requirement[] {
  return catalogue;
}

/** The requirement of an id such as `superoffice/cookies-http-only`. */
export function requirementById(id: string): Requirement | undefined {
  return byId.get(id);
}
