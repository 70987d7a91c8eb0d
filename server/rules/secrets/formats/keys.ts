import { decodedText } from "../structures.ts";
import { armourTrigger, privateKeyAt } from "../privateKeys.ts";
import type { Verdict } from "../secretFormat.ts";
import { base64, tokens } from "./builders.ts";

function holdsPrivateKey(value: string): Verdict {
  const text = decodedText(value);
  return privateKeyAt(text, text.indexOf(armourTrigger))?.verdict ?? "none";
}

/** Private keys in another coat. `LS0tLS1CRUdJTi` is `-----BEGIN ` in base64. */
export const keyTokens = tokens("", [
  ["private-key-base64", "private key in base64", "LS0tLS1CRUdJTi", `${base64}{40,16000}={0,2}`, { verify: holdsPrivateKey, proof: "PEM", doubt: "PEM, not whole", strict: true }],
]);
