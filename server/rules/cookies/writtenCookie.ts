import type { TextEdit } from "../../core/finding.ts";
import type { TextRange } from "../../core/text.ts";
import type { AttributeName, FlagName } from "./cookieAttributes.ts";

/** Edits, and how a menu names them. */
export interface Repair {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A place where a cookie lacks a flag, or switches it off. */
export interface FlagFault {
  readonly range: TextRange;
  /** Present where the flag is switched off in so many words; else it is missing. */
  readonly off?: string;
  /** Absent where no edit surely puts it right. */
  readonly repair?: Repair;
}

/** One value that an attribute is given. */
export interface AttributeValue {
  /** `maxAge` counts seconds here, whatever the library counts. */
  readonly value: string | number | boolean | null;
  readonly range: TextRange;
  /** Gives it another value, written as the language writes it. */
  replace?(source: string): readonly TextEdit[] | undefined;
  /** Takes the attribute out. */
  remove?(): readonly TextEdit[] | undefined;
}

/** What is known of an attribute: nothing, that it is not given, or all values that it may have. */
export type AttributeReading =
  | { readonly kind: "unknown" }
  | { readonly kind: "not-given"; readonly fallback: "set" | "left-out" | "unknown" }
  | { readonly kind: "given"; readonly values: readonly AttributeValue[] };

/** A place where a program sets a cookie, in whatever language. Cookies that are being deleted are none. */
export interface WrittenCookie {
  /** Where something is shown that is missing. */
  readonly range: TextRange;
  /** The cookie's name where it is known. */
  readonly name: string | undefined;
  /** Where the name stands, if it is written here. */
  readonly nameRange?: TextRange;
  /** The text of the name and the value, for what only the wording shows. */
  readonly wording: string;
  /** A session's own cookie, whatever its name. */
  readonly isSession: boolean;
  /** Written by a script of the page, which cannot make it `HttpOnly`. */
  readonly byScript: boolean;
  /** With Secure it sends no cookie where it does not see the connection as encrypted. */
  readonly refusesPlainConnections: boolean;
  /** The path where none is given, if the library has one. */
  readonly defaultPath: "/" | undefined;
  /** Where it lacks a flag; empty where it has it or may have it. */
  faults(flag: FlagName): readonly FlagFault[];
  attribute(name: AttributeName): AttributeReading;
}

/** The one value that an attribute surely has; undefined where there are several, none, or nobody knows. */
export function onlyValue(cookie: WrittenCookie, name: AttributeName): AttributeValue | undefined {
  const reading = cookie.attribute(name);
  const [only, ...others] = reading.kind === "given" ? reading.values : [];
  return others.length === 0 ? only : undefined;
}

/** Whether it surely goes to other sites' pages too. */
export function isForOtherSites(cookie: WrittenCookie): boolean {
  const reading = cookie.attribute("sameSite");
  return reading.kind === "given" && reading.values.every(({ value }) => typeof value === "string" && value.toLowerCase() === "none");
}
