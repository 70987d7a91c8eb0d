import { getLocation } from "jsonc-parser";
import type { TextRange } from "../../core/text.ts";

/** Where somebody types a text in JSON that may be half written. */
export interface JsonCursor {
  /** Keys and indexes around the place, outermost first. */
  readonly path: readonly (string | number)[];
  /** The text at the cursor without its quotes; where none is written yet, it needs them. */
  readonly range: TextRange;
  readonly quoted: boolean;
}

const quotedText = /"((?:[^"\\\n]|\\.)*)"?/y;

/** Where an offset lies in a JSON text. Undefined where a key is being written. */
export function jsonCursor(text: string, offset: number): JsonCursor | undefined {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  if (isAtPropertyKey) return undefined;
  const isInside = previousNode?.type === "string" && previousNode.offset < offset && offset <= previousNode.offset + previousNode.length;
  if (!isInside) return { path, range: { start: offset, end: offset }, quoted: false };
  quotedText.lastIndex = previousNode.offset;
  const start = previousNode.offset + 1;
  const length = quotedText.exec(text)?.[1]?.length ?? 0;
  // Behind the closing quote nothing is being written.
  return offset > start + length ? undefined : { path, range: { start, end: start + length }, quoted: true };
}
