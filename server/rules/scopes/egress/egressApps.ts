import type { Fact, FactSource, WorkspaceFacts } from "../../../core/fact.ts";
import { byFile, byFolder, folderOf, unseenCode } from "../forge/appFolders.ts";
import { forgeManifestFacts } from "../forge/manifestFacts.ts";
import { forgeAddressFacts, type AddressFact } from "./addressFacts.ts";
import { forgeEgressFacts, type EgressFact } from "./egressFacts.ts";
import { hostMentions, reachingPackages } from "./mentionFacts.ts";

/** What {@link egressApps} reads. */
export const egressSources: readonly FactSource[] = [forgeEgressFacts, forgeManifestFacts, forgeAddressFacts, hostMentions, reachingPackages];

/** An address that a manifest lists. */
export type AllowedAddress = Fact<Extract<EgressFact, { kind: "allowed" }>>;

/** One Forge app: the hosts it may reach beside those it names. */
export interface EgressApp {
  readonly path: string;
  readonly home: Fact;
  readonly complete: boolean;
  readonly allowed: readonly AllowedAddress[];
  readonly addresses: readonly Fact<AddressFact>[];
  /** Hosts that the manifest names elsewhere, such as those of remotes. */
  readonly named: ReadonlySet<string>;
  /** Every host that a file of the app, or of no app, names. */
  readonly mentioned: ReadonlySet<string>;
  /** All that the app reaches can be seen: its code is here, each request's host is known, no package reaches others. */
  readonly readable: boolean;
}

/** The Forge apps of a workspace with the hosts that they reach. */
export function egressApps(facts: WorkspaceFacts): readonly EgressApp[] {
  const manifests = byFile(facts.of(forgeEgressFacts));
  const folders = new Set([...manifests.keys()].map(folderOf));
  const addresses = byFolder(facts.of(forgeAddressFacts), folders);
  const mentions = byFolder(facts.of(hostMentions), folders);
  const packages = byFolder(facts.of(reachingPackages), folders);
  const heads = new Map(facts.of(forgeManifestFacts).flatMap(({ path, value }) => (value.kind === "manifest" ? [[path, value] as const] : [])));
  return [...manifests].flatMap(([path, own]) => {
    const folder = folderOf(path);
    const lists = own.find(({ value }) => value.kind === "lists");
    const head = heads.get(path);
    if (!lists || !head) return [];
    const reached = addresses.get(folder) ?? [];
    const named = own.flatMap(({ value }) => (value.kind === "named" ? [value.host] : []));
    const hosts = [...(mentions.get(folder) ?? []), ...(mentions.get(undefined) ?? [])].flatMap(({ value }) => (value.listed ? [] : value.hosts));
    // Of an app below the workspace's folder, code beside it may name the host, where nobody looks for it.
    const isSeen = /^manifest\.ya?ml$/.test(path) && unseenCode(folder, head.handlers, head.resources, facts) === undefined;
    return [{
      path,
      home: lists,
      complete: lists.value.kind === "lists" && lists.value.complete,
      allowed: own.flatMap((fact) => (fact.value.kind === "allowed" ? [{ ...fact, value: fact.value }] : [])),
      addresses: reached,
      named: new Set(named),
      mentioned: new Set([...named, ...hosts]),
      readable: isSeen && !reached.some(({ value }) => value.kind === "open") && (packages.get(folder) ?? []).length === 0,
    }];
  });
}
