import { defineFactSource, type AddFact } from "../../../core/fact.ts";
import { isDocumentationPath, isTestPath } from "../../../core/filePurpose.ts";
import type { Document } from "../../../core/document.ts";
import { memberNamed, valueAt, type DataNode } from "../../../languages/data/dataNode.ts";
import { membersBelow } from "../../../languages/data/walk.ts";
import { forgeManifest } from "../../../languages/yaml/forgeManifest.ts";
import { egressAddresses } from "../forgeEgress.ts";
import { hostOf } from "./hosts.ts";

/** What a Forge manifest says about the hosts that the app reaches. */
export type EgressFact =
  /** The lists as a whole, placed where a missing address is shown. */
  | {
      readonly kind: "lists";
      /** All addresses can be read, and no customer adds further ones. */
      readonly complete: boolean;
    }
  /** One address in a list such as `fetch.backend`. */
  | { readonly kind: "allowed"; readonly list: string; readonly address: string }
  /** A host that something else of the manifest names, such as a remote. */
  | { readonly kind: "named"; readonly host: string };

function collect(document: Document, add: AddFact<EgressFact>): void {
  if (isTestPath(document.path) || isDocumentationPath(document.path)) return;
  const manifest = forgeManifest(document);
  if (!manifest) return;
  const permissions = memberNamed(manifest, "permissions");
  const external = memberNamed(permissions?.value, "external");
  const home = external ?? permissions ?? memberNamed(manifest, "app");
  if (!home) return;
  const addresses = egressAddresses(manifest);
  const isConfigurable = Array.from(membersBelow(external?.value ?? home.value)).some(({ member }) => member.name === "configurable" && !isFalse(valueAt(member.value, "enabled")));
  add(home.nameRange, { kind: "lists", complete: !isConfigurable && addresses.every(({ text }) => !/[{}$<>%]/.test(text)) });
  for (const { kind: list, text: address, range } of addresses) add(range, { kind: "allowed", list, address });
  for (const part of ["remotes", "providers", "modules", "resources"]) {
    const value = valueAt(manifest, part);
    for (const { member } of value ? membersBelow(value) : []) {
      const host = member.value.kind === "string" ? hostOf(member.value.value) : undefined;
      if (host !== undefined) add(member.value.range, { kind: "named", host });
    }
  }
}

function isFalse(node: DataNode | undefined): boolean {
  return node?.kind === "other" && node.value === false;
}

/** The hosts in Forge manifests. */
export const forgeEgressFacts = defineFactSource<EgressFact>({
  id: "forge-egress",
  languages: ["yaml"],
  triggers: ["ari:cloud:ecosystem", "modules"],
  collect,
});
