import type { SecretKind, Verdict } from "./secretFormat.ts";
import { kindOf } from "./formats/builders.ts";

/** The word that opens every armoured block; certificates have it too. */
export const armourTrigger = "-----BEGIN ";

/** A private key of 16,384 bits is shorter than this, in characters of whatever notation. */
const longestBlock = 24_000;
const opening = /-----BEGIN ((?:RSA |EC |DSA |ENCRYPTED |OPENSSH |SSH2 ENCRYPTED )?PRIVATE KEY|PGP PRIVATE KEY BLOCK)-----/y;

/** A private key's block in a text. */
export interface PrivateKeyBlock {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  readonly verdict: Verdict;
}

const words = { proof: "PEM", doubt: "PEM, not whole" };
const kinds: Readonly<Record<string, SecretKind>> = {
  "RSA PRIVATE KEY": kindOf("", "rsa-private-key", "RSA private key", words),
  "EC PRIVATE KEY": kindOf("", "ec-private-key", "EC private key", words),
  "DSA PRIVATE KEY": kindOf("", "dsa-private-key", "DSA private key", words),
  "PRIVATE KEY": kindOf("", "private-key", "private key", words),
  "OPENSSH PRIVATE KEY": kindOf("", "openssh-private-key", "OpenSSH private key", words),
  "PGP PRIVATE KEY BLOCK": kindOf("", "pgp-private-key", "PGP private key", { proof: "armoured" }),
};
/** Worth knowing, and of no use without the passphrase. */
const encrypted = kindOf("", "encrypted-private-key", "encrypted private key", { ...words, atMost: "information" });
const serviceAccount = kindOf("Google", "google-service-account", "service account key", { ...words, variable: "GOOGLE_PRIVATE_KEY" });

const escapedBreak = /\\+[nr]|&#(?:1[03]|x[aAdD]);/g;
/** A text put together of literals, one a line. */
const literalSeam = /["'`]\s{0,80}[+.,&]?\s{0,80}\\?\s{0,80}["'`]/g;
/** What a comment, a list or a literal puts before a line of the block. */
const lineStart = /^\s*(?:\/\/(?:\s|$)\s*|#\s*|\*(?:\s|$)\s*|>\s*)?["'`]?/;
/** What follows a line's last character in code. A plus sign without a quote before it is base64. */
const lineEnd = /(?:["'`][\s+.,;)]{0,80}|\\)$/;
const armourHeader = /^[A-Za-z-]+: /;
const keyText = /^[A-Za-z0-9+/]{40,}={0,2}$/;

/** Reads the block that opens at `start`; undefined where it is no private key or holds no key material. */
export function privateKeyAt(text: string, start: number): PrivateKeyBlock | undefined {
  opening.lastIndex = start;
  const [head, label] = opening.exec(text) ?? [];
  if (head === undefined || label === undefined) return undefined;
  const bodyStart = start + head.length;
  const limited = text.slice(bodyStart, bodyStart + longestBlock);
  const bodyLength = limited.indexOf("-----");
  const closing = `-----END ${label}-----`;
  if (bodyLength < 0 || !limited.startsWith(closing, bodyLength)) return undefined;
  const { base64, isEncrypted } = keyMaterial(limited.slice(0, bodyLength));
  if (!keyText.test(base64)) return undefined;
  const bytes = Buffer.from(base64, "base64");
  // An old encrypted block is noise to the last byte; its headers say what it is.
  const verdict = isEncrypted ? "unknown" : materialVerdict(label, bytes);
  if (verdict === "none") return undefined;
  const needsPassphrase = isEncrypted || label.includes("ENCRYPTED") || isEncryptedOpenSsh(label, bytes);
  const kind = needsPassphrase ? encrypted : isServiceAccount(text, start) ? serviceAccount : kinds[label];
  return kind && { start, end: bodyStart + bodyLength + closing.length, kind, verdict };
}

/** The base64 of a block without breaks, quotes, comment marks and armour headers. */
function keyMaterial(body: string): { base64: string; isEncrypted: boolean } {
  let base64 = "";
  let isEncrypted = false;
  for (const line of body.replace(escapedBreak, "\n").replace(literalSeam, "").split("\n")) {
    const content = line.trimEnd().replace(lineStart, "").replace(lineEnd, "");
    if (armourHeader.test(content)) isEncrypted ||= /^Proc-Type: .*ENCRYPTED/.test(content);
    // The checksum of an OpenPGP block stands on its own line behind an equals sign.
    else if (!content.startsWith("=")) base64 += content.replaceAll("\\", "");
  }
  return { base64, isEncrypted };
}

function materialVerdict(label: string, bytes: Uint8Array): Verdict {
  if (label === "OPENSSH PRIVATE KEY") return startsWith(bytes, "openssh-key-v1\0") ? "valid" : "none";
  if (label === "SSH2 ENCRYPTED PRIVATE KEY") return bytes.length > 100 ? "unknown" : "none";
  // The first packet is a secret key: tag 5 in the old and in the new format (RFC 9580, section 4.2).
  if (label === "PGP PRIVATE KEY BLOCK") return ((bytes[0] ?? 0) & 0xfc) === 0x94 || bytes[0] === 0xc5 ? "valid" : "none";
  return sequenceVerdict(bytes);
}

/** All other kinds are one DER sequence (X.690, 8.9) whose length says whether the block is whole. */
export function sequenceVerdict(bytes: Uint8Array): Verdict {
  const first = bytes[1] ?? 0;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (bytes[0] !== 0x30 || lengthBytes > 3) return "none";
  let length = first;
  if (lengthBytes > 0) {
    length = 0;
    for (const byte of bytes.slice(2, 2 + lengthBytes)) length = length * 256 + byte;
  }
  const inner = bytes[2 + lengthBytes];
  // A version number, or the algorithm of an encrypted key.
  if (inner !== 0x02 && inner !== 0x30) return "none";
  return bytes.length === 2 + lengthBytes + length ? "valid" : "invalid";
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.slice(0, text.length)).toString("latin1") === text;
}

/** Behind the magic stand the cipher's length and name; `none` where there is no passphrase. */
function isEncryptedOpenSsh(label: string, bytes: Uint8Array): boolean {
  if (label !== "OPENSSH PRIVATE KEY") return false;
  return Buffer.from(bytes.slice(19, 23)).toString("latin1") !== "none";
}

/** The key file of a Google service account names its type beside the key. */
function isServiceAccount(text: string, start: number): boolean {
  return text.slice(Math.max(0, start - 500), start).includes("service_account");
}
