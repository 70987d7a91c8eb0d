import { crc32InBase62, crc32InHex } from "./checksums.ts";

/**
 * Secrets for examples and tests: of the right form, some with checksums that hold, and nobody's. They are made
 * when the program runs, so that no file of this repository holds one and no scanner is set off by it.
 */
const digits = "0123456789";
const lower = "abcdefghijklmnopqrstuvwxyz";
const alphabets = {
  hex: `${digits}abcdef`,
  base36: digits + lower,
  base62: digits + lower.toUpperCase() + lower,
  base64url: `${digits + lower.toUpperCase() + lower}-_`,
  base64: `${digits + lower.toUpperCase() + lower}+/`,
} as const;

/** The same numbers from 0 to `below` for the same seed, on every machine (xorshift, 32 bits). */
function numbers(seed: string): (below: number) => number {
  let state = [...seed].reduce((sum, char) => Math.imul(sum ^ char.charCodeAt(0), 0x01000193), 0x811c9dc5) || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** `length` characters of an alphabet, the same for the same seed. */
export function randomText(seed: string, alphabet: keyof typeof alphabets, length: number): string {
  const next = numbers(seed + alphabet);
  const characters = alphabets[alphabet];
  return Array.from({ length }, () => characters.charAt(next(characters.length))).join("");
}

function randomBytes(seed: string, length: number): number[] {
  const next = numbers(`${seed} bytes`);
  return Array.from({ length }, () => next(256));
}

/** GitHub's and npm's form, with a checksum that holds. */
export function checkedToken(prefix: string, seed = prefix): string {
  const body = randomText(seed, "base62", 30);
  return `${prefix}${body}${crc32InBase62(body)}`;
}

/** Atlassian's API token, with a checksum that holds. */
export function atlassianToken(seed = "atlassian"): string {
  const start = `${"ATA"}TT3xFfGF0${randomText(seed, "base64url", 171)}=`;
  return start + crc32InHex(start);
}

/** A token or client secret of the PIM: base64 of a SHA-256 in hex. */
export function akeneoToken(seed = "akeneo"): string {
  return Buffer.from(randomText(seed, "hex", 64), "latin1").toString("base64").replaceAll("=", "");
}

/** A DER value of a tag. */
function der(tag: number, content: readonly number[]): number[] {
  const { length } = content;
  const lengthBytes = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return [tag, ...lengthBytes, ...content];
}

/** A block with the outer form of a private key; `bytes` of content, line breaks as given. */
export function privateKey(label = "PRIVATE KEY", bytes = 120, lineBreak = "\n"): string {
  const content = der(0x30, [...der(0x02, [0]), ...der(0x04, randomBytes(label, bytes))]);
  const lines = Buffer.from(content).toString("base64").match(/.{1,64}/g) ?? [];
  const rule = "-".repeat(5);
  return [`${rule}BEGIN ${label}${rule}`, ...lines, `${rule}END ${label}${rule}`].join(lineBreak);
}

/** A key in .NET's form with its private part, or without. */
export function rsaKeyValue(withPrivatePart = true): string {
  const part = (name: string, length: number): string =>
    `<${name}>${Buffer.from(randomBytes(name, length)).toString("base64")}</${name}>`;
  const privateParts = withPrivatePart ? `${part("P", 64)}${part("Q", 64)}${part("D", 128)}` : "";
  return `<RSAKeyValue>${part("Modulus", 128)}<Exponent>AQAB</Exponent>${privateParts}</RSAKeyValue>`;
}

/** A JSON Web Token whose signature is made up. */
export function webToken(payload: Readonly<Record<string, unknown>>, alg = "HS256"): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return [part({ alg, typ: "JWT" }), part(payload), randomText("signature", "base64url", 43)].join(".");
}

const ecKey = privateKey("EC PRIVATE KEY", 110);

