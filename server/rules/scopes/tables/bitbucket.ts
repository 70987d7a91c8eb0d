import { scopeNames } from "./scopeNames.ts";

/** The month of the REST description that the names were read from. */
export const sourceDate = "2026-08";

/** Where the names come from. */
export const source = "Bitbucket Cloud REST description, scopes of OAuth consumers and Connect descriptors";

/**
 * Every scope of a Bitbucket Connect descriptor or OAuth consumer. A Forge manifest asks for
 * Bitbucket by the names of the Forge table instead.
 */
export const bitbucketScopes: ReadonlySet<string> = new Set(
  scopeNames(`
    account account:write team team:write repository repository:write repository:admin repository:delete
    pullrequest pullrequest:write issue issue:write wiki webhook snippet snippet:write email pipeline
    pipeline:write pipeline:variable runner runner:write project project:admin
  `),
);

/** What is granted along with a scope (Bitbucket Cloud REST description, authentication; the pairs that it states). */
export const bitbucketImplications: ReadonlyMap<string, readonly string[]> = new Map([
  ["account:write", scopeNames("account")],
  ["team:write", scopeNames("team")],
  ["repository:write", scopeNames("repository")],
  ["pullrequest", scopeNames("repository")],
  ["pullrequest:write", scopeNames("pullrequest repository:write repository")],
  ["issue:write", scopeNames("issue")],
  ["snippet:write", scopeNames("snippet")],
  ["pipeline:write", scopeNames("pipeline")],
  ["runner:write", scopeNames("runner")],
]);
