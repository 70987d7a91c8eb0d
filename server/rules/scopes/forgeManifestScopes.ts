import type { Document } from "../../core/document.ts";
import { valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { forgeManifest } from "../../languages/yaml/forgeManifest.ts";
import type { AskedScope } from "./askedScope.ts";
import { forgeVocabulary } from "./vocabularies.ts";

/** Scopes that the app defines itself for its own API routes. */
const customScope = ":custom";

/** The scopes of a Forge manifest: a list of names, or a map of names to their options. */
export function forgeManifestScopes(document: Document): AskedScope[] {
  if (!document.text.includes("scopes")) return [];
  const scopes = valueAt(forgeManifest(document), "permissions", "scopes");
  const found = scopes?.kind === "array" ? scopes.items.flatMap(nameIn) : scopes?.kind === "object" ? scopes.members.map(
    ({ name, nameRange }) => ({ name, range: nameRange }),
  ) : [];
  return found
    .filter(({ name }) => name.trim() !== "" && !name.includes("${") && !name.includes("\n") && !name.endsWith(customScope))
    .map((scope) => ({ ...scope, vocabulary: forgeVocabulary }));
}

/** `- read: jira-work` is a map in YAML: the blank behind the colon does not belong there. */
function nameIn(item: DataNode): Pick<AskedScope, "name" | "range">[] {
  if (item.kind === "string") return [{ name: item.value, range: item.range }];
  const [member, ...others] = item.kind === "object" ? item.members : [];
  if (member?.value.kind !== "string" || others.length > 0) return [];
  const isSlip = forgeVocabulary.has(`${member.name}:${member.value.value}`);
  return isSlip ? [{ name: `${member.name}: ${member.value.value}`, range: member.range }] : [];
}
