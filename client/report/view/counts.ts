import type { ShownReport } from "../messages.ts";

/** How many of one kind. */
export interface Count {
  readonly name: string;
  readonly count: number;
  readonly tone?: string;
}

/** Findings that are not accepted, by severity. */
export function severityCounts({ folders }: ShownReport): Count[] {
  const sum = (of: "errors" | "warnings" | "information" | "suppressed"): number => folders.reduce((total, { report }) => total + report.summary[of], 0);
  return [
    { name: "errors", count: sum("errors"), tone: "error" },
    { name: "warnings", count: sum("warnings"), tone: "warning" },
    { name: "information", count: sum("information"), tone: "information" },
    { name: "accepted", count: sum("suppressed") },
  ];
}

/** Findings that break a requirement, by who asks for it. A finding may count for several. */
export function marketplaceCounts({ folders }: ShownReport): Count[] {
  const counts = new Map<string, number>();
  for (const { report } of folders) {
    for (const id of report.marketplaces) counts.set(id, counts.get(id) ?? 0);
    for (const { requirements, suppression } of report.findings) {
      if (suppression) continue;
      for (const id of new Set(requirements.map((requirement) => requirement.split("/")[0] ?? ""))) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}
