import { distance } from "fastest-levenshtein";
import { akeneoScopeNames } from "./tables/akeneo.ts";
import { bitbucketScopes } from "./tables/bitbucket.ts";
import { connectScopeNamed, connectScopes } from "./tables/connect.ts";
import { forgeScopes, restOnlyScopes } from "./tables/forge.ts";
import { refreshTokenScope, trelloLegacyScopes, trelloOAuthScopes } from "./tables/trello.ts";

/** The scopes that one place accepts. */
export interface Vocabulary {
  /** Who accepts them, the subject of a sentence: "Forge". */
  readonly owner: string;
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Whether the list may miss names: then only a name that looks like a slip of another is called unknown. */
  readonly partial: boolean;
}

function vocabulary(owner: string, names: Iterable<string>, partial = false): Vocabulary {
  const known = new Set(names);
  return { owner, names: [...known], partial, has: (name) => known.has(name) };
}

export const forgeVocabulary = vocabulary("A Forge manifest", forgeScopes);
export const bitbucketVocabulary = vocabulary("Bitbucket", bitbucketScopes);
export const trelloVocabulary = vocabulary("Trello", trelloLegacyScopes);
/** SuperOffice leaves every other scope out (developer portal, authentication, 2025-12). */
export const superofficeVocabulary = vocabulary("SuperOffice", ["openid"]);
export const akeneoVocabulary = vocabulary("Akeneo", akeneoScopeNames);
/** Connect accepts any letter case. */
export const connectVocabulary: Vocabulary = {
  ...vocabulary("Connect", connectScopes.map((scope) => scope.name)),
  has: (name) => connectScopeNamed(name) !== undefined,
};
/** Atlassian's OAuth 2.0 serves products whose names no list of ours has. */
export const atlassianOAuthVocabulary = vocabulary(
  "Atlassian's OAuth 2.0",
  [...forgeScopes, ...restOnlyScopes, ...trelloOAuthScopes, refreshTokenScope],
  true,
);

/** The first word says what may be done: a slip in it is not guessed at, since that could widen the permission. */
const verb = /^[a-z]+(?=[:_])/;

/**
 * The name that was probably meant, or undefined. Two letters may differ, three in a long name of a full list; letter
 * case does not count. A name whose verb is another one is never proposed.
 */
export function nearestScope(name: string, { names, partial }: Vocabulary): string | undefined {
  const wanted = name.toLowerCase();
  const verbs = new Set(names.map((one) => verb.exec(one)?.[0]));
  const wantedVerb = verb.exec(wanted)?.[0];
  const limit = Math.min(!partial && wanted.length >= 12 ? 3 : 2, Math.floor(wanted.length / 2.5));
  let best: string | undefined;
  let least = limit + 1;
  for (const one of names) {
    if (Math.abs(one.length - wanted.length) > limit) continue;
    if (wantedVerb !== undefined && verbs.has(wantedVerb) && verb.exec(one)?.[0] !== wantedVerb) continue;
    const apart = distance(wanted, one.toLowerCase());
    if (apart < least) [best, least] = [one, apart];
  }
  return best;
}
