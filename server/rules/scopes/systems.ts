import { akeneoSystem } from "./akeneo/akeneoSystem.ts";
import { bitbucketSystem } from "./bitbucket/bitbucketSystem.ts";
import { connectSystem } from "./connect/connectSystem.ts";
import { forgeSystem } from "./forge/forgeSystem.ts";
import { atlassianOAuthSystem } from "./oauth/atlassianOAuthSystem.ts";
import { superofficeSystem } from "./superoffice/superofficeSystem.ts";
import type { ScopeSystem } from "./system.ts";
import { trelloSystem } from "./trello/trelloSystem.ts";

/** Every way in which apps ask for scopes. A new one is a folder beside this file, and a line here. */
export const scopeSystems: readonly ScopeSystem[] = [
  forgeSystem,
  connectSystem,
  trelloSystem,
  bitbucketSystem,
  atlassianOAuthSystem,
  akeneoSystem,
  superofficeSystem,
];
