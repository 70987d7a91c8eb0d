import type { Connection, WorkDoneProgressReporter } from "vscode-languageserver";
import type { ClientAbilities } from "./clientAbilities.ts";

/** An index that is built faster is not worth a notice. */
const quietMilliseconds = 1_000;

interface Shown {
  readonly since: number;
  reporter?: Promise<WorkDoneProgressReporter & { done(): void }>;
  percentage: number;
}

/** Shows how far the building of each index is, where the client can; to be called without numbers at its end. */
export function createIndexProgress(connection: Connection, client: () => ClientAbilities): (root: string, done?: number, total?: number) => void {
  const shown = new Map<string, Shown>();

  async function begin(): Promise<WorkDoneProgressReporter & { done(): void }> {
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin("Marketlint: reading the workspace", 0);
    return reporter;
  }

  return (root, done, total = 0) => {
    if (!client().workDoneProgress) return;
    if (done === undefined) {
      void shown.get(root)?.reporter?.then((reporter) => reporter.done());
      shown.delete(root);
      return;
    }
    const one = shown.get(root) ?? { since: Date.now(), percentage: 0 };
    shown.set(root, one);
    const percentage = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (Date.now() - one.since < quietMilliseconds || percentage === one.percentage) return;
    one.percentage = percentage;
    one.reporter ??= begin();
    void one.reporter.then((reporter) => reporter.report(percentage, `${done} of ${total} files`));
  };
}
