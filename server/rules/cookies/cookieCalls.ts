import type { Document } from "../../core/document.ts";
import { allCalls, argumentAt } from "../../languages/typescript/calls.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { callAttribute } from "./callAttribute.ts";
import { callFaults } from "./callFaults.ts";
import { cookieCallOf, placeOf, type CookieCall } from "./cookieCall.ts";
import { namesIn } from "./cookieCallNames.ts";
import { deletesCookie } from "./deletedCookies.ts";
import type { WrittenCookie } from "./writtenCookie.ts";

/** The cookies that calls of known libraries set, but for those that are being deleted. */
export function cookieCalls(document: Document, syntax: TypeScriptSyntax): WrittenCookie[] {
  return allCalls(syntax).flatMap((call) => {
    const found = cookieCallOf(call, document, syntax);
    return found && !isDeletion(found) ? [cookieOf(found)] : [];
  });
}

function isDeletion(found: CookieCall): boolean {
  const { value } = namesIn(found);
  return found.setter.value !== undefined && deletesCookie(value, found.reading, found.syntax);
}

function cookieOf(found: CookieCall): WrittenCookie {
  const { call, setter, document } = found;
  const { name, node, value } = namesIn(found);
  const wording = [node, value].map((one) => (one ? document.text.slice(...one.range) : "")).join(" ");
  return {
    range: rangeOf(placeOf(call)),
    name,
    ...(node && { nameRange: rangeOf(node) }),
    wording,
    isSession: setter.session === true,
    byScript: isByScript(found),
    refusesPlainConnections: setter.refusesPlainConnections === true,
    defaultPath: setter.path,
    faults: (flag) => callFaults(found, flag),
    attribute: (attribute) => callAttribute(found, attribute),
  };
}

/** These run on either side: given a response, or a context that has one, they answer with the cookie. */
function isByScript({ setter, reading, call }: CookieCall): boolean {
  if (setter.byScript !== "without-response") return setter.byScript === "always";
  if (reading.open || reading.properties.has("res") || reading.properties.has("cookies")) return false;
  const context = setter.options === 3 ? argumentAt(call, 0) : "absent";
  return context === "absent" || (typeof context === "object" && (context.type === "Literal" || (context.type === "Identifier" && context.name === "undefined")));
}
