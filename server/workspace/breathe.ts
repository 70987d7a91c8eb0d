import { setImmediate } from "node:timers/promises";

/** Work of this many milliseconds may pass before the event loop has its turn: input and cancelling stay quick. */
const usualHold = 25;

/**
 * Gives a function to call between files: it lets the event loop run when it was held for long, and throws
 * the signal's reason once that is aborted.
 */
export function createBreather(signal: AbortSignal | undefined, longestHold = usualHold): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    signal?.throwIfAborted();
    if (performance.now() - since < longestHold) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
      signal?.throwIfAborted();
    });
  };
}
