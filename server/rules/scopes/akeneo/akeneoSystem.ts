import type { Fact } from "../../../core/fact.ts";
import { codeApps, openReading, placeOf, type CodeReading } from "../oauth/apps.ts";
import type { CodeScopeFact } from "../oauth/codeFact.ts";
import { codeScopeFacts, projectFacts } from "../oauth/codeFacts.ts";
import { graphqlAddress } from "../oauth/interfaces.ts";
import { listEditor } from "../oauth/listEdits.ts";
import type { Need, ScopeSystem } from "../system.ts";
import { akeneoScopes } from "../tables/akeneo.ts";
import { akeneoVocabulary } from "../vocabularies.ts";
import { akeneoOperations, akeneoOperationsAt, akeneoPath, hole, type AkeneoOperation } from "./lookup.ts";

const byName = new Map(akeneoScopes.map((scope) => [scope.name, scope]));
const inTable = new Set(akeneoOperations.flatMap(({ scopes }) => scopes));
/** Akeneo's guide on catalogs tells every app that uses them to ask for these. */
const catalogGuide: ReadonlySet<string> = new Set(["read_products", "read_catalogs", "write_catalogs", "delete_catalogs"]);

const certainties = { documented: "certain", inferred: "likely", weak: "possible" } as const;

function read(fact: Fact<CodeScopeFact>): CodeReading | undefined {
  const { value } = fact;
  if (value.kind !== "request" && value.kind !== "mention") return openReading(fact, "akeneo");
  const place = placeOf(fact);
  if (graphqlAddress.test(value.address)) return { needs: [], open: [{ why: "What this GraphQL request reads is not followed", place, mayNeed: (name) => name.startsWith("read_") }], isCall: true };
  const path = akeneoPath(value.address);
  if (path === undefined) return undefined;
  const needs: Need[] = [];
  const unclear: AkeneoOperation[] = [];
  for (const method of value.kind === "request" ? value.methods : [null]) {
    const found = akeneoOperationsAt(path, method ?? undefined);
    const [only] = found;
    if (only && found.length === 1 && method !== null) needs.push(needOf(only, fact));
    else unclear.push(...found);
    // Nothing but the root of the interface is known: what follows is put behind it elsewhere.
    if (method === null && path === "/api/rest/v1") unclear.push(...akeneoOperations);
  }
  const names = new Set(unclear.flatMap(({ scopes }) => scopes));
  const open = names.size > 0 ? [{ why: `Which operation of ${path.replaceAll(hole, "…")} this is cannot be read`, place, mayNeed: (name: string) => names.has(name) }] : [];
  if (path.includes("/catalogs")) open.push({ why: "Akeneo's guide on catalogs tells apps that use them to ask for it", place, mayNeed: (name) => catalogGuide.has(name) });
  return { needs, open, isCall: true };
}

function needOf({ method, path, scopes, evidence }: AkeneoOperation, fact: Fact<CodeScopeFact>): Need {
  const isCertain = fact.value.kind === "request" && fact.value.certain;
  return { what: `${method} ${path}`, place: placeOf(fact), anyOf: scopes.length > 0 ? [scopes] : [], certainty: isCertain ? certainties[evidence] : "possible" };
}

/** Connections have tokens of their own, which scopes do not limit. */
function isConnection({ value }: Fact<CodeScopeFact>): boolean {
  return value.kind === "use" && value.use === "connection token";
}

const accessWords: Readonly<Record<string, string>> = { read: "Read", write: "Create and change", delete: "Delete", manage: "Manage" };

function describe(name: string): string | undefined {
  const scope = byName.get(name);
  if (!scope) return undefined;
  return scope.kind === "authentication" ? "Who the user is" : `${accessWords[scope.access] ?? scope.access} ${scope.resource.replaceAll("_", " ")}`;
}

/** Akeneo's authorize address, constants and environment, beside the calls of its REST interface. */
export const akeneoSystem: ScopeSystem = {
  id: "akeneo",
  vocabulary: akeneoVocabulary,
  sources: [codeScopeFacts, projectFacts],
  appsIn: (facts) =>
    codeApps(facts, akeneoSystem, { system: "akeneo", read, hasOtherToken: isConnection, noCalls: "No call of Akeneo's REST interface is seen in this code, so the token may be used elsewhere" }),
  // Of who the user is, and of what the table has no operation for, no call shows the use.
  judges: (name) => inTable.has(name),
  includes: (name) => byName.get(name)?.implies ?? [],
  breadth: (name) => akeneoSystem.includes(name).length,
  isPowerful: (name) => /^(?:delete|manage|write)_/.test(name),
  describe,
  edit: listEditor,
};
