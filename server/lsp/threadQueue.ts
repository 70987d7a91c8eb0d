import type { AnalysisThread } from "../workspace/threads/analysisThread.ts";
import type { ThreadAnswer, ThreadTask } from "../workspace/threads/messages.ts";

/** Deals tasks to a thread that holds one at a time. */
export interface ThreadQueue {
  /** Runs a task in turn. Rejects as the thread does; a task whose signal is aborted when its turn comes is left out. */
  run(task: ThreadTask, signal?: AbortSignal): Promise<ThreadAnswer>;
  /** Runs a task when nothing else waits. */
  runBehind(task: ThreadTask): Promise<ThreadAnswer>;
}

/** Makes the queue; the thread is its own from now on. */
export function createThreadQueue(thread: AnalysisThread): ThreadQueue {
  const waiting: (() => Promise<unknown>)[] = [];
  const behind: (() => Promise<unknown>)[] = [];
  let isRunning = false;

  async function runAll(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let next = waiting.shift() ?? behind.shift(); next; next = waiting.shift() ?? behind.shift()) await next();
    isRunning = false;
  }

  function inTurn(queue: (() => Promise<unknown>)[], task: ThreadTask, signal?: AbortSignal): Promise<ThreadAnswer> {
    return new Promise((resolve, reject) => {
      queue.push(() => thread.run(task, signal).then(resolve, reject));
      void runAll();
    });
  }

  return {
    run: (task, signal) => inTurn(waiting, task, signal),
    runBehind: (task) => inTurn(behind, task),
  };
}
