import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { unknownPart } from "../../../languages/typescript/builtText.ts";
import { builtUrls } from "../../../languages/typescript/builtUrls.ts";
import { hole, type AtlassianApi } from "../tables/endpointLookup.ts";

/** `https://api.atlassian.com/ex/jira/{cloudId}/rest/…`: product, cloud, path. */
const address = /\bapi\.atlassian\.com\/ex\/(jira|confluence|bitbucket)\/[^/]+(\/[^?#]*)/;

/** A request by a whole address. */
export interface AddressedRequest {
  readonly range: TextRange;
  readonly api: AtlassianApi;
  readonly paths: readonly string[];
  readonly methods: readonly (string | null)[];
}

/** The requests that code makes with a token of its own: their method is not looked for. */
export function restAddressesIn(document: Document): AddressedRequest[] {
  if (!document.text.includes("api.atlassian.com/ex/")) return [];
  const found = new Map<string, AddressedRequest>();
  for (const text of builtUrls(document, address)) {
    const match = address.exec(text.text);
    const at = match?.index ?? 0;
    const range = text.rangeAt(at, at + "api.atlassian.com/ex".length);
    const api = match?.[1];
    if (!range || (api !== "jira" && api !== "confluence" && api !== "bitbucket")) continue;
    const path = (match?.[2] ?? "").replaceAll(unknownPart, hole);
    found.set(`${range.start} ${path}`, { range, api, paths: [path], methods: [null] });
  }
  return [...found.values()];
}
