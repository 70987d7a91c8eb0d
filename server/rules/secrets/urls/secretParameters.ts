import { wordsOf } from "../secretNames.ts";

/** What a parameter of an address holds, by its name. */
export type ParameterSecrecy =
  /** It is only ever shown to the one who issued it: never in an address. */
  | "secret"
  /** It opens something, and some services take it in the address. */
  | "token"
  /** It may be one: what is put into it decides. */
  | "open";

const secretName = /^(?:client secret|app secret|consumer secret|api secret|secret key|secret|password|passwd|passphrase|refresh token|private key|private token|shared secret|aws secret access key)$/;
const tokenName = /^(?:access token|api token|auth token|bearer token|user token|session token|oauth token|id token|api ?key|x api key|hapikey|authorization|service token|admin token|personal access token)$/;
const openName = /^(?:token|key|jwt|pwd|auth|session|sessionid|session id)$/;

/** Judges a parameter's name; undefined where it says nothing of a secret. */
export function parameterSecrecy(name: string): ParameterSecrecy | undefined {
  const words = wordsOf(name);
  if (secretName.test(words)) return "secret";
  if (tokenName.test(words)) return "token";
  return openName.test(words) ? "open" : undefined;
}

/** Why a service's parameter is not held against the app: the service asks for it. */
export interface ProviderWay {
  /** Part of the host, or of host and path. */
  readonly address: RegExp;
  readonly parameters: readonly string[];
  /** A sentence for the message; absent where there is no other way, so that nothing is said. */
  readonly instead?: string;
}

const trelloAddress = /\btrello\.com\/1(?:\/|$)|\bapi\.trello\.com/i;

/** Services whose own documentation puts the value into the address, as known in November 2026. */
export const providerWays: readonly ProviderWay[] = [
  // The key is public: every page of a Power-Up has it.
  { address: trelloAddress, parameters: ["key"] },
  { address: trelloAddress, parameters: ["token"], instead: "Trello's documentation shows this way; it takes an Authorization header as well (OAuth oauth_consumer_key, oauth_token), which stays out of logs." },
  { address: /\bgraph\.facebook\.com|\bgraph\.instagram\.com/i, parameters: ["access_token", "input_token", "client_secret", "fb_exchange_token"], instead: "Facebook's documentation shows this way; it takes a bearer header as well." },
  { address: /\boauth2\.googleapis\.com\/(?:revoke|tokeninfo)|\bwww\.googleapis\.com\/oauth2\/v\d\/tokeninfo/i, parameters: ["token", "access_token", "id_token"] },
  { address: /\b(?:maps|places|geocode|youtube|generativelanguage|translation|vision|www)\.googleapis\.com/i, parameters: ["key"] },
  { address: /\bapi\.mapbox\.com|\btiles\.mapbox\.com/i, parameters: ["access_token"] },
  { address: /\bapi\.(?:themoviedb\.org|giphy\.com|nasa\.gov)/i, parameters: ["api_key"] },
  { address: /\b(?:api\.openweathermap\.org|www\.alphavantage\.co|newsapi\.org|api\.exchangerate\.host|api\.weatherapi\.com|api\.opencagedata\.com|api\.geoapify\.com|api\.ipgeolocation\.io|www\.omdbapi\.com|maps\.locationiq\.com)/i, parameters: ["apikey", "apiKey", "key", "access_key", "appid"] },
  { address: /\bipinfo\.io|\bfinnhub\.io|\bcloud\.iexapis\.com/i, parameters: ["token"] },
  { address: /\bapi\.pipedrive\.com|\.pipedrive\.com\/(?:api|v1)/i, parameters: ["api_token"], instead: "Pipedrive takes the x-api-token header as well." },
  { address: /\bslack\.com\/api\//i, parameters: ["token"], instead: "Slack takes a bearer header as well." },
];

/** What a service's own way says of a parameter in an address of its. */
export function providerWay(address: string, parameter: string): ProviderWay | undefined {
  return providerWays.find((way) => way.address.test(address) && way.parameters.includes(parameter));
}

/** Addresses that carry a token for one use: links in mails, sign-in by mail, previews, signed downloads. */
export const oneTimeAddress = /reset|verif|confirm|activat|invit|unsubscrib|magic|forgot|preview|draft|signed|download|share|callback|x-amz-|sig=|optin|opt-in|webhook/i;
