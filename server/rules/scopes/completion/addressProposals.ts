import type { WorkspaceFacts } from "../../../core/fact.ts";
import { egressApps } from "../egress/egressApps.ts";
import { covers, needsPermission } from "../egress/hosts.ts";
import { listsFor } from "../egress/lacks.ts";
import type { Proposal } from "./proposal.ts";

/** The hosts that code of the app reaches by way of a list such as `fetch.backend`, and that no other entry lets through. */
export function addressProposals(
  path: string,
  list: string,
  facts: WorkspaceFacts | undefined,
  others: readonly string[],
  /** The item that is written; absent behind `address:`. */
  item: { readonly flow: boolean } | undefined,
): Proposal[] {
  const app = facts && egressApps(facts).find((one) => one.path === path);
  const counts = new Map<string, number>();
  for (const { value } of app?.addresses ?? []) {
    if (value.kind === "open" || !needsPermission(value.host) || !listsFor(value).includes(list)) continue;
    const isListed = others.some((entry) => covers(entry, value.host)) || app?.allowed.some((entry) => entry.value.list === list && covers(entry.value.address, value.host));
    if (!isListed) counts.set(value.host, (counts.get(value.host) ?? 0) + 1);
  }
  // In a list of plain addresses, which is the older form, the next one is written so too.
  const isPlain = others.some((entry) => entry !== "address");
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([host, count], rank) => ({
      label: host,
      kind: "address",
      detail: `reached by ${count} ${count === 1 ? "request" : "requests"}`,
      newText: !item || isPlain ? host : item.flow ? `{ address: ${host} }` : `address: ${host}`,
      rank,
      ...(rank === 0 && { preselect: true }),
    }));
}
