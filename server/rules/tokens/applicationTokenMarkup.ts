import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { literalMessage, tokenCertainty } from "./applicationToken.ts";

/** A token as an element of a SOAP message that code puts together. */
const markupToken = /<(?:[A-Za-z_][\w-]{0,40}:)?ApplicationToken>\s{0,100}([0-9a-f]{32})\s{0,100}</dgi;

/** Reports tokens in SOAP messages, where `isText` says that the place is text of the program and no comment. */
export function checkMarkup(document: Document, isText: (range: TextRange) => boolean, report: Report): void {
  for (const match of document.text.matchAll(markupToken)) {
    const token = match[1] ?? "";
    const [start = 0, end = start] = match.indices?.[1] ?? [];
    const range = { start, end };
    if (tokenCertainty(token) !== "error" || !isText(range)) continue;
    report({ range, message: literalMessage(token), secret: range });
  }
}
