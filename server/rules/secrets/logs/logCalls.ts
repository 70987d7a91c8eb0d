import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../../core/document.ts";
import { isGlobal } from "../../../languages/typescript/bindings.ts";
import { makerOf, methodCall } from "../../../languages/typescript/calls.ts";
import { originOf } from "../../../languages/typescript/imports.ts";
import { memberName } from "../../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../../languages/typescript/syntax.ts";

/** A call that writes to a log. */
export interface LogCall {
  readonly call: TSESTree.CallExpression;
  /** By its own settings the logger leaves out parts of the objects that it is given. */
  readonly redacts: boolean;
}

/** Methods that write, of all libraries in the table and of `console`, which is Forge's log as well. */
const writing: ReadonlySet<string> = new Set([
  "log", "info", "debug", "warn", "error", "trace", "fatal", "verbose", "silly", "http", "notice", "crit", "alert", "emerg",
  "warning", "dir", "table", "mark", "success",
]);

/** Libraries that make loggers, or are one. */
const loggerModules: ReadonlySet<string> = new Set([
  "winston", "pino", "bunyan", "log4js", "loglevel", "signale", "consola", "tslog", "roarr", "npmlog", "electron-log",
  "nestjs-pino", "@aws-lambda-powertools/logger", "@google-cloud/logging",
]);
/** What a logger is called where another file makes it. */
const loggerName = /^(?:_?log(?:ger)?|[a-z]\w*(?:Log|Logger))$/;
/** How the options of loggers say what is left out (pino, bunyan, winston's formats). */
const redacting = /\b(?:redact|serializers|maskValues|mask\w*\(|scrub|sanitiz)/i;

/** The calls of a file that write to a log. */
export function logCalls(document: Document): LogCall[] {
  const syntax = document.syntax(typescriptSyntax);
  return syntax.all("CallExpression").flatMap((call) => {
    const logger = loggerOf(call, syntax);
    return logger ? [{ call, redacts: isRedacting(logger, document, syntax) }] : [];
  });
}

/** What a log call writes to; undefined where a call is none. */
function loggerOf(call: TSESTree.CallExpression, syntax: TypeScriptSyntax): Node | undefined {
  const method = methodCall(call);
  // `debug("app")(…)`, with a name or without.
  if (!method) return makerOf(call.callee, syntax)?.module === "debug" ? unwrap(call.callee) : undefined;
  if (!writing.has(method.name)) return undefined;
  const { receiver } = method;
  if (isGlobal(receiver, "console", syntax)) return receiver;
  const origin = makerOf(receiver, syntax) ?? originOf(receiver, syntax);
  if (origin && loggerModules.has(origin.module)) return receiver;
  const name = receiver.type === "Identifier" ? receiver.name : receiver.type === "MemberExpression" ? memberName(receiver) : undefined;
  return name !== undefined && loggerName.test(name) ? receiver : undefined;
}

function isRedacting(logger: Node, document: Document, syntax: TypeScriptSyntax): boolean {
  return alternativesOf(logger, syntax).some(
    ({ node }) => (node.type === "CallExpression" || node.type === "NewExpression") && redacting.test(document.text.slice(node.range[0], node.range[1])),
  );
}
