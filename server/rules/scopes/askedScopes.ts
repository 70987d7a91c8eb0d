import { isTestPath } from "../../core/filePurpose.ts";
import type { Document } from "../../core/document.ts";
import { addressScopes } from "./addressScopes.ts";
import { akeneoScopeLists } from "./akeneoScopeLists.ts";
import type { AskedScope } from "./askedScope.ts";
import { connectDescriptorScopes } from "./connectDescriptorScopes.ts";
import { forgeManifestScopes } from "./forgeManifestScopes.ts";
import { optionScopes } from "./optionScopes.ts";

/** Every scope that a document asks for, each place once, in the order of the text. */
export function askedScopes(document: Document): AskedScope[] {
  if (isTestPath(document.path)) return [];
  const places = new Map<number, AskedScope>();
  for (const scope of scopesIn(document)) if (!places.has(scope.range.start)) places.set(scope.range.start, scope);
  return [...places.values()].sort((left, right) => left.range.start - right.range.start);
}

function scopesIn(document: Document): AskedScope[] {
  switch (document.language) {
    case "yaml":
      return [...forgeManifestScopes(document), ...akeneoScopeLists(document)];
    case "json":
      return [...connectDescriptorScopes(document), ...akeneoScopeLists(document)];
    case "typescript":
    case "html":
      return [
        ...addressScopes(document),
        ...optionScopes(document),
        ...connectDescriptorScopes(document),
        ...akeneoScopeLists(document),
      ];
    default:
      return akeneoScopeLists(document);
  }
}
