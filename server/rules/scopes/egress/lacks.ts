import type { Fact } from "../../../core/fact.ts";
import type { AddressFact } from "./addressFacts.ts";
import type { EgressApp } from "./egressApps.ts";
import { covers, needsPermission } from "./hosts.ts";

/** The lists of which one must name the host of an address, best first; none for one that is not known. */
export function listsFor(value: AddressFact): readonly string[] {
  if (value.kind === "load") return [value.list];
  if (value.kind === "open") return [];
  if (value.side === "either") return ["fetch.backend", "fetch.client"];
  return [`fetch.${value.side}`];
}

/** A host that an app reaches and does not list. */
export interface EgressLack {
  readonly host: string;
  /** The best list for it. */
  readonly list: string;
  readonly places: readonly Fact<AddressFact>[];
}

/** The hosts that an app reaches and does not list. */
export function lacksOf({ addresses, allowed, named }: EgressApp): readonly EgressLack[] {
  const lacks = new Map<string, EgressLack & { places: Fact<AddressFact>[] }>();
  for (const fact of addresses) {
    const { value } = fact;
    const [list, ...others] = listsFor(value);
    if (value.kind === "open" || list === undefined || !needsPermission(value.host) || named.has(value.host)) continue;
    const isAllowed = allowed.some((entry) => [list, ...others].includes(entry.value.list) && covers(entry.value.address, value.host));
    if (isAllowed) continue;
    const key = `${list} ${value.host}`;
    const same = lacks.get(key);
    if (same) same.places.push(fact);
    else lacks.set(key, { host: value.host, list, places: [fact] });
  }
  return [...lacks.values()];
}
