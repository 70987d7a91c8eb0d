import { describeForgeScope } from "../forge/scopeDescriptions.ts";
import { listEditor } from "./listEdits.ts";
import { codeApps } from "./apps.ts";
import { codeScopeFacts, projectFacts } from "./codeFacts.ts";
import type { ScopeSystem } from "../system.ts";
import { atlassianOAuthVocabulary } from "../vocabularies.ts";

/**
 * Atlassian's OAuth 2.0, Trello's since 2026-09 included: options of login libraries and authorize addresses. Servers that
 * use such tokens are mostly elsewhere, so only the list itself is judged.
 */
export const atlassianOAuthSystem: ScopeSystem = {
  id: "atlassian-oauth",
  vocabulary: atlassianOAuthVocabulary,
  sources: [codeScopeFacts, projectFacts],
  appsIn: (facts) => codeApps(facts, atlassianOAuthSystem, { system: "atlassian-oauth", read: () => undefined, noCalls: "The calls with this token are not followed" }),
  judges: () => false,
  includes: () => [],
  breadth: () => 0,
  isPowerful: (name) => /^(?:write|delete|manage|admin)/.test(name),
  describe: (name) => (name === "offline_access" ? "A refresh token, so that access lasts without the user" : describeForgeScope(name)),
  edit: listEditor,
};
