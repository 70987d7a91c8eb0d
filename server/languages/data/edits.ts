import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { contains } from "../../core/text.ts";
import type { DataMember, DataObject } from "./dataNode.ts";

/** The quote that a member's name is written in, or none. */
export function quoteOf(document: Document, member: DataMember): string {
  const quote = document.text.charAt(member.range.start);
  return quote === '"' || quote === "'" ? quote : "";
}

/**
 * Puts members behind one that an object of JSON or code has: on lines of their own where that one is, commas
 * and comments kept. Undefined where the member is not written inside the object, but spread into it.
 */
export function insertMembers(
  document: Document,
  object: DataObject,
  after: DataMember,
  sources: readonly string[],
): TextEdit | undefined {
  if (!contains(object.range, after.range)) return undefined;
  const { start, end } = after.range;
  const lineStart = document.lines[document.lineOf(start)] ?? 0;
  const indent = document.text.slice(lineStart, start);
  const gap = indent.trim() === "" ? document.lineBreak + indent : " ";
  return { range: { start: end, end }, newText: sources.map((source) => `,${gap}${source}`).join("") };
}
