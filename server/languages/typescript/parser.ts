import { parseAndGenerateServices } from "@typescript-eslint/typescript-estree";
import type { TSESTree } from "@typescript-eslint/types";
import * as ts from "typescript";

/** Diagnostic codes after which the rest of a file is swallowed: unclosed template, unclosed comment. */
const swallowing = new Set([1160, 1010]);

/** A tree, and whether the text it stands for was broken. */
export interface ParsedProgram {
  readonly program: TSESTree.Program;
  readonly syntaxErrors: number;
  /** An unclosed template or comment hides the rest of the file from the tree. */
  readonly truncated: boolean;
}

interface SourceFileWithDiagnostics extends ts.SourceFile {
  parseDiagnostics: readonly ts.DiagnosticWithLocation[];
}

function scriptKindOf(path: string): ts.ScriptKind {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  if (extension === "ts" || extension === "mts" || extension === "cts") return ts.ScriptKind.TS;
  if (extension === "tsx") return ts.ScriptKind.TSX;
  return ts.ScriptKind.JSX;
}

/**
 * Makes an ESTree of any text, broken or not. The converter refuses a file with parse errors, so they
 * are taken off the source file first; what they stood for becomes zero-width holes in the tree.
 * Throws RangeError where the nesting is too deep for the stack, and whatever the converter throws.
 */
export function parseProgram(path: string, text: string): ParsedProgram {
  const file = ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    true,
    scriptKindOf(path),
  ) as SourceFileWithDiagnostics;
  const errors = file.parseDiagnostics;
  file.parseDiagnostics = [];
  const { ast } = parseAndGenerateServices(file, {
    filePath: path,
    loc: true,
    range: true,
    allowInvalidAST: true,
    preserveNodeMaps: false,
    suppressDeprecatedPropertyWarnings: true,
  });
  return {
    program: ast,
    syntaxErrors: errors.length,
    truncated: errors.some((error) => swallowing.has(error.code)),
  };
}

export { analyze as analyzeScopes } from "@typescript-eslint/scope-manager";
