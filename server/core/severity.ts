/** How bad a finding is. The names are those of the command line and of the configuration. */
export type Severity = "error" | "warning" | "information";

/** All severities, worst first. */
export const severities: readonly Severity[] = ["error", "warning", "information"];

/** 0 for error, 1 for warning, 2 for information: a lower rank is worse. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

/** The milder of two severities: certainty and weight may lower a severity, never raise it. */
export function milder(left: Severity, right: Severity): Severity {
  return severityRank(left) >= severityRank(right) ? left : right;
}

/** The worse of two severities. */
export function worse(left: Severity, right: Severity): Severity {
  return severityRank(left) <= severityRank(right) ? left : right;
}
