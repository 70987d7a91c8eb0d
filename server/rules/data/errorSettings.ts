import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import { enclosing, isMark } from "../../languages/csharp/reading.ts";
import { csharpSyntax, type CsharpToken } from "../../languages/csharp/tokens.ts";
import { calledFunction, calledMethod, phpArgument } from "../../languages/php/calls.ts";
import { phpSyntax } from "../../languages/php/syntax.ts";
import { attributeNamed } from "../../languages/xml/attributes.ts";
import { xmlSyntax } from "../../languages/xml/syntax.ts";

const page = "The framework's page for developers is on whatever the environment is, and shows code, stack and settings to everybody.";
const output = "PHP writes its errors into the page, with paths and values of the server.";
const trace = "The answer holds the exception's trace, which tells everybody the server's files and arguments.";

/** ASP.NET Core 9: the page for developers outside of a question for the environment. */
export function csharpDeveloperPages(document: Document, report: Report): void {
  const { tokens } = document.syntax(csharpSyntax);
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "name" || token.text !== "UseDeveloperExceptionPage" || !isMark(tokens, index + 1, "(")) continue;
    if (!isInDevelopment(tokens, index)) report({ range: token.range, message: page });
  }
}

/** Words before the statement's block, or before the statement itself. */
function isInDevelopment(tokens: readonly CsharpToken[], index: number): boolean {
  const around = enclosing(tokens, index);
  const asks = (from: number, to: number): boolean => tokens.slice(Math.max(0, from), to).some(({ text, kind }) => (kind === "name" || kind === "string") && /develop|debug/i.test(text) && !text.includes("UseDeveloper"));
  const block = around >= 0 ? lastBoundary(tokens, around - 1) : index;
  return asks(block, around) || asks(lastBoundary(tokens, index - 1), index);
}

function lastBoundary(tokens: readonly CsharpToken[], from: number): number {
  for (let at = from; at >= 0; at--) if (isMark(tokens, at, ";") || isMark(tokens, at, "{") || isMark(tokens, at, "}")) return at;
  return 0;
}

/** `web.config` of ASP.NET 4: `customErrors mode="Off"`, `compilation debug="true"`, `httpErrors errorMode="Detailed"`. */
const settings: Readonly<Record<string, { readonly name: string; readonly value: string; readonly better: string }>> = {
  customErrors: { name: "mode", value: "off", better: "RemoteOnly" },
  httpErrors: { name: "errorMode", value: "detailed", better: "DetailedLocalOnly" },
  compilation: { name: "debug", value: "true", better: "false" },
};

/** The settings of a web.config that show errors to everybody. A transformation file (`web.debug.config`) is for developers. */
export function xmlErrorSettings(document: Document, report: Report): void {
  if (!/^web(?:\.release|\.production)?\.config$/i.test(document.fileName)) return;
  for (const element of document.syntax(xmlSyntax).elements) {
    const setting = settings[element.name];
    const found = setting && attributeNamed(element.attributes, setting.name);
    if (!setting || found?.value.toLowerCase() !== setting.value) continue;
    const message = element.name === "compilation" ? "The app runs with debugging on: errors show source and stack, and requests never time out." : "Errors are shown with source and stack to everybody, not only on the server itself.";
    report({ range: found.valueRange, message, fixes: [{ title: `Set ${setting.name} to ${setting.better}`, safe: false, edits: [{ range: found.valueRange, newText: setting.better }] }] });
  }
}

/** `ini_set("display_errors", 1)`, and traces that are echoed. */
export function phpErrorOutput(document: Document, report: Report): void {
  const syntax = document.syntax(phpSyntax);
  for (const call of syntax.all("call")) {
    const name = calledFunction(call);
    if (name === "ini_set") {
      const key = phpArgument(call, 0);
      const value = phpArgument(call, 1);
      const isOn = typeof value !== "string" && ((value.kind === "literal" && (value.value === true || value.value === 1)) || (value.kind === "text" && /^(?:1|on|true|yes|stdout)$/i.test(value.value)));
      if (typeof key !== "string" && key.kind === "text" && key.value === "display_errors" && isOn && !/APP_DEBUG|APP_ENV|getenv|isDev/i.test(document.text)) report({ range: call.range, message: output });
    }
    if (calledMethod(call) !== "getTraceAsString") continue;
    const line = document.text.slice(document.lines[document.lineOf(call.range.start)] ?? 0, call.range.start);
    if (/\becho\b|\bprint\b|\bdie\(|\bexit\(|new (?:Json)?Response\(|->json\(/.test(line)) report({ range: call.range, message: trace });
  }
}
