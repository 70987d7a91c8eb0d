import type { ShellWord } from "./shellCommands.ts";

/** A here-document whose body is still to come. */
export interface Heredoc {
  readonly delimiter: string;
  /** `<<-` takes the tabs before each line away. */
  readonly stripsTabs: boolean;
  /** The words of the command that reads it. */
  readonly owner: readonly ShellWord[];
}

/** Goes over the bodies that start at `from`, in the order of their documents, and gives the offset behind the last one. */
export function readHeredocs(
  heredocs: readonly Heredoc[],
  text: string,
  from: number,
  end: number,
  visit: (heredoc: Heredoc, start: number, end: number) => void,
): number {
  let at = from;
  for (const heredoc of heredocs) {
    const start = at;
    let stop = end;
    while (at < end) {
      const newline = text.indexOf("\n", at);
      const lineEnd = newline < 0 || newline > end ? end : newline;
      const line = text.slice(at, lineEnd).replace(/\r$/, "");
      const found = (heredoc.stripsTabs ? line.replace(/^\t+/, "") : line) === heredoc.delimiter;
      if (found) stop = at;
      at = Math.min(end, lineEnd + 1);
      if (found) break;
    }
    visit(heredoc, start, Math.min(stop, end));
  }
  return at;
}
