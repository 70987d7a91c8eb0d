import * as path from "node:path";
import { printable } from "../reports/index.ts";
import type { BillOfMaterials } from "../reports/sbom/start.ts";
import { ConfigurationStore } from "../workspace/configurationStore.ts";
import { listFiles } from "../workspace/listFiles.ts";
import { systemReason } from "../workspace/readDocument.ts";
import { UsageError } from "../workspace/usageError.ts";
import { writeFileAtomic } from "../workspace/writeFile.ts";
import { auditedPlaces } from "./auditedPlaces.ts";
import { exitStatus, type ExitStatus } from "./exitStatus.ts";
import { writeText, type Terminal } from "./terminal.ts";

/** Options of `sbom` as the command line gives them. */
export interface SbomOptions {
  readonly output?: string;
}

/** Writes the software bill of materials of a folder. Throws {@link UsageError}. */
export async function sbomCommand(given: string | undefined, { output }: SbomOptions, terminal: Terminal, signal: AbortSignal): Promise<ExitStatus> {
  const { root, paths } = auditedPlaces(given === undefined ? [] : [given], terminal.cwd);
  if (paths !== undefined) throw new UsageError(`PATH: "${given ?? ""}" is no folder`);
  const configurations = new ConfigurationStore(root);
  const { files } = await listFiles(root, { signal, ignore: (entry, isFolder) => configurations.ignoresEntry(entry, isFolder) });
  const { text, notes } = await bomOf(root, files);
  if (output === undefined) await writeText(terminal.stdout, text);
  else write(path.resolve(terminal.cwd, output), text, output);
  for (const note of notes) await writeText(terminal.stderr, `marketlint: ${printable(note)}\n`);
  return exitStatus.clean;
}

/** The bill of materials of a folder, whose maker is a bundle of its own. `files` are paths from the root. */
export async function bomOf(root: string, files: readonly string[]): Promise<BillOfMaterials> {
  const { billOfMaterials } = await import("../reports/sbom/start.ts");
  return billOfMaterials(root, files);
}

function write(file: string, text: string, given: string): void {
  try {
    writeFileAtomic(file, text);
  } catch (error) {
    throw new UsageError(`--output: "${given}" cannot be written: ${systemReason(error, file)}`);
  }
}
