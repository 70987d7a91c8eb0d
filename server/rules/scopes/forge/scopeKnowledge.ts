import { endpointsOf, type AtlassianApi } from "../tables/endpointLookup.ts";
import { forgeEvents } from "../tables/forgeEvents.ts";
import { forgeScopeGroups, type ForgeScopeGroup } from "../tables/forge.ts";

/** The tokens and the storage: scopes of Forge itself whose use shows in the manifest and in imports. */
const platformScopes: readonly string[] = ["storage:app", "read:app-user-token", "read:app-system-token"];

const groups: ReadonlyMap<string, ForgeScopeGroup> = new Map(forgeScopeGroups.flatMap((group) => group.names.map((name) => [name, group])));

/** The groups of scopes that an API's calls may need. */
const productsOf: Readonly<Record<AtlassianApi, ReadonlySet<string>>> = {
  jira: new Set(["jira", "jira-software", "jsm", "jsm-assets"]),
  confluence: new Set(["confluence"]),
  bitbucket: new Set(["bitbucket"]),
};

/** Products whose events are known, and whose calls are not. */
const byGraphQL: ReadonlySet<string> = new Set(["compass"]);

let judged: ReadonlySet<string> | undefined;

/**
 * Whether a scope's use would show in code or manifest: an endpoint or an event of the tables needs it. Compass,
 * Teamwork Graph and others are called by GraphQL, which no table tells of; Connect's scopes are for a server.
 */
export function isJudged(name: string): boolean {
  judged ??= new Set([
    ...platformScopes,
    ...(["jira", "confluence", "bitbucket"] as const).flatMap(endpointsOf).flatMap(({ classic, granular }) => [...classic, ...granular]),
    ...[...forgeEvents().values()].flatMap(({ classic, granular }) => [...classic, ...granular]),
  ]);
  return judged.has(name) && !byGraphQL.has(groups.get(name)?.product ?? "");
}

/** Whether calls of an API may need a scope at all. */
export function isOfApi(name: string, api: AtlassianApi): boolean {
  return productsOf[api].has(groups.get(name)?.product ?? "");
}

/** Whether a scope belongs to a product, not to Forge itself. */
export function isOfProduct(name: string): boolean {
  return groups.get(name)?.kind !== "platform";
}

/** Whether a scope only lets the app read. */
export function onlyReads(name: string): boolean {
  return /^(?:read|readonly|search):/.test(name);
}

const powerful = /^(?:write|delete|manage|admin|moderate|import|redact|act-as-user|project-admin|space-admin):/;

/** Whether a scope lets the app change or administer. */
export function isPowerful(name: string): boolean {
  return powerful.test(name);
}

/** A classic scope opens a whole product, a granular one a kind of thing in it. */
export function breadthOf(name: string): number {
  return groups.get(name)?.kind === "granular" ? 0 : 1;
}
