import type { Fact } from "../../../core/fact.ts";
import type { EndpointRow } from "../tables/endpoints/endpointRow.ts";
import { lookUp, tablePath, type AtlassianApi } from "../tables/endpointLookup.ts";
import { forgeEvents } from "../tables/forgeEvents.ts";
import type { Need, OpenCall, Place } from "../system.ts";
import type { CodeFact } from "./codeFacts.ts";
import type { CodeUse } from "./codeUses.ts";
import type { ManifestFact } from "./manifestFacts.ts";
import { needsOfModule } from "./modules.ts";
import { together, type Reading } from "./reading.ts";
import { isOfApi, isOfProduct, onlyReads } from "./scopeKnowledge.ts";

const apiTitles: Readonly<Record<AtlassianApi, string>> = { jira: "Jira", confluence: "Confluence", bitbucket: "Bitbucket" };

type RequestFact = Extract<CodeFact, { kind: "request" }>;

/** Opens all that the summary opens, and more: who asks for it is not told to ask for the summary too. */
const wholeContent = "read:confluence-content.all";

/** What a row needs, each list enough by itself. */
function listsOf({ classic, granular }: EndpointRow): readonly (readonly string[])[] {
  const lists = [classic, granular].filter((list) => list.length > 0);
  return classic.length === 1 && classic[0] === "read:confluence-content.summary" ? [...lists, [wholeContent]] : lists;
}

/**
 * Whether the scopes of a row were read from a description of today. Jira Software's is of 2022, Service Management's
 * scopes are derived, and where Jira names no classic scope other copies differ.
 */
function isSure({ product, derived, classic, granular }: EndpointRow): boolean {
  if (derived || product === "jira-software" || product === "jsm") return false;
  return product !== "jira" || classic.length > 0 || granular.length === 0;
}

/** What a request in code needs. */
export function readingOfRequest({ value, path, range, region }: Fact<RequestFact>): Reading {
  const place: Place = { path, range, region };
  const { api, paths, methods, foreign } = value;
  // Which path goes with which method is not known where there are several of both.
  const isMixed = foreign === true || (paths.length > 1 && methods.length > 1);
  return together(paths.flatMap((written) => methods.map((method): Reading => {
    const found = lookUp(api, method ?? undefined, written);
    if (found.kind === "row") {
      const { row } = found;
      const need: Need = { what: `${row.method} ${row.path}`, place, anyOf: listsOf(row), certainty: isMixed ? "possible" : isSure(row) ? "certain" : "likely" };
      return { needs: [need], open: isSure(row) ? [] : [openTwin(row, place)] };
    }
    // One of the combinations that branches cannot make.
    if (found.kind === "none" && isMixed && !foreign) return { needs: [], open: [] };
    const call = `${method ?? "a request"} ${tablePath(api, written)}`;
    if (found.kind === "none") {
      return { needs: [], open: [{ why: `No scope is known for ${call}`, place, mayNeed: isOfProduct }] };
    }
    const names = new Set(found.rows.flatMap(({ classic, granular }) => [...classic, ...granular]));
    const why = /[a-z]/i.test(written) ? `Not all of ${call} is known` : `The path of a request to ${apiTitles[api]} is not known`;
    return { needs: [], open: [{ why, place, mayNeed: (name) => names.has(name) || (found.rows.length === 0 && isOfApi(name, api)) }] };
  })));
}

/** Rows whose scopes are not sure may need others of the same kind. */
function openTwin(row: EndpointRow, place: Place): OpenCall {
  const isRead = row.granular.every(onlyReads) && row.classic.every(onlyReads);
  const api = row.product === "confluence" || row.product === "bitbucket" ? row.product : "jira";
  return {
    why: `The scopes of ${row.method} ${row.path} are not certain`,
    place,
    mayNeed: (name) => isOfApi(name, api) && (!isRead || onlyReads(name)),
  };
}

