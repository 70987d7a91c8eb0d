import type { MarketplaceEvidence } from "../core/requirement.ts";
import type { DetectedApp } from "../marketplaces/index.ts";

/** The apps of a workspace and all that shows them. */
export interface Apps {
  readonly apps: readonly DetectedApp[];
  readonly evidence: readonly MarketplaceEvidence[];
}
