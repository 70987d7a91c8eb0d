import type { MarketplaceId, ProfileId } from "./requirement.ts";
import type { Severity } from "./severity.ts";

/** The file that holds a configuration; found upwards from each file, the nearest one wins. */
export const configurationFileName = ".marketlint.yml";

/** What a configuration may set a rule to. */
export type RuleLevel = Severity | "off";

/** A scope that is right though no call shows it. */
export interface AllowedScope {
  readonly scope: string;
  readonly reason: string;
}

/** An answer to a requirement that no tool can see. Dates are `YYYY-MM-DD`. */
export interface EvidenceStatement {
  readonly statement: string;
  readonly link?: string;
  readonly by?: string;
  readonly on?: string;
  readonly expires?: string;
}

/** What one configuration says, checked: unknown and broken parts are left out. */
export interface Configuration {
  /** Absent where the marketplaces are detected. */
  readonly marketplaces?: readonly MarketplaceId[];
  /** The stricter edition of a marketplace's demands that holds here; absent where none does. */
  readonly profile?: ProfileId;
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Patterns as in `.gitignore`, from the configuration's folder. */
  readonly ignore: readonly string[];
  readonly scopes: readonly AllowedScope[];
  /** By requirement id. */
  readonly evidence: Readonly<Record<string, EvidenceStatement>>;
}

/** The configuration that says nothing. */
export const emptyConfiguration: Configuration = { rules: {}, ignore: [], scopes: [], evidence: {} };
