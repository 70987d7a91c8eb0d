import { CancellationTokenSource, Disposable, workspace, type LogOutputChannel, type Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { settingsSection } from "../server/lsp/protocol.ts";
import { requestAudit } from "./auditRequest.ts";
import type { FindingStore } from "./findingStore.ts";

/** Long enough for a checkout or a formatter to have written its files, short enough to be felt as at once. */
const settleMilliseconds = 300;

/** Files that decide which files are analysed, and how. */
const deciding = /\/\.(?:marketlint\.ya?ml|gitignore)$/;

/**
 * Keeps an audit's findings true: those of a deleted file go at once, a file that was closed or changed on disk is
 * analysed again, and all are when the configuration changes. Open documents are not touched, the language client serves them.
 */
export function watchChangedFiles(client: LanguageClient, findings: FindingStore, output: LogOutputChannel): Disposable {
  const watcher = workspace.createFileSystemWatcher("**/*");
  const cancellation = new CancellationTokenSource();
  const changed = new Map<string, Uri>();
  let timer: NodeJS.Timeout | undefined;

  const analyseAgain = async (): Promise<void> => {
    // A restart may have forgotten the audit meanwhile, and a file may have been opened.
    const files = [...changed.values()].filter((file) => findings.isAudited(file) && !findings.isPulled(file));
    changed.clear();
    if (files.length === 0) return;
    try {
      const params = { files: files.map((file) => client.code2ProtocolConverter.asUri(file)) };
      const { seen } = await requestAudit(client, findings, params, { report: () => {} }, cancellation.token);
      files.filter((file) => !seen.has(file.toString())).forEach(findings.forgetAudited);
    } catch (error) {
      output.warn(String(error));
      files.forEach(findings.forgetAudited);
    }
  };
  const schedule = (files: readonly Uri[]): void => {
    for (const file of files) changed.set(file.toString(), file);
    clearTimeout(timer);
    timer = setTimeout(() => void analyseAgain(), settleMilliseconds);
  };
  const onWritten = (file: Uri): void => {
    if (deciding.test(file.path)) schedule(findings.auditedFiles());
    else if (findings.isAudited(file)) schedule([file]);
  };
  const onDeleted = (gone: Uri): void => {
    if (deciding.test(gone.path)) schedule(findings.auditedFiles());
    // A deleted folder comes as one event, for the folder.
    const below = `${gone.toString()}/`;
    findings
      .auditedFiles()
      .filter((file) => file.toString() === gone.toString() || file.toString().startsWith(below))
      .forEach(findings.forgetAudited);
  };

  return Disposable.from(
    watcher,
    watcher.onDidCreate(onWritten),
    watcher.onDidChange(onWritten),
    watcher.onDidDelete(onDeleted),
    // What was shown last may be of an unsaved text, or only what was known while somebody typed.
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (findings.isAudited(uri)) schedule([uri]);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settingsSection)) schedule(findings.auditedFiles());
    }),
    cancellation,
    new Disposable(() => clearTimeout(timer)),
  );
}
