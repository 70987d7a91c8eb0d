import type { TextPart } from "../../languages/typescript/constants.ts";
import { isPastDate } from "./deletedCookies.ts";

/** What the text of a `Set-Cookie` header says. */
export interface SetCookieText {
  /** Undefined where it is not wholly known. */
  readonly name: string | undefined;
  /** By lower-case name; undefined where the value is not known. */
  readonly attributes: ReadonlyMap<string, string | undefined>;
  /** An unknown part may hold further attributes. */
  readonly open: boolean;
  /** It ends in the past or holds nothing. */
  readonly deletes: boolean;
}

/** Stands for an unknown part: no header can hold it. */
const hole = "\u0000";

/** A cookie's name: a token of RFC 6265, with holes. */
const nameAndValue = /^\s*([^\s;,=]+)=(.*)$/s;

/** Reads a header's text; undefined where it is no cookie at all. */
export function readSetCookie(parts: readonly TextPart[]): SetCookieText | undefined {
  const text = parts.map((part) => part.text ?? hole).join("");
  const [pair = "", ...rest] = text.split(";");
  const match = nameAndValue.exec(pair);
  if (!match) return undefined;
  const [, name = "", value = ""] = match;
  const attributes = new Map<string, string>();
  // Of two unknown parts in a row the second may be anything.
  let open = value.includes(hole + hole);
  for (const attribute of rest) {
    const [key = "", ...given] = attribute.split("=");
    const argument = given.join("=");
    // An unknown value of a known attribute is one part and nothing behind it.
    if (key.includes(hole) || (argument.includes(hole) && argument.trim() !== hole)) open = true;
    attributes.set(key.trim().toLowerCase(), argument.trim());
  }
  return {
    name: name.includes(hole) ? undefined : name,
    attributes: new Map([...attributes].map(([key, argument]) => [key, argument.includes(hole) ? undefined : argument])),
    open,
    deletes: value.trim() === "" || endsInThePast(attributes),
  };
}

function endsInThePast(attributes: ReadonlyMap<string, string>): boolean {
  const age = attributes.get("max-age");
  if (age !== undefined && /^(?:0+|-\d+)$/.test(age)) return true;
  return isPastDate(attributes.get("expires") ?? "");
}
