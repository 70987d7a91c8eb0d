import { dottedNameEnding, enclosing, isMark } from "../../languages/csharp/reading.ts";
import type { CsharpToken } from "../../languages/csharp/tokens.ts";
import type { AttributeName } from "./cookieAttributes.ts";
import { flatCookie } from "./flatCookie.ts";
import type { AttributeReading, WrittenCookie } from "./writtenCookie.ts";

type Tokens = readonly CsharpToken[];

const attributes: Readonly<Record<string, AttributeName>> = { HttpOnly: "httpOnly", SecurePolicy: "secure", SameSite: "sameSite" };

/** The values that switch a flag off, and those that put it right. */
const values: Readonly<Record<string, { readonly value: boolean | string; readonly right?: string }>> = {
  false: { value: false, right: "true" },
  "CookieSecurePolicy.None": { value: false, right: "CookieSecurePolicy.Always" },
  "SameSiteMode.None": { value: "none" },
};

/**
 * The cookies of ASP.NET Core's sign-in and session, whose `CookieBuilder` has HttpOnly and Lax, and Secure as the request
 * has it: `options.Cookie.HttpOnly = false`. Only what is switched off is told.
 */
export function builderCookies(tokens: Tokens): WrittenCookie[] {
  const cookies: WrittenCookie[] = [];
  tokens.forEach((token, index) => {
    const attribute = token.kind === "name" && Object.hasOwn(attributes, token.text) ? attributes[token.text] : undefined;
    if (attribute === undefined || !isMark(tokens, index + 1, "=")) return;
    const { names } = dottedNameEnding(tokens, index);
    if (names.at(-2) !== "Cookie") return;
    const text = textBehind(tokens, index + 2);
    const known = Object.hasOwn(values, text) ? values[text] : undefined;
    const end = tokens[index + 1 + (text === "false" ? 1 : 3)];
    const first = tokens[index + 2];
    if (!known || !first || !end) return;
    const range = { start: first.range.start, end: end.range.end };
    const given: AttributeReading = { kind: "given", values: [{ value: known.value, range, replace: () => (known.right === undefined ? undefined : [{ range, newText: known.right }]) }] };
    cookies.push(
      flatCookie({
        range: token.range,
        wording: `${names.join(".")} ${methodAround(tokens, index)}`.replace(/antiforgery/i, "csrf"),
        isSession: true,
        defaultPath: "/",
        attribute: (name) => (name === attribute ? given : { kind: "unknown" }),
      }),
    );
  });
  return cookies;
}

/** The method that a property's lambda is handed to: `AddAntiforgery` of `AddAntiforgery(options => { … })`. */
function methodAround(tokens: Tokens, index: number): string {
  let bracket = enclosing(tokens, index);
  if (isMark(tokens, bracket, "{")) bracket = enclosing(tokens, bracket);
  return isMark(tokens, bracket, "(") ? (tokens[bracket - 1]?.text ?? "") : "";
}

/** The words up to the end of the statement, as far as a value of the table is long. */
function textBehind(tokens: Tokens, from: number): string {
  let text = "";
  for (let at = from; at < from + 4 && !isMark(tokens, at, ";") && !isMark(tokens, at, ","); at++) text += tokens[at]?.text ?? "";
  return text;
}
