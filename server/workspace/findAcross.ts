import type { StopSignal } from "../analysis/analyse.ts";
import { sourcesOf } from "../analysis/analyse.ts";
import { createAcrossChecks, type AcrossFindings } from "../analysis/acrossChecks.ts";
import { createFactIndex, type FactIndex } from "../analysis/factIndex.ts";
import type { NotedNeighbours } from "../analysis/notedNeighbours.ts";
import type { Document } from "../core/document.ts";
import type { Fact } from "../core/fact.ts";
import { workspaceRules } from "../rules/catalogue.ts";
import { sharedAnalyser } from "./engine.ts";
import { neighboursBelow } from "./neighbourFiles.ts";
import { documentOf, readBytes } from "./readDocument.ts";

/** What is not known of one file: ids of sources. */
export interface MissingFacts {
  readonly path: string;
  readonly sources: readonly string[];
}

/** What rules across files need of an audit. Plain data. */
export interface AcrossRequest {
  /** Absolute. */
  readonly root: string;
  /** All files of the root, by their paths from there. */
  readonly files: readonly string[];
  /** What the files said when they were analysed. */
  readonly facts: readonly Fact[];
  /** Sources that could not look at a file when it was analysed. */
  readonly missing: readonly MissingFacts[];
  /** The folders of the apps, by their paths from the root. */
  readonly apps: readonly string[];
  /** Ids of the rules that run. */
  readonly rules: readonly string[];
  /** The texts of open documents. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What rules across files found, and what it follows from besides the facts. */
export interface AcrossFound extends AcrossFindings {
  /** Paths of files that were read, existing or not. */
  readonly reads: readonly string[];
}

/** A source that goes on learning from what it learnt learns nothing new after so many rounds. */
const mostRounds = 10;

/** Looks again at the files with words that the sources learnt, then runs the rules across files. */
export async function findAcross(request: AcrossRequest, signal?: StopSignal): Promise<AcrossFound> {
  const { root, rules: only, texts, facts, missing, apps } = request;
  const rules = workspaceRules.filter(({ id }) => only.includes(id));
  const openText = (path: string): string | undefined => texts[path];
  const neighbours = neighboursBelow(root, openText);
  const index = createFactIndex(sourcesOf(rules), apps);
  const byFile = new Map<string, Fact[]>();
  for (const fact of facts) {
    const same = byFile.get(fact.path);
    if (same) same.push(fact);
    else byFile.set(fact.path, [fact]);
  }
  const missed = new Map(missing.map(({ path, sources }) => [path, sources]));
  for (const path of new Set([...byFile.keys(), ...missed.keys()])) {
    index.put({ path, facts: byFile.get(path) ?? [], factsMissing: missed.get(path) ?? [], reads: [] });
  }
  for (let round = 0; round < mostRounds && index.learn(); round++) await collectFurther(request, index, neighbours, signal);
  const documents = new Map<string, Document | undefined>();
  const documentAt = (path: string): Document | undefined => {
    if (!documents.has(path)) documents.set(path, neighbours.forOne().read(path));
    return documents.get(path);
  };
  const found = await createAcrossChecks(rules).run(index, documentAt, signal);
  return { ...found, reads: [...new Set([...documents.keys(), ...index.reads()])].sort() };
}

async function collectFurther({ root, files, texts, rules }: AcrossRequest, index: FactIndex, neighbours: NotedNeighbours, signal?: StopSignal): Promise<void> {
  const only = new Set(rules);
  for (const path of files) {
    signal?.throwIfAborted();
    const text = texts[path];
    const read = text === undefined ? readBytes(root, path) : { ok: true as const, bytes: Buffer.from(text) };
    if (!read.ok) continue;
    const further = index.furtherInRound(path, read.bytes);
    if (further.size === 0) continue;
    const { document } = documentOf(path, read.bytes);
    index.put(await sharedAnalyser().analyse(document, { factsOnly: true, further, neighbours, rules: only, ...(signal && { signal }) }));
  }
}
