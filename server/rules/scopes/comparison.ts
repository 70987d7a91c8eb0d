import type { Asked, Need, OpenCall, ScopeApp } from "./system.ts";

/** A name with everything that is granted along with it. */
function grantedBy(name: string, app: ScopeApp): readonly string[] {
  return [name, ...app.system.includes(name)];
}

/** Everything that the asked scopes grant. */
export function grantedTo(app: ScopeApp, asked: readonly string[] = askedNames(app)): ReadonlySet<string> {
  return new Set(asked.flatMap((name) => grantedBy(name, app)));
}

/** The names that an app asks for, each once. */
export function askedNames(app: ScopeApp): readonly string[] {
  return [...new Set(app.asked.map(({ name }) => name))];
}

/** The first places of the names that an app asks for. */
export function firstAsked(app: ScopeApp): readonly Asked[] {
  const first = new Map<string, Asked>();
  for (const one of app.asked) if (!first.has(one.name)) first.set(one.name, one);
  return [...first.values()];
}

/** Whether granted scopes are enough for something. */
export function isMet(need: Need, granted: ReadonlySet<string>): boolean {
  return need.anyOf.length === 0 || need.anyOf.some((list) => list.every((name) => granted.has(name)));
}

/** What a scope may serve: the needs one of whose lists names it, or names what is granted along with it. */
export function needsOf(name: string, app: ScopeApp): readonly Need[] {
  const granted = new Set(grantedBy(name, app));
  return app.needs.filter(({ anyOf }) => anyOf.some((list) => list.some((one) => granted.has(one))));
}

/** What cannot be read and may be what a scope is asked for. */
export function openFor(name: string, app: ScopeApp): readonly OpenCall[] {
  const granted = grantedBy(name, app);
  return app.open.filter((call) => granted.some((one) => call.mayNeed(one)));
}

/** What is known of one asked scope. */
export interface Judgement {
  readonly asked: Asked;
  /**
   * `used`: something needs it. `unused`: nothing does. `open`: nothing that can be read does, but `open` may.
   * `unjudged`: its use would not show.
   */
  readonly state: "used" | "unused" | "open" | "unjudged";
  readonly needs: readonly Need[];
  readonly open: readonly OpenCall[];
}

/** What is known of each asked scope, each name once. */
export function judgements(app: ScopeApp): readonly Judgement[] {
  return firstAsked(app).map((asked) => {
    const needs = needsOf(asked.name, app);
    const open = openFor(asked.name, app);
    const { system } = app;
    if (needs.length > 0) return { asked, state: "used", needs, open };
    if (app.unseen !== undefined || !system.vocabulary.has(asked.name) || !system.judges(asked.name)) return { asked, state: "unjudged", needs, open };
    return { asked, state: open.length > 0 ? "open" : "unused", needs, open };
  });
}

/** A scope that calls need and the app does not ask for. */
export interface MissingScope {
  /** All are needed together; mostly one. */
  readonly names: readonly string[];
  readonly needs: readonly Need[];
}

/** What an app lacks, by the scopes to add. Nothing where the list of the asked ones cannot be read completely. */
export function missingScopes(app: ScopeApp): readonly MissingScope[] {
  if (!app.complete) return [];
  const granted = grantedTo(app);
  const missing = new Map<string, { names: readonly string[]; needs: Need[] }>();
  for (const need of app.needs) {
    if (need.certainty === "possible" || isMet(need, granted)) continue;
    const names = leastToAdd(need, granted);
    const key = names.join(" ");
    const same = missing.get(key);
    if (same) same.needs.push(need);
    else missing.set(key, { names, needs: [need] });
  }
  return [...missing.values()];
}

/** Of the lists that would be enough, the one that lacks least; of two that lack as many, the one already begun, then the recommended one. */
function leastToAdd({ anyOf }: Need, granted: ReadonlySet<string>): readonly string[] {
  const options = anyOf.map((list) => ({ lacking: list.filter((name) => !granted.has(name)), length: list.length }));
  const [best] = options.toSorted((left, right) => left.lacking.length - right.lacking.length || right.length - left.length);
  return best?.lacking ?? [];
}

/**
 * Whether every need of a scope is met by some of the other asked ones, so that taking it away loses nothing. False where
 * nothing is known to need it, and where something unread may.
 */
export function isCoveredBy(others: readonly string[], name: string, app: ScopeApp): boolean {
  const needs = needsOf(name, app);
  if (app.unseen !== undefined || needs.length === 0 || openFor(name, app).length > 0) return false;
  const granted = grantedTo(app, others.filter((one) => one !== name));
  return needs.every((need) => isMet(need, granted));
}

/** An asked scope that others cover, and which of them do. */
export interface CoveredScope {
  readonly asked: Asked;
  readonly by: readonly string[];
}

function breadthOf(name: string, { system }: ScopeApp): number {
  return system.breadth?.(name) ?? 0;
}

/** Asked scopes all of whose needs narrower asked ones meet. */
export function broadScopes(app: ScopeApp): readonly CoveredScope[] {
  return firstAsked(app).flatMap((asked) => {
    const narrower = askedNames(app).filter((one) => breadthOf(one, app) < breadthOf(asked.name, app));
    return isCoveredBy(narrower, asked.name, app) ? [{ asked, by: covering(narrower, asked.name, app) }] : [];
  });
}

/** Asked scopes that add nothing to the others: included in one of them, or all their needs are met without them. */
export function redundantScopes(app: ScopeApp): readonly CoveredScope[] {
  const broad = new Set(broadScopes(app).map(({ asked }) => asked.name));
  let left = askedNames(app).filter((name) => !broad.has(name));
  const found: CoveredScope[] = [];
  for (const asked of firstAsked(app).toSorted((one, other) => breadthOf(one.name, app) - breadthOf(other.name, app))) {
    if (!left.includes(asked.name)) continue;
    const others = left.filter((name) => name !== asked.name);
    const including = others.filter((name) => app.system.includes(name).includes(asked.name));
    const by = including.length > 0 ? including : isCoveredBy(others, asked.name, app) ? covering(others, asked.name, app) : [];
    if (by.length === 0) continue;
    found.push({ asked, by });
    left = others;
  }
  return found;
}

/** Those of some scopes that meet the needs of another one. */
function covering(others: readonly string[], name: string, app: ScopeApp): readonly string[] {
  const needs = needsOf(name, app);
  const granted = grantedTo(app, others);
  const used = new Set(needs.flatMap(({ anyOf }) => anyOf.find((list) => list.every((one) => granted.has(one))) ?? []));
  return others.filter((one) => used.has(one) || app.system.includes(one).some((included) => used.has(included)));
}

/** The least that would do in place of a scope which includes others, where it is asked for more than its calls need. */
export function narrowerFor(name: string, app: ScopeApp): string | undefined {
  const { system } = app;
  const candidates = system.includes(name).filter((one) => system.vocabulary.has(one));
  if (candidates.length === 0 || !system.judges(name)) return undefined;
  const others = askedNames(app).filter((one) => one !== name);
  return candidates
    .toSorted((left, right) => system.includes(left).length - system.includes(right).length)
    .find((candidate) => isCoveredBy([...others, candidate], name, app));
}
