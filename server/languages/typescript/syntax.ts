import type { ScopeManager } from "@typescript-eslint/scope-manager";
import type { TSESTree } from "@typescript-eslint/types";
import { Document, NotAnalysable, type SyntaxProvider } from "../../core/document.ts";
import { scriptsOf } from "../html/scripts.ts";

type Parser = typeof import("./parser.ts");
type ParsedText = ReturnType<Parser["parseText"]>;
type Statements = NonNullable<ReturnType<Parser["statementsAround"]>>;
let parser: Parser | undefined;

/** The names of node types, such as `CallExpression`. */
export type NodeType = `${TSESTree.Node["type"]}`;
/** The node that has a type's name. */
export type NodeOf<Type extends NodeType> = Extract<TSESTree.Node, { type: Type }>;

/** A document's tree, or the part of it that rules look at, with what all ask of it, so that one walk serves them all. */
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
  /** The tree that has the statement at an offset: this one, or one of that statement alone. See {@link focused}. */
  at(offset: number): TypeScriptSyntax;
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
function orExplain<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (error instanceof RangeError) throw new NotAnalysable("nested too deeply for the parser");
    const reason = error instanceof Error ? error.message : String(error);
    throw new NotAnalysable(`the TypeScript parser gave up: ${reason}`);
  }
}

function syntaxOf(loaded: Parser, parsed: ParsedText, statements?: Statements): TypeScriptSyntax {
  const program = orExplain(() => loaded.convert(parsed, statements));
  const { syntaxErrors, truncated } = parsed;
  const index = indexByType(program);
  const sorted = new Set<string>();
  let scopes: ScopeManager | undefined;
  const whole: TypeScriptSyntax = {
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
      return (scopes ??= loaded.analyzeScopes(program, { sourceType: "module", lib: [] }));
    },
    at: () => whole,
  };
  return whole;
}

/** The tree of some statements, which makes that of any other one when it is asked for. */
function partOf(loaded: Parser, parsed: ParsedText, statements: Statements): TypeScriptSyntax {
  const part = syntaxOf(loaded, parsed, statements);
  const others = new Map<Statements[number], TypeScriptSyntax>();
  return Object.assign(part, {
    at(offset: number): TypeScriptSyntax {
      const statement = loaded.statementAt(parsed.file, offset);
      if (!statement || statements.includes(statement)) return part;
      let other = others.get(statement);
      if (!other) others.set(statement, (other = syntaxOf(loaded, parsed, [statement])));
      return other;
    },
  });
}

const interests = new WeakMap<Document, readonly number[]>();

/** Shorter texts are converted whole: choosing costs as much as it saves. */
const shortestPart = 4_000;

/**
 * A document whose tree has only the top-level statements around some offsets, with all that these depend on: for rules
 * that look at nothing else. It is the document itself, unless that has been asked for the tree around others.
 */
export function focused(document: Document, offsets: readonly number[]): Document {
  const known = interests.get(document);
  const isSame = known?.length === offsets.length && known.every((offset, index) => offset === offsets[index]);
  if (isSame || document.language !== "typescript" || document.text.length < shortestPart) return document;
  const free = known || document.syntaxMade(typescriptSyntax) ? new Document(document.path, document.language, document.text) : document;
  interests.set(free, offsets);
  return free;
}

/** TypeScript and JavaScript, and the scripts inside HTML at the same offsets. */
export const typescriptSyntax: SyntaxProvider<TypeScriptSyntax> = {
  name: "typescript",
  parse(document: Document): TypeScriptSyntax {
    const loaded = parser;
    if (!loaded) throw new ParserNeeded("loadTypeScriptParser() must settle before typescriptSyntax is used");
    const isHtml = document.language === "html";
    const parsed = orExplain(() => loaded.parseText(isHtml ? "inline.js" : document.fileName, isHtml ? scriptsOf(document) : document.text));
    const offsets = interests.get(document);
    const statements = offsets && loaded.statementsAround(parsed.file, offsets);
    return statements ? partOf(loaded, parsed, statements) : syntaxOf(loaded, parsed);
  },
};

/** Whether {@link loadTypeScriptParser} has settled. */
export function typeScriptParserLoaded(): boolean {
  return parser !== undefined;
}

/**
 * The tree with what stands at an offset, where the parser is loaded and accepts the text, else undefined: for what
 * works without one too. What else is in it is not certain.
 */
export function loadedTypeScriptSyntax(document: Document, offset: number): TypeScriptSyntax | undefined {
  if (!parser) return undefined;
  try {
    return document.syntax(typescriptSyntax).at(offset);
  } catch (error) {
    if (error instanceof NotAnalysable) return undefined;
    throw error;
  }
}
