import { atlassianChecksum, presumedAtlassianChecksum } from "../checksums.ts";
import { base62, base64url, hex, named, tokens, upperLowerDigit } from "./builders.ts";

/** 192 characters in all samples seen; Atlassian says that lengths vary. */
const tail = "[A-Za-z0-9=_-]{20,400}=[A-Z0-9]{8}";
/** "attach" and "attack" stand everywhere: the trigger takes in the first characters of the body. */
const trelloStarts = [
  ...[..."0123456789abdef"].map((digit) => `ATTA${digit}`),
  ...[..."0123456789abcdef"].map((digit) => `ATTAc${digit}`),
];

/** Jira, Confluence, Bitbucket and Trello. */
export const atlassianTokens = [
  ...tokens("Atlassian", [
    ["atlassian-api-token", "API token", "ATATT3xFfGF0", tail, { verify: atlassianChecksum }],
    ["atlassian-access-token", "organisation or repository access token", "ATCTT3xFfG", tail, { verify: presumedAtlassianChecksum }],
    ["atlassian-service-token", "service account token", "ATSTT3xFfG", tail, { verify: presumedAtlassianChecksum }],
    ["atlassian-oauth-secret", "OAuth 2.0 client secret", "ATOA", `${base64url}{40,300}=[A-Z0-9]{8}`, { verify: presumedAtlassianChecksum }],
  ]),
  ...tokens("Bitbucket", [
    ["bitbucket-app-password", "app password", "ATBB", `${base62}{24}[0-9A-Fa-f]{8}`, { verify: presumedAtlassianChecksum }],
    ["bitbucket-data-center-token", "Data Center access token", "BBDC-", "[A-Za-z0-9+/@_-]{35,45}", { strict: true }],
  ]),
  ...tokens("Trello", [
    ["trello-token", "token", trelloStarts, "[0-9a-f]{62,63}[0-9A-Fa-f]{8}", { verify: presumedAtlassianChecksum, shown: "ATTA" }],
  ]),
];

/** Those without a telling part. */
export const atlassianNamed = [
  named({
    id: "trello-token-hex",
    provider: "Trello",
    name: "token",
    near: ["trello"],
    value: `${hex}{64}`,
    longest: 64,
    names: /token|secret/,
    ownNames: /trello/,
  }),
  named({
    id: "connect-shared-secret",
    provider: "Atlassian",
    name: "Connect shared secret",
    near: ["sharedsecret", "shared_secret", "shared-secret"],
    value: `${base64url}{40,128}`,
    longest: 128,
    names: /sharedsecret$/,
    ownNames: /connect|atlassian|jira|confluence/,
    mixed: upperLowerDigit,
    reach: 200,
  }),
  named({
    id: "bitbucket-oauth-secret",
    provider: "Bitbucket",
    name: "OAuth consumer secret",
    near: ["bitbucket"],
    value: `${base62}{32}`,
    longest: 32,
    names: /secret/,
    ownNames: /bitbucket/,
    mixed: upperLowerDigit,
  }),
];
