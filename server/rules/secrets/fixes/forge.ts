import type { Document } from "../../../core/document.ts";
import type { Idiom } from "./idiom.ts";
import { lookUpFor } from "./typescript.ts";

const forgeImport = /["']@forge\/(?!bridge["'])/;
const forgeManifest = /^modules:/m;

/** Forge's functions: variables that `forge variables set` keeps encrypted. Atlassian reads no `.env` file. */
export const forgeIdiom: Idiom = {
  holds: (document) => document.language === "typescript" && isForgeCode(document),
  move(document, secret, wanted) {
    const found = lookUpFor(document, secret, wanted);
    return found && {
      title: `Move to process.env.${found.variable}; set it with "forge variables set --encrypt ${found.variable}"`,
      edits: found.edits,
      appends: [],
    };
  },
};

/** Whether code runs on Forge: it imports Forge's packages, or stands in the `src` beside a manifest. */
function isForgeCode({ text, path, neighbours }: Document): boolean {
  if (forgeImport.test(text)) return true;
  const source = /^(.*?\/)?src\//.exec(path);
  if (!source || !neighbours) return false;
  const manifest = neighbours.read(`${source[1] ?? ""}manifest.yml`) ?? neighbours.read(`${source[1] ?? ""}manifest.yaml`);
  return manifest !== undefined && forgeManifest.test(manifest.text);
}
