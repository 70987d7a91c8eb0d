/** Words with which the name of a secret ends. */
const lastWords = new Set(["password", "passwd", "passphrase", "secret", "token", "credential", "credentials", "apikey", "secretkey", "privatekey", "accesskey"]);
const lastTwo = new Set(["api key", "private key", "secret key", "access key", "encryption key", "signing key", "shared key", "master key", "key base"]);
const publicWords = new Set(["public", "csrf", "xsrf", "cancellation", "device"]);

const placeholder = /example|sample|dummy|placeholder|change[_-]?(?:me|it)|replace|your[_-]|redacted|insert|todo|fixme|xxx|\*{3}|\.{3}|^(?:none|null|nil|true|false|yes|no|tbd|-+|n\/a|string|disabled|enabled)$|<[^>]{0,200}>|_VAL(?:UE)?$/i;
/** Values that another tool fills in, and names of files. */
const reference = /\$[({]|\{\{|^(?:\/|\.\.?\/|~\/|vault:|secret:|ref\+|arn:|projects\/|op:\/\/|aws:|file:)|^ENC\[/;

/** Whether a name says that its value is a secret: `DB_PASSWORD`, `clientSecret`, `api-key`; not `SECRET_NAME` or `TOKEN_URL`. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  if (words.some((word) => publicWords.has(word))) return false;
  return lastWords.has(last) || lastTwo.has(`${words.at(-2) ?? ""} ${last}`);
}

/** Whether a value is one that a program could use: no placeholder, no reference, no name of the variable again. */
export function isUsable(value: string, name: string): boolean {
  const text = value.trim();
  if (text === "" || placeholder.test(text) || reference.test(text)) return false;
  return wordsOf(text).join("") !== wordsOf(name).join("") || text !== text.toUpperCase();
}

function wordsOf(name: string): string[] {
  return name.slice(0, 200).replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}
