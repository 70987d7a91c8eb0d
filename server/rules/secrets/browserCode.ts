import type { Document } from "../../core/document.ts";

/** Folders whose files are served, or built for browsers. */
const frontEndFolder = /(?:^|\/)(?:frontend|front-end|browser|custom-ui|webview-ui|wwwroot)\/|^(?:public|static)\/|^static\/[^/]+\/src\//i;
/** Kinds of files that only a page uses. */
const pageFile = /\.(?:html?|vue|svelte|astro)$/i;
/** What only code in a page does. */
const browserMark =
  /^\s*["']use client["']|\bfrom\s+["'](?:react-dom(?:\/client)?|@forge\/bridge|@angular\/platform-browser|jquery|svelte|preact)["']|\b(?:document\.(?:getElementById|querySelector|createElement|cookie)|window\.(?:location|document|localStorage|addEventListener|TrelloPowerUp)|localStorage\.|sessionStorage\.|TrelloPowerUp\.|customElements\.define)/m;
/** What only a server's or a build's code does, whatever else stands in the file. */
const serverMark =
  /["'](?:node:[a-z_/]+|fs(?:\/promises)?|path|http|https|child_process|crypto|express|fastify|koa|@forge\/(?:api|resolver|kvs|events)|next\/headers|server-only)["']|["']use server["']|\b(?:__dirname|module\.exports|page\.evaluate|getServerSideProps)\b/;

/** Whether a file runs in browsers: what stands in it can be read by everybody who opens the page. */
export function runsInBrowsers({ path, text, language }: Document): boolean {
  if (pageFile.test(path)) return true;
  if (language !== "typescript" || serverMark.test(text)) return false;
  return frontEndFolder.test(path) || browserMark.test(text);
}
