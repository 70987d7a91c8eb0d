import { scopeNames } from "./scopeNames.ts";

/** The day of the documentation that the names were read from. */
export const sourceDate = "2026-08-18";

/** Where the names come from. What a scope includes is read from the PIM's public back end. */
export const source = "Akeneo API documentation, apps, authentication and authorization";

/** One scope of an Akeneo app. Names are case-sensitive and parted by one space in the authorize URL. */
export interface AkeneoScope {
  readonly name: string;
  /** Authentication scopes tell who the user is; authorization scopes open endpoints. */
  readonly kind: "authorization" | "authentication";
  readonly access: "read" | "write" | "delete" | "manage";
  readonly resource: string;
  /** Every scope that is granted along with it. */
  readonly implies: readonly string[];
}

/** Every scope that an Akeneo app may ask for: 33 for authorization, 3 for authentication. */
export const akeneoScopes: readonly AkeneoScope[] = [
  opens("read_products", "read", "products"),
  opens("write_products", "write", "products", "read_products"),
  opens("delete_products", "delete", "products", "read_products write_products"),
  opens("read_catalog_structure", "read", "catalog_structure"),
  opens("write_catalog_structure", "write", "catalog_structure", "read_catalog_structure"),
  opens("read_attribute_options", "read", "attribute_options"),
  opens("write_attribute_options", "write", "attribute_options", "read_attribute_options"),
  opens("read_categories", "read", "categories"),
  opens("write_categories", "write", "categories", "read_categories"),
  opens("read_channel_localization", "read", "channel_localization"),
  opens("read_channel_settings", "read", "channel_settings"),
  opens("write_channel_settings", "write", "channel_settings", "read_channel_settings"),
  opens("read_association_types", "read", "association_types"),
  opens("write_association_types", "write", "association_types", "read_association_types"),
  opens("read_catalogs", "read", "catalogs"),
  opens("write_catalogs", "write", "catalogs", "read_catalogs"),
  opens("delete_catalogs", "delete", "catalogs", "read_catalogs write_catalogs"),
  opens("read_asset_families", "read", "asset_families"),
  opens("write_asset_families", "write", "asset_families", "read_asset_families"),
  opens("read_assets", "read", "assets"),
  opens("write_assets", "write", "assets", "read_assets"),
  opens("delete_assets", "delete", "assets", "write_assets read_assets"),
  opens("read_reference_entities", "read", "reference_entities"),
  opens("write_reference_entities", "write", "reference_entities", "read_reference_entities"),
  opens("read_reference_entity_records", "read", "reference_entity_records"),
  opens("write_reference_entity_records", "write", "reference_entity_records", "read_reference_entity_records"),
  opens("read_workflows", "read", "workflows"),
  opens("read_workflow_step_assignees", "read", "workflow_step_assignees"),
  opens("read_workflow_tasks", "read", "workflow_tasks"),
  opens("write_workflow_tasks", "write", "workflow_tasks", "read_workflow_tasks"),
  opens("create_suggestions", "write", "suggestions"),
  opens("read_suggestions", "read", "suggestions"),
  opens("manage_suggestions", "manage", "suggestions"),
  { name: "openid", kind: "authentication", access: "read", resource: "user", implies: [] },
  { name: "profile", kind: "authentication", access: "read", resource: "user", implies: [] },
  { name: "email", kind: "authentication", access: "read", resource: "user", implies: [] },
];

/** An authorization scope, from what it opens and the names it includes. */
function opens(name: string, access: AkeneoScope["access"], resource: string, implies = ""): AkeneoScope {
  return { name, kind: "authorization", access, resource, implies: scopeNames(implies) };
}

/** The names alone. The PIM ignores any other name silently, so that a misspelt one drops a permission. */
export const akeneoScopeNames: ReadonlySet<string> = new Set(akeneoScopes.map((scope) => scope.name));
