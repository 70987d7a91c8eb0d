/** Methods of Akeneo's PHP client that give access to a resource, with its path. Source: akeneo/api-php-client 11. */
const resources: Readonly<Record<string, string>> = {
  getProductApi: "products",
  getProductUuidApi: "products-uuid",
  getProductModelApi: "product-models",
  getCategoryApi: "categories",
  getFamilyApi: "families",
  getFamilyVariantApi: "families/{}/variants",
  getAttributeApi: "attributes",
  getAttributeOptionApi: "attributes/{}/options",
  getAttributeGroupApi: "attribute-groups",
  getAssociationTypeApi: "association-types",
  getChannelApi: "channels",
  getLocaleApi: "locales",
  getCurrencyApi: "currencies",
  getMeasurementFamilyApi: "measurement-families",
  getProductMediaFileApi: "media-files",
  getAssetFamilyApi: "asset-families",
  getAssetManagerApi: "asset-families/{}/assets",
  getReferenceEntityApi: "reference-entities",
  getReferenceEntityRecordApi: "reference-entities/{}/records",
};

/** The methods by which code gets at a resource: one of them is in each file that uses the client. */
export const akeneoAccessors: readonly string[] = Object.keys(resources);

/** Methods of a resource, with the method of the request. One that is not here may do anything. */
const verbs: Readonly<Record<string, string>> = {
  get: "GET", listPerPage: "GET", all: "GET",
  create: "POST",
  upsert: "PATCH", upsertList: "PATCH", upsertAsync: "PATCH", upsertAsyncList: "PATCH",
  delete: "DELETE",
};

/** The path of the resource that a method of the client gives access to. */
export function akeneoClientPath(method: string): string | undefined {
  return Object.hasOwn(resources, method) ? `/api/rest/v1/${resources[method] ?? ""}` : undefined;
}

/** The method of the request that a method of a resource makes. */
export function akeneoClientVerb(method: string): string | undefined {
  return Object.hasOwn(verbs, method) ? verbs[method] : undefined;
}
