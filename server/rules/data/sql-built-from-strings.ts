import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { isAppCode } from "./programPurpose.ts";
import { sqlExamples } from "./sqlExamples.ts";
import { insertedInto } from "./sqlInserted.ts";
import { sqlCalls } from "./sqlCalls.ts";
import { csharpInsertedValues, phpInsertedValues } from "./sqlOtherLanguages.ts";
import { parameterFix } from "./sqlParameterFix.ts";

const sent = "What a request sends becomes a part of this SQL statement, so whoever sends it decides what the database does.";
const inserted = "A value becomes a part of this SQL statement's text, so a quote in it changes what the statement does; pass it as a parameter.";
/** Something is inserted into a text: a hole, a sum, a variable in PHP's quotes. */
const puttingTogether = /\$\{|["'`]\s*\+|\+\s*\w|\+=|\{\w|\$\w|\.concat\(|\.join\(/;

/** Behind a quote and with the word that belongs to it: else they are words of prose and of JavaScript. */
const selecting = /(?<=(?:["'`(]|<<<["']?\w{1,30}["']?)\s{0,40})select\s[^]{0,1000}?\bfrom\b/iy;

function check(document: Document, report: Report): void {
  const { language } = document;
  if (!isAppCode(document)) return;
  if (language === "csharp") for (const range of csharpInsertedValues(document)) report({ range, message: inserted });
  if (language === "php") for (const range of phpInsertedValues(document)) report({ range, message: inserted });
  if (language !== "typescript") return;
  const syntax = document.syntax(typescriptSyntax);
  const seen = new Set<Node>();
  for (const call of sqlCalls(syntax)) {
    const values = insertedInto(call, syntax).filter(({ node }) => !seen.has(node));
    const fix = parameterFix(call, values.map(({ node }) => node), document);
    const fixes: Fix[] = fix ? [fix] : [];
    for (const [index, { node, isSent }] of values.entries()) {
      seen.add(node);
      report({ range: rangeOf(node), message: isSent ? sent : inserted, fixes: index === 0 ? fixes : [] });
    }
  }
}

export default defineRule({
  id: "sql-built-from-strings",
  title: "SQL statement built from strings",
  concern: "data",
  languages: ["typescript", "csharp", "php"],
  requirements: ["atlassian/parameterised-sql", "atlassian/untrusted-data", "akeneo/no-vulnerabilities", "superoffice/input-validated", "superoffice/owasp-top-ten"],
  severity: "error",
  cwe: [89],
  fix: "review",
  confirmations: new Map([
    ["select ", selecting],
    ["select\n", selecting],
    ["select\r", selecting],
    ["insert ", /(?<=(?:["'`(]|<<<["']?\w{1,30}["']?)\s{0,40})insert\s+(?:ignore\s+)?into\b/iy],
    ["update ", /(?<=(?:["'`(]|<<<["']?\w{1,30}["']?)\s{0,40})update\s[^]{0,1000}?\bset\b/iy],
    ["delete ", /(?<=(?:["'`(]|<<<["']?\w{1,30}["']?)\s{0,40})delete\s+from\b/iy],
  ]),
  triggers: ["select ", "select\n", "select\r", "insert ", "update ", "delete ", "queryRawUnsafe", "executeRawUnsafe", "whereRaw", "havingRaw", "joinRaw"],
  promising: (document) => isAppCode(document) && puttingTogether.test(document.text),
  documentation: {
    wrong: "A statement of SQL is put together from texts, and something that is not a constant stands in it as a value; or what a request sends stands anywhere in it.",
    why: "The database cannot tell which part was meant as data. A value with a quote ends the text around it, and what follows runs as SQL: it can read or delete every tenant's data.",
    fix: "Write a placeholder and pass the value beside the statement: `$1` with `pg`, `?` with `mysql2` and SQLite, `.bindParams(value)` with Forge SQL, `@name` in C#, `:name` in PHP. A table or column cannot be a parameter: pick it from a list that is written out.",
    suppress: "Where the value surely is a number, or one of a few texts, by a check that is made elsewhere.",
  },
  examples: sqlExamples,
  check,
});
