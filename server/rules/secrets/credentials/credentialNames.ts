/** What a name says that it holds. Passwords may be words of people; secrets, keys and tokens come from generators. */
export type CredentialClass = "password" | "secret" | "token";

/** Ends of names, as words, and what they hold. Longer ones are not needed where a shorter one has the same class. */
const nouns: ReadonlyMap<string, CredentialClass> = new Map<string, CredentialClass>([
  ...["password", "passwd", "passphrase", "passcode", "pwd", "pass", "psw"].map((noun) => [noun, "password"] as const),
  ...["secret", "secrets", "secret key", "private key", "signing key", "encryption key", "encrypt key", "crypto key", "cipher key", "aes key", "hmac key", "jwt key", "cookie key",
    "session key", "master key", "auth key", "access key", "shared key", "account key", "shared access key", "api key", "server key", "security key", "credential", "credentials", "pepper"].map((noun) => [noun, "secret"] as const),
  ...["token", "pat", "bearer", "jwt"].map((noun) => [noun, "token"] as const),
]);
/** The same in one word, as `clientsecret`. Short ones would be found in `compass` and `monkey`. */
const joined: readonly (readonly [end: string, kind: CredentialClass])[] = [
  ["password", "password"], ["passwd", "password"], ["passphrase", "password"], ["passwort", "password"],
  ["secret", "secret"], ["secretkey", "secret"], ["apikey", "secret"], ["accesskey", "secret"], ["privatekey", "secret"], ["signingkey", "secret"],
  ["encryptionkey", "secret"], ["masterkey", "secret"], ["sharedkey", "secret"], ["accountkey", "secret"], ["authkey", "secret"], ["apptoken", "token"], ["authtoken", "token"],
  ["accesstoken", "token"], ["apitoken", "token"], ["refreshtoken", "token"], ["usertoken", "token"], ["applicationtoken", "token"], ["bottoken", "token"], ["bearertoken", "token"],
];
/** What a name may say behind the noun: for which place or in which form. */
const qualifiers: ReadonlySet<string> = new Set(["prod", "production", "dev", "development", "staging", "stage", "live", "local", "value", "val", "text", "string", "str", "plain", "raw", "base64", "b64", "default", "old", "new", "current", "primary", "secondary", "v1", "v2", "v3"]);
/** Words that make the name speak of something else: what a person reads, what is public, what a parser sees. */
const vetoes: ReadonlySet<string> = new Set([
  "public", "publishable", "anon", "site", "client id", "hash", "hashed", "salt", "digest", "checksum", "fingerprint", "encrypted", "masked", "redacted", "obfuscated",
  "label", "placeholder", "title", "message", "msg", "error", "err", "errors", "invalid", "wrong", "missing", "incorrect", "bad", "forgot", "forgotten", "reset", "confirm", "repeat", "retype", "verify", "show", "hide", "toggle", "enter",
  "is", "has", "needs", "need", "require", "requires", "required", "use", "uses", "no", "not", "without", "get", "fetch", "load", "name", "field", "input", "output", "column", "prop", "attribute", "selector", "regex", "pattern", "rule", "policy", "strength", "length", "min", "max", "type", "kind", "format",
  "test", "testing", "mock", "fake", "dummy", "example", "sample", "expected", "demo", "stub", "fixture", "placeholder",
  "csrf", "xsrf", "page", "next", "prev", "previous", "continuation", "pagination", "cursor", "cancel", "cancellation", "abort", "syntax", "lexer", "lex", "parser", "parse", "ast", "keyword", "grammar", "punctuation", "operator", "marked", "prism",
  "design", "css", "theme", "color", "colour", "spacing", "font", "inject", "injection", "provider", "i18n", "translation", "translate", "locale", "event", "action", "route", "router", "path", "url", "uri", "href", "link", "icon", "svg", "button", "form", "screen", "view", "modal", "dialog",
  "header", "cookie name", "param", "query", "prefix", "suffix", "env", "var", "variable", "mapping", "map", "count", "limit", "expiry", "expires", "ttl", "status", "state", "help", "hint", "description", "desc", "tooltip", "text field",
]);

const acronymEnd = /([A-Z]{1,40})([A-Z][a-z])/g;
const wordEnd = /([a-z0-9])([A-Z])/g;
const longestName = 100;

/** The words of a name in lower case: `clientSecret`, `CLIENT_SECRET` and `client-secret` alike. */
export function wordsOf(name: string): readonly string[] {
  const parted = name.slice(-longestName).replace(acronymEnd, "$1 $2").replace(wordEnd, "$1 $2");
  return parted.split(/[^A-Za-z0-9]+/).filter((word) => word !== "").map((word) => word.toLowerCase());
}

/** What a name holds; undefined where it does not speak of a credential, or of one that is public or a person's to read. */
export function classOf(name: string): CredentialClass | undefined {
  const words = [...wordsOf(name)];
  while (words.length > 1 && (qualifiers.has(words.at(-1) ?? "") || /^\d{1,4}$/.test(words.at(-1) ?? ""))) words.pop();
  const last = (words.pop() ?? "").replace(/\d{1,4}$/, "");
  const pair = `${words.at(-1) ?? ""} ${last}`;
  const kind = nouns.get(last) ?? nouns.get(pair) ?? joined.find(([end]) => last.endsWith(end))?.[1];
  if (kind === undefined || vetoes.has(last)) return undefined;
  return words.some((word) => vetoes.has(word)) ? undefined : kind;
}

/** What stands behind a name before its value, so that prose and types do not count as places to look at. */
const endings = [", value", "  ", "=", ":", '"', "'", "`", " =", " :", "\t=", ">", " ??", " ||", " or ", "?", "!", "\\", "\n", "\r", "_"];
const words = [
  "password", "passwd", "passphrase", "passcode", "pwd", "secret", "token", "apikey", "api_key", "api-key", "accesskey", "access_key", "access-key", "secretkey", "secret_key", "secret-key",
  "privatekey", "private_key", "private-key", "signingkey", "signing_key", "signing-key", "encryptionkey", "encryption_key", "encryption-key", "masterkey", "master_key", "master-key",
  "authkey", "auth_key", "auth-key", "accountkey", "sharedkey", "shared_key", "sessionkey", "session_key", "cookiekey", "cookie_key", "jwtkey", "jwt_key", "hmackey", "hmac_key", "credential", "credentials",
  "pass", "pepper", "password1", "password2", "secret1", "secret2", "token1", "token2",
];
/** Behind these a space is enough: names of variables in Dockerfiles, and flags of command lines. */
const spaced = ["_password", "_passwd", "_pwd", "_pass", "_passphrase", "_passcode", "_secret", "_token", "_key", "-password", "-passwd", "-passphrase", "-pass", "-secret", "-token", "-key", "-apikey"];

/** Words of which one stands in every name followed by a value. */
export const nameTriggers: readonly string[] = [
  ...words.flatMap((word) => endings.map((end) => word + end)),
  ...spaced.map((word) => `${word} `),
];
