import { checksum } from "./checksum.ts";

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
}

/** No file has a name with it. */
const separator = "\0";

/** Changes with the layout below. Written as the machine orders bytes, so that one which orders them otherwise reads another. */
const magic = 0x4d4c4301;

interface Head extends CacheIdentity {
  readonly lists: CacheTable["lists"];
  readonly files: number;
  readonly pathBytes: number;
  readonly recordBytes: number;
}

const prefixBytes = 24;

/** The file of a table: a prefix (magic, length of the head, checksum of all that follows), the head in JSON, then the columns. */
export function cacheBytes(identity: CacheIdentity, table: CacheTable): Buffer {
  const { engine, root, rules } = identity;
  const paths = Buffer.from(table.paths.join(separator));
  const records = Buffer.from(table.records.join("\n"));
  const files = table.paths.length;
  const head: Head = { engine, root, rules, lists: table.lists, files, pathBytes: paths.length, recordBytes: records.length };
  const headBytes = Buffer.from(JSON.stringify(head));
  const statusBytes = Buffer.from(table.statuses.buffer, table.statuses.byteOffset, table.statuses.byteLength);
  const start = Buffer.alloc(prefixBytes + padded(headBytes.length));
  headBytes.copy(start, prefixBytes);
  const bytes = Buffer.concat([start, statusBytes, table.flags, paths, records]);
  new Uint32Array(bytes.buffer, bytes.byteOffset, 2).set([magic, headBytes.length]);
  bytes.write(checksum(bytes.subarray(prefixBytes)), 8, "latin1");
  return bytes;
}

/** Reads what {@link cacheBytes} wrote; undefined where it is damaged, or of another identity. */
export function cacheTable(identity: CacheIdentity, bytes: Uint8Array): CacheTable | undefined {
  if (bytes.length < prefixBytes) return undefined;
  const buffer = aligned(bytes);
  const [found, headLength = 0] = new Uint32Array(buffer.buffer, buffer.byteOffset, 2);
  if (found !== magic || buffer.toString("latin1", 8, prefixBytes) !== checksum(buffer.subarray(prefixBytes))) return undefined;
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
