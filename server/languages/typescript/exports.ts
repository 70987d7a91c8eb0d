import * as ts from "typescript";
import { wholeModule, type ExportedAs, type ExportTable } from "./exportTable.ts";

interface Draft {
  readonly file: ts.SourceFile;
  readonly named: Map<string, ExportedAs>;
  readonly stars: string[];
  /** Names that are assigned more than once: nobody knows which holds. */
  readonly unsure: Set<string>;
}

/** Reads the exports of a file from its top-level statements, without a tree. */
export function exportsOf(file: ts.SourceFile): ExportTable {
  const draft: Draft = { file, named: new Map(), stars: [], unsure: new Set() };
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement)) addExported(draft, statement);
    else if (ts.isExportAssignment(statement)) add(draft, statement.isExportEquals ? wholeModule : "default", valueAt(draft, statement));
    else if (ts.isExpressionStatement(statement)) addAssigned(draft, statement.expression);
    else if (hasExport(statement)) addDeclared(draft, statement);
  }
  for (const name of draft.unsure) draft.named.delete(name);
  return draft;
}

function add({ named, unsure }: Draft, name: string, exported: ExportedAs): void {
  if (named.has(name)) unsure.add(name);
  named.set(name, exported);
}

function valueAt({ file }: Draft, node: ts.Node): ExportedAs {
  return { kind: "value", offset: node.getStart(file) };
}

function addExported(draft: Draft, { exportClause, moduleSpecifier, isTypeOnly }: ts.ExportDeclaration): void {
  if (isTypeOnly) return;
  const module = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  if (!exportClause) {
    if (module !== undefined) draft.stars.push(module);
  } else if (ts.isNamespaceExport(exportClause)) {
    if (module !== undefined) add(draft, exportClause.name.text, { kind: "from", module, name: "*" });
  } else for (const { name, propertyName = name } of exportClause.elements) {
    const own: ExportedAs = { kind: "name", name: propertyName.text, offset: name.getStart(draft.file) };
    add(draft, name.text, module === undefined ? own : { kind: "from", module, name: propertyName.text });
  }
}

function hasExport(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function addDeclared(draft: Draft, statement: ts.Statement): void {
  const offset = statement.getStart(draft.file);
  if (ts.isVariableStatement(statement)) {
    for (const { name, initializer } of statement.declarationList.declarations) for (const bound of namesIn(name)) {
      const isFunction = initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
      add(draft, bound, { kind: "name", name: bound, offset, isFunction });
    }
    return;
  }
  const isDeclaration = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement);
  if (!isDeclaration) return;
  const isDefault = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) === true;
  if (isDefault) draft.named.set("default", { kind: "value", offset });
  // The signatures of an overloaded function come before it.
  else if (statement.name) draft.named.set(statement.name.text, { kind: "name", name: statement.name.text, offset, isFunction: !ts.isEnumDeclaration(statement) });
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

/** `module.exports = …`, `module.exports.a = …`, `exports.a = exports.b = …`. */
function addAssigned(draft: Draft, expression: ts.Expression): void {
  for (let node = expression; ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken; node = node.right) {
    // Compilers announce their exports so, before they give them a value.
    if (ts.isVoidExpression(node.right)) continue;
    const name = assignedName(node.left);
    if (name !== undefined) add(draft, name, valueAt(draft, node));
  }
}

function assignedName(target: ts.Expression): string | undefined {
  if (isExports(target)) return ts.isIdentifier(target) ? undefined : wholeModule;
  const isMember = ts.isPropertyAccessExpression(target) && isExports(target.expression);
  return isMember && ts.isIdentifier(target.name) ? target.name.text : undefined;
}

function isExports(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === "exports";
  return ts.isPropertyAccessExpression(node) && node.name.text === "exports" && ts.isIdentifier(node.expression) && node.expression.text === "module";
}
