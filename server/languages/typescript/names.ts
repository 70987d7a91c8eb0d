import * as ts from "typescript";

/** Walks a node and what is in it, without recursion. Where `enter` gives false, what is inside is left out. */
function walk(root: ts.Node, enter: (node: ts.Node) => boolean | undefined): void {
  const pending: ts.Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (enter(node) === false) continue;
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
}

/** The names that a top-level statement declares in the file's scope, `var` inside of blocks included. */
export function declaredNames(statement: ts.Statement): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: ts.Node | undefined): void => {
    if (name && ts.isIdentifier(name)) names.add(name.text);
  };
  if (ts.isImportDeclaration(statement)) addImported(statement, add);
  else if (ts.isVariableStatement(statement)) addBound(statement, add);
  else if (isNamed(statement)) add(statement.name);
  else if (!ts.isExpressionStatement(statement)) addBound(statement, add);
  return names;
}

type Named =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.EnumDeclaration
  | ts.ModuleDeclaration
  | ts.ImportEqualsDeclaration;

function isNamed(statement: ts.Statement): statement is ts.Statement & Named {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement) ||
    ts.isImportEqualsDeclaration(statement)
  );
}

function addImported({ importClause }: ts.ImportDeclaration, add: (name: ts.Node | undefined) => void): void {
  add(importClause?.name);
  const bindings = importClause?.namedBindings;
  if (!bindings) return;
  if (ts.isNamespaceImport(bindings)) add(bindings.name);
  else for (const { name } of bindings.elements) add(name);
}

/** Variables of functions inside are taken along: a name too many costs time only. */
function addBound(statement: ts.Statement, add: (name: ts.Node | undefined) => void): void {
  walk(statement, (node) => {
    if (ts.isVariableDeclaration(node) || ts.isBindingElement(node)) add(node.name);
    return !(ts.isFunctionLike(node) || ts.isClassLike(node));
  });
}

/** What a statement says that other statements may have to do with. */
export interface Mentions {
  /** Every identifier that may name a variable, also one of its own. */
  readonly names: ReadonlySet<string>;
  /** Fields that its classes give a value. */
  readonly fields: ReadonlySet<string>;
}

/** Reads what a statement mentions. Names of members and of properties are no variables. */
export function mentionsOf(statement: ts.Statement): Mentions {
  const names = new Set<string>();
  const fields = new Set<string>();
  const members = new Set<ts.Node>();
  walk(statement, (node) => {
    if (ts.isIdentifier(node)) {
      if (!members.has(node)) names.add(node.text);
      return false;
    }
    if (ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) members.add(node.name);
    else if (ts.isPropertyDeclaration(node)) {
      members.add(node.name);
      const isPlain = ts.isIdentifier(node.name) || ts.isStringLiteralLike(node.name) || ts.isNumericLiteral(node.name);
      if (node.initializer && isPlain) fields.add(node.name.text);
      else if (node.initializer && ts.isComputedPropertyName(node.name) && ts.isStringLiteralLike(node.name.expression)) fields.add(node.name.expression.text);
    }
    return undefined;
  });
  return { names, fields };
}
