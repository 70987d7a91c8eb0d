import type { Requirement } from "../../../core/requirement.ts";
import { requirementTable } from "../../requirementTable.ts";
import { securityPage } from "../pages.ts";

/** How the app reads and writes the customer's data. */
export const dataAccessRequirements: readonly Requirement[] = requirementTable("superoffice", securityPage, [
  {
    id: "superoffice/data-through-apis",
    clause: "Data access",
    ref: "SO-15",
    text: "The database is read and written through SuperOffice's APIs alone, which keep it consistent.",
    word: "must",
    check: "partial",
    evidence: "The list of data accesses with the API that each one uses.",
  },
  {
    id: "superoffice/permissions-respected",
    clause: "Data access",
    ref: "SO-16",
    text: "The permissions of role, group and user hold in the app too.",
    word: "must",
    check: "partial",
    evidence: "A test with a user of few rights.",
  },
  {
    id: "superoffice/sentry-rules",
    clause: "Data access",
    ref: "SO-16b",
    text: "Sentry rules are followed; they are not switched off.",
    word: "must",
    check: "partial",
    evidence: "The NetServer configuration of production.",
  },
  {
    id: "superoffice/sentry-feedback",
    clause: "Data access",
    ref: "SO-16c",
    text: "The user is told when sentry denies access.",
    word: "must",
    check: "partial",
    evidence: "A picture of the message for a denied access.",
  },
  {
    id: "superoffice/system-user-care",
    clause: "Data access",
    ref: "SO-16d",
    text: "A system user passes all sentry rules: what it does is chosen with care and not driven by a user's request.",
    word: "should",
    check: "partial",
    evidence: "The list of tasks that run as the system user, each with its reason.",
  },
  {
    id: "superoffice/extra-data-tables",
    clause: "Data access",
    ref: "SO-17",
    text: "Extra data goes into the Preference, ForeignKey, ForeignDevice and ForeignApp tables; further tables stand in the partner's own cloud.",
    word: "must",
    check: "manual",
    evidence: "The data model with the place of each table.",
  },
]);
