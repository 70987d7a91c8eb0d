import { CancellationTokenSource, Disposable, workspace, type LogOutputChannel, type Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { requestAudit } from "./auditRequest.ts";
import type { FindingStore } from "./findingStore.ts";

/** Long enough for a checkout or a formatter to have written its files, short enough to be felt as at once. */
const settleMilliseconds = 300;

/**
 * Keeps an audit's findings true: those of a deleted file go at once, a closed file that changed on disk is analysed
 * again. Open documents are not touched, the language client serves them.
 */
export function watchChangedFiles(client: LanguageClient, findings: FindingStore, output: LogOutputChannel): Disposable {
  const watcher = workspace.createFileSystemWatcher("**/*", true);
  const cancellation = new CancellationTokenSource();
  const changed = new Map<string, Uri>();
  let timer: NodeJS.Timeout | undefined;

  const analyseAgain = async (): Promise<void> => {
    // A restart may have forgotten the audit meanwhile, and a file may have been opened.
    const files = [...changed.values()].filter((file) => findings.isAudited(file) && !findings.isPulled(file));
    changed.clear();
    if (files.length === 0) return;
    const params = { files: files.map((file) => client.code2ProtocolConverter.asUri(file)) };
    const { seen } = await requestAudit(client, findings, params, { report: () => {} }, cancellation.token);
    files.filter((file) => !seen.has(file.toString())).forEach(findings.forgetAudited);
  };

  watcher.onDidChange((file) => {
    if (!findings.isAudited(file)) return;
    changed.set(file.toString(), file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const waiting = [...changed.values()];
      analyseAgain().catch((error: unknown) => {
        output.warn(String(error));
        waiting.forEach(findings.forgetAudited);
      });
    }, settleMilliseconds);
  });
  // A deleted folder comes as one event, for the folder.
  watcher.onDidDelete((gone) => {
    const below = `${gone.toString()}/`;
    findings.auditedFiles()
      .filter((file) => file.toString() === gone.toString() || file.toString().startsWith(below))
      .forEach(findings.forgetAudited);
  });
  return Disposable.from(watcher, cancellation, new Disposable(() => clearTimeout(timer)));
}
