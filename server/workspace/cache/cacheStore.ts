import * as fs from "node:fs";
import * as path from "node:path";
import { cacheBytes, cacheTable, type CacheIdentity, type CacheTable } from "./cacheBytes.ts";
import { checksum } from "./checksum.ts";

/** Bounds of the cache folder. */
export const cacheLimits = {
  /** Bytes of one root's file; a larger one is neither written nor read. */
  fileBytes: 128 * 1024 * 1024,
  /** Files of one root; what comes later in the order of paths is not kept. */
  files: 400_000,
  /** Characters of the records of one root. */
  recordLength: 64_000_000,
  /** Days after which the file of a root that nobody audited is removed. */
  days: 30,
  /** Roots in one folder; those unused for longest go first. */
  roots: 200,
} as const;

const cacheName = /^[0-9a-f]{16}\.cache$/;
const waitingName = /^\.[0-9a-f]{16}\.cache\.[0-9a-z]{1,40}$/;

const hourMilliseconds = 60 * 60 * 1000;
const dayMilliseconds = 24 * hourMilliseconds;

/** The file of a root and a set of rules. Two with the same name take turns, since the file says whose it is. */
export function cacheFile(folder: string, { root, rules }: CacheIdentity): string {
  return path.join(folder, `${checksum(Buffer.from(`${root}\0${rules}`))}.cache`);
}

/** Reads a root's file; undefined where there is none, or none that can be used. Never throws. */
export function readCache(folder: string, identity: CacheIdentity): CacheTable | undefined {
  const file = cacheFile(folder, identity);
  try {
    const status = fs.statSync(file, { throwIfNoEntry: false });
    if (!status?.isFile() || status.size > cacheLimits.fileBytes) return undefined;
    const table = cacheTable(identity, fs.readFileSync(file));
    // The age of a file counts from its last use.
    if (table && Date.now() - status.mtimeMs > dayMilliseconds) fs.utimesSync(file, new Date(), new Date());
    return table;
  } catch {
    return undefined;
  }
}

/**
 * Writes a root's file so that a reader sees the old one or the new one, whole; of several writers the last one wins.
 * Throws the file system's errors.
 */
export function writeCache(folder: string, identity: CacheIdentity, table: CacheTable): void {
  const bytes = cacheBytes(identity, table);
  if (bytes.length > cacheLimits.fileBytes) return;
  makeFolder(folder);
  const file = cacheFile(folder, identity);
  const waiting = path.join(folder, `.${path.basename(file)}.${process.pid.toString(36)}${process.hrtime.bigint().toString(36)}`);
  try {
    fs.writeFileSync(waiting, bytes, { flag: "wx", mode: 0o600 });
    fs.renameSync(waiting, file);
  } catch (error) {
    fs.rmSync(waiting, { force: true });
    throw error;
  }
  pruneCaches(folder, file);
}

/** What was found is for its owner's eyes. Node's own recursion never ends where the system has no such folder, as under /proc. */
function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another audit may have made it meanwhile.
    if (!fs.existsSync(folder)) throw error;
  }
}

/** Removes what nobody used for long, and what a killed audit left behind. Others may do the same at the same time. */
export function pruneCaches(folder: string, kept: string, now = Date.now()): void {
  const aged: { readonly file: string; readonly age: number }[] = [];
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    const isCache = cacheName.test(name);
    if (file === kept || (!isCache && !waitingName.test(name))) continue;
    const status = fs.statSync(file, { throwIfNoEntry: false });
    if (!status) continue;
    const age = now - status.mtimeMs;
    if (age > (isCache ? cacheLimits.days * dayMilliseconds : hourMilliseconds)) fs.rmSync(file, { force: true });
    else if (isCache) aged.push({ file, age });
  }
  aged.sort((left, right) => left.age - right.age);
  for (const { file } of aged.slice(cacheLimits.roots - 1)) fs.rmSync(file, { force: true });
}
