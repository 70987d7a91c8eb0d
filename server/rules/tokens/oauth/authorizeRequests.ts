import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { unknownPart, type BuiltText } from "../../../languages/typescript/builtText.ts";
import { builtUrls, parametersOf, type UrlParameter } from "../../../languages/typescript/builtUrls.ts";

/** Where OAuth's authorization begins: the usual last parts of its address. */
const authorizeAddress = /(?:\/|\0)(?:authori[sz]e|authorization|oauth2?\/(?:v\d(?:\.\d)?\/)?auth|openid-connect\/auth)\/?(?:\?|\0)/i;
const addressWord = /authori[sz]e|authorization|auth(?=\/?\?)/i;
/** Asks for a code, or a token, of an app: nothing else has both. */
const clientParameter = "client_id";

/** An address by which code asks for an authorization. */
export interface AuthorizeRequest {
  readonly text: string;
  readonly parameters: readonly UrlParameter[];
  /** All of its parameters can be read: what is not there is not sent. */
  readonly complete: boolean;
  /** The word `authorize` in the address, or what is written of it. */
  readonly place: TextRange;
  /** Where a parameter's value is written; undefined where code makes it. */
  rangeOf(parameter: UrlParameter): TextRange | undefined;
}

/** The authorization requests in code, each once. */
export function authorizeRequests(document: Document): AuthorizeRequest[] {
  const found = new Map<string, AuthorizeRequest>();
  for (const url of builtUrls(document, authorizeAddress)) {
    const request = requestOf(url);
    if (request) found.set(`${request.place.start} ${request.text}`, request);
  }
  const all = [...found.values()];
  // An address that is written first and completed later is found twice.
  return all.filter((one) => !all.some((other) => other !== one && other.place.start === one.place.start && other.text.length > one.text.length));
}

function requestOf(url: BuiltText): AuthorizeRequest | undefined {
  const { text } = url;
  const parameters = parametersOf(text);
  if (!parameters.some(({ name }) => name === clientParameter)) return undefined;
  const word = addressWord.exec(text);
  const [first] = parameters;
  const place = (word && url.rangeAt(word.index, word.index + word[0].length)) ?? (first && url.rangeAt(first.start, first.start + first.value.length));
  return place && { text, parameters, complete: isComplete(text), place, rangeOf: ({ start, value }) => url.rangeAt(start, start + value.length) };
}

/** Unknown parts stand for single values, and for nothing that could hold a parameter. */
function isComplete(text: string): boolean {
  const query = text.slice(text.indexOf("?") + 1);
  if (!text.includes("?")) return false;
  return query.split(/&(?:amp;)?/).filter((pair) => pair !== "").every((pair) => {
    const equals = pair.indexOf("=");
    if (equals <= 0 || pair.slice(0, equals).includes(unknownPart)) return false;
    const value = pair.slice(equals + 1);
    return !value.endsWith(unknownPart) || value === unknownPart;
  });
}

/** The value of a parameter; undefined where it is not there. */
export function parameterNamed({ parameters }: AuthorizeRequest, name: string): UrlParameter | undefined {
  return parameters.find((parameter) => parameter.name === name);
}

/** Words of which one is in every file with such an address. */
export const authorizeTriggers: readonly string[] = [clientParameter];
