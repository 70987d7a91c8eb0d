import type { Requirement } from "../../../core/requirement.ts";
import { requirementTable } from "../../requirementTable.ts";
import { cloudAppsPage, connectPage } from "../pages.ts";

const authentication = requirementTable("atlassian", cloudAppsPage, [
  {
    id: "atlassian/connect-authentication-jwt",
    clause: "1.1 Connect: authentication type",
    ref: "AT-connect-1.1",
    text: "A Connect descriptor asks for JWT authentication; none passes only where every endpoint serves static content.",
    word: "must",
    check: "automatic",
    evidence: "For type none: the list of endpoints, all static.",
  },
  {
    id: "atlassian/connect-jwt-verified",
    clause: "1.2 Connect: verification of the JWT",
    ref: "AT-connect-1.2",
    text: "The server verifies the JWT of each authenticated request and checks the user's permission.",
    word: "must",
    check: "automatic",
    evidence: "The list of routes, each with its verification.",
  },
  {
    id: "atlassian/connect-query-string-hash",
    clause: "1.3 Connect: context JWT",
    ref: "AT-connect-1.3",
    text: "A context JWT is not accepted where one for the frame or the server belongs: the query string hash is checked.",
    word: "must",
    check: "automatic",
    evidence: "The list of routes that take a context JWT, with the reason.",
  },
  {
    id: "atlassian/connect-signed-install",
    clause: "1.4 Connect: lifecycle calls",
    ref: "AT-connect-1.4",
    text: "Install and uninstall calls are verified by the signed-install method; Bitbucket is exempt.",
    word: "must",
    check: "automatic",
    evidence: "The place in the code that verifies lifecycle calls.",
  },
], "connect");

const closing = requirementTable("atlassian", connectPage, [
  {
    id: "atlassian/move-to-forge",
    clause: "End of Connect",
    ref: "AT-connect-end",
    text: "A Connect app is moved to Forge: since 2025-09-17 no new one is listed, and since 2026-03-31 a listed one can no longer be updated.",
    word: "advice",
    check: "automatic",
    evidence: "The plan for the move to Forge.",
  },
], "connect");

/** What is asked of Connect apps besides. */
export const connectRequirements: readonly Requirement[] = [...authentication, ...closing];
