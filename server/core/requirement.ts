/** The marketplaces whose demands are known. */
export type MarketplaceId = "atlassian" | "akeneo" | "superoffice" | "openchannel";

/** All marketplaces, in the order of every list that is shown. */
export const marketplaceIds: readonly MarketplaceId[] = ["atlassian", "akeneo", "superoffice", "openchannel"];

/** The marketplaces' names for people. */
export const marketplaceTitles: Readonly<Record<MarketplaceId, string>> = {
  atlassian: "Atlassian",
  akeneo: "Akeneo",
  superoffice: "SuperOffice",
  openchannel: "OpenChannel",
};

/** A stricter edition of a marketplace's demands, which a configuration asks for. Each belongs to one marketplace. */
export type ProfileId = "atlassian-government";

/** All profiles. */
export const profileIds: readonly ProfileId[] = ["atlassian-government"];

/** What an app is made as; some demands hold for one kind only. */
export type AppKind = "forge" | "forge-container" | "forge-remote" | "connect" | "trello" | "oauth";

/** The kinds' names for people, behind an article. */
export const appKindTitles: Readonly<Record<AppKind, string>> = {
  forge: "a Forge app",
  "forge-container": "a Forge app with containers",
  "forge-remote": "a Forge app with a remote",
  connect: "a Connect app",
  trello: "a Trello Power-Up",
  oauth: "an OAuth 2.0 app",
};

/** A marketplace's own word for how binding a demand is. */
export type RequirementWord = "must" | "should" | "advice";

/** What a tool can say of a requirement: all, a part, or nothing (a person gives evidence). */
export type RequirementCheck = "automatic" | "partial" | "manual";

/** One demand of one marketplace, in our words. */
export interface Requirement {
  /** `marketplace/slug`, such as `superoffice/cookies-http-only`. Never changes once released. */
  readonly id: string;
  readonly marketplace: MarketplaceId;
  /** The marketplace's own heading or number. */
  readonly clause: string;
  /** The row of our requirement tables, such as `SO-9`. */
  readonly ref: string;
  /** What is demanded, one or two sentences in our own words. */
  readonly text: string;
  readonly word: RequirementWord;
  /** Under this profile it is a MUST, whatever its word elsewhere. */
  readonly mustUnder?: ProfileId;
  /** It holds for apps of this kind only. */
  readonly kind?: AppKind;
  readonly check: RequirementCheck;
  /** What a reviewer accepts as proof where no tool can see it. */
  readonly evidence: string;
  /** The page the demand stands on, with the date it was read. */
  readonly source: string;
}

/** Why a marketplace is believed to apply to a folder. */
export interface MarketplaceEvidence {
  readonly marketplace: MarketplaceId;
  /** Path of the file that shows it, from the workspace folder. */
  readonly path: string;
  /** A phrase for the status item, such as "Forge manifest with app and modules". */
  readonly reason: string;
  /** What the app is made as, where the file shows it. */
  readonly kinds?: readonly AppKind[];
}
