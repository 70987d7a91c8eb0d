import type { ScopeManager } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { NotAnalysable, type Document, type SyntaxProvider } from "../../core/document.ts";
import { scriptsOf } from "../html/scripts.ts";

type Parser = typeof import("./parser.ts");
let parser: Parser | undefined;

/** The names of node types, such as `CallExpression`. */
export type NodeType = `${TSESTree.Node["type"]}`;
/** The node that has a type's name. */
export type NodeOf<Type extends NodeType> = Extract<TSESTree.Node, { type: Type }>;

/** A document's tree with what all rules ask of it, so that one walk serves them all. */
export interface TypeScriptSyntax {
  readonly program: TSESTree.Program;
  /** How many errors the parser saw; the tree is there all the same. */
  readonly syntaxErrors: number;
  /** The end of the file is not in the tree, because a template or comment is not closed. */
  readonly truncated: boolean;
  /** All nodes of a type, in the order of the text. */
  all<Type extends NodeType>(type: Type): readonly NodeOf<Type>[];
  /** The bindings, made on first demand. Globals are not in it: a name without a variable is one. */
  readonly scopes: ScopeManager;
}

/** Somebody asks for a tree, and the parser is not loaded yet: load it and ask again. */
export class ParserNeeded extends Error {
  override readonly name = "ParserNeeded";
}

/**
 * Loads the TypeScript parser, which takes longer than analysing most files, so it happens only
 * for the first file that needs it. Before it has settled {@link typescriptSyntax} throws {@link ParserNeeded}.
 */
export async function loadTypeScriptParser(): Promise<void> {
  parser ??= await import("./parser.ts");
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/**
 * Groups nodes by type and gives each its parent, which the converter leaves out. Without recursion,
 * since generated code nests deeper than the stack.
 */
function indexByType(program: TSESTree.Program): Map<string, TSESTree.Node[]> {
  const index = new Map<string, TSESTree.Node[]>();
  const pending: TSESTree.Node[] = [program];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const same = index.get(node.type);
    if (same) same.push(node);
    else index.set(node.type, [node]);
    for (const child of childrenOf(node)) pending.push(adopted(child, node));
  }
  for (const nodes of index.values()) nodes.sort((left, right) => left.range[0] - right.range[0]);
  return index;
}

function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (key === "parent" || key === "loc" || key === "range") continue;
    // One by one: spread as arguments, a long array of data would overflow the stack.
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(item)) children.push(item);
  }
  return children;
}

function adopted(child: TSESTree.Node, parent: TSESTree.Node): TSESTree.Node {
  Object.assign(child, { parent });
  return child;
}

function parseOrExplain(loaded: Parser, path: string, text: string): ReturnType<Parser["parseProgram"]> {
  try {
    return loaded.parseProgram(path, text);
  } catch (error) {
    if (error instanceof RangeError) throw new NotAnalysable("nested too deeply for the parser");
    const reason = error instanceof Error ? error.message : String(error);
    throw new NotAnalysable(`the TypeScript parser gave up: ${reason}`);
  }
}

/** TypeScript and JavaScript, and the scripts inside HTML at the same offsets. */
export const typescriptSyntax: SyntaxProvider<TypeScriptSyntax> = {
  name: "typescript",
  parse(document: Document): TypeScriptSyntax {
    const loaded = parser;
    if (!loaded) throw new ParserNeeded("loadTypeScriptParser() must settle before typescriptSyntax is used");
    const isHtml = document.language === "html";
    const text = isHtml ? scriptsOf(document) : document.text;
    const { program, syntaxErrors, truncated } = parseOrExplain(loaded, isHtml ? "inline.js" : document.fileName, text);
    const index = indexByType(program);
    let scopes: ScopeManager | undefined;
    return {
      program,
      syntaxErrors,
      truncated,
      all<Type extends NodeType>(type: Type): readonly NodeOf<Type>[] {
        return (index.get(type) ?? []) as NodeOf<Type>[];
      },
      get scopes(): ScopeManager {
        return (scopes ??= loaded.analyzeScopes(program, { sourceType: "module", lib: [] }));
      },
    };
  },
};

/** Whether {@link loadTypeScriptParser} has settled. */
export function typeScriptParserLoaded(): boolean {
  return parser !== undefined;
}

/** The tree where the parser is loaded and accepts the text, else undefined: for what works without one too. */
export function loadedTypeScriptSyntax(document: Document): TypeScriptSyntax | undefined {
  if (!parser) return undefined;
  try {
    return document.syntax(typescriptSyntax);
  } catch (error) {
    if (error instanceof NotAnalysable) return undefined;
    throw error;
  }
}
