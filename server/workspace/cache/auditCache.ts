import { debuglog } from "node:util";
import type { FileResult } from "../fileResults.ts";
import type { AcrossFound } from "../findAcross.ts";
import { readBytes } from "../readDocument.ts";
import { entryFlags, statusLength, type CacheIdentity, type CacheTable } from "./cacheBytes.ts";
import { cacheLimits, readCache, writeCache } from "./cacheStore.ts";
import { contentHash, contentHashLength } from "./contentHash.ts";
import { fileStatus, isYoung, type FileStatus } from "./fileStatus.ts";
import { configurationsOf, keepListing, listingHolds } from "./keptListing.ts";
import { neighbourStatuses } from "./neighbourStatus.ts";
import { createRecords, type Kept } from "./records.ts";

/** Where results are kept from one audit to the next. */
export interface CacheRequest {
  /** Absolute; made where it is not there. */
  readonly folder: string;
  /** Changes whenever the same bytes may give another result. */
  readonly engine: string;
  /** Milliseconds since 1970 at which no file was read yet; now, if absent. */
  readonly opened?: number;
}

/** What earlier audits of a root know of its files. Ask it only for files that are not open in an editor. */
export interface AuditCache {
  /** The result of a file that is as it was, by its path from the root. */
  find(path: string): FileResult | undefined;
  /** Takes a result of this audit. */
  keep(result: FileResult): void;
  /** The files of the root, where no folder and no pattern changed since they were listed. */
  listing(): KnownListing | undefined;
  /** What rules across files found, where these are all files of the root and none of them came to {@link keep}. */
  across(files: readonly string[], apps: readonly string[]): AcrossFound | undefined;
  /** Takes what rules across files found in all files of the root. */
  keepAcross(found: AcrossFound, apps: readonly string[]): void;
  /** Writes what changed. `whole` is given by an audit of the whole root: other files are forgotten. Never throws. */
  save(whole?: WholeListing): void;
}

/** A listing that still holds. */
export interface KnownListing {
  /** In the order of their paths. */
  readonly files: readonly string[];
  readonly data: number;
  /** Paths of the configuration files that decided. */
  readonly configurations: readonly string[];
}

/** The files of a root. */
export interface WholeListing {
  /** In the order of their paths. */
  readonly files: readonly string[];
  readonly data: number;
  /** The folders that were listed, where that may be kept; absent where the listing is the known one. */
  readonly folders?: readonly string[];
}

/** What is known of one file. */
interface Entry extends Kept {
  readonly status: FileStatus;
  /** The status cannot tell whether the file was written since. */
  readonly young: boolean;
}

/** What is written of one file. */
interface ListedEntry extends Entry {
  readonly listed: boolean;
}

/** A file that was listed, and of which nothing is known. */
const unknown: Entry = { status: [0, 0, 0, 0], young: true, skipped: false };

const debug = debuglog("marketlint");

/**
 * Opens the cache of a root. `only` are the rules that run, absent for all. To be called before the first file
 * is read: a status from before this moment tells all writes after it.
 */
export function openAuditCache({ folder, engine, opened = Date.now() }: CacheRequest, root: string, only?: ReadonlySet<string>): AuditCache {
  const identity: CacheIdentity = { engine, root, rules: only ? [...only].sort().join() : "all" };
  const old = readCache(folder, identity);
  const { paths, keptAt, entryAt, isListed, listedCount, isUnchanged } = entriesOf(old);
  const placeOf = finder(paths);
  const neighbours = neighbourStatuses(root, opened);
  const records = createRecords(neighbours, old?.lists);
  const made = new Map<string, Entry>();
  let holds = false;
  let hasNew = false;
  let across = old?.across;

  return {
    find(path) {
      const at = placeOf(path);
      const status = at < 0 ? undefined : fileStatus(root, path);
      if (!status) return undefined;
      if (isUnchanged(at, status)) return records.read(path, keptAt(at));
      const entry = entryAt(at);
      if (!holdsSameBytes(root, path, status, entry)) return undefined;
      made.set(path, { ...entry, status, young: isYoung(status, opened) });
      return records.read(path, entry);
    },

    keep(result) {
      hasNew = true;
      const kept = records.write(result);
      const status = kept && fileStatus(root, result.path);
      if (status) made.set(result.path, { ...kept, status, young: isYoung(status, opened) });
    },

    listing() {
      const listing = old?.listing;
      if (!listing || !listingHolds(root, listing)) return undefined;
      holds = true;
      return { files: paths.filter((_path, at) => isListed(at)), data: listing.data, configurations: configurationsOf(listing) };
    },

    across(files, apps) {
      if (hasNew || !across || !neighbours.hold(across.read) || across.apps.join("\0") !== apps.join("\0")) return undefined;
      const isSame = files.length === listedCount() && files.every((path) => isListed(placeOf(path)));
      return isSame ? across.found : undefined;
    },

    keepAcross(found, apps) {
      const read = neighbours.take(found.reads);
      across = read && found.notAnalysed.length === 0 ? { found, apps, read } : undefined;
    },

    save(whole) {
      const listing = holds || !whole ? old?.listing : whole.folders && keepListing(root, whole.folders, whole.data, opened);
      const files = whole?.files ?? [...new Set([...paths, ...made.keys()])].sort();
      const isAllOld = made.size === 0 && files.length === paths.length && files.every((path) => placeOf(path) >= 0);
      // Who audits a part leaves behind what no longer goes together.
      const kept = whole || !hasNew ? across : undefined;
      if (isAllOld && listing === old?.listing && kept === old?.across) return;
      const entries = files.map((path): [string, ListedEntry] => {
        const at = placeOf(path);
        const entry = made.get(path) ?? (at < 0 ? unknown : entryAt(at));
        return [path, { ...entry, listed: whole !== undefined || isListed(at) }];
      });
      try {
        writeCache(folder, identity, { ...tableOf(entries, records.lists), ...(listing && { listing }), ...(kept && { across: kept }) });
      } catch (error) {
        debug("the cache was not written: %s", error instanceof Error ? error.message : "unknown");
      }
    },
  };
}

