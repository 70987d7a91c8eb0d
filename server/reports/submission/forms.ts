import type { MarketplaceId, Requirement } from "../../core/requirement.ts";
import { requirementCatalogue } from "../../marketplaces/index.ts";

/** What a marketplace wants to be told when an app is submitted. */
export interface SubmissionForm {
  /** The marketplace's name for it. */
  readonly title: string;
  /** How it is handed in, a sentence or two. */
  readonly introduction: string;
  readonly sections: readonly FormSection[];
}

/** Questions that belong together. */
export interface FormSection {
  readonly title: string;
  /** Whether a requirement is asked about here; the first section that says so has it. */
  readonly holds: (requirement: Requirement) => boolean;
}

const ofKind = (...kinds: readonly Requirement["kind"][]) => (requirement: Requirement): boolean => kinds.includes(requirement.kind);
const clauseStarts = (...starts: readonly string[]) => ({ clause }: Requirement): boolean => starts.some((start) => clause.startsWith(start));
const rest = (): boolean => true;

/** The form of each marketplace. The sections follow the marketplace's own headings. */
export const submissionForms: Readonly<Record<MarketplaceId, SubmissionForm>> = {
  atlassian: {
    title: "Security questionnaire",
    introduction:
      "Atlassian asks these questions when an app is listed, and again every year. An answer of \"No\" in a section that begins with \"Failing\" blocks the listing.",
    sections: [
      { title: "Forge: questions of the app approval", holds: ({ kind, clause }) => (kind === "forge" || kind === "forge-remote") && !clause.startsWith("Your responsibilities") },
      { title: "Forge: your responsibilities", holds: ofKind("forge", "forge-remote") },
      { title: "Forge Containers", holds: ofKind("forge-container") },
      { title: "Connect", holds: ofKind("connect") },
      { title: "Trello Power-Ups", holds: ofKind("trello") },
      { title: "Government Cloud", holds: ({ mustUnder }) => mustUnder !== undefined },
      { title: "Cloud apps: update of 2026", holds: clauseStarts("2026 update") },
      { title: "Cloud apps: security requirements", holds: rest },
    ],
  },
  akeneo: {
    title: "Security questionnaire",
    introduction: "Akeneo opens the questionnaire with a ticket of its service desk: development, network, observability and incidents, policies. These answers can be attached to it.",
    sections: [
      { title: "Development", holds: clauseStarts("OAuth2", "Secrets", "Code-related", "Third-Party", "Available authorization", "Ask for", "How to check") },
      { title: "Network and hosting", holds: clauseStarts("Hardening", "Fair Use", "Constraints on IP", "Activation") },
      { title: "Policies and publication", holds: rest },
    ],
  },
  superoffice: {
    title: "Self-assessment checklist",
    introduction: "SuperOffice's auditor starts from this self-assessment before the penetration test; a finding of medium risk or above blocks the approval until a new test.",
    sections: [
      { title: "Credentials and authentication", holds: (requirement) => requirement.clause === "Security" || clauseStarts("Credentials", "Authorization code", "Terminology", "Application environments")(requirement) },
      { title: "Data access", holds: clauseStarts("Data access", "System user", "Limit your", "Tenants") },
      { title: "Endpoints and application environment", holds: clauseStarts("Endpoints", "Protect your web panels", "Error handling", "Provisioning") },
      { title: "Logging", holds: clauseStarts("Logging") },
      { title: "Certification and guidance", holds: rest },
    ],
  },
  openchannel: {
    title: "Security declaration",
    introduction: "A marketplace built on OpenChannel asks the developer to declare how the app meets its security practice. The owner of the marketplace may ask for more.",
    sections: [
      { title: "Developer", holds: clauseStarts("App Security", "Developer requirements", "Know your users", "Further reading") },
      { title: "App review", holds: clauseStarts("App review") },
      { title: "Integrations", holds: clauseStarts("API integrations", "Web integrations") },
      { title: "Downloadable files", holds: clauseStarts("Downloadable files") },
      { title: "Containers and charts", holds: rest },
    ],
  },
};

/** The sections of a form with the ids of their requirements, in the order of the catalogue. Every requirement is in one. */
export function sectionsOf(marketplace: MarketplaceId): readonly { readonly title: string; readonly requirements: readonly string[] }[] {
  const { sections } = submissionForms[marketplace];
  const own = requirementCatalogue().filter((requirement) => requirement.marketplace === marketplace);
  return sections.map((section) => ({
    title: section.title,
    requirements: own.filter((requirement) => sections.find(({ holds }) => holds(requirement)) === section).map(({ id }) => id),
  }));
}
