import type { Requirement } from "../../../core/requirement.ts";
import { requirementTable } from "../../requirementTable.ts";
import { questionnairePage } from "../pages.ts";

/** The points of the Forge questionnaire: the first three block a listing, the last two are warnings. */
export const forgeQuestionnaireRequirements: readonly Requirement[] = requirementTable("atlassian", questionnairePage, [
  {
    id: "atlassian/remote-token-validated",
    kind: "forge-remote",
    clause: "Failing: remotes, invocation token",
    ref: "AT-questionnaire",
    text: "A remote validates the Forge invocation token of each call.",
    word: "must",
    check: "partial",
    evidence: "The place in the remote's code that validates the token.",
  },
  {
    id: "atlassian/remote-permission-checked",
    kind: "forge-remote",
    clause: "Failing: remotes, permission",
    ref: "AT-questionnaire",
    text: "A remote checks the user's permission before it acts.",
    word: "must",
    check: "partial",
    evidence: "The list of the remote's operations, each with its permission check.",
  },
  {
    id: "atlassian/as-app-permission-checked",
    clause: "Failing: asApp()",
    ref: "AT-questionnaire",
    text: "Before asApp() does something for a user, the permission REST API is asked.",
    word: "must",
    check: "partial",
    evidence: "The list of asApp() calls on a user's path, each with its check.",
  },
  {
    id: "atlassian/as-user-preferred",
    clause: "Warning: asUser()",
    ref: "AT-questionnaire",
    text: "What a user sets off runs as that user, by asUser().",
    word: "should",
    check: "partial",
    evidence: "The reason for each asApp() call on a user's path.",
  },
  {
    id: "atlassian/web-trigger-authenticated",
    clause: "Warning: web triggers",
    ref: "AT-questionnaire",
    text: "A web trigger with a critical function authenticates its caller.",
    word: "should",
    check: "partial",
    evidence: "The list of web triggers, each with how the caller is known.",
  },
], "forge");
