import type { Document } from "../../../core/document.ts";
import type { TextRange } from "../../../core/text.ts";
import { calleePath } from "../../../languages/typescript/calls.ts";
import { rangeOf } from "../../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../../languages/typescript/syntax.ts";
import type { ArgumentText } from "./argumentText.ts";
import { csharpArguments, csharpSinkTriggers, mayHaveCsharpArgument } from "./csharpArguments.ts";
import { mayHavePhpArgument, phpArguments, phpSinkTriggers } from "./phpArguments.ts";
import { mayHaveLiteralArgument } from "./promising.ts";
import { sinkTexts, type SinkText } from "./sinkArguments.ts";
import { sinkTriggers } from "./sinkTable.ts";

/** Words of which one stands in every file that calls a sink. */
export const argumentTriggers: readonly string[] = [...new Set([...sinkTriggers, ...csharpSinkTriggers, ...phpSinkTriggers])];

/** Whether a file may have a text as a secret argument, asked before a tree is made. */
export function mayHaveArgument({ language, text }: Document): boolean {
  if (language === "csharp") return mayHaveCsharpArgument(text);
  return language === "php" ? mayHavePhpArgument(text) : mayHaveLiteralArgument(text);
}

/** Every known text of a document that reaches a sink. */
export function argumentTexts(document: Document): ArgumentText[] {
  if (document.language === "csharp") return csharpArguments(document);
  if (document.language === "php") return phpArguments(document);
  return sinkTexts(document.syntax(typescriptSyntax)).map((one) => fromTypeScript(document, one));
}

function fromTypeScript(document: Document, { sink, call, value, node }: SinkText): ArgumentText {
  const isHere = node.type === "Literal" || node.type === "TemplateLiteral" || node.type === "BinaryExpression" || node.type === "TemplateElement";
  const range = rangeOf(node);
  const callName = calleePath(call).join(".") || "a call";
  return { kind: sink.kind, callName, callee: rangeOf(call.callee), call: rangeOf(call), value, written: isHere ? insideQuotes(document, range) : range, isHere };
}

function insideQuotes({ text }: Document, { start, end }: TextRange): TextRange {
  const isQuoted = /["'`]/.test(text.charAt(start)) && text.charAt(end - 1) === text.charAt(start);
  return isQuoted && end - start > 2 ? { start: start + 1, end: end - 1 } : { start, end };
}
