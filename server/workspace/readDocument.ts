import * as fs from "node:fs";
import * as path from "node:path";
import { limits } from "../analysis/limits.ts";
import { Document } from "../core/document.ts";
import { languageOf } from "../languages/languageOf.ts";
import { decodeText, looksBinary, type TextEncoding } from "./decodeText.ts";

/** Why a file was not read. */
export interface NotRead {
  readonly ok: false;
  /** A sentence part for the user. */
  readonly reason: string;
  /** Binary data under a name that no rule reads: counted, not listed. */
  readonly skipped: boolean;
}

/** The bytes of a file; they hold until the next file is read. */
export interface ReadBytes {
  readonly ok: true;
  readonly bytes: Uint8Array;
}

/** A file as a document. */
export interface ReadDocument {
  readonly ok: true;
  readonly document: Document;
  /** The file starts with a byte order mark, which the document has not. */
  readonly bom: boolean;
  readonly encoding: TextEncoding;
  /** Why a part of the text may not be what it was; such a file is analysed, listed, and never written. */
  readonly damage?: string;
}

/** Enough to tell text from data; git looks as far. */
const sniffedBytes = 8000;

/** Windows has no such flag, whatever the types say. */
const nonBlocking = "O_NONBLOCK" in fs.constants ? fs.constants.O_NONBLOCK : 0;

/** One block for all files, since making one for each costs more than reading it. Grows to the largest file allowed. */
let block = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * Reads a file, by its path from the root, unless it is binary, too large or no file. Follows a link only
 * where the caller listed one. The bytes are only valid until the next call.
 */
export function readBytes(root: string, file: string): ReadBytes | NotRead {
  const absolute = path.join(root, file);
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK opening a named pipe waits for a writer for ever.
    descriptor = fs.openSync(absolute, fs.constants.O_RDONLY | nonBlocking);
    return readOpen(descriptor, file);
  } catch (error) {
    return notRead((descriptor === undefined ? undefined : noFile(descriptor)) ?? systemReason(error, file));
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** A status costs as much as reading, so it is asked for only where what was read raises a question. */
function readOpen(descriptor: number, file: string): ReadBytes | NotRead {
  let length = fs.readSync(descriptor, block, 0, block.length, null);
  if (length === 0 || length === block.length) {
    const other = noFile(descriptor);
    if (other !== undefined) return notRead(other);
  }
  if (looksBinary(block.subarray(0, Math.min(length, sniffedBytes)))) {
    return { ok: false, reason: "binary data, not text", skipped: languageOf(file) === "text" };
  }
  if (length === block.length && fs.fstatSync(descriptor).size > limits.fileBytes) return notRead(tooLarge());
  // Files under /proc come in parts and say that they are empty; what can be read decides.
  for (let read = length; read > 0; length += read) {
    if (length === block.length) {
      if (length > limits.fileBytes) return notRead(tooLarge());
      const larger = Buffer.allocUnsafeSlow(Math.max(fs.fstatSync(descriptor).size + 1, block.length * 2));
      block.copy(larger, 0, 0, length);
      block = larger;
    }
    read = fs.readSync(descriptor, block, length, block.length - length, null);
  }
  return length > limits.fileBytes ? notRead(tooLarge()) : { ok: true, bytes: block.subarray(0, length) };
}

/** What an open descriptor is of, where that is no file. */
function noFile(descriptor: number): string | undefined {
  const status = fs.fstatSync(descriptor);
  return status.isFile() ? undefined : `not a file but ${kindOf(status)}`;
}

function tooLarge(): string {
  return `larger than ${limits.fileBytes / 1_000_000} MB`;
}

function notRead(reason: string): NotRead {
  return { ok: false, reason, skipped: false };
}

/** Makes a document of a file's bytes. */
export function documentOf(file: string, bytes: Uint8Array): ReadDocument {
  const { text, bom, encoding, damage } = decodeText(bytes);
  const document = new Document(file, languageOf(file), text);
  return { ok: true, document, bom, encoding, ...(damage !== undefined && { damage }) };
}

/** Reads a file, by its path from the root, as a document. */
export function readDocument(root: string, file: string): ReadDocument | NotRead {
  const read = readBytes(root, file);
  return read.ok ? documentOf(file, read.bytes) : read;
}

function kindOf(status: fs.Stats): string {
  if (status.isDirectory()) return "a folder";
  if (status.isFIFO()) return "a named pipe";
  if (status.isSocket()) return "a socket";
  return "a device";
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "disappeared while being read",
  ENOTDIR: "disappeared while being read",
  ELOOP: "a symbolic link that leads back to itself",
  ENAMETOOLONG: "its name is too long for this system",
  ENXIO: "not a file but a socket or a device",
  EISDIR: "not a file but a folder",
  EIO: "the disk could not read it",
  EMFILE: "too many files are open",
};

/** An error of the file system as a sentence part for the user, without the path. */
export function systemReason(error: unknown, file: string): string {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
  // Node shows bytes of a name that are not UTF-8 as U+FFFD, and cannot open the name it shows.
  if (code === "ENOENT" && file.includes("\uFFFD")) return "its name is not valid UTF-8";
  if (code !== undefined) return reasons[code] ?? `cannot be read (${code})`;
  return "cannot be read";
}
