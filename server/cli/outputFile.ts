import * as fs from "node:fs";
import * as path from "node:path";
import { systemReason } from "../workspace/readDocument.ts";
import { UsageError } from "../workspace/usageError.ts";
import { writeFileAtomic } from "../workspace/writeFile.ts";

/** A file to write to, once its folder is known to be there: better told before an audit than after it. */
export function outputFile(given: string, cwd: string, option = "--output"): { readonly file: string; readonly given: string } {
  const file = path.resolve(cwd, given);
  if (!fs.existsSync(path.dirname(file))) throw new UsageError(`${option}: the folder of "${given}" does not exist`);
  if (fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${option}: "${given}" is a folder`);
  return { file, given };
}

/** Writes a file whole or not at all. Throws {@link UsageError} with the reason. */
export function writeOrExplain(file: string, text: string, option: string, given: string): void {
  try {
    writeFileAtomic(file, text);
  } catch (error) {
    throw new UsageError(`${option}: "${given}" cannot be written: ${systemReason(error, file)}`);
  }
}
