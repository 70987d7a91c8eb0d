import type { Document } from "../../../core/document.ts";
import type { TextEdit } from "../../../core/finding.ts";
import type { Node } from "../../../languages/typescript/nodes.ts";

/** Nothing else, or a comment, behind a statement on its line. */
const restOfLine = /^[ \t]*(?:\/\/.*)?$/;

/**
 * What stops a program that lacks the variable, behind `const name = value;` on lines of its own. Undefined elsewhere: in
 * the midst of an expression a missing value shows where it is used.
 */
export function guardEdit(document: Document, value: Node, variable: string): TextEdit | undefined {
  const declarator = value.parent;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || declarator.init !== value) return undefined;
  const declaration = declarator.parent;
  if (declaration.declarations.length !== 1 || declaration.kind !== "const") return undefined;
  const statement = declaration.parent.type === "ExportNamedDeclaration" ? declaration.parent : declaration;
  if (statement.parent.type !== "Program" && statement.parent.type !== "BlockStatement") return undefined;
  const { text } = document;
  const [start, end] = statement.range;
  const line = document.lineOf(end);
  const indent = text.slice(document.lines[document.lineOf(start)] ?? 0, start);
  const lineEnd = document.lineEnd(line);
  if (indent.trim() !== "" || !restOfLine.test(text.slice(end, lineEnd))) return undefined;
  const semicolon = text.charAt(end - 1) === ";" ? ";" : "";
  const guard = `if (!${declarator.id.name}) throw new Error("${variable} is not set.")${semicolon}`;
  return { range: { start: lineEnd, end: lineEnd }, newText: document.lineBreak + indent + guard };
}
