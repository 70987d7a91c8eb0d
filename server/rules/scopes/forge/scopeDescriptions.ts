import { forgeScopeGroups } from "../tables/forge.ts";

/** Names of products, for people; a product that is not here is called as in the table. */
const productTitles: Readonly<Record<string, string>> = {
  jira: "Jira", confluence: "Confluence", bitbucket: "Bitbucket", compass: "Compass", jsm: "Jira Service Management",
  "jira-software": "Jira boards and sprints", "jsm-assets": "Assets", "teamwork-graph": "Teamwork Graph", rovo: "Rovo", teams: "Teams",
  csm: "Customer Service Management", "forge-realtime": "Forge realtime", "forge-storage": "Forge storage", forge: "Forge", atlassian: "the Atlassian account",
};

/** What the broad scopes and those of Forge itself allow, in our own words. */
const byName: Readonly<Record<string, string>> = {
  "read:jira-work": "Read projects, issues, comments, worklogs, filters and dashboards",
  "write:jira-work": "Create, change and delete issues, comments, worklogs and attachments",
  "read:jira-user": "Read users, their names and avatars",
  "manage:jira-project": "Change and create projects, their components and versions",
  "manage:jira-configuration": "Change the settings of the whole site, such as fields, workflows and permissions",
  "manage:jira-webhook": "Create, read and delete webhooks",
  "manage:jira-data-provider": "Send development, build and deployment information",
  "read:servicedesk-request": "Read customer requests",
  "write:servicedesk-request": "Create and change customer requests",
  "manage:servicedesk-customer": "Manage customers and their organisations",
  "read:servicemanagement-insight-objects": "Read objects of Assets",
  "read:confluence-content.all": "Read whole contents of pages, posts and comments",
  "read:confluence-content.summary": "Read titles and summaries of contents, without their bodies",
  "read:confluence-content.permission": "Read who may see a content",
  "read:confluence-props": "Read properties of contents",
  "write:confluence-props": "Write properties of contents",
  "read:confluence-space.summary": "Read summaries of spaces",
  "write:confluence-space": "Create, change and delete spaces",
  "write:confluence-content": "Create and change pages, posts, comments and other contents",
  "write:confluence-file": "Upload attachments",
  "readonly:content.attachment:confluence": "Download attachments",
  "search:confluence": "Search contents and spaces",
  "read:confluence-user": "Read users",
  "read:confluence-groups": "Read groups and their members",
  "write:confluence-groups": "Create and delete groups, and change their members",
  "manage:confluence-configuration": "Change the settings of the whole site",
  "moderate:confluence-content": "Moderate contents",
  "moderate:confluence-comments": "Moderate comments",
  "storage:app": "Keep data in the app's storage",
  "read:app-user-token": "Send a token that acts as the user to a remote",
  "read:app-system-token": "Send a token that acts as the app to a remote",
  "report:personal-data": "Report which accounts' personal data the app keeps",
  "read:me": "Read the user's own profile",
  "read:account": "Read profiles of accounts",
};

/** What the first word of a granular or Connect scope allows. */
const verbs: Readonly<Record<string, string>> = {
  read: "Read", write: "Create and change", delete: "Delete", admin: "Administer", manage: "Manage", view: "View", search: "Search", send: "Send",
  import: "Import", moderate: "Moderate", readonly: "Read", redact: "Redact", report: "Report", validate: "Check",
  "act-as-user": "Act as a user who is not there, with Connect's rights", "access-email-addresses": "Read e-mail addresses, with Connect's rights",
  "project-admin": "Administer projects, with Connect's rights", "space-admin": "Administer spaces, with Connect's rights",
};

const groups = new Map(forgeScopeGroups.flatMap((group) => group.names.map((name) => [name, group] as const)));

/** What a Forge scope allows, and of which product: `Read issue types (Jira, granular)`. Undefined for another name. */
export function describeForgeScope(name: string): string | undefined {
  const group = groups.get(name);
  if (!group) return undefined;
  const product = productTitles[group.product] ?? group.product;
  const kind = group.kind === "connect-on-forge" ? "Connect" : group.kind;
  const about = group.kind === "platform" ? product : `${product}, ${kind}`;
  return `${byName[name] ?? composed(name, group.kind === "connect-on-forge")} (${about})`;
}

function composed(name: string, isConnect: boolean): string {
  const [verb = "", ...things] = name.split(":");
  const allowed = verbs[verb] ?? verb;
  if (isConnect) return allowed.includes("Connect") ? allowed : `${allowed}, with Connect's rights`;
  // The last part is the product.
  const thing = things.slice(0, -1).join(" ").replaceAll(/[-.]/g, " ");
  return thing === "" ? allowed : `${allowed}: ${thing}`;
}
