import type { Requirement } from "../../core/requirement.ts";
import { cloudAppRequirements } from "./clauses/cloudApps.ts";
import { connectRequirements } from "./clauses/connect.ts";
import { forgeContainerRequirements } from "./clauses/forgeContainers.ts";
import { forgeQuestionnaireRequirements } from "./clauses/forgeQuestionnaire.ts";
import { forgeResponsibilityRequirements } from "./clauses/forgeResponsibility.ts";
import { governmentCloudRequirements } from "./clauses/governmentCloud.ts";
import { trelloRequirements } from "./clauses/trello.ts";
import { update2026Requirements } from "./clauses/update2026.ts";

/** What Atlassian asks of Forge, Connect and OAuth 2.0 apps and of Trello Power-Ups. */
export const atlassianRequirements: readonly Requirement[] = [
  ...cloudAppRequirements,
  ...connectRequirements,
  ...update2026Requirements,
  ...forgeQuestionnaireRequirements,
  ...forgeResponsibilityRequirements,
  ...forgeContainerRequirements,
  ...governmentCloudRequirements,
  ...trelloRequirements,
];
