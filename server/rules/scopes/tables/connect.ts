import { scopeNames } from "./scopeNames.ts";

/** The day on which the ladder was last compared with the copies that were read. */
export const sourceDate = "2026-11-22";

/** Where the names come from. */
export const source = "Atlassian Connect documentation, scopes for Jira and Confluence apps";

/** One scope of a Connect descriptor, in the upper case that Atlassian writes. */
export interface ConnectScope {
  readonly name: string;
  readonly access: "none" | "read" | "write" | "delete" | "manage" | "impersonate";
  /** The lower rungs it includes, all of them. Empty for the scopes that stand outside the ladder. */
  readonly implies: readonly string[];
  /** The only product that knows it. Absent where both do. */
  readonly product?: "jira" | "confluence";
}

/** Every scope that a Jira or Confluence Connect descriptor may ask for. */
export const connectScopes: readonly ConnectScope[] = [
  { name: "NONE", access: "none", implies: [] },
  { name: "READ", access: "read", implies: [] },
  { name: "WRITE", access: "write", implies: scopeNames("READ") },
  { name: "DELETE", access: "delete", implies: scopeNames("WRITE READ") },
  { name: "PROJECT_ADMIN", access: "manage", implies: scopeNames("DELETE WRITE READ"), product: "jira" },
  { name: "SPACE_ADMIN", access: "manage", implies: scopeNames("DELETE WRITE READ"), product: "confluence" },
  { name: "ADMIN", access: "manage", implies: scopeNames("PROJECT_ADMIN SPACE_ADMIN DELETE WRITE READ") },
  { name: "ACT_AS_USER", access: "impersonate", implies: [] },
  { name: "ACCESS_EMAIL_ADDRESSES", access: "read", implies: [] },
];

const byName: ReadonlyMap<string, ConnectScope> = new Map(connectScopes.map((scope) => [scope.name, scope]));

/** The scope of a name. Old descriptors write lower case and are accepted, so letter case is ignored. */
export function connectScopeNamed(name: string): ConnectScope | undefined {
  return byName.get(name.toUpperCase());
}
