import { createAcrossChecks, type AcrossChecks } from "../../analysis/acrossChecks.ts";
import { sourcesOf, type FileAnalysis, type StopSignal } from "../../analysis/analyse.ts";
import { createFactIndex, type FactIndex } from "../../analysis/factIndex.ts";
import type { NotedNeighbours } from "../../analysis/notedNeighbours.ts";
import { workspaceFactsOf } from "../../analysis/workspaceFacts.ts";
import { Document } from "../../core/document.ts";
import type { WorkspaceFacts } from "../../core/fact.ts";
import { languageOf } from "../../languages/languageOf.ts";
import { workspaceRules } from "../../rules/catalogue.ts";
import { sharedAnalyser } from "../engine.ts";
import { neighboursBelow } from "../neighbourFiles.ts";
import { documentOf, readBytes } from "../readDocument.ts";
import { sharedSlots } from "./messages.ts";
import type { AcrossUpdate, IndexNews, IndexStep, OpenText } from "./indexMessages.ts";

/** Milliseconds that a step may take before an open document has its turn. */
const stepMilliseconds = 40;

/** The facts of a folder while an editor has it open. It lives in the thread, so that an edit sends one text only. */
export interface FolderIndex {
  /** Analyses an open document and takes its facts. */
  open(open: OpenText, signal: StopSignal): Promise<IndexNews & { readonly analysis: FileAnalysis }>;
  step(step: IndexStep, slots: Int32Array, signal: StopSignal): Promise<IndexNews & { readonly done: number }>;
  /** The facts of all files; undefined while the index is not complete. */
  facts(): WorkspaceFacts | undefined;
}

const quiet: IndexNews = { learnt: false, dependants: [] };

/** Makes the index of a folder; it is empty until its first step. */
export function createFolderIndex(root: string): FolderIndex {
  const texts = new Map<string, OpenText>();
  const neighbours: NotedNeighbours = neighboursBelow(root, (path) => texts.get(path)?.text);
  let facts: FactIndex = createFactIndex(sourcesOf(workspaceRules), []);
  let checks: AcrossChecks = createAcrossChecks(workspaceRules);
  let isComplete = false;
  /** The facts as they are asked for, until one of them or a file changes. */
  let asked: WorkspaceFacts | undefined;
  let generation = 0;

  function put(analysis: FileAnalysis): ReadonlySet<string> {
    return changed(facts.put(analysis), analysis.path);
  }

  function changed(sources: ReadonlySet<string>, path: string): ReadonlySet<string> {
    if (sources.size > 0) {
      asked = undefined;
      generation++;
    }
    checks.changed(sources, path);
    return sources;
  }

  /** A file is another one: what followed from it is asked anew. */
  function forget(path: string): void {
    neighbours.forget(path);
    asked = undefined;
  }

  function documentAt(path: string): Document | undefined {
    return neighbours.forOne().read(path);
  }

  async function across(signal: StopSignal): Promise<AcrossUpdate> {
    const { findings, notAnalysed, ran } = await checks.run(facts, documentAt, signal);
    const files = [...texts.values()].map(({ path, version }) => ({ path, version, findings: findings.filter((finding) => finding.path === path) }));
    return { files, notAnalysed, ran, generation };
  }

  /** Once words are learnt there is a round to go; findings before its end could be wrong. */
  async function settled(mayLearn: boolean, signal: StopSignal): Promise<Pick<IndexNews, "learnt" | "across">> {
    if (mayLearn && facts.learn()) {
      isComplete = false;
      return { learnt: true };
    }
    return { learnt: false, across: await across(signal) };
  }

  async function collect(path: string, round: boolean, signal: StopSignal): Promise<void> {
    const text = texts.get(path)?.text;
    const read = text === undefined ? readBytes(root, path) : { ok: true as const, bytes: Buffer.from(text) };
    const further = read.ok ? (round ? facts.furtherInRound(path, read.bytes) : facts.further(path, read.bytes)) : undefined;
    if (round && !further?.size) return;
    if (!read.ok || !further || (further.size === 0 && !sharedAnalyser().mayHoldFacts(path, read.bytes))) {
      changed(facts.put({ path, facts: [], reads: [] }), path);
      return;
    }
    const { document } = documentOf(path, read.bytes);
    put(await sharedAnalyser().analyse(document, { factsOnly: true, further, neighbours, signal }));
  }

  async function collectFirst(files: readonly string[], changed: boolean, round: boolean, slots: Int32Array, signal: StopSignal): Promise<IndexNews & { done: number }> {
    const end = performance.now() + stepMilliseconds;
    const dependants: string[] = [];
    let done = 0;
    for (const path of files) {
      if (done > 0 && performance.now() > end) break;
      Atomics.store(slots, sharedSlots.file, done);
      // What an editor has open changes when its text does.
      if (changed && !texts.has(path)) {
        forget(path);
        dependants.push(...facts.dependants(path));
      }
      await collect(path, round, signal);
      done++;
    }
    return { learnt: false, dependants, done };
  }

  return {
    facts() {
      if (isComplete) asked ??= workspaceFactsOf(facts.factsOf, documentAt);
      return isComplete ? asked : undefined;
    },
    async open(open, signal) {
      const { path, text } = open;
      const document = new Document(path, languageOf(path), text);
      const further = facts.further(path, Buffer.from(text));
      const analysis = await sharedAnalyser().analyse(document, { neighbours, signal, ...(further.size > 0 && { further }) });
      const isChanged = texts.get(path)?.text !== text;
      texts.set(path, open);
      if (isChanged) forget(path);
      // What the parser lost of a file that is being typed in is still there in a moment.
      const sources = analysis.truncated ? new Set<string>() : put(analysis);
      checks.changed([], path);
      const dependants = isChanged ? facts.dependants(path) : [];
      return { ...quiet, ...(isComplete && (await settled(sources.size > 0, signal))), dependants, analysis };
    },

    async step(step, slots, signal) {
      switch (step.do) {
        case "start":
          // A newer text may have come since the step was asked for.
          for (const open of step.texts) if ((texts.get(open.path)?.version ?? -1) < open.version) texts.set(open.path, open);
          facts = createFactIndex(sourcesOf(workspaceRules), step.apps);
          checks = createAcrossChecks(workspaceRules);
          asked = undefined;
          isComplete = false;
          return { ...quiet, done: 0 };
        case "close":
          texts.delete(step.path);
          return collectFirst([step.path], true, false, slots, signal);
        case "files":
          return collectFirst(step.files, step.changed ?? false, step.round ?? false, slots, signal);
        case "settle": {
          isComplete = true;
          const { learnt, across: update } = await settled(true, signal);
          return { learnt, ...(update && { across: update }), dependants: [], done: 0 };
        }
      }
    },
  };
}
