import type { Requirement } from "../../../core/requirement.ts";
import { requirementTable } from "../../requirementTable.ts";
import { checklistPage, credentialsPage } from "../pages.ts";

/** What the certification and validation checklists add to the security page. */
const checklist = requirementTable("superoffice", checklistPage, [
  {
    id: "superoffice/tokens-validated",
    clause: "Security",
    ref: "SO-5b",
    text: "Every token received from SuperOffice is validated: signature, issuer, audience and life time.",
    word: "must",
    check: "automatic",
    evidence: "The place in the code that validates tokens.",
  },
  {
    id: "superoffice/web-panel-parameters",
    clause: "Protect your web panels",
    ref: "SO-7b",
    text: "A web panel's address carries uctx and usid, and never usec.",
    word: "must",
    check: "automatic",
    evidence: "The addresses of all web panels.",
  },
  {
    id: "superoffice/database-protected",
    clause: "System user and important rules",
    ref: "SO-15b",
    text: "The database is kept from harm: the owner company is never renamed, a person who is an associate is not moved to another company.",
    word: "must",
    check: "partial",
    evidence: "The list of bulk operations with their guards.",
  },
  {
    id: "superoffice/error-pages",
    clause: "Error handling",
    ref: "SO-33",
    text: "An error page is shown that lays bare neither code nor stack.",
    word: "must",
    check: "automatic",
    evidence: "A picture of the error page in production.",
  },
  {
    id: "superoffice/input-validated",
    clause: "Security",
    ref: "SO-2.2",
    text: "All data is validated when it comes in and escaped when it goes out.",
    word: "must",
    check: "partial",
    evidence: "A review of inputs and outputs, or the report of a penetration test.",
  },
  {
    id: "superoffice/web-panel-urls-secure",
    clause: "Security",
    ref: "SO-2.2",
    text: "All redirect URLs, and all URLs inside web panels, are secure.",
    word: "must",
    check: "partial",
    evidence: "The list of these addresses with their TLS grade.",
  },
  {
    id: "superoffice/search-length",
    clause: "Limit your searches",
    ref: "SO-2.2",
    text: "A search starts only when the user has typed at least three characters.",
    word: "must",
    check: "manual",
    evidence: "A demonstration of each search field.",
  },
  {
    id: "superoffice/automatic-provisioning",
    clause: "Provisioning",
    ref: "SO-2.2",
    text: "Web panels, fields and the like are set up by the program, not by an administrator after the installation.",
    word: "must",
    check: "manual",
    evidence: "A recording of an installation into an empty tenant.",
  },
  {
    id: "superoffice/tenant-status",
    clause: "Tenants",
    ref: "SO-2.2",
    text: "The status page of the customer's tenant is looked at before actions, and times without access are borne.",
    word: "must",
    check: "partial",
    evidence: "The place in the code that asks for the tenant's status.",
  },
]);

/** What the pages on credentials and sign-in flows ask. */
const credentials = requirementTable("superoffice", credentialsPage, [
  {
    id: "superoffice/secrets-stored-securely",
    clause: "Terminology, client ID and client secret",
    ref: "SO-2.2",
    text: "The client secret counts as a password and is stored like one; the private key is kept somewhere safe.",
    word: "must",
    check: "automatic",
    evidence: "A description of where secret and private key are kept for each environment.",
  },
  {
    id: "superoffice/secret-per-environment",
    clause: "Application environments",
    ref: "SO-2.2",
    text: "Development, stage and production have their own client id, secret and certificate.",
    word: "must",
    check: "partial",
    evidence: "The configuration of the environments, secrets left out.",
  },
  {
    id: "superoffice/no-refresh-token-in-browser",
    clause: "Authorization code flow",
    ref: "SO-2.2",
    text: "A refresh token is never stored in the browser.",
    word: "must",
    check: "partial",
    evidence: "A description of where tokens are kept.",
  },
]);

/** The checklists of certification and validation, and the pages they point to. */
export const checklistRequirements: readonly Requirement[] = [...checklist, ...credentials];
