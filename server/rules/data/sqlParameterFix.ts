import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import type { Fix, TextEdit } from "../../core/finding.ts";
import { calledOrigin, type Call } from "../../languages/typescript/calls.ts";
import { libraryObject, type ObjectSource } from "../../languages/typescript/libraryObjects.ts";
import { methodCall } from "../../languages/typescript/calls.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import type { SqlCall } from "./sqlCalls.ts";

type Driver = "pg" | "mysql" | "forge";

/** Drivers whose way of passing values is known. pg 8, mysql 2, mysql2 3, @forge/sql 3. */
const drivers: readonly ObjectSource<Driver>[] = [
  { kind: "pg", module: "pg", made: ["Pool", "Client"], types: ["Pool", "Client", "PoolClient"] },
  { kind: "pg", module: "pg", member: { of: "pg", name: "connect", called: true } },
  { kind: "mysql", module: "mysql", made: ["createConnection", "createPool"] },
  { kind: "mysql", module: "mysql2", made: ["createConnection", "createPool"] },
  { kind: "mysql", module: "mysql2/promise", made: ["createConnection", "createPool"], types: ["Pool", "Connection", "PoolConnection"] },
  { kind: "mysql", module: "mysql2/promise", member: { of: "mysql", name: "getConnection", called: true } },
  { kind: "forge", module: "@forge/sql", exported: ["sql", "*"] },
];

/** Makes parameters of what is inserted, where the whole statement is one template and all that is inserted is a value. */
export function parameterFix({ call, text, isArgument }: SqlCall, values: readonly Node[], document: Document): Fix | undefined {
  const template = unwrap(text);
  if (!isArgument || values.length === 0 || call.arguments.length !== 1 || template.type !== "TemplateLiteral") return undefined;
  if (template.expressions.length !== values.length || template.expressions.some((one) => !values.includes(one))) return undefined;
  const driver = driverOf(call, document);
  const edits = driver && template.expressions.map((one, index) => holeEdit(template, index, driver === "pg" ? `$${index + 1}` : "?", one, document));
  if (!edits || edits.includes(undefined)) return undefined;
  const list = template.expressions.map((one) => document.text.slice(one.range[0], one.range[1]));
  const end = driver === "forge" ? call.range[1] : template.range[1];
  const passing: TextEdit = { range: { start: end, end }, newText: driver === "forge" ? `.bindParams(${list.join(", ")})` : `, [${list.join(", ")}]` };
  return { title: "Pass the values as parameters", safe: false, edits: [...edits.flatMap((edit) => edit ?? []), passing] };
}

function driverOf(call: Call, document: Document): Driver | undefined {
  const method = methodCall(call);
  const syntax = document.syntax(typescriptSyntax);
  if (calledOrigin(call, syntax)?.module === "@forge/sql") return method?.name === "prepare" ? "forge" : undefined;
  const driver = method && libraryObject(method.receiver, drivers, syntax);
  return driver === "forge" && method?.name !== "prepare" ? undefined : driver;
}

/** Replaces a hole, with the quotes around it. Undefined where it is only a part of a quoted text, or in a list. */
function holeEdit(template: TSESTree.TemplateLiteral, index: number, placeholder: string, value: Node, { text }: Document): TextEdit | undefined {
  const before = template.quasis[index]?.value.raw ?? "";
  const after = template.quasis[index + 1]?.value.raw ?? "";
  const isQuoted = before.endsWith("'") && after.startsWith("'");
  if (!isQuoted && !/(?:[=<>(,]|\bLIKE)\s*$/i.test(before)) return undefined;
  if (!isQuoted && /(?:\bIN\s*\()\s*$/i.test(before)) return undefined;
  const start = text.lastIndexOf("${", value.range[0]) - (isQuoted ? 1 : 0);
  const end = text.indexOf("}", value.range[1]) + (isQuoted ? 2 : 1);
  return { range: { start, end }, newText: placeholder };
}
