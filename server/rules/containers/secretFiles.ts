import type { Document } from "../../core/document.ts";

/** Files that hold nothing but secrets, by name. */
const alwaysSecret =
  /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|.+\.(?:pfx|p12|jks|keystore|ppk)|.+\.key|.*private.?key.*\.(?:xml|pem|txt)|\.netrc|_netrc|\.pgpass|\.git-credentials|\.htpasswd|credentials\.json|service-account.*\.json|kubeconfig)$/i;

/** Files that hold secrets where their text says so. */
const mayHoldSecrets = /^(?:\.env(?:\..+)?|.+\.env|.+\.pem|\.npmrc|\.yarnrc(?:\.yml)?|\.pypirc|web\.config|auth\.json|config\.json)$/i;
const sample = /(?:^|[._-])(?:example|sample|dist|template|defaults?|test|public|pub|cert|ca|chain|fullchain)(?=[._-]|$)|\.(?:crt|cer|pub)$/i;
const secretFolder = /(?:^|\/)\.(?:aws|kube|ssh|gnupg)\/?$|(?:^|\/)\.docker\/config\.json$/;

/** An assignment in a text whose name ends like a secret and whose value is not a reference, an example or nothing. */
const secretLine =
  /(?:secret|token|passwd|password|pwd|passphrase|api_?key|private_?key|access_?key|credentials?|_auth(?:token)?)["']?\s*[=:]\s*["']?(?!\$|%|<|\{|your|change|example|xxx|\*\*|todo|none|null|false|true|""|'')[^\s"'$<{]{6,}/i;
const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;

/**
 * What a file copied into an image is: `secret`; `unseen` where its name says that it may be and its text is not at
 * hand; undefined where it is none, by its name or by what it holds.
 */
export function secretFileKind(source: string, read: (path: string) => Document | undefined): "secret" | "unseen" | undefined {
  if (secretFolder.test(source)) return "secret";
  const name = source.slice(source.lastIndexOf("/") + 1);
  if (sample.test(name)) return undefined;
  if (alwaysSecret.test(name)) return "secret";
  if (!mayHoldSecrets.test(name)) return undefined;
  const text = read(source)?.text;
  if (text !== undefined) return holdsSecret(text) ? "secret" : undefined;
  // Without its text, only a name that is used for nothing else says enough.
  return /^\.env(?:\.(?:local|prod|production|stag\w*|dev|development|live))?$/i.test(name) ? "unseen" : undefined;
}

/** Whether a text holds a private key, or a secret's name with a value. */
export function holdsSecret(text: string): boolean {
  return privateKey.test(text) || text.split("\n").some((line) => line.length < 2000 && !/^\s*[#;]/.test(line) && secretLine.test(line));
}
