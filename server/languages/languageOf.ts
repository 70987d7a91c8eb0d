import type { LanguageId } from "../core/document.ts";

const byExtension = new Map(Object.entries<LanguageId>({
  ts: "typescript", tsx: "typescript", mts: "typescript", cts: "typescript",
  js: "typescript", jsx: "typescript", mjs: "typescript", cjs: "typescript",
  dockerfile: "dockerfile", containerfile: "dockerfile",
  yml: "yaml", yaml: "yaml",
  json: "json", jsonc: "json", webmanifest: "json",
  env: "dotenv",
  xml: "xml", config: "xml", csproj: "xml", props: "xml", targets: "xml",
  html: "html", htm: "html",
  cs: "csharp",
  php: "php", phtml: "php",
  md: "text",
}));

const dockerfileName = /^(?:Dockerfile|Containerfile)(?:[.-].+)?$/i;
const dotenvName = /^\.env(?:\..+)?$/i;
const dockerignoreName = /\.dockerignore$/i;

/** The language of a file, by its name alone, so that the editor and the command line agree. */
export function languageOf(path: string): LanguageId {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (dotenvName.test(name)) return "dotenv";
  const dot = name.lastIndexOf(".");
  // Before the Dockerfile's name: `dockerfile.ts` is a program about Dockerfiles.
  const language = dot < 0 ? undefined : byExtension.get(name.slice(dot + 1).toLowerCase());
  if (language) return language;
  return dockerfileName.test(name) && !dockerignoreName.test(name) ? "dockerfile" : "text";
}
