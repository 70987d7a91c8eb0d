import * as ts from "typescript";
import { declaredNames, mentionsOf, type Mentions } from "./names.ts";

/** With more than this share of the text selected, the rest is not worth leaving out. */
const worthwhileShare = 0.7;
/** A name used more often than this is followed wherever it stands: questions about it depend on the number of its uses. */
const maximumMethodCalls = 400;

/** `kept` is in the tree for itself, `used` with all it has to do with, `hot` with everything that names what it declares. */
const Part = { None: 0, Kept: 1, Used: 2, Hot: 3 } as const;
type Part = (typeof Part)[keyof typeof Part];

interface Selection {
  readonly file: ts.SourceFile;
  readonly parts: Uint8Array;
  readonly pending: number[];
  /** The statements that declare a name, by their index. */
  readonly declaredBy: ReadonlyMap<string, readonly number[]>;
  readonly mentions: Map<number, Mentions>;
  readonly asked: Map<string, number>;
}

/** The index of the top-level statement that holds an offset; undefined between statements. */
function indexAt(file: ts.SourceFile, offset: number): number | undefined {
  const { statements } = file;
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const statement = statements[low];
  return statement && statement.getStart(file) <= offset ? low : undefined;
}

/** The top-level statement that holds an offset; undefined between statements. */
export function statementAt(file: ts.SourceFile, offset: number): ts.Statement | undefined {
  const index = indexAt(file, offset);
  return index === undefined ? undefined : file.statements[index];
}

/**
 * The top-level statements that hold one of the offsets, with all that what stands in them may depend on: what they
 * name, what names them, and so on, each with whatever could change it. Imports are always among them. Undefined
 * where that is most of the file.
 */
export function statementsAround(file: ts.SourceFile, offsets: readonly number[]): readonly ts.Statement[] | undefined {
  // Escapes spell names in ways that a search of the text does not find.
  if (file.text.includes("\\u")) return undefined;
  const selection: Selection = {
    file,
    parts: new Uint8Array(file.statements.length),
    pending: [],
    declaredBy: declarations(file),
    mentions: new Map(),
    asked: new Map(),
  };
  keepImports(selection);
  for (const offset of offsets) add(selection, indexAt(file, offset), Part.Hot);
  for (let index = selection.pending.pop(); index !== undefined; index = selection.pending.pop()) {
    addRelated(selection, index);
  }
  const chosen = file.statements.filter((_statement, index) => selection.parts[index] !== Part.None);
  const length = chosen.reduce((sum, statement) => sum + statement.end - statement.pos, 0);
  return length > file.text.length * worthwhileShare ? undefined : chosen;
}

function declarations(file: ts.SourceFile): Map<string, number[]> {
  const found = new Map<string, number[]>();
  file.statements.forEach((statement, index) => {
    for (const name of declaredNames(statement)) {
      const known = found.get(name);
      if (known) known.push(index);
      else found.set(name, [index]);
    }
  });
  return found;
}

/** Rules ask which modules a file imports, wherever it does. */
function keepImports(selection: Selection): void {
  const { file, parts } = selection;
  file.statements.forEach((statement, index) => {
    if (ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement)) parts[index] = Part.Kept;
  });
  const keep = (offset: number): void => {
    const index = indexAt(file, offset);
    if (index !== undefined && parts[index] === Part.None) parts[index] = Part.Kept;
  };
  for (const offset of placesOf(file.text, "require")) keep(offset);
  // `import(…)`, in the only ways in which people write it.
  for (const start of ["import(", "import ("]) for (let at = file.text.indexOf(start); at >= 0; at = file.text.indexOf(start, at + 1)) keep(at);
  // A `require` of the file's own is none.
  ask(selection, "require", Part.Used);
}

function add(selection: Selection, index: number | undefined, part: Part): void {
  if (index === undefined || (selection.parts[index] ?? Part.Hot) >= part) return;
  selection.parts[index] = part;
  selection.pending.push(index);
}

