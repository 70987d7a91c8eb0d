import type { Requirement } from "../../../core/requirement.ts";
import { requirementTable } from "../../requirementTable.ts";
import { responsibilityPage } from "../pages.ts";

/** What Forge's model of shared responsibility adds for every Forge app. */
export const forgeResponsibilityRequirements: readonly Requirement[] = requirementTable("atlassian", responsibilityPage, [
  {
    id: "atlassian/egress-explicit",
    clause: "Your responsibilities: egress",
    ref: "AT-responsibility",
    text: "Every domain that the app calls is declared by name: broad wildcards are strongly discouraged, and the Government Cloud forbids them.",
    word: "should",
    check: "automatic",
    evidence: "The list of outside domains, each with its purpose.",
  },
], "forge");
