import { ruleHeads } from "../rules/ruleHeads.ts";
import { ThreadLost } from "../workspace/threads/analysisThread.ts";
import type { AcrossUpdate, IndexNews, IndexStep, OpenText } from "../workspace/threads/indexMessages.ts";
import type { DocumentAnalyser } from "./documentAnalyser.ts";
import type { Place } from "./folders.ts";

/** Files that cost the thread and are left out from then on; with more of them the folder has no index. */
const mostLostFiles = 5;

/** Files that a step is offered: more than it will look at, so that few messages are sent. */
const filesInStep = 256;

/** Keeps the indexes of the workspace folders as their files change. Findings across files come only from complete ones. */
export interface FolderIndexes {
  /** Builds the index of a folder anew. `apps` are the folders of its apps. */
  build(root: string, apps: readonly string[]): void;
  /** Files that are not these any more have no index. */
  keepOnly(roots: readonly string[]): void;
  /** An open document was analysed. */
  analysed(root: string, news: IndexNews): void;
  /** A document was closed: its file counts again. */
  closed(place: Place): void;
  /** A file that audits look at changed, came or went. */
  fileChanged(place: Place): void;
  dispose(): void;
}

/** What the indexes are made with. */
export interface IndexContext {
  readonly analyser: DocumentAnalyser;
  /** All files of a folder that audits look at. Rejects with the signal's reason. */
  readonly list: (root: string, signal: AbortSignal) => Promise<readonly string[]>;
  readonly openTexts: (root: string) => readonly OpenText[];
  /** Takes what rules across files found in the open documents of a folder. */
  readonly take: (root: string, update: AcrossUpdate) => void;
  /** Open documents of a folder may have to be analysed again: a file that they read changed. */
  readonly outdated: (root: string, paths: readonly string[]) => void;
  /** Shows how far the building of an index is; called without numbers at its end. */
  readonly progress: (root: string, done?: number, total?: number) => void;
  readonly logError: (error: unknown) => void;
}

interface FolderState {
  readonly apps: readonly string[];
  readonly abort: AbortController;
  /** All files, once they are listed. */
  files?: Set<string>;
  /** Files to collect from: the first time, or again since what they read changed. */
  fresh: string[];
  /** Files to collect from since they changed. */
  readonly changed: Set<string>;
  /** Files to look through for learnt words. */
  round: string[];
  settled: boolean;
  running: boolean;
}

