import type { Document } from "../../core/document.ts";
import type { Report } from "../../core/rule.ts";
import { variableOf } from "../../languages/typescript/bindings.ts";
import { allCalls } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf } from "../../languages/typescript/constants.ts";
import { importedModules } from "../../languages/typescript/imports.ts";
import { ancestorsOf, enclosingFunction, isFunction, isWithin, rangeOf, unwrap, type FunctionNode, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf, propertiesOf, type PropertyValue } from "../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { headerWrites } from "./headerWrites.ts";
import { occasionOf } from "./occasions.ts";
import { writtenOptions } from "./writtenOptions.ts";

/** How a value of `origin` answers a page of any site: with that site's own name, or with `*`. */
type Answer = "reflected" | "star";

const messages: Readonly<Record<Answer, string>> = {
  reflected: "Every site gets its own origin back with credentials allowed, so any page a user opens can use the app in the user's name.",
  star: "All origins are allowed together with credentials, which browsers refuse; the list of origins is missing.",
};

/**
 * Packages whose `*` is the request's own origin where credentials are allowed: Hapi 21 by its documentation. The others
 * (cors 2.8, @fastify/cors 11, hono 4, Nest 11, socket.io 4, h3 1, middy 6) send it as it is.
 */
const reflectingStar = /^@?hapi/;

/** Reports options with `origin` and `credentials`, as cors, @fastify/cors, @koa/cors, hono, Nest, socket.io, h3, Hapi, Elysia take them. */
export function checkCorsOptions(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const { value, object, node } of writtenOptions(syntax, new Set(["credentials"]))) {
    if (!object || !isTrue(value, syntax) || occasionOf(node, document, syntax) !== "always") continue;
    const given = propertiesOf(object, syntax).properties.get("origin")?.values ?? [];
    const answers = given.map((one) => answerOf(one, syntax));
    const [first] = given;
    if (!first || !answers.every((answer) => answer !== undefined) || occasionOf(first.node, document, syntax) !== "always") continue;
    const answer = answers.includes("reflected") ? "reflected" : "star";
    report({ range: rangeOf(first.node), message: messages[answer], atMost: answer === "star" ? "warning" : "error" });
  }
  checkHeaders(document, syntax, report);
}

function isTrue(value: Node, syntax: TypeScriptSyntax): boolean {
  return optionsOf(constantOf(value, syntax)).every((one) => (one.kind === "boolean" && one.value) || (one.kind === "string" && one.value === "true"));
}

function answerOf({ value }: PropertyValue, syntax: TypeScriptSyntax): Answer | undefined {
  if (!value) return undefined;
  const answers = alternativesOf(value, syntax).map(({ node }) => ofEnd(unwrap(node), syntax));
  if (answers.length === 0 || answers.includes(undefined)) return undefined;
  return answers.includes("reflected") ? "reflected" : "star";
}

function ofEnd(node: Node, syntax: TypeScriptSyntax): Answer | undefined {
  const star: Answer = [...importedModules(syntax)].some((module) => reflectingStar.test(module)) ? "reflected" : "star";
  if (node.type === "Literal") {
    if ("regex" in node) return /^\^?\.\*\$?$/.test(node.regex.pattern) ? "reflected" : undefined;
    return node.value === true ? "reflected" : node.value === "*" ? star : undefined;
  }
  if (node.type === "ArrayExpression") {
    const [only, ...others] = node.elements;
    return only && others.length === 0 && only.type !== "SpreadElement" ? ofEnd(unwrap(only), syntax) : undefined;
  }
  return isFunction(node) && allowsAll(node, syntax) ? "reflected" : undefined;
}

const tests: ReadonlySet<string> = new Set(["IfStatement", "ConditionalExpression", "LogicalExpression", "SwitchStatement", "AwaitExpression", "BinaryExpression"]);

/** A function that asks nothing: `(origin, callback) => callback(null, true)`, `(origin) => origin`. */
function allowsAll(made: FunctionNode, syntax: TypeScriptSyntax): boolean {
  const asks = [...tests].some((type) => syntax.all(type as "IfStatement").some((node) => isWithin(node, made)));
  if (asks) return false;
  const calls = allCalls(syntax).filter((call) => isWithin(call, made));
  const origin = made.params[0] && variableOf(made.params[0], syntax);
  const gives = (node: Node): boolean => {
    const value = unwrap(node);
    return (value.type === "Literal" && value.value === true) || (origin !== undefined && variableOf(value, syntax) === origin);
  };
  const [call, ...others] = calls;
  const callback = made.params[1] && variableOf(made.params[1], syntax);
  if (call) {
    const [, answer] = call.arguments;
    return others.length === 0 && callback !== undefined && variableOf(unwrap(call.callee), syntax) === callback && answer !== undefined && answer.type !== "SpreadElement" && gives(answer);
  }
  const result = made.body.type === "BlockStatement" ? syntax.all("ReturnStatement").find((one) => isWithin(one, made))?.argument : made.body;
  return result !== undefined && result !== null && gives(result);
}

const allowOrigin = "access-control-allow-origin";
const allowCredentials = "access-control-allow-credentials";
/** The origin that a request says it comes from. */
const requestOrigin = /\bheaders\s*(?:\?\.|!)?\s*(?:\.\s*origin\b|\[\s*["'`]origin["'`]\s*\]|\.get\(\s*["'`]origin["'`]\s*\))|\b(?:get|header)\(\s*["'`]origin["'`]\s*\)/i;
/** What a function that compares the origin with something has in it. */
const comparison = /\b(?:includes|has|test|some|indexOf|match|find|every|endsWith|startsWith|new URL)\b|allow(?:ed)?_?(?:list|origin|host|domain)|white_?list|trusted|permitted|valid(?:ate)?Origin|isAllowed|===|!==/i;

function checkHeaders(document: Document, syntax: TypeScriptSyntax, report: Report): void {
  const writes = headerWrites(syntax, new Set([allowOrigin, allowCredentials]));
  for (const write of writes.filter(({ name }) => name === allowOrigin)) {
    const around = enclosingFunction(write.node);
    const withCredentials = writes.some((other) => other.name === allowCredentials && enclosingFunction(other.node) === around && isTrue(other.value, syntax));
    if (!withCredentials || occasionOf(write.node, document, syntax) !== "always") continue;
    const text = written(write.value, document, syntax);
    const scope = around ?? [...ancestorsOf(write.node)].at(-2) ?? write.node;
    const answer: Answer | undefined = requestOrigin.test(text) ? "reflected" : /^["'`]\*["'`]$/.test(text.trim()) ? "star" : undefined;
    if (answer === undefined || (answer === "reflected" && comparison.test(withoutHeaders(document.text.slice(...scope.range))))) continue;
    report({ range: rangeOf(write.node), message: messages[answer], atMost: answer === "star" ? "warning" : "error" });
  }
}

/** A method that is compared says nothing of the origin. */
function withoutHeaders(text: string): string {
  return text.replace(/Access-Control-Allow-\w+/gi, "").replace(/\.method\s*[!=]==?\s*["'`]\w+["'`]|["'`]OPTIONS["'`]\s*[!=]==?/g, "");
}

/** An expression as written, a name by what it stands for. */
function written(value: Node, document: Document, syntax: TypeScriptSyntax): string {
  const ends = alternativesOf(value, syntax).filter(({ place }) => !place);
  return ends.map(({ node }) => document.text.slice(...node.range)).join(" ");
}
