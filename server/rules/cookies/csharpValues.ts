import type { AttributeName, FlagName } from "./cookieAttributes.ts";
import type { CsharpValue } from "./csharpObjects.ts";
import type { AttributeReading, AttributeValue } from "./writtenCookie.ts";

const names: Readonly<Record<AttributeName, string>> = {
  httpOnly: "HttpOnly",
  secure: "Secure",
  sameSite: "SameSite",
  domain: "Domain",
  path: "Path",
  maxAge: "MaxAge",
  expires: "Expires",
};

/** The property of `HttpCookie` and `CookieOptions` that holds an attribute. */
export function csharpName(attribute: AttributeName): string {
  return names[attribute];
}

/** How C# writes that a flag is on. */
export function rightInCsharp(flag: FlagName): string {
  return flag === "sameSite" ? "SameSiteMode.Lax" : "true";
}

const secondsIn: Readonly<Record<string, number>> = { Seconds: 1, Minutes: 60, Hours: 3600, Days: 86_400 };
const span = /(?:\.From|\.Add)(Seconds|Minutes|Hours|Days|Months|Years)\((\d{1,9})\)$/;

/** What is known of an attribute that is given these values; unknown where one of them is not plain. */
export function csharpAttribute(attribute: AttributeName, values: readonly CsharpValue[]): AttributeReading {
  const read = values.map(({ text, range }): AttributeValue | undefined => {
    const value = plainValue(attribute, text);
    return value === undefined ? undefined : { value, range, replace: (source) => [{ range, newText: source }] };
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === read.length ? { kind: "given", values: known } : { kind: "unknown" };
}

function plainValue(attribute: AttributeName, text: string): AttributeValue["value"] | undefined {
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  if (attribute === "sameSite") return /^(?:\w+\.)*SameSiteMode\.(None|Lax|Strict)$/.exec(text)?.[1];
  if (attribute === "maxAge" || attribute === "expires") return secondsOf(text);
  return /^"([^"\\]*)"$/.exec(text)?.[1];
}

function secondsOf(text: string): number | undefined {
  const [, unit = "", amount = ""] = span.exec(text) ?? [];
  const seconds = unit === "Months" ? 30 * 86_400 : unit === "Years" ? 365 * 86_400 : secondsIn[unit];
  return seconds === undefined ? undefined : seconds * Number(amount);
}
