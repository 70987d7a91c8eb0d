import type { Document } from "../../core/document.ts";
import type { AppKind } from "../../core/requirement.ts";

/** The names that the Forge command line looks for. */
export const forgeManifestNames: readonly string[] = ["manifest.yml", "manifest.yaml"];

// A key at column 0 is one of the outermost map, so lines tell as much as a tree, in broken YAML too.
const appKey = /^["']?app["']?[ \t]*:/m;
const modulesKey = /^["']?(?:modules|connectModules)["']?[ \t]*:/m;
const remotesKey = /^["']?remotes["']?[ \t]*:/m;
const servicesKey = /^["']?services["']?[ \t]*:/m;
const containersKey = /^[ \t]+(?:-[ \t]+)?["']?containers["']?[ \t]*:/m;
const forgeAppId = /^[ \t]+["']?id["']?[ \t]*:[ \t]*["']?ari:cloud:ecosystem:/m;

/**
 * A Forge manifest by its outermost keys: `app` with an Atlassian resource name, or `app` beside
 * `modules`. Other tools name their files `manifest.yml` too (Cloud Foundry, Kubernetes).
 */
export function recogniseForgeManifest(document: Document): string | undefined {
  const { text } = document;
  if (!appKey.test(text)) return undefined;
  if (forgeAppId.test(text)) return "Forge manifest with an Atlassian app id";
  return modulesKey.test(text) ? "Forge manifest with app and modules" : undefined;
}

/** What the app of a Forge manifest is made as. */
export function kindsOfForgeManifest({ text }: Document): AppKind[] {
  const hasContainers = servicesKey.test(text) && containersKey.test(text);
  return ["forge", ...(remotesKey.test(text) ? ["forge-remote" as const] : []), ...(hasContainers ? ["forge-container" as const] : [])];
}
