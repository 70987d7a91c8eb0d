import type { Document } from "../../core/document.ts";

/** The folder of a file, as the start of paths in it; empty for the workspace folder. */
export function folderOf(document: Document): string {
  return document.path.slice(0, document.path.lastIndexOf("/") + 1);
}

/** A file of the build context, taken to be the Dockerfile's folder; undefined where it is absent or cannot be seen. */
export function contextFile(document: Document, name: string): Document | undefined {
  return document.neighbours?.read(`${folderOf(document)}${name}`);
}
