import type { Fact, WorkspaceFacts } from "../../../core/fact.ts";
import { isMet } from "../comparison.ts";
import type { Asked, Need, OpenCall, Place, ScopeApp, ScopeSystem } from "../system.ts";
import type { CodeScopeFact, CodeSystemId } from "./codeFact.ts";
import { codeScopeFacts, projectFacts } from "./codeFacts.ts";

/** What one fact of an app's code says to a system. */
export interface CodeReading {
  readonly needs: readonly Need[];
  readonly open: readonly OpenCall[];
  /** It is a call of the system's interface: an app without any makes its calls somewhere else. */
  readonly isCall?: boolean;
}

/** How a system reads the facts of code. */
export interface CodeReader {
  readonly system: CodeSystemId;
  /** What the fact says, or undefined where it is about something else. */
  read(fact: Fact<CodeScopeFact>): CodeReading | undefined;
  /** Whether a fact shows that calls may be made with another token than the one that scopes are asked for: none is missing then. */
  hasOtherToken?(fact: Fact<CodeScopeFact>): boolean;
  /** Why nothing is said of scopes where no call of the interface is seen: a sentence without its full stop. */
  readonly noCalls: string;
}

type CodeFact = Fact<CodeScopeFact>;
type AskedFact = CodeFact & { readonly value: Extract<CodeScopeFact, { kind: "asked" }> };

function isAsked(fact: CodeFact): fact is AskedFact {
  return fact.value.kind === "asked";
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The nearest of some folders in which a file lies. */
function nearest(path: string, folders: ReadonlySet<string>): string | undefined {
  for (let at = folderOf(path); ; at = folderOf(at)) {
    if (folders.has(at)) return at;
    if (at === "") return undefined;
  }
}

/** The apps that ask a system for scopes in code: one for each list, with the code of its project and what no other app has. */
export function codeApps(facts: WorkspaceFacts, system: ScopeSystem, reader: CodeReader): readonly ScopeApp[] {
  const all = facts.of(codeScopeFacts);
  const asked = all.filter(isAsked).filter(({ value }) => value.system === reader.system);
  if (asked.length === 0) return [];
  const projects = new Set(facts.of(projectFacts).map(({ path }) => folderOf(path)));
  const homes = new Set(asked.map(({ path }) => nearest(path, projects) ?? ""));
  const lists = listsOf(asked);
  return [...lists.values()].flatMap((list): ScopeApp[] => {
    const [first] = list;
    if (!first) return [];
    const home = nearest(first.path, projects) ?? "";
    const code = decided(all.filter((fact) => (nearest(fact.path, homes) ?? home) === home));
    return [appOf(list, code, system, reader, isOnlyOne(list, asked, home, homes))];
  });
}

/**
 * Without what other facts say better: requests in wrappers whose callers decide them, and addresses that a request was
 * seen to use.
 */
function decided(code: readonly CodeFact[]): readonly CodeFact[] {
  const requests = new Set(code.flatMap(({ value }) => (value.kind === "decides" ? value.requests : [])));
  const used = code.flatMap(({ value }) => (value.kind === "request" ? [value.address] : []));
  return code.filter(({ value }) => {
    if (value.kind === "mention") return !used.some((address) => address.includes(pathOnly(value.address)));
    return !("wrapper" in value) || !value.wrapper || !requests.has(value.wrapper.id);
  });
}

/** What of an address surely stands in each request that uses it: neither an unknown start nor its query. */
function pathOnly(address: string): string {
  return address.replace(/^(?:\{\})+/, "").replace(/[?#&].*$/s, "").replace(/\/$/, "");
}

/** Several lists of one project: which of them a call needs is not known, unless they all say the same. */
function isOnlyOne(list: readonly AskedFact[], asked: readonly AskedFact[], home: string, homes: ReadonlySet<string>): boolean {
  const names = namesOf(list);
  const beside = asked.filter(({ path }) => (nearest(path, homes) ?? home) === home);
  return [...listsOf(beside).values()].every((other) => namesOf(other) === names);
}

function listsOf(asked: readonly AskedFact[]): Map<string, AskedFact[]> {
  const lists = new Map<string, AskedFact[]>();
  for (const fact of asked) {
    const same = lists.get(fact.value.list);
    if (same) same.push(fact);
    else lists.set(fact.value.list, [fact]);
  }
  return lists;
}

function namesOf(list: readonly AskedFact[]): string {
  return [...new Set(list.map(({ value }) => value.name))].sort().join(" ");
}

function appOf(list: readonly AskedFact[], code: readonly CodeFact[], system: ScopeSystem, reader: CodeReader, isAlone: boolean): ScopeApp {
  const asked = list.map((fact): Asked => ({ name: fact.value.name, place: placeOf(fact) }));
  const [first] = asked;
  const home: Place = first?.place ?? { path: "", range: { start: 0, end: 0 }, region: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
  const readings = code.flatMap((fact) => reader.read(fact) ?? []);
  const hasOtherToken = code.some((fact) => reader.hasOtherToken?.(fact) ?? false);
  const needs = readings.flatMap((reading) => reading.needs).map((need): Need => (hasOtherToken ? { ...need, certainty: "possible" } : need));
  return {
    system,
    home,
    asked,
    // A name that is misspelt may be the one that is missing.
    complete: isAlone && list.every(({ value }) => value.complete && system.vocabulary.has(value.name)),
    needs: [...needs, ...partlyMet(needs, asked, system)],
    open: readings.flatMap((reading) => reading.open),
    ...(!readings.some(({ isCall }) => isCall) && { unseen: reader.noCalls }),
  };
}

/** A lower rung that is asked for is what a call that lacks the higher one has: it is not unused. */
function partlyMet(needs: readonly Need[], asked: readonly Asked[], system: ScopeSystem): Need[] {
  const names = new Set(asked.map(({ name }) => name));
  const granted = new Set([...names].flatMap((name) => [name, ...system.includes(name)]));
  return needs.flatMap((need) => {
    if (need.anyOf.length === 0 || isMet(need, granted)) return [];
    const lower = need.anyOf.flat().flatMap((name) => system.includes(name)).filter((name) => names.has(name));
    return lower.map((name): Need => ({ ...need, anyOf: [[name]], certainty: "possible" }));
  });
}

/** A fact as a place. */
export function placeOf({ path, range, region }: CodeFact): Place {
  return { path, range, region };
}

/** The reading of requests that cannot be read: they may need any scope of the system. */
export function openReading(fact: CodeFact, system: CodeSystemId): CodeReading | undefined {
  const { value } = fact;
  if (value.kind !== "open" || (value.system !== undefined && value.system !== system)) return undefined;
  return { needs: [], open: [{ why: value.why, place: placeOf(fact), mayNeed: () => true }], ...(value.system === system && { isCall: true }) };
}
