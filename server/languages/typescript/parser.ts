import { parseAndGenerateServices } from "@typescript-eslint/typescript-estree";
import type { TSESTree } from "@typescript-eslint/types";
import * as ts from "typescript";

/** Diagnostic codes after which the rest of a file is swallowed: unclosed template, unclosed comment. */
const swallowing = new Set([1160, 1010]);

/** A text as the TypeScript parser sees it, and whether it was broken. Of it trees are made, whole or in part. */
export interface ParsedText {
  readonly file: ts.SourceFile;
  readonly syntaxErrors: number;
  /** An unclosed template or comment hides the rest of the file from the tree. */
  readonly truncated: boolean;
}

/** What the converter reads and refuses, which the declarations hide or protect. */
type OpenSourceFile = Omit<ts.SourceFile, "statements"> & {
  parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  statements: ts.NodeArray<ts.Statement>;
};

function scriptKindOf(path: string): ts.ScriptKind {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  if (extension === "ts" || extension === "mts" || extension === "cts") return ts.ScriptKind.TS;
  if (extension === "tsx") return ts.ScriptKind.TSX;
  return ts.ScriptKind.JSX;
}

/** Parses any text, broken or not. Throws RangeError where the nesting is too deep for the stack. */
export function parseText(path: string, text: string): ParsedText {
  const file = ts.createSourceFile(
    path,
    text,
    { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
    false,
    scriptKindOf(path),
  );
  const open = file as unknown as OpenSourceFile;
  const errors = open.parseDiagnostics;
  // The converter refuses a file with parse errors; what they stood for becomes zero-width holes in the tree.
  open.parseDiagnostics = [];
  return { file, syntaxErrors: errors.length, truncated: errors.some((error) => swallowing.has(error.code)) };
}

/**
 * Makes an ESTree of a parsed text, or of some of its top-level statements as they stand in it: converting costs
 * several times what parsing does. Throws RangeError where the nesting is too deep, and whatever the converter throws.
 */
export function convert({ file }: ParsedText, statements: readonly ts.Statement[] = file.statements): TSESTree.Program {
  const open = file as unknown as OpenSourceFile;
  const all = open.statements;
  for (const statement of statements) giveParents(statement, file);
  // The converter finds tokens through the children of the file, which are made once: of all statements.
  file.getChildren(file);
  if (statements !== all) open.statements = ts.setTextRange(ts.factory.createNodeArray(statements), all);
  try {
    return parseAndGenerateServices(file, {
      filePath: file.fileName,
      loc: true,
      range: true,
      allowInvalidAST: true,
      preserveNodeMaps: false,
      suppressDeprecatedPropertyWarnings: true,
    }).ast;
  } finally {
    open.statements = all;
  }
}

/** The converter looks at parents. Without recursion, since generated code nests deeper than the stack. */
function giveParents(statement: ts.Statement, file: ts.SourceFile): void {
  if ((statement.parent as ts.Node | undefined) === file) return;
  Object.assign(statement, { parent: file });
  const pending: ts.Node[] = [statement];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const parent = node;
    ts.forEachChild(parent, (child) => {
      (child as { parent: ts.Node }).parent = parent;
      pending.push(child);
    });
  }
}

export { analyze as analyzeScopes } from "@typescript-eslint/scope-manager";
export { exportsOf } from "./exports.ts";
export { statementAt, statementsAround } from "./selection.ts";
