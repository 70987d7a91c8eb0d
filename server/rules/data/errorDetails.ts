import type { TSESTree } from "@typescript-eslint/types";
import { variableOf } from "../../languages/typescript/bindings.ts";
import { allCalls, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { memberName, plainKey } from "../../languages/typescript/keys.ts";
import { ancestorsOf, isFunction, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import type { TypeScriptSyntax } from "../../languages/typescript/syntax.ts";

/** Something of an error that an answer holds. */
export interface ErrorDetail {
  readonly node: Node;
  /** It is the stack; else it is the error as a whole. */
  readonly isStack: boolean;
}

/** Methods of responses that take what is answered: Express 5, Koa 3, Fastify 5, Hapi 21, Hono 4, Next 15. */
const answering: ReadonlySet<string> = new Set(["send", "json", "jsonp", "end", "write", "render", "html", "text", "body"]);
const responseName = /^(?:res|resp|response|reply|h|ctx|c|context|NextResponse|Response)$/;
const errorName = /^(?:e|ex|err|error|exception)$/i;

/** What of errors a file's answers hold. */
export function errorDetails(syntax: TypeScriptSyntax): readonly ErrorDetail[] {
  const answers = [...allCalls(syntax).flatMap((call) => (isAnswer(call) ? call.arguments : [])), ...koaBodies(syntax)];
  return answers.flatMap((value) => detailsIn(value, syntax, 6)).filter(({ node }) => !isElsewhere(node) && !isForDevelopers(node, syntax));
}

/** `res.status(500).json(x)`, `reply.code(500).send(x)`, `new Response(x)`. */
function isAnswer(call: Call): boolean {
  const callee = unwrap(call.callee);
  if (call.type === "NewExpression") return callee.type === "Identifier" && /^(?:Next)?Response$/.test(callee.name);
  const method = methodCall(call);
  if (!method || !answering.has(method.name)) return false;
  let node = method.receiver;
  while (node.type === "CallExpression") {
    const inner = methodCall(node);
    if (!inner) return false;
    node = inner.receiver;
  }
  return node.type === "Identifier" && responseName.test(node.name);
}

/** `ctx.body = x` */
function koaBodies(syntax: TypeScriptSyntax): Node[] {
  return syntax.all("AssignmentExpression").flatMap(({ left, right }) => {
    const target = unwrap(left);
    const isBody = target.type === "MemberExpression" && memberName(target) === "body" && target.object.type === "Identifier" && /^ctx|context$/.test(target.object.name);
    return isBody ? [right] : [];
  });
}

function detailsIn(value: Node, syntax: TypeScriptSyntax, depth: number): ErrorDetail[] {
  if (depth === 0) return [];
  const node = unwrap(value);
  switch (node.type) {
    case "MemberExpression":
      return memberName(node) === "stack" && node.object.type !== "ThisExpression" ? [{ node, isStack: true }] : [];
    case "Identifier":
      if (isError(node, syntax)) return [{ node, isStack: false }];
      return alternativesOf(node, syntax).flatMap((one) => (one.node.type === "ObjectExpression" || one.node.type === "TemplateLiteral" ? detailsIn(one.node, syntax, depth - 1) : []));
    case "ObjectExpression":
      return node.properties.flatMap((one) => (one.type === "Property" ? ofProperty(one, syntax, depth) : detailsOfSpread(one, syntax, depth)));
    case "TemplateLiteral":
      return node.expressions.flatMap((one) => (unwrap(one).type === "MemberExpression" ? detailsIn(one, syntax, depth - 1) : []));
    case "BinaryExpression":
      return [node.left, node.right].flatMap((one) => (unwrap(one).type === "Identifier" ? [] : detailsIn(one, syntax, depth - 1)));
    case "LogicalExpression":
      return [...detailsIn(node.left, syntax, depth - 1), ...detailsIn(node.right, syntax, depth - 1)];
    case "ConditionalExpression":
      return [...detailsIn(node.consequent, syntax, depth - 1), ...detailsIn(node.alternate, syntax, depth - 1)];
    case "CallExpression":
      return methodCall(node)?.name === "stringify" ? node.arguments.slice(0, 1).flatMap((one) => detailsIn(one, syntax, depth - 1)) : [];
    default:
      return [];
  }
}

function ofProperty(property: TSESTree.Property, syntax: TypeScriptSyntax, depth: number): ErrorDetail[] {
  return plainKey(property) === undefined ? [] : detailsIn(property.value, syntax, depth - 1);
}

/** `...(isDevelopment && { stack: error.stack })` */
function detailsOfSpread({ argument }: TSESTree.SpreadElement, syntax: TypeScriptSyntax, depth: number): ErrorDetail[] {
  return argument.type === "Identifier" ? [] : detailsIn(argument, syntax, depth - 1);
}

/** What `catch` takes, or the first parameter of an error handler with four, or of a callback with that name. */
function isError(node: TSESTree.Identifier, syntax: TypeScriptSyntax): boolean {
  const [definition] = variableOf(node, syntax)?.defs ?? [];
  if (definition?.type === "CatchClause") return !isNarrowed(node, syntax);
  if (definition?.type !== "Parameter" || !isFunction(definition.node) || !errorName.test(node.name)) return false;
  const { params } = definition.node;
  return params[0] === definition.name && (params.length >= 4 || isRejection(definition.node) || params.length === 2);
}

/** An error class of the app's own is made to be shown. */
function isNarrowed(node: TSESTree.Identifier, syntax: TypeScriptSyntax): boolean {
  const variable = variableOf(node, syntax);
  return variable?.references.some(({ identifier: { parent } }) => parent.type === "BinaryExpression" && parent.operator === "instanceof" && !(parent.right.type === "Identifier" && parent.right.name === "Error")) ?? false;
}

function isRejection(made: Node): boolean {
  const call = made.parent;
  return call?.type === "CallExpression" && methodCall(call)?.name === "catch";
}

const development = /development|NODE_ENV|isDev|\bdev\b|debug|production|isProd|\.env\b|verbose|expose/i;

/** Some condition around it asks for the environment. */
function isForDevelopers(node: Node, { document: { text } }: TypeScriptSyntax): boolean {
  for (const ancestor of ancestorsOf(node)) {
    const test = ancestor.type === "ConditionalExpression" || ancestor.type === "IfStatement" ? ancestor.test : ancestor.type === "LogicalExpression" ? ancestor.left : undefined;
    if (test && development.test(text.slice(test.range[0], test.range[1]))) return true;
    if (isFunction(ancestor)) {
      // An earlier return, or a name for the whole handler.
      const before = text.slice(ancestor.body.range[0], node.range[0]);
      return /\bif\s*\([^{};]*(?:production|development|NODE_ENV|isDev|isProd)/i.test(before) || (ancestor.id !== null && development.test(ancestor.id.name));
    }
  }
  return false;
}
