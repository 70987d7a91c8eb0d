import type { WorkspaceFacts, WorkspaceReport } from "../../core/fact.ts";
import type { Fix, Problem, RelatedPlace, TextEdit } from "../../core/finding.ts";
import type { RuleMetadata } from "../../core/rule.ts";
import { scopeApps } from "./evidence.ts";
import type { Asked, Need, OpenCall, Place, ScopeApp } from "./system.ts";

/** What all rules on scopes have in common. */
export const scopeRuleHead = {
  concern: "scopes",
  languages: ["yaml", "json", "typescript", "html", "dotenv", "php"],
  marketplaces: ["atlassian", "akeneo"],
  requirements: ["atlassian/least-privilege", "atlassian/trello-least-privilege", "akeneo/least-privilege"],
  cwe: [250],
} as const satisfies Partial<RuleMetadata>;

/** More places than this help nobody. */
const mostRelated = 20;

/** Runs a check over every app of the workspace. */
export function checkApps(check: (app: ScopeApp, facts: WorkspaceFacts, report: WorkspaceReport) => void) {
  return (facts: WorkspaceFacts, report: WorkspaceReport): void => {
    for (const app of scopeApps(facts)) {
      const { requirements } = app.system;
      check(app, facts, requirements ? (path, problem) => report(path, { ...problem, requirements }) : report);
    }
  };
}

/** A finding on an asked scope. */
export function reportAsked(report: WorkspaceReport, { name, place }: Asked, problem: Omit<Problem, "range" | "properties">): void {
  report(place.path, { ...problem, range: place.range, properties: { scope: name } });
}

/** The places of what needs scopes, as evidence beside a finding in `path`. */
export function relatedNeeds(needs: readonly Need[], path: string): RelatedPlace[] {
  return needs.slice(0, mostRelated).map(({ what, place, anyOf }) => relatedPlace(place, path, `${capital(what)} needs ${listsText(anyOf)}`));
}

/** The places of what cannot be read. */
export function relatedOpen(open: readonly OpenCall[], path: string): RelatedPlace[] {
  return open.slice(0, mostRelated).map(({ why, place }) => relatedPlace(place, path, why));
}

/** A place beside a finding in `path`. */
export function relatedPlace(place: Place, path: string, message: string): RelatedPlace {
  return place.path === path ? { range: place.range, message } : { range: place.range, message, path: place.path, region: place.region };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The start of a sentence inside another one. A name in capitals stays. */
export function inSentence(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** `"a" and "b", or "c"`. */
function listsText(anyOf: readonly (readonly string[])[]): string {
  return anyOf.length === 0 ? "no scope" : anyOf.map(namesText).join(", or ");
}

/** `"a", "b" and "c"`. */
export function namesText(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}

/** A fix made by a system's editor; nothing where the text does not allow it. */
export function editFix(title: string, edits: readonly TextEdit[] | undefined): Fix[] {
  return edits && edits.length > 0 ? [{ title, safe: false, edits }] : [];
}

/** Fixes that take one scope out, or with it all others of the same finding. */
export function removalFixes(app: ScopeApp, facts: WorkspaceFacts, asked: Asked, all: readonly Asked[], kind: string): Fix[] {
  const document = facts.document(asked.place.path);
  if (!document) return [];
  const here = all.filter(({ place }) => place.path === asked.place.path);
  const one = editFix(`Remove ${asked.name}`, app.system.edit.remove(document, app, [asked]));
  if (here.length < 2) return one;
  return [...one, ...editFix(`Remove all ${here.length} ${kind} scopes`, app.system.edit.remove(document, app, here))];
}
