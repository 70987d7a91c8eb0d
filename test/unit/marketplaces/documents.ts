import { Document, type LanguageId } from "../../../server/core/document.ts";
import { detectMarketplaces } from "../../../server/marketplaces/index.ts";

const languages: Readonly<Record<string, LanguageId>> = {
  ts: "typescript", js: "typescript", tsx: "typescript", yml: "yaml", yaml: "yaml", json: "json",
  cs: "csharp", html: "html", csproj: "xml", config: "xml", xml: "xml", props: "xml", env: "dotenv",
};

/** What a file of this path and text shows, as `marketplace: reason`. */
export function shownBy(path: string, text: string): string[] {
  const extension = path.slice(path.lastIndexOf(".") + 1);
  const document = new Document(path, languages[extension] ?? "text", text);
  return detectMarketplaces(document).map(({ marketplace, reason }) => `${marketplace}: ${reason}`);
}
