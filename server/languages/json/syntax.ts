import { parseTree, type Node, type ParseError } from "jsonc-parser";
import { NotAnalysable, type Document, type SyntaxProvider } from "../../core/document.ts";

/** A JSON tree; `root` is absent where the text holds no value. */
export interface JsonSyntax {
  readonly root: Node | undefined;
  readonly syntaxErrors: number;
}

/** JSON with comments and trailing commas; broken text gives what could be read. */
export const jsonSyntax: SyntaxProvider<JsonSyntax> = {
  name: "json",
  parse(document: Document): JsonSyntax {
    const errors: ParseError[] = [];
    try {
      const root = parseTree(document.text, errors, { allowTrailingComma: true, disallowComments: false });
      return { root, syntaxErrors: errors.length };
    } catch (error) {
      if (error instanceof RangeError) throw new NotAnalysable("nested too deeply for the JSON parser");
      throw error;
    }
  },
};
