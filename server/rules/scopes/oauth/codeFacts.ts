import type { Document } from "../../../core/document.ts";
import { defineFactSource, type AddFact, type Fact } from "../../../core/fact.ts";
import { isDocumentationPath, isTestPath } from "../../../core/filePurpose.ts";
import { akeneoAccessors } from "../akeneo/phpClient.ts";
import { askedLists } from "../askedScopes.ts";
import {
  akeneoVocabulary, atlassianOAuthVocabulary, bitbucketVocabulary, connectVocabulary, superofficeVocabulary, trelloVocabulary, type Vocabulary,
} from "../vocabularies.ts";
import type { CodeScopeFact, CodeSystemId } from "./codeFact.ts";
import { addPhpRequests } from "./phpRequests.ts";
import { addRequests } from "./requests.ts";
import { addWebhooks } from "./signs.ts";

const systemOf: ReadonlyMap<Vocabulary, CodeSystemId> = new Map<Vocabulary, CodeSystemId>([
  [akeneoVocabulary, "akeneo"],
  [atlassianOAuthVocabulary, "atlassian-oauth"],
  [bitbucketVocabulary, "bitbucket"],
  [connectVocabulary, "connect"],
  [superofficeVocabulary, "superoffice"],
  [trelloVocabulary, "trello"],
]);

function collect(document: Document, add: AddFact<CodeScopeFact>): void {
  if (isTestPath(document.path) || isDocumentationPath(document.path)) return;
  for (const { vocabulary, scopes, complete } of askedLists(document)) {
    const system = systemOf.get(vocabulary);
    const list = `${document.path}:${scopes[0]?.range.start ?? 0}`;
    if (!system) continue;
    for (const { name, range } of scopes) add(range, { kind: "asked", system, list, name: system === "connect" ? name.toUpperCase() : name, complete });
  }
  if (document.language === "typescript" || document.language === "html") addRequests(document, add);
  if (document.language === "php") addPhpRequests(document, add);
  if (document.language === "json") addWebhooks(document, add);
}

/** Words of which one is in every file that makes requests, by the system. Looked for where an app asks for scopes. */
const requestWords: Readonly<Record<CodeSystemId, readonly string[]>> = {
  akeneo: ["api/rest/v1", "api/oauth/v1", "akeneo", ...akeneoAccessors],
  "atlassian-oauth": [],
  bitbucket: ["api.bitbucket.org", "bitbucket"],
  connect: ["rest/api", "rest/agile", "rest/servicedeskapi", "api/v2", "AP", "httpClient", "asUser", "asUserByAccountId", "jwt-bearer"],
  superoffice: [],
  trello: ["api.trello.com", "Trello", "trello", "getRestApi"],
};
const clientWords = ["fetch", "axios", "got", "ky", "superagent", "XMLHttpRequest", "ajax", "undici", "request"];

function learns(facts: readonly Fact<CodeScopeFact>[]): readonly string[] {
  const systems = new Set(facts.flatMap(({ value }) => (value.kind === "asked" ? [value.system] : [])));
  const own = [...systems].flatMap((system) => requestWords[system]);
  const wrappers = facts.flatMap(({ value }) => ("wrapper" in value ? value.wrapper.names : []));
  return own.length === 0 ? [] : [...new Set([...own, ...clientWords, ...wrappers])].filter((word) => word.length > 1);
}

/** The scopes that code, descriptors and configuration ask for, with the requests that need them. */
export const codeScopeFacts = defineFactSource<CodeScopeFact>({
  id: "code-scopes",
  languages: ["typescript", "html", "json", "yaml", "dotenv", "php"],
  triggers: [
    "baseUrl", ".authorize(", "1/authorize", "authorizeToken", "apps/v1/authorize", "auth.atlassian.com", "trelloParams", "offline_access",
    "_SCOPE", "superoffice.com/login", "site/oauth2", "authenticate(\"bitbucket\"", "authenticate('bitbucket'", "read_products", "read_catalog",
  ],
  promising: ({ text }, hits) => hits.some(({ trigger }) => trigger !== "baseUrl") || text.includes("scopes"),
  learns,
  collect,
});

/** Marks the folder of a project, so that requests are counted for the app they belong to. */
export const projectFacts = defineFactSource<null>({
  id: "project-files",
  languages: ["json"],
  triggers: [],
  fileNames: ["package.json", "composer.json"],
  tier: "text",
  collect: (_document, add) => add({ start: 0, end: 1 }, null),
});
