import { kindOf } from "./formats/builders.ts";
import type { PrivateKeyBlock } from "./privateKeys.ts";

/** Opens a key file of PuTTY; version and algorithm follow. */
export const puttyTrigger = "PuTTY-User-Key-File-";

const kind = kindOf("", "putty-key", "PuTTY private key", { proof: "PPK", doubt: "PPK, not whole" });
const encrypted = kindOf("", "encrypted-putty-key", "encrypted PuTTY private key", { atMost: "information" });
/** A key of 16,384 bits is shorter than this, in characters of whatever notation. */
const longest = 24_000;
const headLine = /PuTTY-User-Key-File-[23]: [a-z0-9@.-]{5,40}/y;
const privatePart = /Private-Lines: [0-9]{1,3}(?:\r?\n|\\r?\\n|\\n)[ \t]{0,80}[A-Za-z0-9+/]{20}/;
const mac = /Private-(?:MAC|Hash): [0-9a-f]{40,64}/;

/** Reads the key file that opens at `start`; undefined where its private lines are missing. */
export function puttyKeyAt(text: string, start: number): PrivateKeyBlock | undefined {
  headLine.lastIndex = start;
  if (!headLine.test(text)) return undefined;
  const body = text.slice(start, start + longest);
  const next = body.indexOf(puttyTrigger, 1);
  const own = next < 0 ? body : body.slice(0, next);
  if (!privatePart.test(own)) return undefined;
  const end = mac.exec(own);
  const isEncrypted = own.slice(0, 400).includes('Encryption: aes');
  const length = end ? end.index + end[0].length : own.length;
  return { start, end: start + length, kind: isEncrypted ? encrypted : kind, verdict: end ? "valid" : "invalid" };
}
