import { secrecyOf } from "../secretNames.ts";
import { parameterSecrecy, providerWays } from "./secretParameters.ts";

/** `?token=`, `&token=`, `"token="`, `${base}token=`, and what is put in behind it. */
const written = /[?&#;}"'`]([A-Za-z_][\w.-]{0,60})=(?!=)(?:(?:\$\{\s*|["'`]\s*\+\s*)(?:encodeURIComponent\(\s*)?(?:[\w$]+(?:\?|!)?\.){0,6}([\w$]+))?/g;
/** A name that is put in itself. */
const computed = /[?&#;]\$\{[^}\n]{1,80}\}=|[?&#;]["'`]\s{0,20}\+[^;\n]{1,80}\+\s{0,20}["'`]=/;
/** What makes addresses of objects and lists. */
const queryMaker = /URLSearchParams|searchParams|(?<!\{\{)\b(?:params|query|qs)\b["']?\s{0,5}(?:[,}=]|:\s{0,20}[^\s"'`])|\b(?!JSON\b)\w{1,40}\s{0,3}\.\s{0,3}(?:stringify|param)\s{0,3}\(/;
/** A key, a short one, or a text that may be one. */
const named = /["'`]([A-Za-z_][\w.-]{0,60})["'`]|(?<![\w.-])([A-Za-z_]\w{0,60})\s{0,5}[:,}]/g;

/**
 * Whether code may put a secret into an address, asked before a tree is made: by the names of parameters, in texts and in
 * objects of queries. Says yes too often.
 */
export function mayHaveSecretParameter(text: string): boolean {
  const isOpenTold = providerWays.some(({ address, instead }) => instead !== undefined && address.test(text));
  for (const [, name = "", value = ""] of text.matchAll(written)) {
    const secrecy = parameterSecrecy(name);
    if (secrecy !== undefined && (secrecy !== "open" || isOpenTold || secrecyOf(value) === "secret")) return true;
  }
  if (computed.test(text)) return true;
  if (!queryMaker.test(text)) return false;
  for (const [, quoted, plain] of text.matchAll(named)) {
    const secrecy = parameterSecrecy(quoted ?? plain ?? "");
    if (secrecy !== undefined && (secrecy !== "open" || isOpenTold)) return true;
  }
  return false;
}
