import { akeneoStructure, openChannelBasic } from "../structures.ts";
import { base64, base64url, hex, letterAndDigit, lowerAlphanumeric, named, tokens, upperLowerDigit } from "./builders.ts";

const notice = "Rotate it in the SuperOffice Developer Portal and notify SuperOffice.";

/** Which characters base64 of hexadecimal text can have at each of four places. */
const akeneoQuad = "[MNOYZ][DGTWjmz2][ABEFIJMNQRUVYZcdghkl][h-mw-z0-5]";

/** SuperOffice's tokens begin with their kind. */
export const marketplaceTokens = tokens("SuperOffice", [
  ["superoffice-ticket", "ticket", "7T:", `${base64}{24,1200}={0,2}`, { notice, strict: true }],
  ["superoffice-access-token", "access token", "8A:Cust", "[0-9]{4,6}\\.[A-Za-z0-9+/._-]{20,1200}={0,2}", { notice }],
]);

/** Akeneo, SuperOffice and OpenChannel: values without a prefix. */
export const marketplaceNamed = [
  named({
    id: "akeneo-token",
    provider: "Akeneo",
    name: "access token or client secret",
    near: ["akeneo", "pim_url", "pimurl", "client_secret", "clientsecret", "client-secret"],
    value: `(?:${akeneoQuad}){21}[MNOYZ][AQgw]`,
    longest: 86,
    ownNames: /./,
    verify: akeneoStructure,
    proof: "structure valid",
    variable: "AKENEO_CLIENT_SECRET",
  }),
  named({
    id: "akeneo-connection-secret",
    provider: "Akeneo",
    name: "connection secret",
    near: ["akeneo"],
    value: `${lowerAlphanumeric}{45,64}`,
    longest: 64,
    names: /secret/,
    ownNames: /akeneo|pim/,
    mixed: letterAndDigit,
  }),
  named({
    id: "akeneo-connection-password",
    provider: "Akeneo",
    name: "connection password",
    near: ["akeneo"],
    value: `${hex}{9}`,
    longest: 9,
    names: /password|passwd/,
    ownNames: /akeneo|pim/,
    mixed: letterAndDigit,
    probable: true,
  }),
  named({
    id: "superoffice-client-secret",
    provider: "SuperOffice",
    name: "application token",
    near: ["superoffice", "so_client_secret", "so_app_token", "soapptoken"],
    value: `${hex}{32}`,
    longest: 32,
    names: /secret|apptoken|applicationtoken/,
    ownNames: /superoffice|^so(?:client|app)/,
    notice,
    variable: "SUPEROFFICE_CLIENT_SECRET",
  }),
  named({
    id: "superoffice-system-user-token",
    provider: "SuperOffice",
    name: "system user token",
    near: ["systemusertoken", "system_user_token", "system-user-token"],
    value: "[A-Za-z0-9][A-Za-z0-9 ._]{1,60}-[A-Za-z0-9]{10}",
    longest: 72,
    names: /systemusertoken$/,
    ownNames: /superoffice/,
    // No word and no date: a letter, and a digit or a change of case.
    mixed: [/-(?=[0-9]*[A-Za-z])(?=[A-Za-z]*[0-9]|[A-Za-z0-9]*[a-z][A-Z])[A-Za-z0-9]{10}$/],
    probable: true,
    notice,
    reach: 200,
  }),
  named({
    id: "openchannel-market-secret",
    provider: "OpenChannel",
    name: "market secret",
    near: ["openchannel", "marketplacesecret", "marketplace_secret", "marketplaceid", "marketplace_id"],
    value: `${base64url}{43}`,
    longest: 43,
    names: /secret|password/,
    ownNames: /openchannel|marketplace/,
    mixed: upperLowerDigit,
  }),
  named({
    id: "openchannel-credentials",
    provider: "OpenChannel",
    name: "marketplace id and secret",
    near: ["openchannel"],
    value: `${hex}{24}:${base64url}{43}`,
    longest: 68,
    ownNames: /./,
  }),
  named({
    id: "openchannel-basic-credentials",
    provider: "OpenChannel",
    name: "marketplace id and secret in base64",
    near: ["openchannel"],
    value: `${base64}{91}=`,
    longest: 92,
    ownNames: /./,
    verify: openChannelBasic,
    proof: "structure valid",
  }),
];
