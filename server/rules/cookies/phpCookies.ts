import type { Document } from "../../core/document.ts";
import { calledClass, calledFunction, calledMethod, phpArgument } from "../../languages/php/calls.ts";
import type { PhpCall, PhpSyntax } from "../../languages/php/nodes.ts";
import { phpSyntax } from "../../languages/php/syntax.ts";
import type { AttributeName } from "./cookieAttributes.ts";
import { flatCookie } from "./flatCookie.ts";
import { phpAttribute, textOf } from "./phpCookieValues.ts";
import { nameOf } from "./phpNames.ts";
import { sessionCookies } from "./phpSessions.ts";
import { setcookieCookie } from "./phpSetcookie.ts";
import type { AttributeReading, WrittenCookie } from "./writtenCookie.ts";

const setters: ReadonlySet<string> = new Set(["setcookie", "setrawcookie"]);
const symfonyCookie = "Symfony\\Component\\HttpFoundation\\Cookie";

/** The cookies that a PHP file sets. */
export function phpCookies(document: Document): WrittenCookie[] {
  const syntax = document.syntax(phpSyntax);
  const calls = syntax.all("call").flatMap((call) => {
    const cookie = setters.has(calledFunction(call) ?? "") ? setcookieCookie(call, document, syntax) : (ofSymfony(call, document, syntax) ?? ofWither(call, document, syntax));
    return cookie ? [cookie] : [];
  });
  return [...calls, ...sessionCookies(document, syntax)];
}

/** Arguments of `new Cookie(…)` and `Cookie::create(…)`, Symfony 7: HttpOnly and Lax by themselves, Secure as the request is. */
const places: Readonly<Partial<Record<AttributeName, readonly [index: number, name: string]>>> = {
  domain: [4, "domain"],
  secure: [5, "secure"],
  httpOnly: [6, "httpOnly"],
  sameSite: [8, "sameSite"],
};

function ofSymfony(call: PhpCall, document: Document, syntax: PhpSyntax): WrittenCookie | undefined {
  if (calledClass(call, syntax) !== symfonyCookie || (!call.isNew && calledMethod(call) !== "create")) return undefined;
  const name = phpArgument(call, 0, "name");
  return flatCookie({
    range: call.range,
    ...nameOf(name, syntax),
    wording: textOf(call, document),
    defaultPath: "/",
    attribute: (attribute) => symfonyAttribute(call, attribute, document, syntax),
    right: (flag) => (flag === "sameSite" ? "'lax'" : "true"),
  });
}

function symfonyAttribute(call: PhpCall, attribute: AttributeName, document: Document, syntax: PhpSyntax): AttributeReading {
  const place = places[attribute];
  const node = place ? phpArgument(call, ...place) : "unknown";
  if (typeof node === "string") return { kind: "unknown" };
  const reading = phpAttribute(node, document, syntax);
  // `null` is as the request is.
  const isDefault = reading.kind === "given" && reading.values.every(({ value }) => value === null);
  return isDefault ? { kind: "unknown" } : reading;
}

const withers: Readonly<Record<string, AttributeName>> = { withSecure: "secure", withHttpOnly: "httpOnly", withDomain: "domain", withSameSite: "sameSite" };

/** `$cookie->withHttpOnly(false)`. */
function ofWither(call: PhpCall, document: Document, syntax: PhpSyntax): WrittenCookie | undefined {
  const method = calledMethod(call) ?? "";
  const attribute = Object.hasOwn(withers, method) ? withers[method] : undefined;
  const node = phpArgument(call, 0);
  if (attribute === undefined || typeof node === "string" || ![...syntax.imports.values()].includes(symfonyCookie)) return undefined;
  return flatCookie({
    range: call.range,
    wording: textOf(call, document),
    defaultPath: "/",
    attribute: (name) => (name === attribute ? phpAttribute(node, document, syntax) : { kind: "unknown" }),
  });
}
