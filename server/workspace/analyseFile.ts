import { isUtf8 } from "node:buffer";
import type { AnalyseOptions } from "../analysis/analyse.ts";
import { Document } from "../core/document.ts";
import { languageOf } from "../languages/languageOf.ts";
import { createBreather } from "./breathe.ts";
import { contentHash } from "./cache/contentHash.ts";
import { isWide } from "./decodeText.ts";
import { sharedAnalyser } from "./engine.ts";
import { faultResult, type FileResult, type FilesRequest, type TakeResult } from "./fileResults.ts";
import { neighboursBelow } from "./neighbourFiles.ts";
import { documentOf, readBytes, type NotRead } from "./readDocument.ts";

/** Options of the analysis of one file. */
export interface AnalyseFileOptions extends AnalyseOptions {
  /** Whether the result carries a `contentHash`. */
  readonly hashes?: boolean;
}

/** The result of a file in which no trigger of any rule occurs, or which cannot be read; undefined where it must be analysed. */
export function siftFile(root: string, path: string, factsOnly = false): FileResult | undefined {
  const read = readBytes(root, path);
  return read.ok ? siftBytes(path, read.bytes, factsOnly) : notReadResult(path, read);
}

function siftBytes(path: string, bytes: Uint8Array, factsOnly: boolean): FileResult | undefined {
  if (isWide(bytes) || mayMatter(path, bytes, factsOnly) || !isUtf8(bytes)) return undefined;
  return { path, notAnalysed: [], skipped: false };
}

function mayMatter(path: string, bytes: Uint8Array, factsOnly: boolean): boolean {
  const analyser = sharedAnalyser();
  return factsOnly ? analyser.mayHoldFacts(path, bytes) : analyser.mayMatter(path, bytes);
}

function notReadResult(path: string, { skipped, reason }: NotRead): FileResult {
  return { path, notAnalysed: skipped ? [] : [{ path, reason }], skipped };
}

/** Reads a file, by its path from the root, and analyses it if a trigger of any rule occurs in its bytes. */
export async function analyseFile(root: string, path: string, options: AnalyseFileOptions): Promise<FileResult> {
  const read = readBytes(root, path);
  if (!read.ok) return notReadResult(path, read);
  const { factsOnly = false } = options;
  const sifted = siftBytes(path, read.bytes, factsOnly);
  if (sifted) return sifted;
  const hash = options.hashes ? { contentHash: contentHash(read.bytes) } : {};
  const matters = isWide(read.bytes) || mayMatter(path, read.bytes, factsOnly);
  const { document, damage } = documentOf(path, read.bytes);
  const notAnalysed = damage === undefined ? [] : [{ path, reason: damage }];
  if (!matters) return { path, notAnalysed, skipped: false, ...hash };
  const analysis = await sharedAnalyser().analyse(document, options);
  return { path, analysis, notAnalysed: [...notAnalysed, ...analysis.notAnalysed], skipped: false, ...hash };
}

/** Analyses a text that is not read from the disk. */
export async function analyseText(path: string, text: string, options: AnalyseOptions): Promise<FileResult> {
  const analysis = await sharedAnalyser().analyse(new Document(path, languageOf(path), text), options);
  return { path, analysis, notAnalysed: analysis.notAnalysed, skipped: false };
}

/** Analyses files in this thread, and lets others have their turn between them. Rejects with the signal's reason. */
export async function analyseHere(request: FilesRequest, take: TakeResult): Promise<void> {
  const { root, files, only, factsOnly, hashes, overlay, signal } = request;
  const neighbours = neighboursBelow(root, overlay);
  const options: AnalyseFileOptions = { neighbours, ...(only && { rules: only }), ...(factsOnly && { factsOnly }), ...(hashes && { hashes }), ...(signal && { signal }) };
  const breathe = createBreather(signal);
  for (const path of files) {
    await breathe();
    const text = overlay?.(path);
    const result = text === undefined ? analyseFile(root, path, options) : analyseText(path, text, options);
    take(
      await result.catch((error: unknown) => {
        if (signal?.aborted) throw error;
        return faultResult(path, error);
      }),
    );
  }
}
