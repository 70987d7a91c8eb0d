import * as path from "node:path";
import type { CancellationToken } from "vscode-languageserver";
import {
  csvReport, htmlReport, markdownReport, jsonReport, reportOf, reportShape, sarifReport, type AuditReport,
} from "../reports/index.ts";
import { audit } from "../workspace/audit.ts";
import type { AuditContext } from "./auditRequest.ts";
import { workDone } from "./auditRequest.ts";
import { uriOf } from "./folders.ts";
import type { ExportFormat, ExportParams, ReportedFolder, ReportParams, WorkspaceReport } from "./protocol.ts";

const writers: Readonly<Record<ExportFormat, (report: AuditReport) => string>> = {
  html: htmlReport, markdown: markdownReport, sarif: sarifReport, json: jsonReport, csv: csvReport,
};

/** Audits the workspace for its report, and writes the newest report as a file. */
export interface Reporter {
  /** Audits all workspace folders with the texts of the open documents. A cancelled audit answers with what was found so far. */
  report(context: AuditContext, params: ReportParams, token: CancellationToken): Promise<WorkspaceReport>;
  /** The newest report of a folder in a format; undefined where there is none. */
  export(params: ExportParams): string | undefined;
}

/** Makes the reporter; it keeps the newest report of each folder. `today` gives `YYYY-MM-DD`. */
export function createReporter(today: () => string): Reporter {
  const newest = new Map<string, AuditReport>();
  return {
    async report(context, params, token) {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const progress = workDone(context, params);
      const folders: ReportedFolder[] = [];
      try {
        for (const root of context.folders.roots) {
          if (abort.signal.aborted) break;
          const overlay = (file: string): string | undefined => context.openText(uriOf(root, file))?.text;
          const result = await audit({ root, settings: context.policies.settings, signal: abort.signal, overlay, onProgress: progress.report });
          const report = reportOf({ ...result, findings: context.policies.accept(root, result.findings) }, today());
          const uri = uriOf(root, "");
          newest.set(uri, report);
          folders.push({ uri, name: path.basename(root), report: reportShape(report) });
        }
      } finally {
        progress.end();
      }
      return { folders };
    },
    export({ folder, format }) {
      const report = newest.get(folder);
      return report && writers[format](report);
    },
  };
}
