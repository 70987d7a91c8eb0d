import { isUtf8 } from "node:buffer";
import type { AnalyseOptions, FileAnalysis, NotAnalysed } from "../analysis/analyse.ts";
import { isWide } from "./decodeText.ts";
import { sharedAnalyser } from "./engine.ts";
import { documentOf, readBytes } from "./readDocument.ts";

/** What one file of an audit gave. */
export interface AnalysedFile {
  /** Absent where nothing in the file concerns a rule, or where it could not be read. */
  readonly analysis?: FileAnalysis;
  readonly notAnalysed: readonly NotAnalysed[];
  /** Binary data under a name that no rule reads. */
  readonly skipped: boolean;
}

/** Reads a file, by its path from the root, and analyses it if a trigger of any rule occurs in its bytes. */
export async function analyseFile(root: string, file: string, options: AnalyseOptions): Promise<AnalysedFile> {
  const analyser = sharedAnalyser();
  const read = readBytes(root, file);
  if (!read.ok) return { notAnalysed: read.skipped ? [] : [{ path: file, reason: read.reason }], skipped: read.skipped };
  const matters = isWide(read.bytes) || analyser.mayMatter(file, read.bytes);
  if (!matters && isUtf8(read.bytes)) return { notAnalysed: [], skipped: false };
  const { document, damage } = documentOf(file, read.bytes);
  const notAnalysed = damage === undefined ? [] : [{ path: file, reason: damage }];
  if (!matters) return { notAnalysed, skipped: false };
  const analysis = await analyser.analyse(document, options);
  return { analysis, notAnalysed: [...notAnalysed, ...analysis.notAnalysed], skipped: false };
}
