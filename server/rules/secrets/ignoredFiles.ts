import ignore from "ignore";
import type { Document } from "../../core/document.ts";
import { patternFault } from "../../core/ignorePattern.ts";

/** The folders of a path from the workspace folder, outermost first, each with its closing slash; the first is empty. */
export function foldersAbove(path: string): string[] {
  const folders = [""];
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) folders.push(path.slice(0, at + 1));
  return folders;
}

/** The patterns of an ignore file that can be followed. */
export function patternsIn(text: string): string[] {
  return text.split(/\r?\n/).filter((pattern) => patternFault(pattern) === undefined);
}

/**
 * Whether the `.gitignore` files from the workspace folder down to a path's own folder leave it out of git; undefined
 * where the document's neighbours cannot be read.
 */
export function isGitIgnored({ neighbours }: Document, path: string): boolean | undefined {
  if (!neighbours) return undefined;
  let isIgnored = false;
  for (const folder of foldersAbove(path)) {
    const file = neighbours.read(`${folder}.gitignore`);
    if (!file) continue;
    const { ignored, unignored } = ignore({ ignorecase: false }).add(patternsIn(file.text)).test(path.slice(folder.length));
    if (ignored || unignored) isIgnored = ignored;
  }
  return isIgnored;
}
