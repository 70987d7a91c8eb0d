import type { AppKind, MarketplaceId, Requirement } from "../core/requirement.ts";

/** A requirement as its table writes it: the marketplace and the page are those of the table. */
export type RequirementRow = Omit<Requirement, "marketplace" | "source">;

/** The requirements of one page of one marketplace, or of its apps of one kind. `source` names the page and the day it was read. */
export function requirementTable(
  marketplace: MarketplaceId,
  source: string,
  rows: readonly RequirementRow[],
  kind?: AppKind,
): readonly Requirement[] {
  return rows.map((row) => ({ ...(kind && { kind }), ...row, marketplace, source }));
}
