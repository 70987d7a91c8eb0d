import { Document, NotAnalysable, type SyntaxProvider } from "../../core/document.ts";
import { scriptsOf } from "../html/scripts.ts";
import { ParserNeeded } from "../parserNeeded.ts";
import { orExplain, partOf, treeOfText, type Parser, type TypeScriptSyntax } from "./trees.ts";

export type { NodeOf, NodeType, TypeScriptSyntax } from "./trees.ts";

let parser: Parser | undefined;

/**
 * Loads the TypeScript parser, which takes longer than analysing most files, so it happens only
 * for the first file that needs it. Before it has settled {@link typescriptSyntax} throws {@link ParserNeeded}.
 */
export async function loadTypeScriptParser(): Promise<void> {
  parser ??= await import("./parser.ts");
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
  const free = known || document.syntaxMade(typescriptSyntax) ? new Document(document.path, document.language, document.text, document.neighbours) : document;
  interests.set(free, offsets);
  return free;
}

/** TypeScript and JavaScript, and the scripts inside HTML at the same offsets. */
export const typescriptSyntax: SyntaxProvider<TypeScriptSyntax> = {
  name: "typescript",
  parse(document: Document): TypeScriptSyntax {
    const loaded = parser;
    if (!loaded) throw new ParserNeeded("TypeScript", loadTypeScriptParser);
    const isHtml = document.language === "html";
    const parsed = orExplain(() => loaded.parseText(isHtml ? "inline.js" : document.fileName, isHtml ? scriptsOf(document) : document.text));
    const offsets = interests.get(document);
    const statements = offsets && loaded.statementsAround(parsed.file, offsets);
    return statements ? partOf(loaded, document, parsed, statements) : treeOfText(loaded, document, parsed);
  },
};

/** The parser, for the trees of other files than the one under analysis: that has loaded it. */
export function loadedParser(): Parser | undefined {
  return parser;
}

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
