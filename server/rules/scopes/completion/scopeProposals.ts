import { missingScopes } from "../comparison.ts";
import type { ScopeApp, ScopeSystem } from "../system.ts";
import type { Proposal } from "./proposal.ts";

/** A scope that something of the app needs and that is not asked for. */
interface Wish {
  readonly name: string;
  /** What needs it, by name. */
  readonly needs: readonly string[];
}

/**
 * Every scope that may be written into a list, except those that stand there: first what the app's calls need, most
 * calls first, then all others by name. `app` is undefined where nothing is known of the code.
 */
export function scopeProposals(system: ScopeSystem, app: ScopeApp | undefined, others: readonly string[]): Proposal[] {
  const wishes = app ? wishesOf(app, others) : [];
  const wished = new Set(wishes.map(({ name }) => name));
  const written = new Set(others);
  const rest = [...system.vocabulary.names].filter((name) => !wished.has(name) && !written.has(name)).sort();
  return [
    ...wishes.map(({ name, needs }, index): Proposal => ({
      ...proposalOf(system, name, index),
      detail: `needed by ${needs.length} ${needs.length === 1 ? "call" : "calls"}`,
      documentation: [system.describe(name) ?? "", `Needed by ${needs.slice(0, 5).join(", ")}${needs.length > 5 ? " and others" : ""}.`].filter((part) => part !== "").join("\n\n"),
      ...(index === 0 && { preselect: true }),
    })),
    ...rest.map((name, index) => proposalOf(system, name, wishes.length + index)),
  ];
}

function proposalOf(system: ScopeSystem, name: string, rank: number): Proposal {
  return { label: name, kind: "scope", detail: system.describe(name) ?? "", newText: name, rank };
}

/** The entry that is being typed makes the list incomplete and asks for nothing yet. */
function wishesOf(app: ScopeApp, others: readonly string[]): readonly Wish[] {
  const asked = app.asked.filter(({ name }) => others.includes(name));
  const needs = new Map<string, string[]>();
  for (const lack of missingScopes({ ...app, asked, complete: true })) {
    for (const name of lack.names) needs.set(name, [...(needs.get(name) ?? []), ...lack.needs.map(({ what }) => what)]);
  }
  return [...needs].map(([name, whats]) => ({ name, needs: whats })).sort((left, right) => right.needs.length - left.needs.length);
}
