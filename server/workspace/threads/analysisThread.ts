import * as fs from "node:fs";
import * as path from "node:path";
import { Worker } from "node:worker_threads";
import { sharedSlots, type ThreadAnswer, type ThreadRequest, type ThreadTask } from "./messages.ts";

/** What a thread may use. A file that needs more is listed as not analysed. */
export const threadLimits = {
  /** Milliseconds on one file, the loading of the parser included. */
  fileMilliseconds: 20_000,
  /** Megabytes of stack: deep code overflows the default one at a sixteenth of what this takes. */
  stackMegabytes: 16,
  heapMegabytes: 1_024,
} as const;

/** The thread was lost on a file. `reason` is a sentence part for the user. */
export class ThreadLost extends Error {
  override readonly name = "ThreadLost";
  /** Index of the file in a `files` task; 0 for other tasks. */
  readonly file: number;

  constructor(reason: string, file: number) {
    super(reason);
    this.file = file;
  }
}

/** A thread that analyses, one task at a time. A lost thread is replaced at the next task. */
export interface AnalysisThread {
  /**
   * Runs a task; `onPart` gets the answers before the last. Rejects with an AbortError where the signal ended
   * it, and with {@link ThreadLost} where the task hung, used up its memory or failed.
   */
  run(task: ThreadTask, signal?: AbortSignal, onPart?: (answer: ThreadAnswer) => void): Promise<ThreadAnswer>;
  dispose(): Promise<void>;
}

/** How a thread differs from the usual one. */
export interface ThreadOptions {
  readonly fileMilliseconds?: number;
  readonly heapMegabytes?: number;
  /** The script to run. */
  readonly file?: string;
  /** Start at once. */
  readonly warm?: boolean;
}

interface Running {
  readonly id: number;
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly onPart: ((answer: ThreadAnswer) => void) | undefined;
}

/** The bundle of `server/worker.ts`, beside the bundle that runs. */
const workerFile = path.join(__dirname, "worker.js");

/** Whether threads can be made: not when the sources run without having been built. */
export function threadsAvailable(): boolean {
  return fs.existsSync(workerFile);
}

/** Makes a thread; it starts with its first task, or at once with `warm`. */
export function createAnalysisThread(options: ThreadOptions = {}): AnalysisThread {
  const { fileMilliseconds = threadLimits.fileMilliseconds, heapMegabytes = threadLimits.heapMegabytes, file = workerFile } = options;
  const shared = new Int32Array(new SharedArrayBuffer(4 * sharedSlots.length));
  let worker: Worker | undefined;
  let running: Running | undefined;
  let lastId = 0;

  function start(): Worker {
    if (worker) return worker;
    const made = new Worker(file, {
      workerData: shared.buffer,
      resourceLimits: { stackSizeMb: threadLimits.stackMegabytes, maxOldGenerationSizeMb: heapMegabytes },
    });
    // An idle thread must not keep the process alive; a running task does, by its timer.
    made.unref();
    made.on("message", take);
    made.on("error", (error: NodeJS.ErrnoException) => lose(made, reasonOf(error, heapMegabytes)));
    made.on("exit", () => lose(made, "the analysis ended without an answer"));
    worker = made;
    return made;
  }

  function take(answer: ThreadAnswer): void {
    if (running?.id !== answer.id) return;
    if (answer.kind === "part") running.onPart?.(answer);
    else running.resolve(answer);
  }

  function lose(lost: Worker, reason: string): void {
    if (worker !== lost) return;
    worker = undefined;
    running?.reject(new ThreadLost(reason, Atomics.load(shared, sharedSlots.file)));
    void lost.terminate();
  }

  /** Ends the thread when one file takes too long; each new file gets the whole time. */
  function watch(): NodeJS.Timeout {
    let seen = -1;
    let since = Date.now();
    return setInterval(() => {
      const now = Atomics.load(shared, sharedSlots.file);
      if (now !== seen) {
        seen = now;
        since = Date.now();
      } else if (Date.now() - since > fileMilliseconds && worker) {
        lose(worker, `its analysis took longer than ${fileMilliseconds / 1000} seconds`);
      }
    }, Math.min(500, fileMilliseconds / 4));
  }

  async function run(task: ThreadTask, signal?: AbortSignal, onPart?: (answer: ThreadAnswer) => void): Promise<ThreadAnswer> {
    signal?.throwIfAborted();
    if (running) throw new Error("the thread is busy");
    const id = ++lastId;
    Atomics.store(shared, sharedSlots.file, 0);
    const timer = watch();
    const abort = (): void => void Atomics.store(shared, sharedSlots.outdated, id);
    signal?.addEventListener("abort", abort);
    try {
      const answer = await new Promise<ThreadAnswer>((resolve, reject) => {
        running = { id, resolve, reject, onPart };
        const request: ThreadRequest = { id, task };
        start().postMessage(request);
      });
      if (answer.kind === "aborted") signal?.throwIfAborted();
      return answer;
    } finally {
      running = undefined;
      clearInterval(timer);
      signal?.removeEventListener("abort", abort);
    }
  }

  if (options.warm) start();
  return {
    run,
    async dispose() {
      const ended = worker;
      worker = undefined;
      running?.reject(new ThreadLost("the analysis was ended", 0));
      await ended?.terminate();
    },
  };
}

function reasonOf(error: NodeJS.ErrnoException, heapMegabytes: number): string {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return `its analysis needed more than ${heapMegabytes} MB of memory`;
  return "its analysis failed";
}
