import type { Verdict } from "./secretFormat.ts";

const base62Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
let table: Uint32Array | undefined;

function crcTable(): Uint32Array {
  const made = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    made[byte] = value;
  }
  return made;
}

/** CRC-32 (IEEE 802.3) of ASCII text, as an unsigned number. */
export function crc32(text: string): number {
  table ??= crcTable();
  let value = 0xffffffff;
  for (let at = 0; at < text.length; at++) value = (table[(value ^ text.charCodeAt(at)) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** A CRC-32 in base62 (digits, upper case, lower case), six characters, as GitHub and npm end their tokens. */
export function crc32InBase62(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let place = 0; place < 6; place++) {
    digits = base62Digits.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** A CRC-32 as eight upper-case hexadecimal digits. */
export function crc32InHex(text: string): string {
  return crc32(text).toString(16).toUpperCase().padStart(8, "0");
}

/** GitHub and npm: behind the underscore 30 random characters, then their checksum. Verified on published samples. */
export function githubChecksum(token: string): Verdict {
  const body = token.slice(token.indexOf("_") + 1);
  // Installation tokens may be longer; which part the checksum covers there is not known.
  if (body.length !== 36) return "unknown";
  return crc32InBase62(body.slice(0, 30)) === body.slice(30) ? "valid" : "invalid";
}

/** Atlassian API tokens: the last eight digits are the checksum of all before, `=` included. Verified on published samples. */
export function atlassianChecksum(token: string): Verdict {
  return crc32InHex(token.slice(0, -8)) === token.slice(-8).toUpperCase() ? "valid" : "invalid";
}

/** The same scheme, presumed for Atlassian's other tokens: it may raise confidence and never lowers it. */
export function presumedAtlassianChecksum(token: string): Verdict {
  return atlassianChecksum(token) === "valid" ? "valid" : "unknown";
}

/** Cloudflare's prefixed tokens: the last eight digits are the checksum of the 40 characters before. */
export function cloudflareChecksum(token: string): Verdict {
  const body = token.slice(token.indexOf("_") + 1);
  return crc32InHex(body.slice(0, -8)) === body.slice(-8).toUpperCase() ? "valid" : "invalid";
}

/** GitLab's routable tokens end with the checksum of all before in base 36. Not verified on samples: raises only. */
export function gitlabChecksum(token: string): Verdict {
  return crc32(token.slice(0, -7)).toString(36).padStart(7, "0") === token.slice(-7) ? "valid" : "unknown";
}
