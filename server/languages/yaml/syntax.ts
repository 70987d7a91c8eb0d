import { LineCounter, parseAllDocuments, type Document as YamlDocument, type Node } from "yaml";
import { NotAnalysable, type Document, type SyntaxProvider } from "../../core/document.ts";

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
    try {
      const parsed = parseAllDocuments(document.text, {
        merge: true,
        uniqueKeys: false,
        strict: false,
        logLevel: "silent",
        lineCounter: new LineCounter(),
      });
      const documents = Array.isArray(parsed) ? parsed : [];
      return { documents, syntaxErrors: documents.reduce((sum, one) => sum + one.errors.length, 0) };
    } catch (error) {
      if (error instanceof RangeError) throw new NotAnalysable("nested too deeply for the YAML parser");
      throw new NotAnalysable(`the YAML parser gave up: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
};
