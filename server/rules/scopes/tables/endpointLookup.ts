import { bitbucketEndpoints } from "./endpoints/bitbucket.ts";
import { confluenceEndpoints } from "./endpoints/confluence.ts";
import { rowsOf, type EndpointRow, type EndpointTable } from "./endpoints/endpointRow.ts";
import { jiraEndpoints } from "./endpoints/jira.ts";
import { jiraSoftwareEndpoints } from "./endpoints/jiraSoftware.ts";
import { jsmEndpoints } from "./endpoints/jsm.ts";

/** The APIs that a request function reaches. */
export type AtlassianApi = "jira" | "confluence" | "bitbucket";

/** Stands for a part of a path that is not known, such as an id. */
export const hole = "{}";

/** What is known of a call's endpoint. */
export type Lookup =
  /** Exactly this operation. */
  | { readonly kind: "row"; readonly row: EndpointRow }
  /** One of these, or one that no table has. */
  | { readonly kind: "some"; readonly rows: readonly EndpointRow[] }
  /** The path is known, and no table has it. */
  | { readonly kind: "none" };

/** Every table. */
export const endpointTables: readonly EndpointTable[] = [jiraEndpoints, jiraSoftwareEndpoints, jsmEndpoints, confluenceEndpoints, bitbucketEndpoints];

const tablesOf: Readonly<Record<AtlassianApi, readonly EndpointTable[]>> = {
  jira: [jiraEndpoints, jiraSoftwareEndpoints, jsmEndpoints],
  confluence: [confluenceEndpoints],
  bitbucket: [bitbucketEndpoints],
};

interface Indexed {
  readonly row: EndpointRow;
  readonly segments: readonly string[];
}
const indexes = new Map<AtlassianApi, readonly Indexed[]>();

/** Read when the first call of a product is looked up. */
function indexOf(api: AtlassianApi): readonly Indexed[] {
  const known = indexes.get(api);
  if (known) return known;
  const made = tablesOf[api].flatMap(rowsOf).map((row) => ({ row, segments: segmentsOf(row.path) }));
  indexes.set(api, made);
  return made;
}

/** All operations of an API. */
export function endpointsOf(api: AtlassianApi): readonly EndpointRow[] {
  return indexOf(api).map(({ row }) => row);
}

/** `/rest/api/2` and `/rest/api/latest` take the same scopes as `/rest/api/3`. */
const olderJira = /^\/rest\/api\/(?:2|latest)(?=\/|$)/;
const latestAgile = /^\/rest\/agile\/latest(?=\/|$)/;
/** An unknown host or nothing in front of the path itself. */
const leadingHole = /^\/?(?:\{\})+(?=\/(?:rest|wiki|2\.0)\/)/;

/** The path as the tables write it: query and fragment cut, versions brought to the tables' own. */
export function tablePath(api: AtlassianApi, path: string): string {
  const cut = path.replace(/[?#].*$/s, "").replace(leadingHole, "").replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  const rooted = cut.startsWith("/") ? cut : `/${cut}`;
  if (api === "jira") return rooted.replace(olderJira, "/rest/api/3").replace(latestAgile, "/rest/agile/1.0");
  if (api === "confluence" && /^\/(?:rest\/api|api\/v2)(?:\/|$)/.test(rooted)) return `/wiki${rooted}`;
  if (api === "bitbucket" && /^\/(?!2\.0(?:\/|$)|\{\})/.test(rooted)) return `/2.0${rooted}`;
  return rooted;
}

/**
 * The operation that a call reaches. `path` has {@link hole} where a part is unknown; a hole alone between slashes is an
 * identifier, one at the end behind a known word is a query. `method` is undefined where it is unknown.
 */
export function lookUp(api: AtlassianApi, method: string | undefined, path: string): Lookup {
  const wanted = segmentsOf(tablePath(api, path));
  const rows = indexOf(api).filter(({ row }) => method === undefined || row.method === method);
  const matches = rows.filter(({ segments }) => segments.length === wanted.length && matchesAll(segments, wanted));
  const [best] = matches.toSorted((left, right) => compareWords(left.segments, right.segments));
  if (best && method !== undefined) return { kind: "row", row: best.row };
  if (best) return someOf(matches.filter(({ row }) => row.path === best.row.path));
  if (!wanted.some((segment) => segment.includes(hole))) return { kind: "none" };
  return someOf(rows.filter(({ segments }) => mayBecome(wanted, segments)));
}

function someOf(found: readonly Indexed[]): Lookup {
  return { kind: "some", rows: found.map(({ row }) => row) };
}

function segmentsOf(path: string): string[] {
  return path.split("/").slice(1);
}

function isParameter(segment: string): boolean {
  return segment.startsWith("{") && segment.endsWith("}");
}

/** Whether a call is this operation: parameters are filled in, words are the same. */
function matchesAll(template: readonly string[], wanted: readonly string[]): boolean {
  return template.every((segment, index) => {
    const given = wanted[index] ?? "";
    if (isParameter(segment)) return given !== "";
    return given === segment || (index === template.length - 1 && isWordWithQuery(given, segment));
  });
}

/** `search{}`: what is put behind a word at the end is the query. */
function isWordWithQuery(given: string, word: string): boolean {
  return given.startsWith(word) && given.length > word.length && given.slice(word.length).replaceAll(hole, "") === "";
}

/** Negative where the left one has a word at the first place at which only one of them has. */
function compareWords(left: readonly string[], right: readonly string[]): number {
  for (const [index, segment] of left.entries()) {
    const difference = Number(isParameter(segment)) - Number(isParameter(right[index] ?? ""));
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether holes that stand for anything, slashes and nothing too, can make a call this operation. */
function mayBecome(wanted: readonly string[], template: readonly string[]): boolean {
  const known = wanted.findIndex((segment) => segment.includes(hole));
  if (known < 0) return false;
  const start = wanted.slice(0, known);
  if (!start.every((segment, index) => segment === template[index] || isParameter(template[index] ?? ""))) return false;
  const [word = ""] = (wanted[known] ?? "").split(hole);
  const there = template[known] ?? "";
  return word === "" || isParameter(there) || there.startsWith(word);
}
