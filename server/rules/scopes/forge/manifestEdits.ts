import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import { memberNamed, valueAt } from "../../../languages/data/dataNode.ts";
import { forgeManifest } from "../../../languages/yaml/forgeManifest.ts";
import { addEntries, addListBelow, quoteAt, removeEntries, writtenList } from "../../../languages/yaml/listEdits.ts";
import type { Asked, ScopeApp, ScopeEditor } from "../system.ts";

function remove(document: Document, _app: ScopeApp, scopes: readonly Asked[]): readonly TextEdit[] | undefined {
  const key = memberNamed(valueAt(forgeManifest(document), "permissions"), "scopes");
  const list = key && writtenList(document, key);
  const gone = list?.entries.filter((entry) => scopes.some(({ place }) => entry.start <= place.range.start && place.range.end <= entry.end)) ?? [];
  return list && gone.length === scopes.length ? removeEntries(document, list, gone) : undefined;
}

function add(document: Document, _app: ScopeApp, names: readonly string[]): readonly TextEdit[] | undefined {
  const manifest = forgeManifest(document);
  if (!manifest) return undefined;
  const permissions = valueAt(manifest, "permissions");
  const key = memberNamed(permissions, "scopes");
  if (!key) return permissions ? addListBelow(document, permissions, ["scopes"], names) : addListBelow(document, manifest, ["permissions", "scopes"], names);
  const list = writtenList(document, key);
  const last = list?.entries.at(-1);
  const quote = last ? quoteAt(document, last) : "";
  const isMap = list?.map === true && last !== undefined;
  return list && addEntries(document, list, names.map((name) => `${quote}${name}${quote}${isMap ? ": {}" : ""}`));
}

/** Edits of `permissions.scopes`: comments on lines of their own stay, one behind a name goes with it. */
export const manifestEditor: ScopeEditor = {
  remove,
  add,
  replace: (_document, { place }, name) => [{ range: place.range, newText: name }],
};
