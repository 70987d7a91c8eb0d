import type { CancellationToken, Connection } from "vscode-languageserver";
import { today } from "../core/today.ts";
import { runAudit, type AuditContext } from "./auditRequest.ts";
import { auditMethod, exportMethod, reportMethod, type AuditParams, type AuditResult, type ExportParams, type ReportParams, type WorkspaceReport } from "./protocol.ts";
import { createReporter } from "./reportRequest.ts";
import { answerTools } from "./toolRequests.ts";

/** Answers what is asked about whole folders. `busy` is told when such work begins (1) and ends (-1). */
export function answerAudits(connection: Connection, context: AuditContext, busy: (change: 1 | -1) => void): void {
  const reporter = createReporter(today);
  const whileBusy = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    busy(1);
    try {
      return await work();
    } finally {
      busy(-1);
    }
  };
  connection.onRequest(auditMethod, (params: AuditParams, token: CancellationToken): Promise<AuditResult> => whileBusy(() => runAudit(context, params, token)));
  connection.onRequest(reportMethod, (params: ReportParams, token: CancellationToken): Promise<WorkspaceReport> => whileBusy(() => reporter.report(context, params, token)));
  connection.onRequest(exportMethod, (params: ExportParams): string | null => reporter.export(params) ?? null);
  answerTools(connection, context);
}
