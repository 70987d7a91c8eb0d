import type { Requirement } from "../../core/requirement.ts";
import { authenticationRequirements } from "./clauses/authentication.ts";
import { checklistRequirements } from "./clauses/checklist.ts";
import { dataAccessRequirements } from "./clauses/dataAccess.ts";
import { environmentRequirements } from "./clauses/environment.ts";

/** What SuperOffice asks of standard and custom apps. */
export const superofficeRequirements: readonly Requirement[] = [
  ...authenticationRequirements,
  ...dataAccessRequirements,
  ...environmentRequirements,
  ...checklistRequirements,
];