/** Reading a file in which no trigger occurs for its hash costs what looking for triggers costs, so such files have none. */
function holdsSameBytes(root: string, path: string, status: FileStatus, { status: before, record }: Entry): boolean {
  if (record === undefined || status[0] !== before[0]) return false;
  const read = readBytes(root, path);
  return read.ok && contentHash(read.bytes) === record.slice(0, contentHashLength);
}

/** Gives the place of a path among sorted paths, or -1. Files are mostly asked for in the order they are kept in. */
function finder(paths: readonly string[]): (path: string) => number {
  let next = 0;
  return (path) => {
    if (paths[next] !== path) next = lowerBound(paths, path);
    return paths[next] === path ? next++ : -1;
  };
}

function lowerBound(paths: readonly string[], path: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? "") < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Entries {
  readonly paths: readonly string[];
  keptAt(at: number): Kept;
  entryAt(at: number): Entry;
  isListed(at: number): boolean;
  listedCount(): number;
  isUnchanged(at: number, status: FileStatus): boolean;
}

const noTable: CacheTable = { paths: [], statuses: new Float64Array(), flags: new Uint8Array(), records: [], lists: [] };

function entriesOf({ paths, statuses, flags, records }: CacheTable = noTable): Entries {
  const places = new Uint32Array(flags.length);
  let count = 0;
  for (let at = 0; at < flags.length; at++) {
    places[at] = count;
    if ((flags[at] ?? 0) & entryFlags.record) count++;
  }
  const keptAt = (at: number): Kept => {
    const bits = flags[at] ?? 0;
    const record = bits & entryFlags.record ? records[places[at] ?? 0] : undefined;
    const skipped = (bits & entryFlags.skipped) !== 0;
    return record === undefined ? { skipped } : { skipped, record };
  };
  return {
    paths,
    keptAt,
    entryAt(at) {
      const status = Array.from(statuses.subarray(at * statusLength, (at + 1) * statusLength));
      return { ...keptAt(at), status, young: ((flags[at] ?? 0) & entryFlags.young) !== 0 };
    },
    listedCount: () => flags.reduce((count, bits) => count + (bits & entryFlags.listed ? 1 : 0), 0),
    isListed: (at) => ((flags[at] ?? 0) & entryFlags.listed) !== 0,
    isUnchanged(at, status) {
      if ((flags[at] ?? 0) & entryFlags.young) return false;
      for (let part = 0; part < statusLength; part++) if (statuses[at * statusLength + part] !== status[part]) return false;
      return true;
    },
  };
}

function tableOf(entries: readonly (readonly [string, ListedEntry])[], lists: CacheTable["lists"]): CacheTable {
  const kept: (readonly [string, ListedEntry])[] = [];
  let length = 0;
  for (const one of entries.slice(0, cacheLimits.files)) {
    length += one[1].record?.length ?? 0;
    if (one[1].record === undefined || length <= cacheLimits.recordLength) kept.push(one);
  }
  const statuses = new Float64Array(kept.length * statusLength);
  for (const [at, [, { status }]] of kept.entries()) statuses.set(status, at * statusLength);
  return {
    paths: kept.map(([path]) => path),
    statuses,
    flags: Uint8Array.from(kept, ([, entry]) => flagsOf(entry)),
    records: kept.flatMap(([, { record }]) => (record === undefined ? [] : [record])),
    lists,
  };
}

function flagsOf({ young, skipped, listed, record }: ListedEntry): number {
  return (listed ? entryFlags.listed : 0) | (young ? entryFlags.young : 0) | (skipped ? entryFlags.skipped : 0) | (record === undefined ? 0 : entryFlags.record);
}
