import assert from "node:assert/strict";
import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import type { WorkspaceFacts, WorkspaceRule } from "../../../../server/core/fact.ts";
import { isMet, grantedTo, missingScopes } from "../../../../server/rules/scopes/comparison.ts";
import { scopeEvidence, scopeSources, type ScopeEvidence } from "../../../../server/rules/scopes/evidence.ts";
import scopeUnused from "../../../../server/rules/scopes/scope-unused.ts";
import type { ScopeApp } from "../../../../server/rules/scopes/system.ts";
import { analyseWorkspace } from "../exampleWorkspace.ts";
import type { GroundTruth, Truth } from "./groundTruth/app.ts";
import * as notations from "./groundTruth/notations.ts";
import * as places from "./groundTruth/places.ts";
import * as traps from "./groundTruth/traps.ts";
import * as wrappers from "./groundTruth/wrappers.ts";

/** The evidence of every manifest of some files. */
async function evidenceOf(files: GroundTruth["files"]): Promise<ScopeEvidence[]> {
  const found: ScopeEvidence[] = [];
  const probe: WorkspaceRule = {
    ...scopeUnused,
    sources: scopeSources,
    checkWorkspace(facts: WorkspaceFacts) {
      for (const path of Object.keys(files)) found.push(...scopeEvidence(facts, path));
    },
  };
  await analyseWorkspace(files, createAnalyser([], [probe]), [probe]);
  return found;
}

/** The names that needs take: of the list that is met, else of the one that the app would complete. */
function neededBy(app: ScopeApp): string[] {
  const granted = grantedTo(app);
  const met = app.needs.filter((need) => isMet(need, granted)).flatMap(({ anyOf }) => anyOf.find((list) => list.every((name) => granted.has(name))) ?? []);
  return [...new Set([...met, ...missingScopes(app).flatMap(({ names }) => names)])].sort();
}

function truthOf({ app, scopes, missing, counts }: ScopeEvidence): Required<Truth> {
  const inState = (state: string): string[] => scopes.filter((one) => one.state === state).map(({ asked }) => asked.name).sort();
  return {
    asked: scopes.map(({ asked }) => asked.name).sort(),
    needed: neededBy(app),
    unused: inState("unused"),
    missing: missing.flatMap(({ names }) => names).sort(),
    untold: inState("open"),
    unresolved: counts.unresolved,
  };
}

describe("scopes of small apps, worked out by hand", () => {
  const apps: readonly GroundTruth[] = [...Object.values(wrappers), ...Object.values(places), ...Object.values(notations), ...Object.values(traps)];

  it("are twelve or more", () => assert.ok(apps.length >= 12));

  for (const { about, files, apps: truths } of apps) {
    it(about, async () => {
      const evidence = await evidenceOf(files);
      assert.deepEqual(evidence.map(({ app }) => app.home.path).sort(), Object.keys(truths).sort());
      for (const one of evidence) {
        assert.equal(one.app.unseen, undefined);
        assert.deepEqual(truthOf(one), { untold: [], unresolved: 0, ...truths[one.app.home.path] }, one.app.home.path);
      }
    });
  }
});
