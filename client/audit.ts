import {
  CancellationTokenSource,
  ProgressLocation,
  commands,
  l10n,
  window,
  type CancellationToken,
  type LogOutputChannel,
  type Uri,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { AuditParams, AuditResult } from "../server/lsp/protocol.ts";
import { showAuditResult } from "./auditMessages.ts";
import { requestAudit, type AuditProgress } from "./auditRequest.ts";
import type { FindingStore } from "./findingStore.ts";

/** Runs audits, one at a time. */
export interface Auditor {
  /** Audits all workspace folders. Resolves with the result, or with nothing when the server failed. */
  auditWorkspace(): Promise<AuditResult | undefined>;
  /** Audits one file. */
  auditFile(file: Uri): Promise<AuditResult | undefined>;
  /** Ends the audit that runs, if one does. Its findings so far stay. */
  cancel(): void;
}

export function createAuditor(client: LanguageClient, findings: FindingStore, output: LogOutputChannel): Auditor {
  let running: { cancellation: CancellationTokenSource; result: Promise<AuditResult | undefined> } | undefined;

  const run = (title: string, params: Pick<AuditParams, "files">): Promise<AuditResult | undefined> => {
    if (running !== undefined) return running.result;
    const cancellation = new CancellationTokenSource();
    const result = audit(title, params, cancellation).finally(() => {
      running = undefined;
      cancellation.dispose();
      void setAuditing(false);
    });
    running = { cancellation, result };
    void setAuditing(true);
    return result;
  };

  const audit = async (
    title: string,
    params: Pick<AuditParams, "files">,
    cancellation: CancellationTokenSource,
  ): Promise<AuditResult | undefined> => {
    const before = params.files === undefined ? findings.auditedFiles() : [];
    const work = (progress: AuditProgress, token: CancellationToken) => {
      token.onCancellationRequested(() => cancellation.cancel());
      return requestAudit(client, findings, params, progress, cancellation.token);
    };
    try {
      const location = ProgressLocation.Notification;
      const { result, seen } = await window.withProgress({ location, title, cancellable: true }, work);
      if (!result.cancelled) before.filter((file) => !seen.has(file.toString())).forEach(findings.forgetAudited);
      for (const { uri, reason } of result.notAnalysed) output.warn(l10n.t("Not analysed: {0}: {1}", uri, reason));
      void showAuditResult(result);
      return result;
    } catch (error) {
      output.error(error instanceof Error ? error : String(error));
      void showAuditFailure();
      return undefined;
    }
  };

  return {
    auditWorkspace: () => run(l10n.t("Auditing the workspace"), {}),
    auditFile: (file) => run(l10n.t("Auditing the file"), { files: [client.code2ProtocolConverter.asUri(file)] }),
    cancel: () => running?.cancellation.cancel(),
  };
}

/** For the `enablement` of the audit commands. */
function setAuditing(auditing: boolean): Thenable<unknown> {
  return commands.executeCommand("setContext", "marketlint.auditing", auditing);
}

async function showAuditFailure(): Promise<void> {
  const restart = l10n.t("Restart Server");
  const showOutput = l10n.t("Show Output");
  const chosen = await window.showErrorMessage(l10n.t("The audit did not finish: the server failed."), restart, showOutput);
  if (chosen === restart) await commands.executeCommand("marketlint.restartServer");
  if (chosen === showOutput) await commands.executeCommand("marketlint.showOutput");
}
