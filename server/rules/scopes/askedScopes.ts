import { isTestPath } from "../../core/filePurpose.ts";
import type { Document } from "../../core/document.ts";
import { addressScopes } from "./addressScopes.ts";
import { akeneoScopeLists } from "./akeneoScopeLists.ts";
import type { AskedList, AskedScope } from "./askedScope.ts";
import { connectDescriptorScopes } from "./connectDescriptorScopes.ts";
import { forgeManifestScopes } from "./forgeManifestScopes.ts";
import { optionScopes } from "./optionScopes.ts";

/** Every scope that a document asks for, each place once, in the order of the text. */
export function askedScopes(document: Document): AskedScope[] {
  if (isTestPath(document.path)) return [];
  const places = new Map<number, AskedScope>();
  const all = [...(document.language === "yaml" ? forgeManifestScopes(document) : []), ...listsIn(document).flatMap(({ scopes }) => scopes)];
  for (const scope of all) if (!places.has(scope.range.start)) places.set(scope.range.start, scope);
  return [...places.values()].sort((left, right) => left.range.start - right.range.start);
}

/** The lists of scopes in a document, those of Forge manifests left out. What is a part of a longer list is no list. */
export function askedLists(document: Document): AskedList[] {
  if (isTestPath(document.path)) return [];
  const placed = listsIn(document)
    .map((list) => ({ list, starts: new Set(list.scopes.map(({ range }) => range.start)) }))
    .filter(({ starts }) => starts.size > 0)
    .sort((left, right) => right.starts.size - left.starts.size);
  return placed
    .filter(({ starts }, index) => !placed.slice(0, index).some((longer) => [...starts].every((start) => longer.starts.has(start))))
    .map(({ list }) => list);
}

function listsIn(document: Document): AskedList[] {
  switch (document.language) {
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
