import type { WorkspaceFacts } from "../../../core/fact.ts";
import type { Region } from "../../../core/finding.ts";
import { evidenceLine, evidenceOf, scopeApps, type ScopeEvidence } from "../evidence.ts";
import type { Need, OpenCall, ScopeApp } from "../system.ts";
import { addressInsights, type AddressInsight } from "./addressInsight.ts";
import type { InsightPlace } from "./insightPlace.ts";

/** What is known of one place where a scope is asked for. Plain data. */
export interface ScopeInsight {
  readonly region: Region;
  readonly name: string;
  /** What the scope allows; absent where no table says. */
  readonly allows?: string;
  /** As in a judgement; `hidden` where the app's code is not in the workspace. */
  readonly state: "used" | "unused" | "open" | "unjudged" | "hidden";
  readonly needs: readonly InsightPlace[];
  readonly open: readonly InsightPlace[];
}

/** The sum over one list of scopes, at its head. */
export interface ListInsight {
  readonly region: Region;
  /** `8 asked, 6 used, 1 unresolved call`. */
  readonly line: string;
  /** What the asked scopes were compared with. */
  readonly places: readonly InsightPlace[];
  readonly missing: readonly { readonly names: readonly string[]; readonly needs: readonly InsightPlace[] }[];
  readonly open: readonly InsightPlace[];
  /** Whether anything was judged: a sum over nothing is not worth a lens. */
  readonly judged: boolean;
}

/** What scopes and addresses of one file have to do with the rest of the workspace. Plain data. */
export interface FileInsight {
  readonly scopes: readonly ScopeInsight[];
  readonly lists: readonly ListInsight[];
  readonly addresses: readonly AddressInsight[];
}

/** The apps of facts that were asked before: every rest of the mouse asks. */
const knownApps = new WeakMap<WorkspaceFacts, readonly ScopeApp[]>();

function appsOf(facts: WorkspaceFacts): readonly ScopeApp[] {
  const apps = knownApps.get(facts) ?? scopeApps(facts);
  knownApps.set(facts, apps);
  return apps;
}

/** The insights into some files, in their order. They follow from the facts, which are another object once a file changed. */
export function fileInsights(facts: WorkspaceFacts, paths: readonly string[]): readonly FileInsight[] {
  const apps = appsOf(facts);
  return paths.map((path) => {
    const all = apps.filter(({ home, asked }) => home.path === path || asked.some(({ place }) => place.path === path)).map(evidenceOf);
    return {
      scopes: all.flatMap((one) => scopesIn(one, path)),
      lists: all.filter(({ app }) => app.home.path === path).map(listOf),
      addresses: addressInsights(facts, path),
    };
  });
}

function scopesIn({ app, scopes }: ScopeEvidence, path: string): ScopeInsight[] {
  const judged = new Map(scopes.map((one) => [one.asked.name, one]));
  return app.asked.flatMap(({ name, place }): ScopeInsight[] => {
    const one = judged.get(name);
    if (!one || place.path !== path) return [];
    const allows = app.system.describe(name);
    const state = app.unseen !== undefined && one.state === "unjudged" ? "hidden" : one.state;
    return [{ region: place.region, name, ...(allows !== undefined && { allows }), state, needs: one.needs.map(needPlace), open: one.open.map(openPlace) }];
  });
}

function listOf(evidence: ScopeEvidence): ListInsight {
  const { app, scopes, missing, open } = evidence;
  return {
    region: app.home.region,
    line: evidenceLine(evidence),
    places: unique([...app.needs.map(needPlace), ...open.map(openPlace)]),
    missing: missing.map(({ names, needs }) => ({ names, needs: needs.map(needPlace) })),
    open: open.map(openPlace),
    judged: app.unseen === undefined && (missing.length > 0 || open.length > 0 || scopes.some(({ state }) => state !== "unjudged")),
  };
}

function needPlace({ what, place: { path, region } }: Need): InsightPlace {
  return { path, region, text: what };
}

function openPlace({ why, place: { path, region } }: OpenCall): InsightPlace {
  return { path, region, text: why };
}

/** One call may need several scopes. */
function unique(places: readonly InsightPlace[]): InsightPlace[] {
  const first = new Map<string, InsightPlace>();
  for (const place of places) {
    const { start } = place.region;
    const key = `${place.path}:${start.line}:${start.character}`;
    if (!first.has(key)) first.set(key, place);
  }
  return [...first.values()];
}
