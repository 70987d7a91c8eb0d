import type { TerminalStream } from "./terminal.ts";

/** Shows how far an audit is, on one line that it clears again. */
export interface Progress {
  report(done: number, total: number): void;
  end(): void;
}

/** Milliseconds between two lines: a terminal takes longer to draw than a file to audit. */
const interval = 100;

/** Progress on a terminal; elsewhere nothing is written. `what` is counted, a plural. */
export function progressOn(stream: TerminalStream, quiet: boolean, what = "files"): Progress {
  if (quiet || stream.isTTY !== true) return { report: () => undefined, end: () => undefined };
  let drawnAt = 0;
  return {
    report(done, total) {
      const now = Date.now();
      if (now - drawnAt < interval) return;
      drawnAt = now;
      stream.write(`\r\u001b[KAuditing ${done} of ${total} ${what}`);
    },
    end() {
      if (drawnAt > 0) stream.write("\r\u001b[K");
    },
  };
}
