import { codeApps } from "../oauth/apps.ts";
import { codeScopeFacts, projectFacts } from "../oauth/codeFacts.ts";
import { listEditor } from "../oauth/listEdits.ts";
import type { ScopeSystem } from "../system.ts";
import { superofficeVocabulary } from "../vocabularies.ts";

/** SuperOffice's sign-in: `openid` is all that there is, and it needs no call to show what it is for. */
export const superofficeSystem: ScopeSystem = {
  id: "superoffice",
  vocabulary: superofficeVocabulary,
  sources: [codeScopeFacts, projectFacts],
  appsIn: (facts) => codeApps(facts, superofficeSystem, { system: "superoffice", read: () => undefined, noCalls: "What a user may do decides what the app may" }),
  judges: () => false,
  includes: () => [],
  breadth: () => 0,
  isPowerful: () => false,
  describe: (name) => (name === "openid" ? "Who the user is, and which tenant" : undefined),
  edit: listEditor,
};
