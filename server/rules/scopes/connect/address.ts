import type { AtlassianApi } from "../tables/endpointLookup.ts";

/** A path of Jira's or Confluence's REST interface at the end of an address. */
const productPath = /(?:^|[/}])(?:(?:wiki\/)?rest\/(?:api|agile|servicedeskapi|greenhopper|auth)|wiki\/api\/v2)\/.*$/;
/** Addresses that are surely no site of Atlassian's. */
const otherHost = /^https?:\/\/(?!\{\}|[\w.{}-]+\.(?:atlassian\.net|jira\.com))/i;
/** Confluence's paths where the address leaves `/wiki` to the site's own. */
const confluenceOnly = /^\/rest\/api\/(?:content|space|contentbody|longtask|relation|audit|template|settings\/(?:lookandfeel|theme))(?:[/?]|$)/;

/** What an address requests of which product; undefined where it is another server's. */
export function productRequest(text: string): { readonly api: AtlassianApi; readonly path: string } | undefined {
  const found = productPath.exec(text);
  if (!found || otherHost.test(text)) return undefined;
  const path = found[0].replace(/^\}/, "").replace(/^(?!\/)/, "/");
  return { api: path.startsWith("/wiki/") || confluenceOnly.test(path) ? "confluence" : "jira", path };
}
