import { normalName } from "./boundName.ts";
import { variableOwner } from "./formats/builders.ts";
import type { SecretMatch } from "./secretFormat.ts";

/** Names that say what a value is and not whose: the provider is put before them. */
const bareNames = new Set([
  "token", "secret", "key", "password", "apikey", "apitoken", "accesstoken", "authtoken", "bearertoken", "refreshtoken",
  "clientsecret", "appsecret", "sharedsecret", "signingsecret", "webhooksecret", "secretkey", "accesskey", "secrettoken", "apisecret",
]);
/** A name that says that it holds a secret. */
const tellingName = /(?:token|secret|key|password|passwd|pwd|credentials?|webhook|url|pem|pat|ticket|jwt)\d?$/;
const acronymEnd = /([A-Z])([A-Z][a-z])/g;
const wordEnd = /([a-z0-9])([A-Z])/g;

/** A name as that of a variable: `clientSecret` as `CLIENT_SECRET`. */
export function upperSnake(name: string): string {
  const parted = name.replace(acronymEnd, "$1_$2").replace(wordEnd, "$1_$2");
  return parted.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "").toUpperCase();
}

/**
 * The environment variable for a secret: the name that holds it, if that says enough, else one after the
 * provider. A name out of `forbidden` (normalised) is a secret itself and is never shown.
 */
export function environmentName({ kind, name }: Pick<SecretMatch, "kind" | "name">, forbidden: readonly string[]): string {
  const plain = normalName(name ?? "");
  if (name === undefined || name.length > 50 || !tellingName.test(plain)) return kind.variable;
  if (forbidden.some((value) => value.includes(plain))) return kind.variable;
  const variable = upperSnake(name);
  if (!/^[A-Z]/.test(variable)) return kind.variable;
  if (!bareNames.has(plain)) return variable;
  return kind.provider === "" ? variable : `${variableOwner(kind.provider)}_${variable}`;
}

/** The same, and another one where the name is taken by a different value. `taken` is added to. */
export function freeEnvironmentName(wanted: string, value: string, taken: Map<string, string>): string {
  for (let count = 1; ; count++) {
    const variable = count === 1 ? wanted : `${wanted}_${count}`;
    const holder = taken.get(variable);
    if (holder !== undefined && holder !== value) continue;
    taken.set(variable, value);
    return variable;
  }
}