/** What the uses of Forge's packages need. */
const usesNeed: Readonly<Partial<Record<CodeUse, { readonly what: string; readonly anyOf: readonly (readonly string[])[] }>>> = {
  storage: { what: "Forge's storage", anyOf: [["storage:app"]] },
  "issue property": {
    what: "useIssueProperty",
    anyOf: [["read:jira-work", "write:jira-work"], ["read:issue.property:jira", "write:issue.property:jira"]],
  },
  privacy: { what: "the privacy API", anyOf: [["report:personal-data"]] },
  realtime: { what: "a global channel", anyOf: [["read:app-global-channel:realtime"]] },
  notification: { what: "a notification", anyOf: [["send:app-notification:jira"], ["send:app-notification:confluence"]] },
  people: { what: "a component that shows people", anyOf: [["read:jira-user"], ["read:confluence-user"], ["read:user:jira"], ["read:user:confluence"]] },
};

const usesMayNeed: Readonly<Partial<Record<CodeUse, { readonly why: string; mayNeed(name: string): boolean }>>> = {
  graph: { why: "A GraphQL query is not read", mayNeed: isOfProduct },
  authorize: { why: "authorize() asks the product for permissions", mayNeed: (name) => onlyReads(name) && (isOfApi(name, "jira") || isOfApi(name, "confluence")) },
  "entity properties": { why: "Properties of Jira's and Confluence's entities are used", mayNeed: (name) => isOfApi(name, "jira") || isOfApi(name, "confluence") },
  // The hooks of Confluence take classic or granular scopes, and the sources do not agree which.
  "content property": { why: "useContentProperty reads and writes content", mayNeed: (name) => isOfApi(name, "confluence") },
  "space property": { why: "useSpaceProperty reads and writes spaces", mayNeed: (name) => isOfApi(name, "confluence") },
};

/** What code needs. */
export function readingOfCode(fact: Fact<CodeFact>): Reading {
  const { value, path, range, region } = fact;
  const place: Place = { path, range, region };
  switch (value.kind) {
    case "request":
      return readingOfRequest({ ...fact, value });
    case "alias":
      return { needs: [], open: [] };
    case "open":
      return { needs: [], open: [{ why: value.why, place, mayNeed: (name) => value.apis.some((api) => isOfApi(name, api)) }] };
    case "use": {
      const need = usesNeed[value.use];
      const open = usesMayNeed[value.use];
      return {
        needs: need ? [{ ...need, place, certainty: value.certain ? "certain" : "possible" }] : [],
        open: open ? [{ ...open, place }] : [],
      };
    }
  }
}

/** What a manifest itself needs. */
export function readingOfManifest({ value, path, range, region }: Fact<ManifestFact>): Reading {
  const place: Place = { path, range, region };
  switch (value.kind) {
    case "event": {
      const scopes = forgeEvents().get(value.event);
      if (scopes) {
        const anyOf = [scopes.classic, scopes.granular].filter((list) => list.length > 0);
        return { needs: [{ what: `the event ${value.event}`, place, anyOf, certainty: "certain" }], open: [] };
      }
      if (value.event.startsWith("avi:forge:")) return { needs: [], open: [] };
      return { needs: [], open: [{ why: `No scope is known for the event ${value.event}`, place, mayNeed: isOfProduct }] };
    }
    case "module":
      return needsOfModule(value.type, place);
    case "token":
      return { needs: [{ what: "the token that a remote gets", place, anyOf: [[value.scope]], certainty: "certain" }], open: [] };
    case "storage":
      return { needs: [{ what: "entities in Forge's storage", place, anyOf: [["storage:app"]], certainty: "possible" }], open: [] };
    case "elsewhere":
      return { needs: [], open: [{ why: `${value.what}, and what it calls is not read`, place, mayNeed: (name) => isOfProduct(name) || name === "storage:app" }] };
    default:
      return { needs: [], open: [] };
  }
}
