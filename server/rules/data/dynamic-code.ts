import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { isGlobal } from "../../languages/typescript/bindings.ts";
import { allCalls, calledOrigin, type Call } from "../../languages/typescript/calls.ts";
import { literalText } from "../../languages/typescript/keys.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { flowsFrom } from "../../languages/typescript/provenance.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { isAppCode } from "./programPurpose.ts";

const message = "This runs a text as code, so whoever can change the text can do whatever the app can.";
const sentMessage = "What a request sends is run as code, so whoever sends it can do whatever the app can.";

/** Functions of `vm` that run the text they take. A context is no fence: Node's documentation says so. */
const vmRunners: ReadonlySet<string> = new Set(["runInContext", "runInNewContext", "runInThisContext", "compileFunction", "Script"]);
const timers: ReadonlySet<string> = new Set(["setTimeout", "setInterval", "setImmediate"]);
/** Texts that only ask what the engine is, or load a module past a bundler. */
const asking = /^\s*(?:return\s+)?(?:this|globalThis|\(?0,\s*this\)?|import\(\s*\w+\s*\)|require)\s*;?\s*$|^\s*(?:require\(|import\()|^quire$|^\s*(?:async|\(\)\s*=>|\(async|class\b|let |const |"use strict")|^$/;

function check(document: Document, report: Report): void {
  if (!isAppCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const call of allCalls(syntax)) {
    const text = codeTextOf(call, syntax);
    if (!text || isHarmlessText(text, syntax)) continue;
    const isSent = flowsFrom(text, syntax).some(({ kind }) => kind === "user-input");
    const isLiteral = alternativesOf(text, syntax).every(({ node }) => literalText(unwrap(node)) !== undefined);
    report({ range: rangeOf(call.callee), message: isSent ? sentMessage : message, ...(isLiteral ? { atMost: "information" } : isSent ? {} : { atMost: "warning" }) });
  }
}

/** The text that a call runs, or undefined where it runs none. */
function codeTextOf(call: Call, syntax: TypeScriptSyntax): Node | undefined {
  const [first] = call.arguments;
  const callee = unwrap(call.callee);
  if (!first || first.type === "SpreadElement") return undefined;
  if (isGlobalName(callee, "eval", syntax)) return first;
  if (isGlobalName(callee, "Function", syntax)) return call.arguments.at(-1);
  const origin = calledOrigin(call, syntax);
  // A context for a text of the app's own is a choice: the text cannot be changed.
  if (origin?.module === "vm") return vmRunners.has(origin.name) && !isText(first, syntax, true) ? first : undefined;
  const isTimer = [...timers].some((name) => isGlobalName(callee, name, syntax));
  return isTimer && isText(first, syntax) ? first : undefined;
}

function isGlobalName(callee: Node, name: string, syntax: TypeScriptSyntax): boolean {
  if (isGlobal(callee, name, syntax)) return true;
  if (callee.type !== "MemberExpression") return false;
  const isOwn = callee.property.type === "Identifier" && callee.property.name === name && !callee.computed;
  return isOwn && ["window", "globalThis", "self", "global"].some((owner) => isGlobal(callee.object, owner, syntax));
}

/** A text for certain: written out, or put together. */
function isText(node: Node, syntax: TypeScriptSyntax, isWritten = false): boolean {
  return alternativesOf(node, syntax).every((one) => {
    const end = unwrap(one.node);
    return isWritten ? literalText(end) !== undefined : end.type === "TemplateLiteral" || literalText(end) !== undefined || (end.type === "BinaryExpression" && end.operator === "+");
  });
}

/** Nothing but a question to the engine, such as `new Function("return this")`. */
function isHarmlessText(node: Node, syntax: TypeScriptSyntax): boolean {
  return alternativesOf(node, syntax).every((one) => {
    const end = unwrap(one.node);
    if (end.type === "TemplateLiteral" && end.expressions.length > 0) return /^\s*(?:await )?import\(/.test(end.quasis[0]?.value.raw ?? "");
    const text = literalText(end);
    return text !== undefined && (asking.test(text) || /\b(?:import|require)\(/.test(text));
  });
}

export default defineRule({
  id: "dynamic-code",
  title: "Text run as code",
  concern: "data",
  languages: ["typescript", "html"],
  requirements: ["atlassian/no-child-processes", "atlassian/inline-scripts", "atlassian/untrusted-data", "akeneo/no-vulnerabilities", "superoffice/input-validated", "superoffice/owasp-top-ten"],
  severity: "error",
  cwe: [94, 95],
  fix: "none",
  confirmations: new Map([
    ["eval(", /(?<![\w$])eval\(/iy],
    ["Function(", /(?<![\w$])Function\(/iy],
    ...["setTimeout(", "setInterval("].map((word) => [word, new RegExp(`${word.replace("(", "\\(")}(?!\\s*(?:\\(|async\\b|function\\b|[\\w$]+\\s*=>))`, "iy")] as const),
  ]),
  triggers: ["eval(", "Function(", "setTimeout(", "setInterval(", "setImmediate(", "runInContext", "runInNewContext", "runInThisContext", "compileFunction", "vm.Script", "Script("],
  anchors: ["eval", "Function", "setTimeout", "setInterval", "setImmediate", "runIn", "compileFunction", "Script"],
  promising: isAppCode,
  documentation: {
    wrong: "`eval`, `new Function`, a function of `node:vm`, or a timer that is given a text, runs a text as code.",
    why: "What builds the text decides what the app does. Where a part of it comes from a request, a document or another service, so does the code. Pages that need it also need `unsafe-eval` in their content policy.",
    fix: "Parse data with `JSON.parse`, pick functions from an object that is written out, give timers a function. Calculations by users take an interpreter of expressions without access to the program.",
    suppress: "Where the text is a part of the app itself and no other way exists, such as a sandbox that is built for it in a process of its own.",
  },
  examples: {
    bad: [
      { name: "eval of a body", code: "app.post('/', (req, res) => res.json({ sum: [|eval|](req.body.sum) }));\n" },
      { name: "new Function", code: "export const compile = (body) => new [|Function|]('value', `return ${body}`);\n" },
      { name: "Function without new", code: "export const run = (text) => [|Function|](text)();\n" },
      { name: "vm", code: 'import vm from "node:vm";\nexport const run = (text) => [|vm.runInNewContext|](text, {});\n' },
      { name: "a script", code: 'const { Script } = require("vm");\nexports.load = (text) => new [|Script|](text);\n' },
      { name: "a timer with a text", code: "export const later = (name) => [|setTimeout|]('show(\"' + name + '\")', 100);\n" },
      { name: "window.eval", code: "fetch('/widget').then((r) => r.text()).then((text) => [|window.eval|](text));\n" },
      { name: "in a page", file: "index.html", code: "<script>const data = [|eval|]('(' + location.hash.slice(1) + ')');</script>\n" },
    ],
    good: [
      { name: "JSON", code: "export const read = (text) => JSON.parse(text);\n" },
      { name: "a timer with a function", code: "export const later = (show) => setTimeout(show, 100);\n" },
      { name: "a timer with a name that nobody knows", code: "export const later = (what) => { setTimeout(what, 100); };\n" },
      { name: "the global object", code: "const root = new Function('return this')();\n" },
      { name: "an import past the bundler", code: "export const load = (path) => eval(`import('${path}')`);\n" },
      { name: "a method of that name", code: "export const run = (redis, script) => redis.eval(script, 0);\n" },
      { name: "a function of its own", code: "function eval2(text) { return text; }\nexport const run = (text) => eval2(text);\n" },
      { name: "a build tool", file: "webpack.config.js", code: "module.exports = (text) => eval(text);\n" },
      { name: "a test", file: "test/run.test.js", code: "it('runs', () => { eval(code); });\n" },
      { name: "an instance of Function", code: "export const isFunction = (x) => x instanceof Function;\n" },
    ],
  },
  check,
});
