import * as fs from "node:fs";
import * as path from "node:path";
import type { NotAnalysed } from "../analysis/analyse.ts";
import { createBreather } from "./breathe.ts";
import { isDataFile, isExcludedFile, isExcludedFolder } from "./defaultExcludes.ts";
import { IgnoreFiles } from "./ignoreFiles.ts";
import { systemReason } from "./readDocument.ts";

/** Nobody nests folders so deep by hand, and patterns with several `**` take long on such paths. */
const deepestFolder = 64;

/** What to leave out besides `.gitignore` and the default excludes. */
export interface ListOptions {
  /** Whether the configuration leaves an entry out, by its path from the root. */
  readonly ignore?: (entry: string, isFolder: boolean) => boolean;
  readonly signal?: AbortSignal;
  /** Called with each folder that is listed, by its path from the root. */
  readonly onFolder?: (folder: string) => void;
}

/** The files to audit below a root. */
export interface FileList {
  /** Paths from the root with forward slashes, sorted. */
  readonly files: readonly string[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly NotAnalysed[];
  /** Files left out since their name says that they hold no text. */
  readonly data: number;
}

/**
 * Lists the files below a folder (`within`, by its path from the root, or the root itself). Symbolic links
 * are not followed, so that no file comes twice and no loop is entered. Rejects with the signal's reason.
 */
export async function listFiles(root: string, options: ListOptions = {}, within = ""): Promise<FileList> {
  const ignoreFiles = new IgnoreFiles(root);
  const skips = entryFilter(ignoreFiles, options.ignore);
  const breathe = createBreather(options.signal);
  const files: string[] = [];
  const unreadable: NotAnalysed[] = [];
  let data = 0;
  const pending = [within];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    await breathe();
    options.onFolder?.(folder);
    const prefix = folder === "" ? "" : `${folder}/`;
    const entries = entriesOf(root, folder, unreadable);
    if (!entries.some(({ name }) => name === ".gitignore")) ignoreFiles.folderHasNone(folder);
    for (const entry of entries) {
      const file = prefix + entry.name;
      if (entry.isDirectory()) {
        if (skips(file, true)) continue;
        if (file.split("/").length <= deepestFolder) pending.push(file);
        else unreadable.push({ path: file, reason: `more than ${deepestFolder} folders deep` });
      } else if (entry.isFile() && !skips(file, false)) {
        if (isDataFile(entry.name)) data++;
        else files.push(file);
      }
    }
  }
  return { files: files.sort(), unreadable, data };
}

/** Whether the audit of a root would leave a file out, by its path from the root: the editor asks for one file. */
export function isLeftOut(root: string, file: string, options: ListOptions = {}): boolean {
  const skips = entryFilter(new IgnoreFiles(root), options.ignore);
  const parts = file.split("/");
  return parts.some((_part, at) => skips(parts.slice(0, at + 1).join("/"), at < parts.length - 1));
}

function entryFilter(ignoreFiles: IgnoreFiles, ignore: ListOptions["ignore"]): (entry: string, isFolder: boolean) => boolean {
  return (entry, isFolder) => {
    const name = entry.slice(entry.lastIndexOf("/") + 1);
    if (isFolder ? isExcludedFolder(name) : isExcludedFile(name)) return true;
    return ignoreFiles.ignoresEntry(entry, isFolder) || (ignore?.(entry, isFolder) ?? false);
  };
}

function entriesOf(root: string, folder: string, unreadable: NotAnalysed[]): fs.Dirent[] {
  try {
    return fs.readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    unreadable.push({ path: folder === "" ? "." : folder, reason: `the folder could not be listed: ${systemReason(error, folder)}` });
    return [];
  }
}
