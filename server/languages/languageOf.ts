import type { LanguageId } from "../core/document.ts";

const byExtension: Readonly<Record<string, LanguageId>> = {
  ts: "typescript", tsx: "typescript", mts: "typescript", cts: "typescript",
  js: "typescript", jsx: "typescript", mjs: "typescript", cjs: "typescript",
  dockerfile: "dockerfile", containerfile: "dockerfile",
  yml: "yaml", yaml: "yaml",
  json: "json", jsonc: "json", webmanifest: "json",
  env: "dotenv",
  xml: "xml", config: "xml", csproj: "xml", props: "xml", targets: "xml",
  html: "html", htm: "html",
  cs: "csharp",
};

const dockerfileName = /^(?:Dockerfile|Containerfile)(?:[.-].+)?$/i;
const dotenvName = /^\.env(?:\..+)?$/i;
const dockerignoreName = /\.dockerignore$/i;

/** The language of a file, by its name alone, so that the editor and the command line agree. */
export function languageOf(path: string): LanguageId {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (dotenvName.test(name)) return "dotenv";
  if (dockerfileName.test(name) && !dockerignoreName.test(name)) return "dockerfile";
  const dot = name.lastIndexOf(".");
  if (dot < 0) return "text";
  return byExtension[name.slice(dot + 1).toLowerCase()] ?? "text";
}
