import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { closing, dottedNameEnding, enclosing, isMark } from "../../languages/csharp/reading.ts";
import { csharpSyntax, type CsharpToken } from "../../languages/csharp/tokens.ts";
import type { AttributeName, FlagName } from "./cookieAttributes.ts";
import { builderCookies } from "./csharpBuilders.ts";
import { csharpAttribute, csharpName, rightInCsharp } from "./csharpValues.ts";
import { objectAt, parted, type CsharpObject } from "./csharpObjects.ts";
import { isSetEverywhere } from "./csharpPolicies.ts";
import { flatCookie } from "./flatCookie.ts";
import type { AttributeReading, WrittenCookie } from "./writtenCookie.ts";

type Tokens = readonly CsharpToken[];

/** The classes of ASP.NET and ASP.NET Core that hold what a cookie has. Both leave all flags out. */
const classes: readonly string[] = ["HttpCookie", "CookieOptions"];

/** A past date, by which a cookie is deleted: `DateTime.Now.AddDays(-1)`. */
const past = /\.Add\w+\(-|DateTime(?:Offset)?\.(?:MinValue|UnixEpoch)/;

/** The cookies that a C# file sets, as far as its words alone decide it. */
export function csharpCookies(document: Document): WrittenCookie[] {
  const { tokens } = document.syntax(csharpSyntax);
  const cookies: WrittenCookie[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== "name") return;
    if (token.text === "new") {
      for (const name of classes) {
        const made = objectAt(tokens, index, name);
        if (made && !isDeletion(made)) cookies.push(ofObject(document, tokens, made));
      }
    } else if (token.text === "Append") cookies.push(...ofBareCall(document, tokens, index));
  });
  return [...cookies, ...builderCookies(tokens)];
}

function isDeletion({ properties, handedTo }: CsharpObject): boolean {
  return handedTo.includes("Delete") || [...(properties.get("Expires") ?? []), ...(properties.get("MaxAge") ?? [])].some(({ text }) => past.test(text));
}

function ofObject(document: Document, tokens: Tokens, made: CsharpObject): WrittenCookie {
  const name = nameToken(tokens, made);
  return flatCookie({
    range: made.range,
    name: name?.value,
    ...(name && { nameRange: name.range }),
    wording: wordingAround(document, tokens, made),
    defaultPath: "/",
    attribute: (attribute) => attributeOf(document, made, attribute),
    right: rightInCsharp,
    add: (flag) => ({ title: `Set ${csharpName(flag)}`, edits: [insertion(document, tokens, made, flag)] }),
  });
}

function attributeOf(document: Document, { properties, open }: Pick<CsharpObject, "properties" | "open">, attribute: AttributeName): AttributeReading {
  const values = properties.get(csharpName(attribute));
  if (values) return csharpAttribute(attribute, values);
  if (attribute !== "httpOnly" && attribute !== "secure" && attribute !== "sameSite") return open ? { kind: "unknown" } : { kind: "not-given", fallback: "left-out" };
  return open || isSetEverywhere(document, attribute) ? { kind: "unknown" } : { kind: "not-given", fallback: "left-out" };
}

/** `new HttpCookie("name")`, `Append("name", value, new CookieOptions())`. */
function nameToken(tokens: Tokens, { arguments: given, first }: CsharpObject): CsharpToken | undefined {
  const bracket = enclosing(tokens, first);
  const outer = given.length > 0 ? given : bracket > 0 && isMark(tokens, bracket, "(") ? parted(tokens, bracket + 1, closing(tokens, bracket)) : [];
  const [[only, ...others] = []] = outer;
  return only?.kind === "string" && others.length === 0 ? only : undefined;
}

function wordingAround({ text }: Document, tokens: Tokens, { first, arguments: given }: CsharpObject): string {
  const whole = given.flat();
  const bracket = enclosing(tokens, first);
  const from = whole[0]?.range.start ?? (isMark(tokens, bracket, "(") ? tokens[bracket]?.range.start : undefined);
  const to = whole.at(-1)?.range.end ?? tokens[first]?.range.start ?? 0;
  return from === undefined ? "" : text.slice(from, Math.max(from, to));
}

/** `Response.Cookies.Append("name", value)`: no options, so no flag. */
function ofBareCall(document: Document, tokens: Tokens, index: number): WrittenCookie[] {
  if (!isMark(tokens, index - 1, ".") || tokens[index - 2]?.text !== "Cookies" || !isMark(tokens, index + 1, "(")) return [];
  const close = closing(tokens, index + 1);
  const [name, value, ...others] = parted(tokens, index + 2, close);
  const last = value?.at(-1);
  if (!name || !value || !last || others.length > 0) return [];
  const [only] = name;
  const isNamed = name.length === 1 && only?.kind === "string";
  return [
    flatCookie({
      range: dottedNameEnding(tokens, index).range,
      name: isNamed ? only.value : undefined,
      wording: document.text.slice(only?.range.start ?? 0, last.range.end),
      defaultPath: "/",
      attribute: (attribute) => attributeOf(document, { properties: new Map(), open: false }, attribute),
      add: (flag) => ({
        title: `Set ${csharpName(flag)}`,
        edits: [{ range: { start: last.range.end, end: last.range.end }, newText: `, new CookieOptions { ${csharpName(flag)} = ${rightInCsharp(flag)} }` }],
      }),
    }),
  ];
}

/** One more property, on a line of its own where the others have one. */
function insertion({ text }: Document, tokens: Tokens, { initialiser }: CsharpObject, flag: FlagName): TextEdit {
  const source = `${csharpName(flag)} = ${rightInCsharp(flag)}`;
  if ("at" in initialiser) return { range: { start: initialiser.at, end: initialiser.at }, newText: ` { ${source} }` };
  const { open, close } = initialiser;
  const last = tokens[close - 1];
  const start = last?.range.end ?? 0;
  if (close === open + 1 || !last) return { range: { start, end: start }, newText: ` ${source}` };
  const hasComma = last.text === ",";
  const gap = text.slice(tokens[open]?.range.end ?? 0, tokens[open + 1]?.range.start ?? 0);
  return { range: { start, end: start }, newText: `${hasComma ? "" : ","}${gap.includes("\n") ? gap : " "}${source}${hasComma ? "," : ""}` };
}
