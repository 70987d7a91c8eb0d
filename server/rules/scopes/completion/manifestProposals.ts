import type { WorkspaceFacts } from "../../../core/fact.ts";
import { yamlCursor, type YamlCursor } from "../../../languages/yaml/cursor.ts";
import { forgeSystem } from "../forge/forgeSystem.ts";
import { manifestKeys } from "../forge/manifestShape.ts";
import { forgeEvents } from "../tables/forgeEvents.ts";
import { forgeModules } from "../tables/forgeModules.ts";
import { forgeRuntimes } from "../tables/forgeRuntimes.ts";
import { addressProposals } from "./addressProposals.ts";
import type { Proposal, Proposals } from "./proposal.ts";
import { scopeProposals } from "./scopeProposals.ts";

const appKey = /^["']?app["']?[ \t]*:|^\{.*["']?app["']?[ \t]*:/m;
const modulesKey = /\b(?:connectM|m)odules["']?[ \t]*:/;

/** Whether a YAML text that may be half written is a Forge manifest, as far as that shows without a tree. */
function isManifest(text: string): boolean {
  return appKey.test(text) && (text.includes("ari:cloud:ecosystem") || modulesKey.test(text));
}

/** What can be written at a place of a Forge manifest that may be half written. `facts` are undefined while they are not complete. */
export function manifestProposals(path: string, text: string, offset: number, facts: WorkspaceFacts | undefined): Proposals | undefined {
  if (!isManifest(text)) return undefined;
  const cursor = yamlCursor(text, offset);
  const proposals = cursor && proposalsAt(cursor, path, facts);
  return proposals && { range: cursor.range, proposals };
}

function proposalsAt(cursor: YamlCursor, path: string, facts: WorkspaceFacts | undefined): Proposal[] {
  const { kind, others } = cursor;
  const where = cursor.path.join("/");
  if (kind === "entry") {
    if (where === "permissions/scopes") return scopesAt(cursor, path, facts);
    if (where === "modules") return forgeModules.filter((name) => !others.includes(name)).map((name, rank) => asKey({ label: name, kind: "module", detail: "module", newText: name, rank }, cursor));
    if (where === "modules/trigger/events" && cursor.inList) return eventProposals(others);
    if (where.startsWith("permissions/external/") && cursor.inList) return addressProposals(path, listOf(cursor.path), facts, others, cursor);
    const keys = cursor.inList ? undefined : manifestKeys(cursor.path);
    return [...(keys ?? [])].filter((name) => !others.includes(name)).map((name, rank) => asKey({ label: name, kind: "key", detail: "", newText: name, rank }, cursor));
  }
  if (/^permissions\/external\/.+\/address$/.test(where)) return addressProposals(path, listOf(cursor.path.slice(0, -1)), facts, others, undefined);
  if (where === "app/runtime/name") return runtimeProposals();
  return [];
}

/** Names in the form that the list has: items, or keys of a map. */
function scopesAt(cursor: YamlCursor, path: string, facts: WorkspaceFacts | undefined): Proposal[] {
  const app = facts && forgeSystem.appsIn(facts).find(({ home }) => home.path === path);
  const proposals = scopeProposals(forgeSystem, app, cursor.others);
  if (cursor.inList) return proposals;
  return cursor.others.length > 0 || cursor.flow
    ? proposals.map((one) => ({ ...one, newText: `${one.newText}: {}` }))
    : proposals.map((one) => ({ ...one, newText: `- ${one.newText}` }));
}

/** A key without its colon gets one. */
function asKey(proposal: Proposal, { inList }: YamlCursor): Proposal {
  return inList ? proposal : { ...proposal, newText: `${proposal.newText}:` };
}

/** `permissions.external.fetch.backend` is listed as `fetch.backend`. */
function listOf(keys: readonly string[]): string {
  return keys.slice(2).join(".");
}

function eventProposals(others: readonly string[]): Proposal[] {
  return [...forgeEvents()].filter(([name]) => !others.includes(name)).map(([name, { classic, granular }], rank) => ({
    label: name,
    kind: "event",
    detail: classic.length > 0 ? `needs ${classic.join(" and ")}` : `needs ${granular.join(" and ")}`,
    newText: name,
    rank,
  }));
}

function runtimeProposals(): Proposal[] {
  return forgeRuntimes
    .filter(({ accepted }) => accepted)
    .toReversed()
    .map(({ name, ends }, rank) => ({ label: name, kind: "value", detail: ends === undefined ? "" : `security fixes until ${ends}`, newText: name, rank, ...(rank === 0 && { preselect: true }) }));
}
