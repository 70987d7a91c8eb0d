import * as fs from "node:fs";
import * as path from "node:path";
import { mergeSarif, NotMergeable } from "../reports/mergeSarif.ts";
import { systemReason } from "../workspace/readDocument.ts";
import { UsageError } from "../workspace/usageError.ts";
import { outputFile, writeOrExplain } from "./outputFile.ts";
import { writeText, type Terminal } from "./terminal.ts";

/** Makes one SARIF report of those of an audit's shards. Throws {@link UsageError}. */
export async function mergeCommand(files: readonly string[], { output }: { readonly output?: string }, terminal: Terminal): Promise<void> {
  const target = output === undefined ? undefined : outputFile(output, terminal.cwd);
  const texts = files.map((name) => {
    try {
      return { name, text: fs.readFileSync(path.resolve(terminal.cwd, name), "utf8") };
    } catch (error) {
      throw new UsageError(`FILE: "${name}" cannot be read: ${systemReason(error, name)}`);
    }
  });
  let merged: string;
  try {
    merged = mergeSarif(texts);
  } catch (error) {
    if (error instanceof NotMergeable) throw new UsageError(`merge: ${error.message}`);
    throw error;
  }
  if (target) writeOrExplain(target.file, merged, "--output", target.given);
  else await writeText(terminal.stdout, merged);
}
