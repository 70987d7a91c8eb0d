import { marketplaceIds, profileIds, type MarketplaceId } from "../core/requirement.ts";
import { severities, type Severity } from "../core/severity.ts";
import type { EditorSettings } from "../workspace/configurationStore.ts";
import { baselineDisplays, usualBaselineFile, type BaselineSettings } from "./baselines.ts";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMarketplace(value: unknown): value is MarketplaceId {
  return marketplaceIds.some((id) => id === value);
}

function isLevel(value: unknown): value is Severity | "off" {
  return value === "off" || severities.some((severity) => severity === value);
}

/** The editor's settings, as far as they are of the right shape; the rest is left out, the editor marks it. */
export function readSettings(value: unknown): EditorSettings {
  if (!isRecord(value)) return {};
  const { marketplaces, profile, rules, ignore } = value;
  const strict = profileIds.find((id) => id === profile);
  const named = Array.isArray(marketplaces) ? marketplaces.filter(isMarketplace) : [];
  const levels = Object.fromEntries(
    Object.entries(isRecord(rules) ? rules : {}).filter((entry): entry is [string, Severity | "off"] => isLevel(entry[1])),
  );
  const patterns = Array.isArray(ignore) ? ignore.filter((one): one is string => typeof one === "string") : [];
  return {
    ...(named.length > 0 && { marketplaces: named }),
    ...(strict && { profile: strict }),
    ...(Object.keys(levels).length > 0 && { rules: levels }),
    ...(patterns.length > 0 && { ignore: patterns }),
  };
}

/** What the editor's settings say of baselines, with what holds where they say nothing. */
export function readBaselineSettings(value: unknown): BaselineSettings {
  const { baseline, baselineFindings } = isRecord(value) ? value : {};
  return {
    file: typeof baseline === "string" ? baseline : usualBaselineFile,
    display: baselineDisplays.find((display) => display === baselineFindings) ?? "hidden",
  };
}

/** Whether lenses are wanted, which is so unless the setting says no. */
export function wantsCodeLenses(value: unknown): boolean {
  return !isRecord(value) || value["codeLens"] !== false;
}
