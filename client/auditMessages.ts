import { commands, l10n, window } from "vscode";
import type { AuditResult } from "../server/lsp/protocol.ts";

/** Says how an audit ended, with the way to its findings. Resolves when the user has answered. */
export async function showAuditResult(result: AuditResult): Promise<void> {
  const showProblems = l10n.t("Show Problems");
  const showOutput = l10n.t("Show Output");
  const buttons = [
    ...(result.findings > 0 ? [showProblems] : []),
    ...(result.notAnalysed.length > 0 ? [showOutput] : []),
  ];
  const chosen = await window.showInformationMessage(auditSentence(result), ...buttons);
  if (chosen === showProblems) await commands.executeCommand("workbench.actions.view.problems");
  if (chosen === showOutput) await commands.executeCommand("marketlint.showOutput");
}

/** The sentence of the message; exported for the tests. */
export function auditSentence(result: AuditResult): string {
  const found = foundPhrase(result);
  const sentence = result.cancelled ? l10n.t("Audit cancelled: {0} so far.", found) : l10n.t("Audit: {0}.", found);
  const left = result.notAnalysed.length;
  if (left === 0) return sentence;
  const rest = left === 1 ? l10n.t("1 file could not be analysed.") : l10n.t("{0} files could not be analysed.", left);
  return `${sentence} ${rest}`;
}

function foundPhrase({ findings, files }: AuditResult): string {
  if (findings === 0) return l10n.t("no findings");
  if (findings === 1) return l10n.t("1 finding in 1 file");
  return files === 1 ? l10n.t("{0} findings in 1 file", findings) : l10n.t("{0} findings in {1} files", findings, files);
}