/** The secrets that the rule's examples are made of. */
export const sample = {
  github: checkedToken(`${"gh"}p_`),
  githubUnchecked: `${"gh"}p_${randomText("unchecked", "base62", 36)}`,
  npm: checkedToken(`${"np"}m_`),
  atlassian: atlassianToken(),
  akeneo: akeneoToken(),
  rsaKey: privateKey("RSA PRIVATE KEY", 200),
  ecKey,
  escapedEcKey: ecKey.replaceAll("\n", "\\n"),
  rsaKeyValue: rsaKeyValue(),
  rsaPublicKeyValue: rsaKeyValue(false),
  superOfficeToken: `Contact Insights-${randomText("system user", "base62", 10)}`,
  superOfficeSecret: randomText("superoffice", "hex", 32),
  openChannel: randomText("openchannel", "base64url", 43),
  trello: randomText("trello", "hex", 64),
  trelloKey: randomText("trello key", "hex", 32),
  slackHook: `https://hooks.${"slack"}.com/services/T${randomText("hook", "base36", 10).toUpperCase()}/B${randomText("channel", "base36", 10).toUpperCase()}/${randomText("hook secret", "base62", 24)}`,
  awsId: `${"AK"}IA${randomText("aws id", "base62", 64).toUpperCase().replace(/[^A-Z2-7]/g, "").slice(0, 16)}`,
  awsSecret: randomText("aws secret", "base64", 40),
  googleKey: `${"AI"}za${randomText("google", "base64url", 35)}`,
  stripePublishable: `${"pk"}_live_${randomText("stripe", "base62", 24)}`,
} as const;

/** Values that only their place tells for what they are. */
export const credentialSamples = {
  password: `${"Kq7"}!vR${randomText("a password", "base36", 5)}`,
  hexKey: randomText("a key in hex", "hex", 48),
  key: randomText("a key", "base62", 32),
  token: randomText("a token", "base62", 40),
  hash: `${"$2b$"}10$${randomText("a hash", "base62", 53)}`,
  session: webToken({ sub: "1", iat: 1, exp: 3600 }),
  registrySignIn: Buffer.from(JSON.stringify({ auths: { "registry.acme.io": { username: "ci", password: randomText("a registry", "base62", 20) } } })).toString("base64"),
} as const;
const inBase64 = (text: string): string => Buffer.from(text).toString("base64");

/** What documentation shows in place of each secret of the examples. Longer ones first, since some hold others. */
export const exampleSecrets: ReadonlyMap<string, string> = new Map<string, string>([
  [sample.rsaKey, "<RSA private key>"],
  [sample.ecKey, "<EC private key>"],
  [sample.escapedEcKey, "<EC private key>"],
  [sample.rsaKeyValue, "<RSAKeyValue with private part>"],
  [sample.rsaPublicKeyValue, "<RSAKeyValue without private part>"],
  [sample.atlassian, "<Atlassian API token>"],
  [sample.akeneo, "<Akeneo client secret>"],
  [sample.slackHook, "<Slack webhook URL>"],
  [sample.trello, "<Trello token>"],
  [sample.trelloKey, "<Trello API key>"],
  [sample.openChannel, "<OpenChannel market secret>"],
  [sample.github, "<GitHub token>"],
  [sample.githubUnchecked, "<GitHub token with a wrong checksum>"],
  [sample.npm, "<npm token>"],
  [sample.awsSecret, "<AWS secret access key>"],
  [sample.googleKey, "<Google API key>"],
  [sample.superOfficeSecret, "<SuperOffice application token>"],
  [sample.stripePublishable, "<Stripe publishable key>"],
  [sample.superOfficeToken, "<SuperOffice system user token>"],
  [sample.awsId, "<AWS access key id>"],
  [credentialSamples.registrySignIn, "<sign-in to a registry in base64>"],
  [credentialSamples.session, "<JSON Web Token of a session>"],
  [credentialSamples.hash, "<hash of a password>"],
  [credentialSamples.hexKey, "<random key in hex>"],
  [credentialSamples.hexKey.slice(0, 40), "<40 random digits in hex>"],
  [credentialSamples.hexKey.slice(0, 32), "<32 random digits in hex>"],
  [credentialSamples.key, "<random key>"],
  [credentialSamples.token, "<random token>"],
  [inBase64(`sync:${credentialSamples.password}`), "<user and password in base64>"],
  [inBase64(credentialSamples.password), "<password in base64>"],
  [credentialSamples.password, "<password>"],
]);
