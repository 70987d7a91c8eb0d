import { textLimit } from "../analysis/limits.ts";
import { triggerAutomaton } from "../analysis/triggers.ts";
import type { MarketplaceEvidence } from "../core/requirement.ts";
import { appsOf, detectionFileNames, detectionTriggers } from "../marketplaces/index.ts";
import type { Apps } from "./foundApps.ts";
import { createBreather } from "./breathe.ts";
import { isWide } from "./decodeText.ts";
import { loadEngine } from "./loadEngine.ts";
import { listFiles, type ListOptions } from "./listFiles.ts";
import { documentOf, readBytes } from "./readDocument.ts";

export type { Apps };

/** Options of a detection. */
export interface DetectOptions extends ListOptions {
  /** Look only at files whose name tells much, such as manifests and package lists. */
  readonly quick?: boolean;
  /** The text of an open document, by its path from the root. */
  readonly overlay?: (file: string) => string | undefined;
  /** What a file is known to show; undefined where it has to be read. */
  readonly known?: (file: string) => readonly MarketplaceEvidence[] | undefined;
}

const tellingNames: ReadonlySet<string> = new Set(detectionFileNames);

/** Whether a file is looked at for its name alone. */
export function isTelling(file: string): boolean {
  return tellingNames.has(file.slice(file.lastIndexOf("/") + 1));
}

/** Finds the apps below a root. Rejects with the signal's reason. */
export async function detectApps(root: string, options: DetectOptions = {}): Promise<Apps> {
  const { files } = await listFiles(root, options);
  return detectAppsIn(root, files, options);
}

/** Finds the apps among listed files. */
export async function detectAppsIn(root: string, files: readonly string[], options: DetectOptions = {}): Promise<Apps> {
  const breathe = createBreather(options.signal);
  const triggers = options.quick ? undefined : triggerAutomaton(detectionTriggers);
  const all = new Uint8Array(detectionTriggers.length).fill(1);
  const evidence: MarketplaceEvidence[] = [];
  for (const file of files) {
    const telling = isTelling(file);
    if (options.quick && !telling) continue;
    await breathe();
    const known = options.known?.(file);
    evidence.push(...(known ?? await evidenceIn(root, file, options.overlay, (bytes) => telling || (triggers?.bytesHave(bytes, all) ?? false))));
  }
  return gatherApps(files, evidence);
}

/** The apps that evidence shows, given all files of the workspace. */
export function gatherApps(files: readonly string[], evidence: readonly MarketplaceEvidence[]): Apps {
  return { apps: appsOf(files, evidence), evidence };
}

async function evidenceIn(
  root: string,
  file: string,
  overlay: DetectOptions["overlay"],
  matters: (bytes: Uint8Array) => boolean,
): Promise<readonly MarketplaceEvidence[]> {
  const open = overlay?.(file);
  const read = open === undefined ? readBytes(root, file) : { ok: true as const, bytes: Buffer.from(open) };
  if (!read.ok || (!isWide(read.bytes) && !matters(read.bytes))) return [];
  const { detectMarketplaces } = await loadEngine();
  try {
    const { document } = documentOf(file, read.bytes);
    return textLimit(document) === undefined ? detectMarketplaces(document) : [];
  } catch {
    // Broken input shows nothing; the analysis lists what is wrong with it.
    return [];
  }
}
