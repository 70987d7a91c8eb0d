import type { Document } from "../../core/document.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { cookieCalls } from "./cookieCalls.ts";
import { csharpCookies } from "./csharpCookies.ts";
import { phpCookies } from "./phpCookies.ts";
import { headerCookies } from "./setCookieHeaders.ts";
import { webConfigCookies } from "./webConfigCookies.ts";
import type { WrittenCookie } from "./writtenCookie.ts";

const known = new WeakMap<Document, readonly WrittenCookie[]>();

/** All cookies that a document sets, in whatever language, in no order. Made once for all rules. */
export function cookiesIn(document: Document): readonly WrittenCookie[] {
  let found = known.get(document);
  if (!found) {
    found = read(document);
    known.set(document, found);
  }
  return found;
}

function read(document: Document): readonly WrittenCookie[] {
  switch (document.language) {
    case "typescript": {
      const syntax = document.syntax(typescriptSyntax);
      return [...cookieCalls(document, syntax), ...headerCookies(document, syntax)];
    }
    case "csharp":
      return csharpCookies(document);
    case "php":
      return phpCookies(document);
    case "xml":
      return webConfigCookies(document);
    default:
      return [];
  }
}
