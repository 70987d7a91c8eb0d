import type { AuditRequest, AuditResult } from "../workspace/audit.ts";

/** The folder that questions are about. */
export interface AuditedRoot extends Pick<AuditRequest, "root" | "cache" | "overlay" | "settings"> {
  /** Marks findings that are accepted elsewhere. */
  readonly accept?: (findings: AuditResult["findings"]) => AuditResult["findings"];
  /** Gives today, as `YYYY-MM-DD`. */
  readonly today: () => string;
}
