import type { AuditRequest, AuditResult } from "../workspace/audit.ts";
import { loadEngine } from "../workspace/loadEngine.ts";

/** The result of an audit with what the repository's past commits still hold. Throws UsageError where there are none. */
export async function withHistory(request: AuditRequest, result: AuditResult, since: string | undefined, onProgress: (done: number, total: number) => void): Promise<AuditResult> {
  if (result.cancelled) return result;
  const { root, signal, only, marketplaces } = request;
  const { auditHistory } = await loadEngine();
  const history = await auditHistory({
    root,
    apps: result.apps,
    current: result.findings,
    onProgress,
    ...(since !== undefined && { since }),
    ...(only && { only }),
    ...(marketplaces && { marketplaces }),
    ...(signal && { signal }),
  });
  return {
    ...result,
    findings: [...result.findings, ...history.findings],
    notAnalysed: [...result.notAnalysed, ...history.notAnalysed],
    cancelled: history.cancelled,
  };
}
