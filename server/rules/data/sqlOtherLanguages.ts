import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { closing, isMark } from "../../languages/csharp/reading.ts";
import { csharpSyntax, type CsharpToken } from "../../languages/csharp/tokens.ts";
import { calledFunction, calledMethod, phpArgument } from "../../languages/php/calls.ts";
import { phpAlternatives } from "../../languages/php/following.ts";
import type { PhpNode, PhpSyntax } from "../../languages/php/nodes.ts";
import { phpSyntax } from "../../languages/php/syntax.ts";
import { isSqlStatement, isValuePlace } from "./sqlText.ts";

/** PDO, mysqli, Doctrine DBAL 4, Laravel 11, wpdb: methods that take a statement first. */
const phpMethods: ReadonlySet<string> = new Set([
  "query", "exec", "prepare", "executeQuery", "executeStatement", "executeUpdate", "fetchAllAssociative", "fetchAssociative", "fetchOne", "fetchAll", "multi_query", "real_query", "raw",
  "select", "insert", "update", "delete", "statement", "unprepared", "get_results", "get_var", "get_row", "createQuery", "createNativeQuery",
]);
/** Functions with the place of the statement. */
const phpFunctions: ReadonlyMap<string, number> = new Map([["mysqli_query", 1], ["mysqli_multi_query", 1], ["mysqli_prepare", 1], ["pg_query", 1], ["sqlsrv_query", 1], ["mysql_query", 0]]);

/** Statements in PHP with a variable as a value, or anything that a request sends: the range of what is inserted. */
export function phpInsertedValues(document: Document): readonly TextRange[] {
  const syntax = document.syntax(phpSyntax);
  return syntax.all("call").flatMap((call) => {
    const place = phpFunctions.get(calledFunction(call) ?? "") ?? (phpMethods.has(calledMethod(call) ?? "") ? 0 : undefined);
    const given = place === undefined ? "absent" : phpArgument(call, place);
    return typeof given === "string" ? [] : insertedByPhp(given, syntax);
  });
}

function insertedByPhp(given: PhpNode, syntax: PhpSyntax): readonly TextRange[] {
  return phpAlternatives(given, syntax).flatMap((one) => {
    const parts = one.kind === "joined" ? flatParts(one.parts) : [];
    let before = "";
    const found = parts.flatMap((part, index) => {
      const lead = before;
      const written = phpAlternatives(part, syntax);
      const text = written.length === 1 && written[0]?.kind === "text" ? written[0].value : undefined;
      before += text ?? "x";
      const next = parts[index + 1];
      if (text !== undefined || !holdsData(part, syntax)) return [];
      return isSent(part, syntax) || isValuePlace(lead, next?.kind === "text" ? next.value : "") ? [part.range] : [];
    });
    return isSqlStatement(before) ? found : [];
  });
}

function flatParts(parts: readonly PhpNode[]): readonly PhpNode[] {
  return parts.flatMap((part) => (part.kind === "joined" ? flatParts(part.parts) : [part]));
}

/** A variable, a member or an element that is not followed to something written out, a call or a cast. */
function holdsData(part: PhpNode, syntax: PhpSyntax): boolean {
  return phpAlternatives(part, syntax).some((one) => one.kind === "variable" || one.kind === "element" || (one.kind === "member" && !isConstant(one)));
}

/** `Status::DONE` of another file. */
function isConstant({ isStatic, name }: Extract<PhpNode, { kind: "member" }>): boolean {
  return isStatic && name !== undefined && /^[A-Z][A-Z0-9_]*$/.test(name);
}

const superglobal = /^_(?:GET|POST|REQUEST|COOKIE|SERVER)$/;

function isSent(part: PhpNode, syntax: PhpSyntax): boolean {
  return phpAlternatives(part, syntax).some((one) => one.kind === "element" && one.object.kind === "variable" && superglobal.test(one.object.name));
}

