import { checksum } from "./checksum.ts";
import type { KeptAcross } from "./keptAcross.ts";
import type { KeptListing } from "./keptListing.ts";

/** What may be reused only by an engine and a set of rules that are the same. */
export interface CacheIdentity {
  /** The build that made the results. */
  readonly engine: string;
  /** Absolute. */
  readonly root: string;
  /** Ids of the rules that ran, sorted, or "all". */
  readonly rules: string;
}

/** Numbers of one file's status: size, milliseconds of modification and of change, inode. */
export const statusLength = 4;

/** Bits of an entry. */
export const entryFlags = {
  /** The file was written so shortly before it was read that its status cannot tell a later write. */
  young: 1,
  /** Binary data: counted, not listed. */
  skipped: 2,
  /** The file has a record. */
  record: 4,
  /** The file is one of the listing. */
  listed: 8,
} as const;

/** All that is known of a root's files, in order of their paths. */
export interface CacheTable {
  readonly paths: readonly string[];
  /** {@link statusLength} numbers for each file. */
  readonly statuses: Float64Array;
  /** {@link entryFlags} for each file. */
  readonly flags: Uint8Array;
  /** One line for each file with the flag `record`, in their order. */
  readonly records: readonly string[];
  /** Lists that records refer to by their index. */
  readonly lists: readonly (readonly string[])[];
  /** Until when the files with the flag `listed` are all that the root has. */
  readonly listing?: KeptListing;
  /** What rules across files found in the files with the flag `listed`. */
  readonly across?: KeptAcross;
}

/** No file has a name with it. */
const separator = "\0";

/** Written as the machine orders bytes, so that one which orders them otherwise reads another. */
const magic = 0x4d4c4343;

/** Changes with the layout below. */
const layout = 2;

interface Head extends CacheIdentity {
  readonly lists: CacheTable["lists"];
  readonly listing?: KeptListing;
  readonly across?: KeptAcross;
  readonly files: number;
  readonly pathBytes: number;
  readonly recordBytes: number;
}

/** Magic and layout, four bytes each, and the checksum of all that follows. */
const sealBytes = 24;

/** The seal, and the length of the head in eight bytes. */
const prefixBytes = sealBytes + 8;

/** The file of a table: the prefix, the head in JSON, then the columns. */
export function cacheBytes(identity: CacheIdentity, table: CacheTable): Buffer {
  const { engine, root, rules } = identity;
  const paths = Buffer.from(table.paths.join(separator));
  const records = Buffer.from(table.records.join("\n"));
  const files = table.paths.length;
  const { lists, listing, across } = table;
  const head: Head = { engine, root, rules, lists, ...(listing && { listing }), ...(across && { across }), files, pathBytes: paths.length, recordBytes: records.length };
  const headBytes = Buffer.from(JSON.stringify(head));
  const statusBytes = Buffer.from(table.statuses.buffer, table.statuses.byteOffset, table.statuses.byteLength);
  const start = Buffer.alloc(prefixBytes + padded(headBytes.length));
  headBytes.copy(start, prefixBytes);
  const bytes = Buffer.concat([start, statusBytes, table.flags, paths, records]);
  const prefix = new Uint32Array(bytes.buffer, bytes.byteOffset, prefixBytes / 4);
  prefix.set([magic, layout]);
  prefix[sealBytes / 4] = headBytes.length;
  bytes.write(checksum(bytes.subarray(sealBytes)), 8, "latin1");
  return bytes;
}

/** Reads what {@link cacheBytes} wrote; undefined where it is damaged, or of another identity. */
export function cacheTable(identity: CacheIdentity, bytes: Uint8Array): CacheTable | undefined {
  if (bytes.length < prefixBytes) return undefined;
  const buffer = aligned(bytes);
  const prefix = new Uint32Array(buffer.buffer, buffer.byteOffset, prefixBytes / 4);
  if (prefix[0] !== magic || prefix[1] !== layout) return undefined;
  if (buffer.toString("latin1", 8, sealBytes) !== checksum(buffer.subarray(sealBytes))) return undefined;
  const headLength = prefix[sealBytes / 4] ?? 0;
  const head = JSON.parse(buffer.toString("utf8", prefixBytes, prefixBytes + headLength)) as Head;
  if (head.engine !== identity.engine || head.root !== identity.root || head.rules !== identity.rules) return undefined;
  const { files, pathBytes, recordBytes } = head;
  const statusStart = prefixBytes + padded(headLength);
  const flagStart = statusStart + files * statusLength * 8;
  const pathStart = flagStart + files;
  const recordStart = pathStart + pathBytes;
  return {
    paths: files === 0 ? [] : buffer.toString("utf8", pathStart, recordStart).split(separator),
    statuses: new Float64Array(buffer.buffer, buffer.byteOffset + statusStart, files * statusLength),
    flags: buffer.subarray(flagStart, pathStart),
    records: recordBytes === 0 ? [] : buffer.toString("utf8", recordStart, recordStart + recordBytes).split("\n"),
    lists: head.lists,
    ...(head.listing && { listing: head.listing }),
    ...(head.across && { across: head.across }),
  };
}

/** The columns of numbers start at multiples of their size. */
function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function aligned(bytes: Uint8Array): Buffer {
  if (bytes.byteOffset % 8 === 0) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const copy = Buffer.alloc(bytes.length);
  copy.set(bytes);
  return copy;
}
