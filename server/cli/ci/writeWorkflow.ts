import * as fs from "node:fs";
import * as path from "node:path";
import { version } from "../../core/version.ts";
import { systemReason } from "../../workspace/readDocument.ts";
import { UsageError } from "../../workspace/usageError.ts";
import { writeText, type Terminal } from "../terminal.ts";
import { workflowFor, type CiService } from "./workflows.ts";

/**
 * Writes the workflow of a CI service into the working folder. A file that is there already stays as it is: the text is
 * printed, to be put into it. Throws {@link UsageError} where nothing can be written.
 */
export async function writeWorkflow(service: CiService, terminal: Terminal): Promise<void> {
  const { file, text, shows } = workflowFor(service, version);
  const target = path.join(terminal.cwd, file);
  try {
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) {
      throw new UsageError(`init --ci: ${file} cannot be written: ${systemReason(error, target)}`);
    }
    await writeText(terminal.stderr, `marketlint: ${file} is here already and is not overwritten. What it needs stands on standard output.\n`);
    return writeText(terminal.stdout, text);
  }
  await writeText(terminal.stdout, `Wrote ${file}: findings appear in ${shows}.\n`);
}
