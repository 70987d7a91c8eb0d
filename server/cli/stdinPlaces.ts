import * as path from "node:path";
import type { Readable } from "node:stream";
import { limits } from "../analysis/limits.ts";
import { decodeText, looksBinary } from "../workspace/decodeText.ts";
import { UsageError } from "../workspace/usageError.ts";
import type { AuditedPlaces } from "./auditedPlaces.ts";
import type { Terminal } from "./terminal.ts";

/** The one file that came on standard input, audited as if it were at its name. */
export interface StdinPlaces extends AuditedPlaces {
  readonly overlay: (file: string) => string | undefined;
}

/** Reads standard input. Throws {@link UsageError} where it is no text, or too long. */
export async function stdinPlaces(name: string, { cwd, stdin }: Terminal): Promise<StdinPlaces> {
  const absolute = path.resolve(cwd, name);
  const below = path.relative(cwd, absolute);
  const inside = below !== "" && below !== ".." && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
  const root = inside ? cwd : path.dirname(absolute);
  const file = path.relative(root, absolute).split(path.sep).join("/");
  const bytes = await readAll(stdin);
  if (looksBinary(bytes.subarray(0, 8000))) throw new UsageError("--stdin: what came on standard input is binary data, not text");
  const { text } = decodeText(bytes);
  return { root, paths: [file], overlay: (wanted) => (wanted === file ? text : undefined) };
}

async function readAll(stdin: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stdin as AsyncIterable<Uint8Array>) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > limits.fileBytes) throw new UsageError(`--stdin: more than ${limits.fileBytes / 1_000_000} MB came on standard input`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
