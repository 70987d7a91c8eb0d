import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { runsInBrowsers } from "../browserCode.ts";
import { findSecrets, secretTriggers, type FoundSecret } from "../findSecrets.ts";
import { hitsIn } from "../wholeFile.ts";

/** An import by which code for browsers takes a file with a secret along. */
export interface ImportedSecret {
  /** The module's name in the import. */
  readonly range: TextRange;
  readonly path: string;
  readonly secret: FoundSecret;
  /** Where the secret stands, zero-based. */
  readonly line: number;
}

/** Modules of the project whose name says that they hold settings. */
const settingsModule = /(?:\bfrom\s{0,5}|\bimport\s{0,5}\(?\s{0,5}|\brequire\(\s{0,5})["'](\.{1,2}\/[^"'\n]{0,200}?(?:config|configuration|secrets?|constants?|keys?|credentials?|settings?|env|environment)(?:\.[cm]?[jt]s)?)["']/g;
const extensions = ["", ".ts", ".js", ".tsx", ".mjs", "/index.ts", "/index.js"];
/** Longer modules are data, in characters. */
const longestModule = 50_000;

/** The words by which the rule is asked to look at a file with such an import. */
export const settingsTriggers: readonly string[] = ["config", "configuration", "secret", "secrets", "constant", "constants", "key", "keys", "credentials", "setting", "settings", "env", "environment"]
  .flatMap((word) => [`/${word}"`, `/${word}'`]);

/** The imports of a file for browsers whose modules hold a secret. */
export function importedSecrets(document: Document): ImportedSecret[] {
  const { neighbours, text } = document;
  if (!neighbours || !runsInBrowsers(document)) return [];
  return Array.from(text.matchAll(settingsModule)).flatMap((match) => {
    const module = match[1] ?? "";
    const file = moduleAt(document, module);
    // Where the module is known for the browser by itself, its secret is told there.
    if (!file || file.text.length > longestModule || runsInBrowsers(file)) return [];
    const secret = findSecrets(file, hitsIn(file, secretTriggers)).find(({ worst }) => worst === "error");
    if (!secret) return [];
    const start = match.index + match[0].lastIndexOf(module);
    return [{ range: { start, end: start + module.length }, path: file.path, secret, line: file.lineOf(secret.range.start) }];
  });
}

function moduleAt({ path, neighbours }: Document, module: string): Document | undefined {
  const parts = path.split("/").slice(0, -1);
  for (const part of module.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  const base = parts.join("/").replace(/\.js$/, "");
  for (const extension of extensions) {
    const file = /\.[cm]?[jt]sx?$/.test(base + extension) ? neighbours?.read(base + extension) : undefined;
    if (file) return file;
  }
  return undefined;
}
