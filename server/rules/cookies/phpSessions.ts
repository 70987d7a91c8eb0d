import type { Document } from "../../core/document.ts";
import { calledFunction, phpArgument, phpOptions } from "../../languages/php/calls.ts";
import { phpAlternatives } from "../../languages/php/following.ts";
import type { PhpCall, PhpNode, PhpSyntax } from "../../languages/php/nodes.ts";
import type { AttributeName } from "./cookieAttributes.ts";
import { flatCookie } from "./flatCookie.ts";
import { phpAttribute, phpSwitch, textOf } from "./phpCookieValues.ts";
import type { WrittenCookie } from "./writtenCookie.ts";

/** Settings of PHP's own session: as `php.ini` names them, without `session.cookie_`. What is not given is in `php.ini`. */
const settings: Readonly<Record<string, AttributeName>> = { httponly: "httpOnly", secure: "secure", samesite: "sameSite", domain: "domain", lifetime: "maxAge" };

/** Arguments of `session_set_cookie_params`, where they are no options. */
const order: readonly string[] = ["lifetime", "path", "domain", "secure", "httponly"];

/** Keys of Laravel's `config/session.php`. */
const laravel: Readonly<Record<string, AttributeName>> = { http_only: "httpOnly", secure: "secure", same_site: "sameSite", domain: "domain" };
const laravelFile = /(?:^|\/)config\/session\.php$/;

type Given = ReadonlyMap<AttributeName, PhpNode>;

/** What a file says of the cookie of PHP's or Laravel's session. */
export function sessionCookies(document: Document, syntax: PhpSyntax): WrittenCookie[] {
  const calls = syntax.all("call").flatMap((call) => {
    const given = givenIn(call, syntax);
    return given && given.size > 0 ? [cookieOf(call.callee, given, document, syntax)] : [];
  });
  return laravelFile.test(document.path) ? [...calls, ...ofLaravel(document, syntax)] : calls;
}

function givenIn(call: PhpCall, syntax: PhpSyntax): Given | undefined {
  switch (calledFunction(call)) {
    case "ini_set": {
      const [name, value] = [phpArgument(call, 0), phpArgument(call, 1)];
      const [text] = typeof name === "string" ? [] : phpAlternatives(name, syntax);
      return text?.kind === "text" && typeof value !== "string" ? picked([[text.value.replace(/^session\./, ""), value]], "cookie_") : undefined;
    }
    case "session_start": {
      const options = phpArgument(call, 0);
      return typeof options === "string" ? undefined : picked(entriesIn(options, syntax), "cookie_");
    }
    case "session_set_cookie_params": {
      const first = phpArgument(call, 0);
      if (typeof first === "string") return undefined;
      if (call.arguments.length === 1) return picked(entriesIn(first, syntax), "");
      return picked(call.arguments.map(({ value, name }, index): [string, PhpNode] => [name ?? order[index] ?? "", value]), "");
    }
    default:
      return undefined;
  }
}

function entriesIn(node: PhpNode, syntax: PhpSyntax): (readonly [string, PhpNode])[] {
  return [...phpOptions(node, syntax).entries].map(([key, { value }]) => [key.toLowerCase(), value]);
}

function picked(entries: readonly (readonly [string, PhpNode])[], prefix: string): Given {
  const given = new Map<AttributeName, PhpNode>();
  for (const [key, value] of entries) {
    const name = key.startsWith(prefix) ? key.slice(prefix.length) : "";
    const attribute = Object.hasOwn(settings, name) ? settings[name] : undefined;
    if (attribute) given.set(attribute, value);
  }
  return given;
}

function ofLaravel(document: Document, syntax: PhpSyntax): WrittenCookie[] {
  return syntax.all("array").flatMap((array) => {
    const given = new Map<AttributeName, PhpNode>();
    for (const { key, value } of array.entries) {
      const attribute = key?.kind === "text" && Object.hasOwn(laravel, key.value) ? laravel[key.value] : undefined;
      // `null` leaves it to the request.
      if (attribute && !(value.kind === "literal" && value.value === null)) given.set(attribute, value);
    }
    return given.size > 0 ? [cookieOf(array, given, document, syntax)] : [];
  });
}

function cookieOf(place: PhpNode, given: Given, document: Document, syntax: PhpSyntax): WrittenCookie {
  return flatCookie({
    range: place.range,
    wording: "",
    isSession: true,
    defaultPath: "/",
    attribute: (name) => {
      const node = given.get(name);
      if (!node) return { kind: "unknown" };
      const reading = phpAttribute(node, document, syntax);
      return name === "httpOnly" || name === "secure" ? phpSwitch(reading) : reading;
    },
    right: (flag) => rightFor(flag === "sameSite", given.get(flag), document),
  });
}

/** Switches are written as they were: `0` becomes `1`, `'off'` becomes `'on'`. */
function rightFor(isSameSite: boolean, node: PhpNode | undefined, document: Document): string {
  const written = node ? textOf(node, document) : "";
  if (isSameSite) return "'Lax'";
  if (/^['"]/.test(written)) return /off/i.test(written) ? "'on'" : "'1'";
  return written === "0" ? "1" : "true";
}
