import type { Document } from "../../core/document.ts";
import type { MarketplaceMarks } from "../marks.ts";
import { isObject, jsonObject } from "../packageFiles.ts";

const appPath = /\/connect\/apps\/v1\/(?:authorize|oauth2\/token|scopes\/update|openid\/public-key)/;
// The word of the mark is the other half of the pair: PKCE alone has a challenge, but no identifier.
const codeChallenge = /\bcode_challenge\b/;
const pimPath =
  /\/api\/rest\/v1\/(?:products-uuid|product-models|families|asset-families|reference-entities|measurement-families|association-types|attribute-groups)\b/;
const signatureHeader = /["']x-akeneo-(?:request-signature|signature-primary)["']/i;
const pimHost = /[\w}>-]\.cloud\.akeneo\.com\b/;
const environmentName = /\bAKENEO_[A-Z]/;
const phpNamespace = /\buse[ \t]+\\?Akeneo\\Pim\\ApiClient\\/;
const importOfPackage = /(?:\bfrom|\bimport|\brequire\(|\bimport\()[ \t]*["'](?:@akeneo[\w-]*\/|node-akeneo-api["'])/;
const extensionApi = /\bPIM[ \t]*\.[ \t]*api[ \t]*\.[ \t]*\w{1,60}_v\d[ \t]*\./;

/** The file that Akeneo's extension SDK reads. Its secret and credentials belong nowhere in the code. */
function recogniseExtension(document: Document): string | undefined {
  const root = jsonObject(document.text);
  if (root === undefined || typeof root.position !== "string" || typeof root.type !== "string") return undefined;
  return isObject(root.configuration) ? "Akeneo extension configuration" : undefined;
}

/** How Akeneo apps, connectors and extensions are recognised. Scope names alone are no mark: Shopify has them too. */
export const akeneoMarks: MarketplaceMarks = {
  marketplace: "akeneo",
  packages: [
    { registry: "npm", name: /^@akeneo[\w-]*\/|^(?:[\w-]+-)?akeneo(?:-[\w-]+)?$/ },
    { registry: "composer", name: /^akeneo\// },
    { registry: "pypi", name: /^(?:[\w.-]+[-_.])?(?:py)?akeneo(?:[-_.][\w.-]+)?$/i },
  ],
  shapes: [{ among: { fileNames: ["extension_configuration.json"] }, recognise: recogniseExtension }],
  marks: [
    { word: "/connect/apps/v1/", pattern: appPath, reason: "Akeneo app authorization address" },
    { word: "code_identifier", pattern: codeChallenge, reason: "Akeneo app token request" },
    { word: "/api/rest/v1/", pattern: pimPath, reason: "Akeneo REST address" },
    { word: "x-akeneo-", pattern: signatureHeader, reason: "Akeneo event signature" },
    { word: ".cloud.akeneo.com", pattern: pimHost, reason: "Akeneo PIM address" },
    { word: "akeneo_", pattern: environmentName, reason: "Akeneo setting" },
    { word: "akeneo\\pim\\apiclient", pattern: phpNamespace, reason: "Akeneo PHP client imported" },
    { word: "akeneo", pattern: importOfPackage, reason: "Akeneo package imported" },
    { word: "pim.api.", pattern: extensionApi, reason: "Akeneo extension code" },
  ],
};
