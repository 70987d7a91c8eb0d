import type { WorkspaceFacts } from "../../../core/fact.ts";
import type { Region } from "../../../core/finding.ts";
import { egressApps } from "../egress/egressApps.ts";
import { covers } from "../egress/hosts.ts";
import { listsFor } from "../egress/lacks.ts";
import type { InsightPlace } from "./insightPlace.ts";

/** What is known of one address that a Forge manifest lists. */
export interface AddressInsight {
  readonly region: Region;
  readonly address: string;
  /** Where it is listed: `fetch.backend`. */
  readonly list: string;
  /** What goes there, as far as its host is known. */
  readonly calls: readonly InsightPlace[];
  /** Requests whose host is not known. */
  readonly open: readonly InsightPlace[];
}

/** The insights into the addresses of a Forge manifest. */
export function addressInsights(facts: WorkspaceFacts, path: string): readonly AddressInsight[] {
  return egressApps(facts)
    .filter((app) => app.path === path)
    .flatMap(({ allowed, addresses }) =>
      allowed.map(({ region, value: { address, list } }) => ({
        region,
        address,
        list,
        calls: addresses.flatMap(({ value, ...place }): InsightPlace[] =>
          value.kind !== "open" && listsFor(value).includes(list) && covers(address, value.host)
            ? [{ path: place.path, region: place.region, text: value.kind === "load" ? `Loads from ${value.host}` : `Reaches ${value.host}` }]
            : [],
        ),
        open: addresses.flatMap(({ value, ...place }): InsightPlace[] =>
          value.kind === "open" && list.startsWith("fetch.") ? [{ path: place.path, region: place.region, text: "The address of this request is put together at run time" }] : [],
        ),
      })),
    );
}
