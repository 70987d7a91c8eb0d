import type { Requirement } from "../../../core/requirement.ts";
import { requirementTable } from "../../requirementTable.ts";
import { trelloPage } from "../pages.ts";

/** What is asked of Trello Power-Ups and of other users of Trello's API. */
export const trelloRequirements: readonly Requirement[] = requirementTable("atlassian", trelloPage, [
  {
    id: "atlassian/trello-token-lifetime",
    clause: "Trello: authorization, expiration",
    ref: "AT-trello",
    text: "A Trello token expires: expiration=never is not asked for.",
    word: "should",
    check: "automatic",
    evidence: "The reason for a life time longer than a day.",
  },
  {
    id: "atlassian/trello-least-privilege",
    clause: "Trello: authorization, scope",
    ref: "AT-trello",
    text: "A Power-Up asks for no more of read, write and account than it uses, and for no enterprise scope without need.",
    word: "must",
    check: "automatic",
    evidence: "The list of requested scopes, each with the calls that need it.",
  },
  {
    id: "atlassian/trello-token-storage",
    clause: "Trello: storage of tokens",
    ref: "AT-trello",
    text: "A user's token is kept where only that user's Power-Up reads it: not in an address, a log, local storage or data shared with the board.",
    word: "must",
    check: "partial",
    evidence: "A description of where tokens are kept.",
  },
  {
    id: "atlassian/trello-safe-rendering",
    clause: "Power-Up security: cross-site scripting",
    ref: "AT-trello",
    text: "What users wrote is shown through t.safe() or an equal, never as markup.",
    word: "should",
    check: "partial",
    evidence: "The list of places that show what users wrote.",
  },
  {
    id: "atlassian/trello-allowed-origins",
    clause: "Power-Up security: API key",
    ref: "AT-trello",
    text: "The API key's allowed origins are limited to the Power-Up's own.",
    word: "should",
    check: "manual",
    evidence: "The allowed origins as they stand in the Power-Up's administration.",
  },
  {
    id: "atlassian/trello-member-privacy",
    clause: "Power-Up privacy: compliance",
    ref: "AT-trello",
    text: "A Power-Up that stores personal data asks the plugin compliance endpoint and deletes what it is told to; the older endpoint was removed after 2025-09-08.",
    word: "must",
    check: "partial",
    evidence: "The job that asks the endpoint, with its log.",
  },
  {
    id: "atlassian/trello-vulnerability-policy",
    clause: "Power-Up security: policy",
    ref: "AT-trello",
    text: "There is a policy for faults that others report in the Power-Up.",
    word: "should",
    check: "manual",
    evidence: "The address of the policy.",
  },
], "trello");