/** ADO.NET, Entity Framework Core 9, Dapper 2: what takes a statement, by name. `FromSql` and `ExecuteSql` make parameters of holes. */
const csharpTakers: ReadonlySet<string> = new Set([
  "SqlCommand", "MySqlCommand", "NpgsqlCommand", "OracleCommand", "SqliteCommand", "SQLiteCommand", "OleDbCommand", "OdbcCommand", "SqlDataAdapter",
  "FromSqlRaw", "ExecuteSqlRaw", "ExecuteSqlRawAsync", "SqlQueryRaw", "ExecuteSqlCommand", "Query", "QueryAsync", "QueryFirst", "QueryFirstOrDefault", "QueryFirstOrDefaultAsync",
  "QuerySingle", "QuerySingleAsync", "QuerySingleOrDefault", "QuerySingleOrDefaultAsync", "Execute", "ExecuteAsync", "ExecuteScalar", "ExecuteScalarAsync",
]);
/** A hole of an interpolated string, with what it holds. */
const hole = /\{([A-Za-z_][\w.[\]"]*)\}/g;

/** Statements in C# with a name as a value, in a string with holes or in a sum: the range of what is inserted. */
export function csharpInsertedValues(document: Document): readonly TextRange[] {
  const { tokens } = document.syntax(csharpSyntax);
  const harmless = harmlessNames(tokens);
  const found = tokens.flatMap((token, index) => {
    const from = token.kind === "name" ? statementStart(tokens, index) : undefined;
    return from === undefined ? [] : insertedFrom(tokens, from, document);
  });
  return found.filter(({ start, end }) => !harmless.has(document.text.slice(start, end).replace(/^\{|\}$/g, "").replace(/^.*\./, "")));
}

const numericTypes: ReadonlySet<string> = new Set(["int", "long", "short", "uint", "ulong", "byte", "decimal", "double", "float", "bool", "Guid", "DateTime", "DateTimeOffset"]);

/** Names that the file declares to be numbers, dates or truth values. */
function harmlessNames(tokens: readonly CsharpToken[]): ReadonlySet<string> {
  return new Set(tokens.flatMap((token, at) => (token.kind === "name" && tokens[at - 1]?.kind === "name" && numericTypes.has(tokens[at - 1]?.text ?? "") ? [token.text] : [])));
}

function statementStart(tokens: readonly CsharpToken[], index: number): number | undefined {
  const name = tokens[index]?.text ?? "";
  if (name === "CommandText" && isMark(tokens, index + 1, "=")) return index + 2;
  if (!csharpTakers.has(name)) return undefined;
  const open = isMark(tokens, index + 1, "<") ? tokens.findIndex((_, at) => at > index && isMark(tokens, at, "(")) : index + 1;
  return isMark(tokens, open, "(") && open - index < 12 && closing(tokens, open) > open + 1 ? open + 1 : undefined;
}

function insertedFrom(tokens: readonly CsharpToken[], from: number, { text }: Document): readonly TextRange[] {
  let before = "";
  const found: TextRange[] = [];
  for (let at = from; at < Math.min(tokens.length, from + 60); at++) {
    const token = tokens[at];
    if (!token || isMark(tokens, at, ",") || isMark(tokens, at, ";") || isMark(tokens, at, ")")) break;
    if (token.kind === "string" && token.content) {
      const content = text.slice(token.content.start, token.content.end);
      if (token.text.startsWith("$") || token.text.startsWith("@$")) found.push(...holesIn(content, token.content.start, before));
      before += content.replace(hole, "x");
    } else if (token.kind === "name" && isMark(tokens, at - 1, "+")) {
      const end = dottedEnd(tokens, at);
      const next = tokens[end + 2];
      if (!isMark(tokens, end + 1, "(") && isValuePlace(before, next?.kind === "string" ? next.text.replace(/^[$@]*"/, "") : "")) {
        found.push({ start: token.range.start, end: tokens[end]?.range.end ?? token.range.end });
      }
      before += "x";
      at = end;
    } else if (token.kind !== "punctuation" || token.text !== "+") break;
  }
  return isSqlStatement(before) ? found : [];
}

function dottedEnd(tokens: readonly CsharpToken[], first: number): number {
  let at = first;
  while (isMark(tokens, at + 1, ".") && tokens[at + 2]?.kind === "name") at += 2;
  return at;
}

function holesIn(content: string, start: number, before: string): TextRange[] {
  return [...content.matchAll(hole)].flatMap((found) => {
    const lead = before + content.slice(0, found.index).replace(hole, "x");
    const after = content.slice(found.index + found[0].length);
    return isValuePlace(lead, after) ? [{ start: start + found.index, end: start + found.index + found[0].length }] : [];
  });
}
