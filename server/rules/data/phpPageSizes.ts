import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { calledMethod, phpArgument } from "../../languages/php/calls.ts";
import { phpSyntax } from "../../languages/php/syntax.ts";

/** akeneo/api-php-client 11: methods of its resources whose first argument is the size of a page. */
const paging: ReadonlySet<string> = new Set(["all", "listPerPage"]);
const largestPage = 100;

/** Sizes of pages beyond what Akeneo gives, in calls of its client for PHP. */
export function phpPageSizes(document: Document): readonly { readonly range: TextRange; readonly size: number }[] {
  if (!/Akeneo\\+Pim\\+ApiClient/.test(document.text)) return [];
  return document.syntax(phpSyntax).all("call").flatMap((call) => {
    const { callee } = call;
    const isResource = callee.kind === "member" && callee.object.kind === "call" && /^get\w+Api$/.test(calledMethod(callee.object) ?? "");
    const size = isResource && paging.has(calledMethod(call) ?? "") ? phpArgument(call, 0) : "absent";
    return typeof size !== "string" && size.kind === "literal" && typeof size.value === "number" && size.value > largestPage ? [{ range: size.range, size: size.value }] : [];
  });
}
