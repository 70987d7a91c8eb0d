import { createHash } from "node:crypto";

/** Characters of a content hash. */
export const contentHashLength = 24;

/** Says whether two files hold the same bytes: 144 bits of SHA-256 in base64. */
export function contentHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64").slice(0, contentHashLength);
}
