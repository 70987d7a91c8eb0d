import { scopeNames } from "./scopeNames.ts";

/** The day of the copy that the OAuth 2.0 names were read from. They became available on 2026-09-15. */
export const sourceDate = "2026-09-17";

/** Where the names come from. */
export const source = "Trello OpenAPI description and authorization guide";

/** The three scopes of `trello.com/1/authorize`, parted by commas. None includes another. */
export const trelloLegacyScopes: ReadonlySet<string> = new Set(scopeNames("read write account"));

/** What Trello assumes where `scope` is absent. */
export const trelloDefaultScope = "read";

/** The values of `expiration` at `trello.com/1/authorize`. */
export const trelloExpirations: ReadonlySet<string> = new Set(scopeNames("1hour 1day 30days never"));

/** What Trello assumes where `expiration` is absent. */
export const trelloDefaultExpiration = "30days";

/** The scopes of Trello's OAuth 2.0, parted by spaces, asked for at `auth.atlassian.com/authorize`. */
export const trelloOAuthScopes: ReadonlySet<string> = new Set(
  scopeNames(`
    read:board:trello write:board:trello write:board:membership:trello read:organization:trello
    write:organization:trello write:organization:membership:trello read:member:trello write:member:trello
    read:enterprise:trello write:enterprise:trello
  `),
);

/** Asks for a refresh token. Belongs to Atlassian's OAuth 2.0 as a whole, beside the scopes of any product. */
export const refreshTokenScope = "offline_access";
