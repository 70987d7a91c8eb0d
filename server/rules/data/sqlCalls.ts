import { allCalls, argumentAt, calleePath, methodCall, type Call } from "../../languages/typescript/calls.ts";
import type { Node } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import { inlinedCalls } from "../../languages/typescript/wrappers.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** Methods that take a text of SQL first. */
interface SqlTaker {
  readonly methods: readonly string[];
  /** The text may be a part of a statement: the method's name tells that it is SQL. */
  readonly takesParts?: boolean;
  /** Where an object holds the text. */
  readonly properties?: readonly string[];
}

/**
 * Methods by library, read from their documentation on 2026-11-22. Most names are of others too (`query`, `run`): there the
 * text has to be a statement.
 */
const takers: readonly SqlTaker[] = [
  // @forge/sql 3
  { methods: ["prepare", "executeRaw", "executeDDL"] },
  // pg 8, mysql 2, mysql2 3, mssql 11, typeorm 0.3, sequelize 6, @google-cloud/bigquery 7, snowflake-sdk 1
  { methods: ["query", "execute", "batch"], properties: ["text", "sql", "query", "sqlText"] },
  // pg-promise 11, slonik 46, postgres 3
  { methods: ["one", "many", "none", "any", "oneOrNone", "manyOrNone", "unsafe"] },
  // better-sqlite3 11, sqlite3 5, node:sqlite
  { methods: ["exec", "run", "all", "get", "each"] },
  // knex 3, drizzle-orm 0.36, sequelize 6
  { methods: ["raw", "literal", "whereRaw", "orWhereRaw", "havingRaw", "joinRaw", "fromRaw", "selectRaw", "orderByRaw", "groupByRaw"] },
  { methods: ["whereRaw", "orWhereRaw", "havingRaw", "joinRaw"], takesParts: true },
  // @prisma/client 6
  { methods: ["$queryRawUnsafe", "$executeRawUnsafe"], takesParts: true },
];

const names: ReadonlySet<string> = new Set(takers.flatMap(({ methods }) => methods));

/** A text of SQL that a call hands to a database. */
export interface SqlCall {
  readonly call: Call;
  readonly method: string;
  readonly text: Node;
  /** It is the call's first argument itself, not a property of it. */
  readonly isArgument: boolean;
  readonly takesParts: boolean;
}

/** The calls of a file that may hand a text of SQL to a database, those of wrappers included. */
export function sqlCalls(syntax: TypeScriptSyntax): readonly SqlCall[] {
  return allCalls(syntax).flatMap((call) => {
    const own = takenBy(call, argumentAt(call, 0), syntax);
    if (own.length > 0 || call.arguments.length === 0) return own;
    // A wrapper that hands its own parameter on.
    return inlinedCalls(call, syntax).flatMap((inner) => {
      const [passed] = inner.call.arguments;
      const given = inner.argumentAt(0);
      return passed?.type === "Identifier" && typeof given === "object" && given !== passed && call.arguments.some((one) => one === given)
        ? takenBy(inner.call, given, syntax).map((one) => ({ ...one, isArgument: false }))
        : [];
    });
  });
}

function takenBy(call: Call, argument: Node | "absent" | "unknown", syntax: TypeScriptSyntax): SqlCall[] {
  const method = methodCall(call)?.name ?? "";
  if (!names.has(method) || typeof argument === "string" || isHttp(call)) return [];
  const takesParts = takers.some((one) => one.takesParts === true && one.methods.includes(method));
  const keys = takers.flatMap((one) => (one.methods.includes(method) ? (one.properties ?? []) : []));
  const inside = argument.type === "ObjectExpression" ? keys.flatMap((key) => propertiesOf(argument, syntax).properties.get(key)?.values ?? []) : [];
  if (inside.length > 0) return inside.flatMap(({ value }) => (value ? [{ call, method, text: value, isArgument: false, takesParts }] : []));
  return [{ call, method, text: argument, isArgument: true, takesParts }];
}

/** Whatever else has methods of these names. */
const others = /^(?:console|logger|log|app|router|axios|http|expect|assert)$/i;

function isHttp(call: Call): boolean {
  return others.test(calleePath(call).at(-2) ?? "");
}
