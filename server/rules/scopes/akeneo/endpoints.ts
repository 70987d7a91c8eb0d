/** The day of the documentation that was read. */
export const sourceDate = "2026-08-18";

/**
 * Where the scopes come from: no page maps endpoints to scopes. The table joins the permission that an endpoint asks for
 * (Akeneo API documentation, permissions) with the permission that a scope grants (ScopeMapper classes of the PIM's public
 * back end).
 */
export const source = "Akeneo API documentation, permissions and web API description; public back end of the PIM";

/**
 * A line that starts with a slash is a path; the lines below it, each behind a blank, are its methods with the scopes
 * that they need, all of them. `none`: no scope is needed. `unknown`: none is documented. Behind the method, `~`: the
 * scopes follow from the controller beside it; `?`: from the name alone.
 */
export const akeneoEndpoints = `
/api/rest/v1/products-uuid
 GET read_products
 POST write_products
 PATCH write_products
/api/rest/v1/products-uuid/search
 POST~ read_products
/api/rest/v1/products-uuid/{uuid}
 GET read_products
 PATCH write_products
 DELETE delete_products
/api/rest/v1/products-uuid/{uuid}/proposal
 POST~ write_products
/api/rest/v1/products-uuid/{uuid}/draft
 GET read_products
/api/rest/v1/products
 GET read_products
 POST write_products
 PATCH write_products
/api/rest/v1/products/{code}
 GET read_products
 PATCH write_products
 DELETE delete_products
/api/rest/v1/products/{code}/proposal
 POST~ write_products
/api/rest/v1/products/{code}/draft
 GET read_products
/api/rest/v1/product-models
 GET read_products
 POST write_products
 PATCH write_products
/api/rest/v1/product-models/{code}
 GET read_products
 PATCH write_products
 DELETE delete_products
/api/rest/v1/product-models/{code}/proposal
 POST~ write_products
/api/rest/v1/product-models/{code}/draft
 GET read_products
/api/rest/v1/published-products
 GET~ read_products
/api/rest/v1/published-products/{code}
 GET~ read_products
/api/rest/v1/media-files
 GET none
 POST none
/api/rest/v1/media-files/{code}
 GET none
/api/rest/v1/media-files/{code}/download
 GET none
/api/rest/v1/jobs/export/{code}
 POST? unknown
/api/rest/v1/jobs/import/{code}
 POST? unknown
/api/rest/v1/families
 GET read_catalog_structure
 POST write_catalog_structure
 PATCH write_catalog_structure
/api/rest/v1/families/{code}
 GET read_catalog_structure
 PATCH write_catalog_structure
 DELETE? write_catalog_structure
/api/rest/v1/families/{family_code}/variants
 GET read_catalog_structure
 POST write_catalog_structure
 PATCH write_catalog_structure
/api/rest/v1/families/{family_code}/variants/{code}
 GET read_catalog_structure
 PATCH write_catalog_structure
/api/rest/v1/attributes
 GET read_catalog_structure
 POST write_catalog_structure
 PATCH write_catalog_structure
/api/rest/v1/attributes/{code}
 GET read_catalog_structure
 PATCH write_catalog_structure
/api/rest/v1/attributes/{attribute_code}/options
 GET read_attribute_options
 POST write_attribute_options
 PATCH write_attribute_options
/api/rest/v1/attributes/{attribute_code}/options/{code}
 GET read_attribute_options
 PATCH write_attribute_options
/api/rest/v1/attribute-groups
 GET read_catalog_structure
 POST write_catalog_structure
 PATCH write_catalog_structure
/api/rest/v1/attribute-groups/{code}
 GET read_catalog_structure
 PATCH write_catalog_structure
/api/rest/v1/association-types
 GET read_association_types
 POST write_association_types
 PATCH write_association_types
/api/rest/v1/association-types/{code}
 GET read_association_types
 PATCH write_association_types
/api/rest/v1/channels
 GET read_channel_settings
 POST write_channel_settings
 PATCH write_channel_settings
/api/rest/v1/channels/{code}
 GET read_channel_settings
 PATCH write_channel_settings
/api/rest/v1/locales
 GET read_channel_localization
/api/rest/v1/locales/{code}
 GET read_channel_localization
/api/rest/v1/categories
 GET read_categories
 POST write_categories
 PATCH write_categories
/api/rest/v1/categories/{code}
 GET read_categories
 PATCH write_categories
/api/rest/v1/category-media-files
 POST~ write_categories
/api/rest/v1/category-media-files/{file_path}/download
 GET~ read_categories
/api/rest/v1/currencies
 GET read_channel_localization
/api/rest/v1/currencies/{code}
 GET read_channel_localization
/api/rest/v1/measure-families
 GET none
/api/rest/v1/measure-families/{code}
 GET none
/api/rest/v1/measurement-families
 GET none
 PATCH none
/api/rest/v1/reference-entities
 GET read_reference_entities
/api/rest/v1/reference-entities/{code}
 GET read_reference_entities
 PATCH write_reference_entities
/api/rest/v1/reference-entities/{reference_entity_code}/attributes
 GET read_reference_entities
/api/rest/v1/reference-entities/{reference_entity_code}/attributes/{code}
 GET read_reference_entities
 PATCH write_reference_entities
/api/rest/v1/reference-entities/{reference_entity_code}/attributes/{attribute_code}/options
 GET read_reference_entities
/api/rest/v1/reference-entities/{reference_entity_code}/attributes/{attribute_code}/options/{code}
 GET read_reference_entities
 PATCH write_reference_entities
/api/rest/v1/reference-entities/{reference_entity_code}/records
 GET read_reference_entity_records
 PATCH write_reference_entity_records
/api/rest/v1/reference-entities/{reference_entity_code}/records/{code}
 GET read_reference_entity_records
 PATCH write_reference_entity_records
/api/rest/v1/reference-entities-media-files
 POST write_reference_entity_records
/api/rest/v1/reference-entities-media-files/{code}
 GET read_reference_entity_records
/api/rest/v1/asset-families
 GET read_asset_families
/api/rest/v1/asset-families/{code}
 GET read_asset_families
 PATCH write_asset_families
/api/rest/v1/asset-families/{asset_family_code}/attributes
 GET read_asset_families
/api/rest/v1/asset-families/{asset_family_code}/attributes/{code}
 GET read_asset_families
 PATCH write_asset_families
/api/rest/v1/asset-families/{asset_family_code}/attributes/{attribute_code}/options
 GET read_asset_families
/api/rest/v1/asset-families/{asset_family_code}/attributes/{attribute_code}/options/{code}
 GET read_asset_families
 PATCH write_asset_families
/api/rest/v1/asset-media-files
 POST write_assets
/api/rest/v1/asset-media-files/{code}
 GET read_assets
/api/rest/v1/asset-families/{asset_family_code}/assets
 GET read_assets
 PATCH write_assets
/api/rest/v1/asset-families/{asset_family_code}/assets/{code}
 GET read_assets
 PATCH write_assets
 DELETE delete_assets
/api/rest/v1/assets
 GET? unknown
 POST? unknown
 PATCH? unknown
/api/rest/v1/assets/{code}
 GET? unknown
 PATCH? unknown
/api/rest/v1/assets/{asset_code}/reference-files/{locale_code}
 GET? unknown
 POST? unknown
/api/rest/v1/assets/{asset_code}/reference-files/{locale_code}/download
 GET? unknown
/api/rest/v1/assets/{asset_code}/variation-files/{channel_code}/{locale_code}
 GET? unknown
 POST? unknown
/api/rest/v1/assets/{asset_code}/variation-files/{channel_code}/{locale_code}/download
 GET? unknown
/api/rest/v1/asset-categories
 GET? unknown
 POST? unknown
 PATCH? unknown
/api/rest/v1/asset-categories/{code}
 GET? unknown
 PATCH? unknown
/api/rest/v1/asset-tags
 GET? unknown
/api/rest/v1/asset-tags/{code}
 GET? unknown
 PATCH? unknown
/api/rest/v1
 GET none
/api/oauth/v1/token
 POST none
/api/rest/v1/system-information
 GET? unknown
/api/rest/v1/catalogs
 GET~ read_catalogs
 POST~ write_catalogs
/api/rest/v1/catalogs/{id}
 GET~ read_catalogs
 PATCH~ write_catalogs
 DELETE~ delete_catalogs
/api/rest/v1/catalogs/{id}/products
 GET read_catalogs read_products
/api/rest/v1/catalogs/{id}/products/{uuid}
 GET~ read_catalogs read_products
/api/rest/v1/catalogs/{id}/product-uuids
 GET~ read_catalogs read_products
/api/rest/v1/catalogs/{id}/product-identifiers
 GET~ read_catalogs read_products
/api/rest/v1/catalogs/{id}/mapped-products
 GET~ read_catalogs read_products
/api/rest/v1/catalogs/{id}/mapped-products/{uuid}
 GET~ read_catalogs read_products
/api/rest/v1/catalogs/{id}/mapping-schemas/product
 GET~ read_catalogs
 PUT~ write_catalogs
 DELETE write_catalogs
/api/rest/v1/workflows
 GET? read_workflows
/api/rest/v1/workflows/{uuid}
 GET? read_workflows
/api/rest/v1/workflows/steps/{uuid}/assignees
 GET? read_workflow_step_assignees
/api/rest/v1/workflows/tasks
 GET? read_workflow_tasks
/api/rest/v1/workflows/tasks/{uuid}
 GET? read_workflow_tasks
 PATCH? write_workflow_tasks
/api/rest/v1/workflows/executions
 POST? unknown
/api/rest/v1/ui-extensions
 GET? unknown
 POST? unknown
/api/rest/v1/ui-extensions/{uuid}
 POST? unknown
 PATCH? unknown
 DELETE? unknown
`;
