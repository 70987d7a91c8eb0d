import * as fs from "node:fs";
import * as path from "node:path";
import { limits, textLimit } from "../analysis/limits.ts";
import { createNeighbours, type NotedNeighbours } from "../analysis/notedNeighbours.ts";
import { Document, type Neighbours } from "../core/document.ts";
import { languageOf } from "../languages/languageOf.ts";
import { readDocument } from "./readDocument.ts";

/** Code of others: only what a package says of itself is looked at. */
const foreign = /(?:^|\/)(?:node_modules|\.git)\/(?!(?:.*\/)?package\.json$)/;

/**
 * The files below a root as neighbours of one another, those that `openText` knows with their texts in an editor.
 * What is outside the root, even behind a link, binary, or too large to be parsed is not there.
 */
export function neighboursBelow(root: string, openText: (file: string) => string | undefined = () => undefined): NotedNeighbours {
  const staysBelow = linkGuard(root);
  return createNeighbours(
    (file, neighbours) => {
      const open = openText(file);
      return open !== undefined || staysBelow(file) ? documentBelow(root, file, open, neighbours) : undefined;
    },
    (file) => openText(file) !== undefined || staysBelow(file),
  );
}

/** The document at a path from the root; undefined where it is not to be read. The caller follows no link out of the root. */
function documentBelow(root: string, file: string, openText: string | undefined, neighbours?: Neighbours): Document | undefined {
  if (!isPlain(file) || foreign.test(file)) return undefined;
  const text = openText ?? textBelow(root, file);
  if (text === undefined || text.length > limits.syntaxLength) return undefined;
  const document = new Document(file, languageOf(file), text, neighbours);
  return textLimit(document) === undefined ? document : undefined;
}

function textBelow(root: string, file: string): string | undefined {
  const read = readDocument(root, file);
  return read.ok ? read.document.text : undefined;
}

/** A path from the root as everything else writes it: whoever asks for `a/../b` is told nothing, not a second name. */
function isPlain(file: string): boolean {
  return file !== "" && !file.startsWith("/") && !file.includes("\\") && path.posix.normalize(file) === file && !file.startsWith("../") && file !== "..";
}

/** Says whether a file is there, and still below the root once links are followed. Most paths that are asked for do not exist. */
function linkGuard(root: string): (file: string) => boolean {
  const folders = new Map<string, boolean>();
  return (file) => {
    if (root === "" || !isPlain(file)) return false;
    const status = statusOf(path.join(root, file));
    if (!status) return false;
    if (status.isSymbolicLink()) return leadsBelow(root, file);
    const folder = path.posix.dirname(file);
    let isBelow = folders.get(folder);
    if (isBelow === undefined) folders.set(folder, (isBelow = folder === "." || leadsBelow(root, folder)));
    return isBelow;
  };
}

function statusOf(absolute: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(absolute, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function leadsBelow(root: string, file: string): boolean {
  try {
    const relative = path.relative(fs.realpathSync.native(root), fs.realpathSync.native(path.join(root, file)));
    return relative !== "" && relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  } catch {
    return false;
  }
}
