import type { Policy } from "../analysis/policy.ts";
import type { Configuration } from "../core/configuration.ts";
import type { MarketplaceId } from "../core/requirement.ts";
import { marketplacesFor } from "../marketplaces/index.ts";
import type { Apps } from "./foundApps.ts";

/** What a caller sets above every configuration. */
export interface PolicyOverride {
  readonly marketplaces?: readonly MarketplaceId[];
  /** Only these rules. */
  readonly only?: ReadonlySet<string>;
}

/** The policy of a file, by its path from the root: the caller's word, then the configuration, then what was detected. */
export function policyFor(path: string, apps: Apps, configuration: Configuration, override: PolicyOverride = {}): Policy {
  return {
    marketplaces: override.marketplaces ?? configuration.marketplaces ?? marketplacesFor(path, apps.apps),
    ...(configuration.profile && { profile: configuration.profile }),
    levels: configuration.rules,
    ...(configuration.scopes.length > 0 && { scopes: configuration.scopes }),
    ...(override.only && { only: override.only }),
  };
}
