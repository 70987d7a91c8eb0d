import { forgeImplications } from "../tables/forge.ts";
import type { ScopeSystem } from "../system.ts";
import { forgeVocabulary } from "../vocabularies.ts";
import { forgeApps } from "./apps.ts";
import { forgeCodeFacts } from "./codeFacts.ts";
import { manifestEditor } from "./manifestEdits.ts";
import { forgeManifestFacts } from "./manifestFacts.ts";
import { describeForgeScope } from "./scopeDescriptions.ts";
import { breadthOf, isJudged, isPowerful } from "./scopeKnowledge.ts";

/** Scopes of a Forge manifest, beside the requests, events and modules of the app. */
export const forgeSystem: ScopeSystem = {
  id: "forge",
  vocabulary: forgeVocabulary,
  requirements: ["atlassian/least-privilege"],
  sources: [forgeManifestFacts, forgeCodeFacts],
  appsIn: (facts) => forgeApps(facts, forgeSystem),
  judges: isJudged,
  includes: (name) => forgeImplications.get(name) ?? [],
  isPowerful,
  breadth: breadthOf,
  describe: describeForgeScope,
  edit: manifestEditor,
};
