import type { TextRange } from "../../core/text.ts";

/** A node as the parser gives it: its own types cannot be told apart by `kind`. */
export interface RawNode {
  readonly kind: string;
  readonly [key: string]: unknown;
}

/** Whether a value is a node of the parser's tree. */
export function isRawNode(value: unknown): value is RawNode {
  return typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string";
}

/** The node under a key, where there is one. */
export function childOf(node: RawNode, key: string): RawNode | undefined {
  const value = node[key];
  return isRawNode(value) ? value : undefined;
}

/** The nodes in the list under a key. */
export function childrenOf(node: RawNode, key: string): readonly RawNode[] {
  const value: unknown = node[key];
  return Array.isArray(value) ? value.filter(isRawNode) : [];
}

/** A name: plain, or in an identifier, a name or a variable. */
export function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return isRawNode(value) ? nameOf(value["name"] ?? value["raw"]) : undefined;
}

function offsetOf(value: unknown): number | undefined {
  return typeof value === "object" && value !== null && "offset" in value && typeof value.offset === "number" ? value.offset : undefined;
}

/** The end of an expression's statement belongs to no expression; the parser counts it to the last one. */
const statementEnd = /[\s;]+$/;

/** Where a node stands in the text, without the blanks and the semicolon behind it. */
export function rawRange(node: RawNode, text: string): TextRange {
  const { loc } = node;
  const isPlaced = typeof loc === "object" && loc !== null && "start" in loc && "end" in loc;
  const start = (isPlaced ? offsetOf(loc.start) : undefined) ?? 0;
  const end = Math.max(start, (isPlaced ? offsetOf(loc.end) : undefined) ?? start);
  const tail = statementEnd.exec(text.slice(Math.max(start, end - 200), end))?.[0].length ?? 0;
  return { start, end: end - tail };
}
