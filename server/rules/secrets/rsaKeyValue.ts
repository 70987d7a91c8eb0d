import { kindOf } from "./formats/builders.ts";
import type { SecretKind } from "./secretFormat.ts";

/** Stands in the opening and in the closing tag of .NET's key format. */
export const rsaKeyValueTrigger = "RSAKeyValue";

const kind: SecretKind = kindOf("", "rsa-key-value", "RSA private key", { proof: "RSAKeyValue" });
const longest = 24_000;
/** `<`, as XML inside XML or JSON writes it. */
const open = "(?:<|&lt;|\\\\u003[cC])";
const close = "(?:>|&gt;|\\\\u003[eE])";
const openingTag = new RegExp(`${open}$`);
const closingTag = new RegExp(`${open}/$`);
const tagEnd = new RegExp(close, "y");
/** Base64 over lines; bounded, so that the search is linear. */
const content = "([A-Za-z0-9+/=\\s\\\\]{20,12000}?)";
const modulus = new RegExp(`${open}Modulus${close}${content}${open}/Modulus${close}`);
const privateExponent = new RegExp(`${open}D${close}${content}${open}/D${close}`);
const noise = /\s|\\[nr]/g;

/** A key between an opening trigger and the next one. */
export interface RsaKeyValueBlock {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
}

/** Reads the key whose tags hold the triggers at `first` and `second`; undefined where it has no private part. */
export function rsaKeyValueAt(text: string, first: number, second: number): RsaKeyValueBlock | undefined {
  if (second - first > longest) return undefined;
  const opening = openingTag.exec(text.slice(Math.max(0, first - 6), first));
  const closing = closingTag.exec(text.slice(Math.max(0, second - 7), second));
  if (!opening || !closing) return undefined;
  const body = text.slice(first, second);
  const publicLength = byteLength(modulus.exec(body)?.[1]);
  const privateLength = byteLength(privateExponent.exec(body)?.[1]);
  // A key of fewer than 512 bits is nobody's; the private exponent is as long as the modulus, or little shorter.
  if (publicLength < 64 || privateLength > publicLength || privateLength < publicLength / 2) return undefined;
  const tail = second + rsaKeyValueTrigger.length;
  tagEnd.lastIndex = tail;
  const end = tail + (tagEnd.exec(text)?.[0].length ?? 0);
  return { start: first - opening[0].length, end, kind };
}

function byteLength(base64: string | undefined): number {
  return Buffer.from((base64 ?? "").replace(noise, ""), "base64").length;
}
