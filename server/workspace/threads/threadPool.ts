import { createAnalysisThread, type AnalysisThread } from "./analysisThread.ts";

/** Threads that several steps of one audit use in turn: starting one takes longer than most steps. */
export interface ThreadPool {
  /** A thread that nobody uses. Its `dispose` gives it back. */
  take(): AnalysisThread;
  /** Ends all threads. */
  dispose(): Promise<void>;
}

/** Makes a pool; threads are made when they are taken. */
export function createThreadPool(makeThread: () => AnalysisThread = createAnalysisThread): ThreadPool {
  const all: AnalysisThread[] = [];
  const idle: AnalysisThread[] = [];
  return {
    take() {
      let thread = idle.pop();
      if (!thread) all.push((thread = makeThread()));
      const taken = thread;
      return {
        run: taken.run,
        dispose() {
          idle.push(taken);
          return Promise.resolve();
        },
      };
    },
    async dispose() {
      await Promise.all(all.map((thread) => thread.dispose()));
    },
  };
}
