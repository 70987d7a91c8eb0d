import type { TextRange } from "../../core/text.ts";
import { memberNamed, valueAt, type DataNode, type DataObject } from "../../languages/data/dataNode.ts";

/** One address that a Forge app may reach. */
export interface EgressAddress {
  /** Where it is listed below `permissions.external`: `fetch.backend`, `images`. */
  readonly kind: string;
  readonly text: string;
  /** The address as written, without quotes. */
  readonly range: TextRange;
}

/**
 * The addresses under `permissions.external` of a Forge manifest. An entry is a text, which is the older
 * form, or an object with `address`; one with `remote` names no address.
 */
export function egressAddresses(manifest: DataObject): EgressAddress[] {
  const external = valueAt(manifest, "permissions", "external");
  return external?.kind === "object" ? addressesIn(external, "") : [];
}

function addressesIn(node: DataNode, kind: string): EgressAddress[] {
  if (node.kind === "string") return [{ kind, text: node.value, range: node.range }];
  if (node.kind === "array") {
    return node.items.flatMap((item) => {
      const entry = item.kind === "object" ? memberNamed(item, "address")?.value : item;
      return entry?.kind === "string" ? addressesIn(entry, kind) : [];
    });
  }
  // Only `fetch` has a level below it; `configurable` and unknown members hold no addresses.
  if (node.kind !== "object" || !(kind === "" || kind === "fetch")) return [];
  return node.members.flatMap(({ name, value }) => addressesIn(value, kind === "" ? name : `${kind}.${name}`));
}
