import type { FactSource, WorkspaceFacts } from "../../core/fact.ts";
import { judgements, missingScopes, type Judgement, type MissingScope } from "./comparison.ts";
import type { OpenCall, ScopeApp } from "./system.ts";
import { scopeSystems } from "./systems.ts";

/** What a manifest, a descriptor or an authorize call asks for, beside what the code needs. */
export interface ScopeEvidence {
  readonly app: ScopeApp;
  /** One for each asked name. */
  readonly scopes: readonly Judgement[];
  readonly missing: readonly MissingScope[];
  /** What cannot be read and may need a scope. */
  readonly open: readonly OpenCall[];
  /** Asked names, those that something needs, those that nothing needs, things that cannot be read. */
  readonly counts: { readonly asked: number; readonly used: number; readonly unused: number; readonly unresolved: number };
}

/** What {@link scopeEvidence} and the rules on scopes read. */
export const scopeSources: readonly FactSource[] = [...new Set(scopeSystems.flatMap(({ sources }) => sources))];

/** Every app of the workspace under every system. */
export function scopeApps(facts: WorkspaceFacts): readonly ScopeApp[] {
  return scopeSystems.flatMap((system) => system.appsIn(facts));
}

/** The evidence of one app. */
export function evidenceOf(app: ScopeApp): ScopeEvidence {
  const scopes = judgements(app);
  const count = (state: Judgement["state"]): number => scopes.filter((one) => one.state === state).length;
  const counts = { asked: scopes.length, used: count("used"), unused: count("unused"), unresolved: app.open.length };
  return { app, scopes, missing: missingScopes(app), open: app.open, counts };
}

/** The evidence for the apps that ask for scopes in a file: for hovers, lenses and completion there. */
export function scopeEvidence(facts: WorkspaceFacts, path: string): readonly ScopeEvidence[] {
  return scopeApps(facts)
    .filter(({ home }) => home.path === path)
    .map(evidenceOf);
}

/** One line for a lens: `8 asked, 6 used, 1 unresolved call`. What is not compared with any code is only counted. */
export function evidenceLine({ app, counts, missing }: ScopeEvidence): string {
  const { asked, used, unused, unresolved } = counts;
  if (app.unseen !== undefined) return `${asked} asked, not compared with the code`;
  const parts = [`${asked} asked`, `${used} used`];
  if (unused > 0) parts.push(`${unused} unused`);
  const lacking = new Set(missing.flatMap(({ names }) => names)).size;
  if (lacking > 0) parts.push(`${lacking} missing`);
  if (unresolved > 0) parts.push(`${unresolved} unresolved ${unresolved === 1 ? "call" : "calls"}`);
  return parts.join(", ");
}