/** Makes the indexes; none is built yet. */
export function createFolderIndexes(context: IndexContext): FolderIndexes {
  const { analyser, logError } = context;
  const states = new Map<string, FolderState>();
  const lost = new Set<string>();
  analyser.onLost(rebuildAll);

  function build(root: string, apps: readonly string[]): void {
    if (!ruleHeads.some(({ acrossFiles }) => acrossFiles)) return;
    states.get(root)?.abort.abort();
    const state: FolderState = { apps, abort: new AbortController(), fresh: [], changed: new Set(), round: [], settled: false, running: false };
    states.set(root, state);
    work(root, state);
  }

  function rebuildAll(): void {
    for (const [root, { apps }] of [...states]) build(root, apps);
  }

  function work(root: string, state: FolderState): void {
    if (state.running || lost.size > mostLostFiles) return;
    state.running = true;
    const { signal } = state.abort;
    const steps = async (): Promise<void> => {
      while (!signal.aborted && !(await nextStep(root, state)));
    };
    steps()
      .catch((error: unknown) => {
        if (error instanceof ThreadLost) rebuildAll();
        else if (!signal.aborted) logError(error);
      })
      .finally(() => {
        state.running = false;
        if (!signal.aborted && !isIdle(state)) work(root, state);
      });
  }

  /** Makes one step; true where nothing is left to do. */
  async function nextStep(root: string, state: FolderState): Promise<boolean> {
    const { signal } = state.abort;
    if (!state.files) {
      const listed = await context.list(root, signal);
      const texts = context.openTexts(root);
      await analyser.step(root, { do: "start", apps: state.apps, texts });
      if (signal.aborted) return true;
      state.files = new Set([...listed, ...texts.map(({ path }) => path)]);
      state.fresh = [...state.files].filter((file) => !lost.has(placeKey(root, file)));
    } else if (state.fresh.length > 0) {
      const done = await collect(root, state, { do: "files", files: state.fresh.slice(0, filesInStep) });
      state.fresh = state.fresh.slice(done);
      context.progress(root, state.files.size - state.fresh.length, state.files.size);
    } else if (state.changed.size > 0) {
      const files = [...state.changed].slice(0, filesInStep);
      const done = await collect(root, state, { do: "files", files, changed: true });
      for (const file of files.slice(0, done)) state.changed.delete(file);
    } else if (state.round.length > 0) {
      state.round = state.round.slice(await collect(root, state, { do: "files", files: state.round.slice(0, filesInStep), round: true }));
    } else if (!state.settled) {
      state.settled = true;
      const news = await analyser.step(root, { do: "settle" });
      if (signal.aborted) return true;
      take(root, state, news);
      if (!news.learnt) context.progress(root);
    } else return true;
    return false;
  }

  /** How many files were looked at. A file on which the thread is lost is left out from then on. */
  async function collect(root: string, state: FolderState, step: Extract<IndexStep, { do: "files" }>): Promise<number> {
    try {
      const news = await analyser.step(root, step);
      if (!state.abort.signal.aborted) take(root, state, news);
      return news.done;
    } catch (error) {
      if (error instanceof ThreadLost) lost.add(placeKey(root, step.files[error.file] ?? ""));
      throw error;
    }
  }

  function take(root: string, state: FolderState, { learnt, across, dependants }: IndexNews): void {
    if (learnt) {
      state.round = [...(state.files ?? [])];
      state.settled = false;
    }
    if (across) context.take(root, across);
    if (dependants.length > 0) {
      const open = new Set(context.openTexts(root).map(({ path }) => path));
      context.outdated(root, dependants.filter((path) => open.has(path)));
      const closed = dependants.filter((path) => !open.has(path) && !lost.has(placeKey(root, path)));
      state.fresh = [...new Set([...state.fresh, ...closed])];
      if (closed.length > 0) state.settled = false;
    }
    if (!isIdle(state)) work(root, state);
  }

  function again(root: string, state: FolderState, paths: readonly string[]): void {
    const wanted = paths.filter((path) => !lost.has(placeKey(root, path)));
    if (wanted.length === 0 || !state.files) return;
    for (const path of wanted) state.changed.add(path);
    state.settled = false;
    work(root, state);
  }

  return {
    build,
    keepOnly(roots) {
      for (const [root, { abort }] of [...states]) {
        if (roots.includes(root)) continue;
        abort.abort();
        states.delete(root);
      }
    },
    analysed(root, news) {
      const state = states.get(root);
      if (state) take(root, state, news);
    },
    closed({ root, path }) {
      const state = states.get(root);
      analyser
        .step(root, { do: "close", path })
        .then((news) => {
          if (!state || state.abort.signal.aborted) return;
          take(root, state, news);
          again(root, state, [path]);
        })
        .catch((error: unknown) => {
          if (!(error instanceof ThreadLost)) logError(error);
        });
    },
    fileChanged({ root, path }) {
      const state = states.get(root);
      if (!state) return;
      state.files?.add(path);
      again(root, state, [path]);
    },
    dispose() {
      for (const { abort } of states.values()) abort.abort();
      states.clear();
    },
  };
}

function isIdle({ files, fresh, changed, round, settled }: FolderState): boolean {
  return files !== undefined && fresh.length === 0 && changed.size === 0 && round.length === 0 && settled;
}

function placeKey(root: string, file: string): string {
  return `${root}\0${file}`;
}
