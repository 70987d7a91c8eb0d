import type { ProfileId, Requirement } from "../../../core/requirement.ts";
import { requirementTable } from "../../requirementTable.ts";
import { governmentPage } from "../pages.ts";

/** A configuration says which app is meant for that cloud: no file of the app does. */
const profile: ProfileId = "atlassian-government";

/** What holds for apps in Atlassian's Government Cloud. There each of these is a MUST; for every other app they are advice. */
export const governmentCloudRequirements: readonly Requirement[] = requirementTable("atlassian", governmentPage, [
  {
    id: "atlassian/government-forge-oauth",
    clause: "Government Cloud: authorization",
    ref: "AT-government",
    text: "For the Government Cloud: authorization is by Forge's OAuth 2.0 alone.",
    word: "advice",
    check: "partial",
    evidence: "A statement on every way the app is authorised.",
  },
  {
    id: "atlassian/government-no-anonymous-endpoint",
    clause: "Government Cloud: endpoints",
    ref: "AT-government",
    text: "For the Government Cloud: no web trigger and no remote goes without authentication.",
    word: "advice",
    check: "partial",
    evidence: "The list of web triggers and remotes, each with how the caller is known.",
  },
  {
    id: "atlassian/government-permission-check",
    clause: "Government Cloud: permissions",
    ref: "AT-government",
    text: "For the Government Cloud: permission is checked before asApp() or the app's system token acts for a user.",
    word: "advice",
    check: "partial",
    evidence: "The list of these calls, each with its check.",
  },
  {
    id: "atlassian/government-no-credentials",
    clause: "Government Cloud: credentials",
    ref: "AT-government",
    text: "For the Government Cloud: the app handles no Atlassian credential of any kind, from user tokens to OAuth client secrets.",
    word: "advice",
    check: "automatic",
    evidence: "A statement on what users and administrators enter into the app.",
  },
  {
    id: "atlassian/government-no-wildcard-egress",
    clause: "Government Cloud: egress",
    ref: "AT-government",
    text: "For the Government Cloud: a wildcard is forbidden in the egress permissions, and every domain is listed.",
    word: "advice",
    check: "automatic",
    evidence: "The list of outside domains, each with its purpose.",
  },
  {
    id: "atlassian/government-encryption",
    clause: "Government Cloud: encryption",
    ref: "AT-government",
    text: "For the Government Cloud: HTTPS with TLS 1.2 or later in transit, AES-256 or its equal at rest.",
    word: "advice",
    check: "partial",
    evidence: "The report of a TLS test and the encryption settings of each data store.",
  },
  {
    id: "atlassian/government-no-child-processes",
    clause: "Government Cloud: code execution",
    ref: "AT-government",
    text: "For the Government Cloud: the app starts no child process.",
    word: "advice",
    check: "automatic",
    evidence: "A statement on every process that the app starts.",
  },
  {
    id: "atlassian/government-inline-scripts",
    clause: "Government Cloud: content permissions",
    ref: "AT-government",
    text: "For the Government Cloud: unsafe-inline and unsafe-eval are avoided.",
    word: "advice",
    check: "automatic",
    evidence: "The reason for each unsafe source that remains.",
  },
]).map((requirement) => ({ ...requirement, mustUnder: profile }));
