import type { Document } from "../../core/document.ts";
import { attributeNamed } from "../../languages/xml/attributes.ts";
import { xmlSyntax, type XmlElement } from "../../languages/xml/syntax.ts";
import type { AttributeName, FlagName } from "./cookieAttributes.ts";
import { flatCookie } from "./flatCookie.ts";
import type { AttributeReading, WrittenCookie } from "./writtenCookie.ts";

/** The elements of ASP.NET's configuration that say what cookies have, with the attributes that they leave off by default. */
const elements: Readonly<Record<string, Partial<Record<AttributeName, string>>>> = {
  httpCookies: { httpOnly: "httpOnlyCookies", secure: "requireSSL" },
  forms: { secure: "requireSSL" },
  // The cookie of Windows Identity Foundation is HttpOnly and Secure unless it is told otherwise.
  cookieHandler: { httpOnly: "hideFromScript", secure: "requireSsl" },
};
const setByDefault: ReadonlySet<string> = new Set(["cookieHandler"]);

/** Elements of the same names in other configuration: only that of ASP.NET counts. */
const parents: ReadonlySet<string> = new Set(["system.web", "authentication", "federationConfiguration"]);

/** What a `web.config` says of all cookies of an app, and of that of its sign-in. */
export function webConfigCookies(document: Document): WrittenCookie[] {
  const { elements: all } = document.syntax(xmlSyntax);
  return all.flatMap((element) => {
    const names = Object.hasOwn(elements, element.name) ? elements[element.name] : undefined;
    const isTransform = element.attributes.some(({ name }) => name.startsWith("xdt:"));
    return names && !isTransform && parents.has(element.parent?.name ?? "") ? [ofElement(document, element, names)] : [];
  });
}

function ofElement(document: Document, element: XmlElement, names: Partial<Record<AttributeName, string>>): WrittenCookie {
  const start = element.range.start;
  const nameEnd = start + 1 + element.name.length;
  return flatCookie({
    range: { start: start + 1, end: nameEnd },
    wording: "",
    name: element.name === "forms" ? (attributeNamed(element.attributes, "name")?.value ?? ".ASPXAUTH") : undefined,
    isSession: true,
    defaultPath: "/",
    attribute: (name) => (isTransformed(document, names[name]) ? { kind: "unknown" } : attributeOf(element, names[name])),
    add: (flag: FlagName) => ({
      title: `Add ${names[flag] ?? ""}="true"`,
      edits: [{ range: { start: nameEnd, end: nameEnd }, newText: ` ${names[flag] ?? ""}="true"` }],
    }),
  });
}

function attributeOf({ attributes, name: owner }: XmlElement, name: string | undefined): AttributeReading {
  if (name === undefined) return { kind: "unknown" };
  const given = attributes.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!given) return { kind: "not-given", fallback: setByDefault.has(owner) ? "set" : "left-out" };
  const value = given.value.toLowerCase();
  if (value !== "true" && value !== "false") return { kind: "unknown" };
  const range = given.valueRange;
  return { kind: "given", values: [{ value: value === "true", range, replace: (source) => [{ range, newText: source }] }] };
}

/** Whether the transformation for releases beside the file says something of the attribute. */
function isTransformed(document: Document, name: string | undefined): boolean {
  const folder = document.path.slice(0, document.path.lastIndexOf("/") + 1);
  const release = document.neighbours?.read(`${folder}Web.Release.config`) ?? document.neighbours?.read(`${folder}web.release.config`);
  return name !== undefined && release?.text.toLowerCase().includes(name.toLowerCase()) === true;
}
