import type { Memento } from "vscode";
import type { WorkspaceReport } from "../../server/lsp/protocol.ts";
import type { AuditedDay } from "./messages.ts";

const key = "marketlint.audits";

/** More audits than these make a line that nobody can read. */
const mostAudits = 60;

/** The counts of earlier audits of this workspace, oldest first. */
export function auditHistory(state: Memento): readonly AuditedDay[] {
  return state.get<readonly AuditedDay[]>(key, []);
}

/** Adds the counts of a report. Resolves when they are kept. */
export async function rememberAudit(state: Memento, { folders }: WorkspaceReport, at: number): Promise<void> {
  const sum = (of: "errors" | "warnings" | "information"): number => folders.reduce((total, { report }) => total + report.summary[of], 0);
  const now: AuditedDay = { at, errors: sum("errors"), warnings: sum("warnings"), information: sum("information") };
  await state.update(key, [...auditHistory(state), now].slice(-mostAudits));
}
