import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { askedCredentials } from "./atlassian/askedCredentials.ts";
import { accountSignIns, keptCredentials } from "./atlassian/atlassianCalls.ts";
import { atlassianUserCredentialExamples } from "./atlassian/atlassianUserCredentialExamples.ts";

/** What a developer runs with their own account. */
const developersProgram = /(?:^|\/)(?:scripts?|bin|tools?|\.github|ci|seeds?|e2e|[\w-]+-e2e)\//i;
const advice = "Call Atlassian's interfaces as the app or as the user, through Forge's functions, Connect's JWT or OAuth 2.0.";

/** One of these is in every file with a finding; keeps other files from being parsed. */
const credentialMark = /Basic\s|\bauth\b|basic_auth|authentication|password|api[-_ ]?token|app[-_ ]password/i;

/** So is one of these. */
const atlassianMark = /atlassian|jira|confluence|bitbucket|\/rest\/(?:api|agile|servicedeskapi)\/|\/wiki\//i;

function isJudged({ path, text }: Document): boolean {
  return !isTestPath(path) && !isDocumentationPath(path) && !developersProgram.test(path) && !text.startsWith("#!");
}

function promising(document: Document): boolean {
  return isJudged(document) && credentialMark.test(document.text) && atlassianMark.test(document.text);
}

function check(document: Document, report: Report): void {
  if (!isJudged(document)) return;
  for (const range of accountSignIns(document)) {
    report({ range, message: `This signs in to Atlassian with the password or API token of an account, which apps must not use. ${advice}` });
  }
  for (const range of keptCredentials(document)) {
    report({ range, message: `This keeps the password or API token of an Atlassian account, which apps must not collect. ${advice}` });
  }
  for (const range of askedCredentials(document)) {
    report({ range, message: `This asks people for the password or API token of their Atlassian account, which apps must not collect. ${advice}` });
  }
}

export default defineRule({
  id: "atlassian-user-credential",
  title: "Credential of an Atlassian account",
  concern: "secrets",
  languages: ["typescript", "html"],
  marketplaces: ["atlassian"],
  triggers: ["atlassian.net", "api.atlassian.com", "api.bitbucket.org", "/rest/api/", "/wiki/api/", "/rest/agile/", "api-tokens", "app-passwords", "jira.js", "confluence.js", "jira-client", "jira-connector", "confluence-api", "api token", "apitoken", "api_token", "api-token", "jira password", "jirapassword"],
  requirements: ["atlassian/no-atlassian-credentials", "atlassian/government-no-credentials", "superoffice/no-user-credentials-stored"],
  severity: "error",
  cwe: [522],
  fix: "none",
  documentation: {
    wrong:
      "The app signs in to Atlassian with an account's e-mail address and password or API token (a Basic header or `auth` option of a request to Atlassian, a client library with such options), keeps such a credential, or has a field or a link that asks people for one.",
    why:
      "An API token has all rights of the person who made it, on every site, until it expires: an app that holds tokens can do more than its users granted. Atlassian forbids to collect them, and rejects apps that do.",
    fix:
      "On Forge call `requestJira` or `requestConfluence` as the user or as the app; in Connect sign a JWT with the shared secret; elsewhere use OAuth 2.0 with the scopes that the app needs. Then delete what was collected.",
    suppress: "Where the program is no app: a script that developers run with their own account.",
  },
  examples: atlassianUserCredentialExamples,
  promising,
  check,
});