function addRelated(selection: Selection, index: number): void {
  const isHot = selection.parts[index] === Part.Hot;
  const { names, fields } = mentionsAt(selection, index);
  for (const name of names) {
    const isOwn = isHot && selection.declaredBy.get(name)?.includes(index) === true;
    ask(selection, name, isOwn ? Part.Hot : Part.Used);
  }
  // Whether a field keeps its value is decided by its name alone, whatever the class.
  for (const field of fields) {
    for (const offset of placesOf(selection.file.text, field)) add(selection, indexAt(selection.file, offset), Part.Used);
  }
}

function mentionsAt({ file, mentions }: Selection, index: number): Mentions {
  const known = mentions.get(index);
  if (known) return known;
  const statement = file.statements[index];
  const made = statement ? mentionsOf(statement) : { names: new Set<string>(), fields: new Set<string>() };
  mentions.set(index, made);
  return made;
}

/** Selects what declares a name and what else has to do with it. */
function ask(selection: Selection, name: string, part: Part): void {
  const { file, declaredBy, asked } = selection;
  const declaring = declaredBy.get(name);
  if (!declaring || (asked.get(name) ?? Part.None) >= part) return;
  asked.set(name, part);
  const isImport = declaring.every((index) => selection.parts[index] !== Part.None && isImportAt(file, index));
  // What comes from elsewhere is known by its import alone.
  if (isImport && part !== Part.Hot) return;
  for (const index of declaring) add(selection, index, Part.Used);
  const places = placesOf(file.text, name);
  const ignoresCalls = part !== Part.Hot && places.length <= maximumMethodCalls && isMadeElsewhere(selection, declaring, name);
  for (const offset of places) {
    if (isMember(file.text, offset) || (ignoresCalls && isMethodCall(file.text, offset + name.length))) continue;
    const index = indexAt(file, offset);
    if (index === undefined || (selection.parts[index] ?? Part.None) >= part) continue;
    if (mentionsAt(selection, index).names.has(name)) add(selection, index, part);
  }
}

function isImportAt(file: ts.SourceFile, index: number): boolean {
  const statement = file.statements[index];
  return statement !== undefined && ts.isImportDeclaration(statement);
}

/**
 * Whether a name has one value, made by a call of something that the file does not make itself, such as
 * `express.Router()`. Calling its methods then says nothing that anybody asks for.
 */
function isMadeElsewhere(selection: Selection, declaring: readonly number[], name: string, depth = 3): boolean {
  const { file, declaredBy } = selection;
  const [only, ...others] = declaring;
  const statement = only === undefined || others.length > 0 ? undefined : file.statements[only];
  if (!statement || !ts.isVariableStatement(statement)) return false;
  const declaration = statement.declarationList.declarations.find((one) => ts.isIdentifier(one.name) && one.name.text === name);
  let made: ts.Expression | undefined = declaration?.initializer;
  while (made && (ts.isAwaitExpression(made) || ts.isAsExpression(made) || ts.isNonNullExpression(made))) made = made.expression;
  if (made && ts.isNewExpression(made)) return true;
  if (!made || !ts.isCallExpression(made)) return false;
  const { expression } = made;
  if (ts.isPropertyAccessExpression(expression)) return !(ts.isIdentifier(expression.expression) && expression.expression.text === "Object");
  if (!ts.isIdentifier(expression)) return false;
  const from = declaredBy.get(expression.text) ?? [];
  return from.every((index) => isImportAt(file, index) || (depth > 0 && isMadeElsewhere(selection, from, expression.text, depth - 1)));
}

/** Methods that change what they are called on, or add to it. */
const changing = new Set(["push", "unshift", "splice", "pop", "shift", "fill", "sort", "reverse", "set", "append"]);
const method = /\.([\w$]+)\(/y;

function isMethodCall(text: string, end: number): boolean {
  method.lastIndex = end;
  const [, name] = method.exec(text) ?? [];
  return name !== undefined && !changing.has(name);
}

function isMember(text: string, offset: number): boolean {
  return text[offset - 1] === "." && text[offset - 2] !== ".";
}

function isNameCharacter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36;
}

/** Where a name stands in a text by itself, in whatever role. */
function placesOf(text: string, name: string): number[] {
  const found: number[] = [];
  if (name === "") return found;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!isNameCharacter(text, at - 1) && !isNameCharacter(text, at + name.length)) found.push(at);
  }
  return found;
}
