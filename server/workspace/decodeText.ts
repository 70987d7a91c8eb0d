import { isUtf8 } from "node:buffer";

/** The encodings that files are read in and written back in. */
export type TextEncoding = "utf8" | "utf16le" | "utf16be";

/** A text without its byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly bom: boolean;
  readonly encoding: TextEncoding;
  /** Where the bytes are not valid: the text has U+FFFD there. */
  readonly damage?: string;
}

/** Starts of formats whose first bytes may hold no zero. */
const magic: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip and what is made of it
  [0x1f, 0x8b, 0x08], // gzip
  [0xff, 0xd8, 0xff], // JPEG
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xca, 0xfe, 0xba, 0xbe], // Java class
  [0x42, 0x5a, 0x68, 0x39], // bzip2
  [0xfd, 0x37, 0x7a, 0x58], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
];

function utf16Of(bytes: Uint8Array): "utf16le" | "utf16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf16be";
  return undefined;
}

/** Whether the first bytes of a file are data: they hold a zero outside UTF-16, or a known format starts so. */
export function looksBinary(start: Uint8Array): boolean {
  if (utf16Of(start)) return false;
  return start.includes(0) || magic.some((bytes) => bytes.every((byte, at) => start[at] === byte));
}

/** Whether the text is in UTF-16, where words cannot be searched for in the bytes. */
export function isWide(bytes: Uint8Array): boolean {
  return utf16Of(bytes) !== undefined;
}

/** Decodes UTF-8, or UTF-16 with a byte order mark. What is not valid becomes U+FFFD, and is said. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = utf16Of(bytes);
  if (wide) {
    const even = Buffer.from(buffer.subarray(2, buffer.length - (buffer.length % 2)));
    const text = (wide === "utf16be" ? even.swap16() : even).toString("utf16le");
    const damage = buffer.length % 2 === 1 ? "the UTF-16 text ends in the middle of a character" : undefined;
    return { text, bom: true, encoding: wide, ...(damage !== undefined && { damage }) };
  }
  const bom = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  const text = buffer.toString("utf8", bom ? 3 : 0);
  if (isUtf8(buffer)) return { text, bom, encoding: "utf8" };
  const damage = `not valid UTF-8 at byte ${firstInvalid(buffer)}: analysed with replacement characters`;
  return { text, bom, encoding: "utf8", damage };
}

/** Zero-based offset of the first byte that belongs to no character. */
function firstInvalid(buffer: Buffer): number {
  let low = 0;
  let high = buffer.length;
  // The longest valid start: at most three bytes of a character cut off by the end do not count.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isValidStart(buffer, middle)) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, wholeCharacters(buffer, low));
}

function isValidStart(buffer: Buffer, length: number): boolean {
  for (let cut = 0; cut <= 3 && cut <= length; cut++) {
    if (isUtf8(buffer.subarray(0, length - cut))) return true;
  }
  return false;
}

function wholeCharacters(buffer: Buffer, length: number): number {
  for (let cut = 0; cut <= 3; cut++) if (isUtf8(buffer.subarray(0, length - cut))) return length - cut;
  return length;
}

/** The bytes of a text, with the byte order mark and the encoding that it was read with. */
export function encodeText(text: string, encoding: TextEncoding, bom: boolean): Buffer {
  const marked = bom ? `\uFEFF${text}` : text;
  if (encoding === "utf8") return Buffer.from(marked, "utf8");
  const wide = Buffer.from(marked, "utf16le");
  return encoding === "utf16be" ? wide.swap16() : wide;
}
