import type { TextRange } from "../../core/text.ts";
import { phpAlternatives } from "../../languages/php/following.ts";
import type { PhpNode, PhpSyntax } from "../../languages/php/nodes.ts";

/** A cookie's name where it is one text, and where that stands. */
export function nameOf(node: PhpNode | "absent" | "unknown", syntax: PhpSyntax): { name?: string; nameRange?: TextRange } {
  if (typeof node === "string") return {};
  const [only, ...others] = phpAlternatives(node, syntax);
  if (only?.kind !== "text" || others.length > 0) return {};
  return { name: only.value, ...(only === node && { nameRange: only.range }) };
}
