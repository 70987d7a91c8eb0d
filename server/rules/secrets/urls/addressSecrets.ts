import type { Document } from "../../../core/document.ts";
import type { Severity } from "../../../core/severity.ts";
import type { TextRange } from "../../../core/text.ts";
import type { BuiltText } from "../../../languages/typescript/builtText.ts";
import { unknownPart } from "../../../languages/typescript/builtText.ts";
import { builtUrls, parametersOf, type UrlParameter } from "../../../languages/typescript/builtUrls.ts";
import { isPlaceholder } from "../silence.ts";
import { secrecyOf } from "../secretNames.ts";
import { oneTimeAddress, parameterSecrecy, providerWay, type ParameterSecrecy } from "./secretParameters.ts";

/** A secret in an address. */
export interface AddressSecret {
  /** The parameter's name. */
  readonly range: TextRange;
  readonly parameter: string;
  readonly atMost: Severity;
  /** What the service says of it. */
  readonly instead?: string;
}

/** The start of an address: of a host, a path, or something unknown that a question mark follows. */
const addressStart = /^(?:https?:|wss?:|\/|\u0000|\.\/)/i;
const worst: Readonly<Record<ParameterSecrecy, Severity>> = { secret: "error", token: "warning", open: "warning" };
/** What code puts into a parameter whose value is not written there. */
const inserted = /^=(?:\$\{\s*|["'`]\s*\+\s*)(?:encodeURIComponent\(\s*)?(?:[\w$]+(?:\?|!)?\.){0,6}([\w$]+)/;

/** OAuth 1.0 sends people to sign in with the token of their request in the address (RFC 5849, section 2.2). */
const requestToken = /^oauth_token["'`]?(?:\s{0,3}[:,]\s{0,3}|=\$\{\s{0,3}|=["'`]\s{0,3}\+\s{0,3})[\w$.[\]"']{0,60}(?:oauth|request)_?token\b/i;

/** The secrets in the addresses that code builds. */
export function secretsInBuiltUrls(document: Document): AddressSecret[] {
  const found = new Map<number, AddressSecret>();
  for (const url of builtUrls(document, addressStart)) {
    for (const parameter of parametersOf(url.text)) {
      const secret = secretIn(url.text, parameter, (secrecy) => rangeOf(url, parameter, document, secrecy));
      if (secret && !found.has(secret.range.start)) found.set(secret.range.start, secret);
    }
  }
  return [...found.values()];
}

/** Where the name stands; undefined where what is put in says that it is no secret. */
function rangeOf(url: BuiltText, { name, start }: UrlParameter, document: Document, secrecy: ParameterSecrecy): TextRange | undefined {
  const range = url.rangeAt(start - name.length - 1, start - 1);
  if (range && requestToken.test(document.text.slice(range.start, range.end + 80))) return undefined;
  if (!range || secrecy !== "open") return range;
  const value = inserted.exec(document.text.slice(range.end, range.end + 200))?.[1] ?? "";
  return secrecyOf(value) === "secret" ? range : undefined;
}

/** An address in a text of any language. */
const addressInText = /\b(?:https?|wss?):\/\/[^\s"'`<>\\|]{1,400}\?[^\s"'`<>\\|]{1,600}/gi;

/** The secrets in the addresses of a text that is no tree. */
export function secretsInText({ text }: Document): AddressSecret[] {
  return Array.from(text.matchAll(addressInText)).flatMap(({ 0: address, index }) =>
    parametersOf(address).flatMap((parameter) => {
      const end = index + parameter.start - 1;
      const secret = secretIn(address, parameter, (secrecy) => (secrecy === "open" ? undefined : { start: end - parameter.name.length, end }));
      return secret ? [secret] : [];
    }),
  );
}

function secretIn(address: string, parameter: UrlParameter, rangeOfName: (secrecy: ParameterSecrecy) => TextRange | undefined): AddressSecret | undefined {
  const { name, value } = parameter;
  const secrecy = parameterSecrecy(name);
  if (!secrecy || isNothing(value, name)) return undefined;
  if (secrecy !== "token" && oneTimeAddress.test(address)) return undefined;
  const way = providerWay(address, name);
  if (way && way.instead === undefined) return undefined;
  const range = rangeOfName(way ? "token" : secrecy);
  if (!range) return undefined;
  return { range, parameter: name, atMost: way ? "information" : worst[secrecy], ...(way?.instead !== undefined && { instead: way.instead }) };
}

/** Empty, a placeholder of documentation, or a value that anybody may have. */
function isNothing(value: string, name: string): boolean {
  if (value === "" || value === name) return true;
  if (value.includes(unknownPart)) return false;
  // A look-up of the text's own language.
  if (/^(?:\$\{?|\{\{?|#\{|%\(?|<\?)[^.]/.test(value)) return /^[{<]?\.\.\.|^\{+\s*your/i.test(value);
  return value.length < 8 || isPlaceholder(value, name) || /^[<[(]|^:|^x{3,}|^true$|^false$/i.test(value);
}
