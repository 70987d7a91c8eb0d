import * as fs from "node:fs";
import * as path from "node:path";

/**
 * The text with the lines that it has not yet, at its end, in its own line breaks; undefined where it has
 * them all. `existing` is undefined where the file is not there.
 */
export function appendLines(existing: string | undefined, lines: readonly string[]): string | undefined {
  const text = existing ?? "";
  const present = new Set(text.split(/\r\n|\r|\n/));
  const missing = [...new Set(lines)].filter((line) => !present.has(line));
  if (missing.length === 0) return undefined;
  const lineBreak = /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n";
  const separator = text === "" || text.endsWith("\n") ? "" : lineBreak;
  return `${text}${separator}${missing.join(lineBreak)}${lineBreak}`;
}

/**
 * Where a file beside an app's code belongs: the nearest folder above `file` that has it already or is a
 * package, else the root. All paths are from the root.
 */
export function appendTarget(root: string, file: string, fileName: string): string {
  for (let folder = folderOf(file); folder !== ""; folder = folderOf(folder)) {
    const inside = (name: string): boolean => fs.existsSync(path.join(root, folder, name));
    if (inside(fileName) || inside("package.json")) return `${folder}/${fileName}`;
  }
  return fileName;
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}
