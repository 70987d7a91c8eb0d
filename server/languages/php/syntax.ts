import { NotAnalysable, type Document, type SyntaxProvider } from "../../core/document.ts";
import { ParserNeeded } from "../parserNeeded.ts";
import type { PhpSyntax } from "./nodes.ts";

export type { PhpSyntax } from "./nodes.ts";

type Parser = typeof import("./parser.ts");
let parser: Parser | undefined;

/** Loads the PHP parser: most workspaces never need it. */
export async function loadPhpParser(): Promise<void> {
  parser ??= await import("./parser.ts");
}

/** PHP 5 to 8.4, HTML around it left out. Throws {@link ParserNeeded} before the parser is loaded. */
export const phpSyntax: SyntaxProvider<PhpSyntax> = {
  name: "php",
  parse(document: Document): PhpSyntax {
    if (!parser) throw new ParserNeeded("PHP", loadPhpParser);
    try {
      return parser.parsePhp(document.text, document.fileName);
    } catch (error) {
      if (error instanceof RangeError) throw new NotAnalysable("nested too deeply for the PHP parser");
      throw new NotAnalysable(`the PHP parser gave up: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
};
