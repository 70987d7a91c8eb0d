import type { Vocabulary } from "../vocabularies.ts";
import { forgeVocabulary } from "../vocabularies.ts";

/** A scope that once could be asked for and no longer can, or soon will not. */
export interface WithdrawnScope {
  readonly name: string;
  /** Who withdrew it. */
  readonly vocabulary: Vocabulary;
  /** The last version of the list that accepted it, and where that was read. */
  readonly source: string;
  /** What to ask for in its place; absent where nothing says so. */
  readonly replacement?: string;
}

/** Forge's lists of accepted scopes, compared version by version on 2026-11-22. */
const forgeLists = "accepted scopes of @forge/manifest, 3.4.0 to 13.7.0";

/**
 * Every scope that is known for sure to be withdrawn. Forge's current list names no deprecated scope. The classic scopes
 * that older versions (3.4.0) called deprecated are recommended again since 4.0.0 and do not belong here. Akeneo, Trello,
 * SuperOffice, Bitbucket and Connect have withdrawn no scope that a source at hand tells of.
 */
export const withdrawnScopes: readonly WithdrawnScope[] = [
  ...["read:entity:graph", "write:entity:graph", "delete:entity:graph"].map((name) => ({ name, vocabulary: forgeVocabulary, source: `${forgeLists}: not since 11.0.0` })),
  { name: "write:app-global-channel:realtime", vocabulary: forgeVocabulary, source: `${forgeLists}: not since 13.1.0` },
];

/** The entry of a scope under a vocabulary. */
export function withdrawnScope(name: string, vocabulary: Vocabulary): WithdrawnScope | undefined {
  return withdrawnScopes.find((one) => one.name === name && one.vocabulary === vocabulary);
}
