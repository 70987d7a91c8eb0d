import type { AuditRequest } from "../workspace/audit.ts";

/** The folder that questions are about. */
export interface AuditedRoot extends Pick<AuditRequest, "root" | "cache" | "overlay" | "settings"> {
  /** Gives today, as `YYYY-MM-DD`. */
  readonly today: () => string;
}
