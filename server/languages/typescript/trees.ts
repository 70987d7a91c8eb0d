import type { ScopeManager } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { NotAnalysable, type Document } from "../../core/document.ts";
import { realOf } from "./images.ts";

/** The TypeScript compiler with what is made of it; loaded on demand. */
export type Parser = typeof import("./parser.ts");
type ParsedText = ReturnType<Parser["parseText"]>;
type Statements = NonNullable<ReturnType<Parser["statementsAround"]>>;

/** The names of node types, such as `CallExpression`. */
export type NodeType = `${TSESTree.Node["type"]}`;
/** The node that has a type's name. */
export type NodeOf<Type extends NodeType> = Extract<TSESTree.Node, { type: Type }>;

/** A document's tree, or the part of it that rules look at, with what all ask of it, so that one walk serves them all. */
export interface TypeScriptSyntax {
  readonly document: Document;
  readonly program: TSESTree.Program;
  /** How many errors the parser saw; the tree is there all the same. */
  readonly syntaxErrors: number;
  /** The end of the file is not in the tree, because a template or comment is not closed. */
  readonly truncated: boolean;
  /** All nodes of a type, in the order of the text. */
  all<Type extends NodeType>(type: Type): readonly NodeOf<Type>[];
  /** The bindings, made on first demand. Globals are not in it: a name without a variable is one. */
  readonly scopes: ScopeManager;
  /** The tree that has the statement at an offset: this one, or one of that statement alone. Trees are parts where rules look at parts. */
  at(offset: number): TypeScriptSyntax;
}

const trees = new WeakMap<TSESTree.Node, TypeScriptSyntax>();

/** The tree that a node is in, of whatever file; `syntax`, that of the file under analysis, where that is not known. */
export function treeOf(node: TSESTree.Node, syntax: TypeScriptSyntax): TypeScriptSyntax {
  // Without neighbours there is one file.
  if (!syntax.document.neighbours) return syntax;
  return trees.get(rootOf(realOf(node))) ?? syntax;
}

/** Whether two nodes are in one tree, so that their ranges may be compared. */
export function inSameTree(left: TSESTree.Node, right: TSESTree.Node): boolean {
  return rootOf(realOf(left)) === rootOf(realOf(right));
}

function rootOf(node: TSESTree.Node): TSESTree.Node {
  let root: { readonly parent?: TSESTree.Node } & Pick<TSESTree.Node, "type"> = node;
  while (root.parent) root = root.parent;
  return root as TSESTree.Node;
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
  const take = (child: unknown, parent: TSESTree.Node): void => {
    if (!isNode(child)) return;
    (child as { parent: TSESTree.Node }).parent = parent;
    pending.push(child);
  };
  for (let node = pending.pop(); node; node = pending.pop()) {
    const same = index.get(node.type);
    if (same) same.push(node);
    else index.set(node.type, [node]);
    for (const key in node) {
      if (key === "parent" || key === "loc" || key === "range" || key === "type") continue;
      const value: unknown = node[key as keyof TSESTree.Node];
      if (typeof value !== "object" || value === null) continue;
      // One by one: spread as arguments, a long array of data would overflow the stack.
      if (Array.isArray(value)) for (const item of value as unknown[]) take(item, node);
      else take(value, node);
    }
  }
  return index;
}

/** What every step may throw on a text that defeats the parser. */
export function orExplain<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof RangeError) throw new NotAnalysable("nested too deeply for the parser");
    const reason = error instanceof Error ? error.message : String(error);
    throw new NotAnalysable(`the TypeScript parser gave up: ${reason}`);
  }
}

/** The tree of a parsed text, or of some of its statements. */
export function treeOfText(loaded: Parser, document: Document, parsed: ParsedText, statements?: Statements): TypeScriptSyntax {
  const program = orExplain(() => loaded.convert(parsed, statements));
  const { syntaxErrors, truncated } = parsed;
  const index = indexByType(program);
  const sorted = new Set<string>();
  let scopes: ScopeManager | undefined;
  const whole: TypeScriptSyntax = {
    document,
    program,
    syntaxErrors,
    truncated,
    all<Type extends NodeType>(type: Type): readonly NodeOf<Type>[] {
      const nodes = index.get(type) ?? [];
      if (!sorted.has(type)) nodes.sort((left, right) => left.range[0] - right.range[0]);
      sorted.add(type);
      return nodes as NodeOf<Type>[];
    },
    get scopes(): ScopeManager {
      return (scopes ??= scopesOf(loaded, program));
    },
    at: () => whole,
  };
  trees.set(program, whole);
  return whole;
}

/**
 * The names of a program and where they are bound. Half-typed code may have nodes in places where the library knows none
 * (a closing element alone): then no name is bound, so nothing is known of any.
 */
function scopesOf(loaded: Parser, program: TypeScriptSyntax["program"]): ScopeManager {
  try {
    return loaded.analyzeScopes(program, { sourceType: "module", lib: [] });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return loaded.analyzeScopes({ ...program, body: [] }, { sourceType: "module", lib: [] });
  }
}

/** The tree of some statements, which makes that of any other one when it is asked for. */
export function partOf(loaded: Parser, document: Document, parsed: ParsedText, statements: Statements): TypeScriptSyntax {
  const part = treeOfText(loaded, document, parsed, statements);
  const others = new Map<Statements[number], TypeScriptSyntax>();
  return Object.assign(part, {
    at(offset: number): TypeScriptSyntax {
      const statement = loaded.statementAt(parsed.file, offset);
      if (!statement || statements.includes(statement)) return part;
      let other = others.get(statement);
      if (!other) others.set(statement, (other = treeOfText(loaded, document, parsed, [statement])));
      return other;
    },
  });
}

