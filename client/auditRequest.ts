import { randomUUID } from "node:crypto";
import { workspace, type CancellationToken, type Progress } from "vscode";
import { ProgressType, WorkDoneProgress, type LanguageClient } from "vscode-languageclient/node";
import { auditMethod, type AuditParams, type AuditPartialResult, type AuditResult } from "../server/lsp/protocol.ts";
import type { FindingStore } from "./findingStore.ts";

const auditPartialResult = new ProgressType<AuditPartialResult>();

/** What an audit is reported to while it runs. */
export type AuditProgress = Progress<{ message?: string; increment?: number }>;

/**
 * Asks the server for an audit, puts the findings into the store while they come, and resolves when the last is in.
 * A cancelled audit resolves as well, with what was found so far. Rejects when the server fails.
 */
export async function requestAudit(
  client: LanguageClient,
  findings: FindingStore,
  params: Pick<AuditParams, "folders" | "files">,
  progress: AuditProgress,
  token: CancellationToken,
): Promise<{ result: AuditResult; seen: ReadonlySet<string> }> {
  const partialResultToken = randomUUID();
  const workDoneToken = randomUUID();
  const seen = new Set<string>();
  // The conversion is asynchronous: a chain keeps the parts in order and tells when the last one is in.
  let shown = Promise.resolve();
  const partial = client.onProgress(auditPartialResult, partialResultToken, (part) => {
    shown = shown.then(() => showPart(client, findings, part, seen));
  });
  let percentage = 0;
  const workDone = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
    if (step.kind === "end") return;
    const reached = step.percentage ?? percentage;
    progress.report({ increment: Math.max(0, reached - percentage), ...(step.message && { message: step.message }) });
    percentage = Math.max(percentage, reached);
  });
  try {
    const request: AuditParams = { ...params, ...(allows("helm.render") && { helm: true }), ...(allows("dependencies.ask") && { dependencies: true }), partialResultToken, workDoneToken };
    const result = await client.sendRequest<AuditResult>(auditMethod, request, token);
    await shown;
    return { result, seen };
  } finally {
    partial.dispose();
    workDone.dispose();
  }
}

/** What a setting starts is another program, over files of the workspace: only where the user wants it and trusts them. */
function allows(setting: "helm.render" | "dependencies.ask"): boolean {
  return workspace.isTrusted && workspace.getConfiguration("marketlint").get<boolean>(setting) === true;
}

async function showPart(
  client: LanguageClient,
  findings: FindingStore,
  part: AuditPartialResult,
  seen: Set<string>,
): Promise<void> {
  for (const file of part.files) {
    const uri = client.protocol2CodeConverter.asUri(file.uri);
    seen.add(uri.toString());
    findings.setAudited(uri, await client.protocol2CodeConverter.asDiagnostics(file.diagnostics));
  }
}
