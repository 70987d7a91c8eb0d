import { parseAllDocuments, type Document as YamlDocument, type Node } from "yaml";
import { NotAnalysable, type Document, type SyntaxProvider } from "../../core/document.ts";
import { yamlNesting } from "./nesting.ts";

/**
 * The parser recurses, and at some 1,100 levels the stack is used up. It then mostly throws, but a third of
 * such texts end the whole process, since V8 cannot compile a regular expression on the last of a stack and
 * aborts. So deep texts are refused before; what people write nests a few dozen levels.
 */
const deepestNesting = 250;

/** The documents of a YAML stream. Broken text still gives what could be read. */
export interface YamlSyntax {
  readonly documents: readonly YamlDocument<Node, boolean>[];
  readonly syntaxErrors: number;
}

/**
 * YAML 1.2 with merge keys. Read the nodes, never `toJS()`: nodes keep aliases unexpanded, so an
 * alias bomb costs nothing.
 */
export const yamlSyntax: SyntaxProvider<YamlSyntax> = {
  name: "yaml",
  parse(document: Document): YamlSyntax {
    if (yamlNesting(document.text) > deepestNesting) throw new NotAnalysable("nested too deeply for the YAML parser");
    try {
      const parsed = parseAllDocuments(document.text, {
        merge: true,
        uniqueKeys: false,
        strict: false,
        logLevel: "silent",
        // Their sentence is enough: a long broken line would be quoted in each of its thousand errors.
        prettyErrors: false,
      });
      const documents = Array.isArray(parsed) ? parsed : [];
      return { documents, syntaxErrors: documents.reduce((sum, one) => sum + one.errors.length, 0) };
    } catch (error) {
      if (error instanceof RangeError) throw new NotAnalysable("nested too deeply for the YAML parser");
      throw new NotAnalysable(`the YAML parser gave up: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
};
