import type { Document } from "../../core/document.ts";

/** The folder of a file, as the start of paths in it; empty for the workspace folder. */
export function folderOf(document: Document): string {
  return document.path.slice(0, document.path.lastIndexOf("/") + 1);
}

/** A file of the build context, taken to be the Dockerfile's folder; undefined where it is absent or cannot be seen. */
export function contextFile(document: Document, name: string): Document | undefined {
  return document.neighbours?.read(`${folderOf(document)}${name}`);
}

/** What a `.dockerignore` keeps out of the build. */
export interface ContextFilter {
  /** Absent where no file filters the context. */
  readonly path?: string;
  leavesOut(path: string): boolean;
}

/**
 * What filters the context of a Dockerfile: the file named after it, else the nearest `.dockerignore` from its folder
 * upwards, since the context may be a folder above. Undefined where the files around it cannot be seen.
 */
export function contextFilterOf(document: Document): ContextFilter | undefined {
  if (!document.neighbours) return undefined;
  for (let folder = folderOf(document), own = true; ; own = false) {
    const names = own ? [`${document.fileName}.dockerignore`, ".dockerignore"] : [".dockerignore"];
    for (const name of names) {
      const found = document.neighbours.read(`${folder}${name}`);
      if (found) return { path: found.path, leavesOut: matcherOf(found.text) };
    }
    if (folder === "") return { leavesOut: () => false };
    folder = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1);
  }
}

/** Longer patterns and those with more stars are not followed: they may only keep more out. */
const longestPattern = 200;
const mostStars = 8;
const mostPatterns = 500;

/** The patterns of a `.dockerignore`: the last one that matches a path, or a folder above it, decides. */
function matcherOf(text: string): (path: string) => boolean {
  const rows = text.split(/\r?\n/).slice(0, mostPatterns).flatMap((line) => {
    const pattern = line.trim();
    if (pattern === "" || pattern.startsWith("#") || pattern.length > longestPattern) return [];
    const keeps = pattern.startsWith("!");
    const path = (keeps ? pattern.slice(1).trim() : pattern).replace(/^\.?\//, "").replace(/\/+$/, "");
    return (path.match(/\*/g)?.length ?? 0) > mostStars ? [] : [{ keeps, expression: expressionOf(path) }];
  });
  return (path) => rows.reduce((out, { keeps, expression }) => (expression.test(path) ? !keeps : out), false);
}

function expressionOf(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|\\]|\[|\]/g, (part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : `\\${part}`;
  });
  return new RegExp(`^${source}(?:/.*)?$`);
}
