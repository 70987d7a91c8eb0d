import { Document, type Neighbours } from "../../../../server/core/document.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../../../server/languages/typescript/syntax.ts";
import type { Node } from "../../../../server/languages/typescript/nodes.ts";
import { unmark } from "../../rules/marks.ts";

/** A parsed text with the nodes it marks `[|like this|]`. */
export interface Snippet {
  readonly document: Document;
  readonly syntax: TypeScriptSyntax;
  readonly nodes: readonly Node[];
  /** The first marked node. */
  readonly node: Node;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "range" in value;
}

function nodeAt(root: Node, start: number, end: number): Node | undefined {
  const pending: Node[] = [root];
  for (let node = pending.shift(); node; node = pending.shift()) {
    if (node !== root && node.type !== "ExpressionStatement" && node.range[0] === start && node.range[1] === end) return node;
    for (const [key, value] of Object.entries(node)) {
      if (key === "parent") continue;
      if (Array.isArray(value)) pending.push(...value.filter(isNode));
      else if (isNode(value)) pending.push(value);
    }
  }
  return undefined;
}

/** Parses a text and finds what is marked in it; the parser must be loaded. Throws where a mark is on no node. */
export function snippet(code: string, file = "example.ts", neighbours?: Neighbours): Snippet {
  const { text, ranges } = unmark(code);
  const document = new Document(file, "typescript", text, neighbours);
  const syntax = document.syntax(typescriptSyntax);
  const nodes = ranges.map(({ start, end }) => {
    const node = nodeAt(syntax.program, start, end);
    if (!node) throw new Error(`no node is "${text.slice(start, end)}"`);
    return node;
  });
  const [node = syntax.program] = nodes;
  return { document, syntax, nodes, node };
}
