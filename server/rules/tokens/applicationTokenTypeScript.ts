import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import type { Report } from "../../core/rule.ts";
import { allCalls, argumentAt, methodCall } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf, stringOf } from "../../languages/typescript/constants.ts";
import { replaceNode } from "../../languages/typescript/edits.ts";
import { literalText, memberName, plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { environmentLine, environmentName, literalMessage, namesApplicationToken, tokenCertainty } from "./applicationToken.ts";

/** Environment names that bundlers copy into the code for browsers. */
const publicEnvironment = /^(?:NEXT_PUBLIC|REACT_APP|VITE|VUE_APP|NUXT_PUBLIC|GATSBY|EXPO_PUBLIC|PUBLIC)_/;

/** Reports application tokens written into code, or put into the code for browsers. */
export function checkTypeScript(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  const seen = new Set<number>();
  for (const expression of tokenExpressions(syntax)) {
    for (const option of optionsOf(constantOf(expression, syntax))) {
      if (option.kind !== "string" || seen.has(option.node.range[0])) continue;
      seen.add(option.node.range[0]);
      reportLiteral(document, option.value, option.node, report);
    }
    for (const { node } of alternativesOf(expression, syntax)) {
      if (seen.has(node.range[0]) || !isPublicEnvironment(node)) continue;
      seen.add(node.range[0]);
      report({ range: rangeOf(node), message: "This variable is copied into the code for browsers, and SuperOffice's application token with it." });
    }
  }
}

function reportLiteral(document: Document, value: string, node: Node, report: Report): void {
  const certainty = tokenCertainty(value);
  if (!certainty) return;
  const range = textRange(node, value);
  report({
    range,
    message: literalMessage(value),
    atMost: certainty,
    secret: range,
    // A page has no environment: there the call belongs to a server.
    fixes: document.language === "typescript" ? [environmentFix(node)] : [],
  });
}

function environmentFix(node: Node): Fix {
  return {
    title: `Read it from process.env.${environmentName}`,
    safe: false,
    edits: [replaceNode(node, `process.env.${environmentName}`)],
    appends: [environmentLine],
  };
}

function textRange(node: Node, value: string): { start: number; end: number } {
  const { start, end } = rangeOf(node);
  return literalText(node) !== undefined && end - start === value.length + 2 ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Every expression that the code uses as the application token. */
function* tokenExpressions(syntax: TypeScriptSyntax): Generator<Node> {
  for (const call of allCalls(syntax)) {
    const first = argumentAt(call, 0);
    if (typeof first === "string") continue;
    if (namesApplicationToken(methodCall(call)?.name ?? "")) yield first;
    // `headers.set("SO-AppToken", …)` and its kin.
    const second = argumentAt(call, 1);
    if (typeof second !== "string" && namesApplicationToken(stringOf(first, syntax) ?? "")) yield second;
  }
  for (const property of syntax.all("Property")) {
    if (property.parent.type !== "ObjectExpression") continue;
    const name = plainKey(property) ?? (property.computed ? stringOf(property.key, syntax) : undefined);
    if (namesApplicationToken(name ?? "")) yield property.value;
  }
  // `new Headers([["SO-AppToken", …]])`
  for (const { elements: [name, value, ...others] } of syntax.all("ArrayExpression")) {
    if (name && value && others.length === 0 && namesApplicationToken(literalText(name) ?? "")) yield value;
  }
  for (const { left, right } of syntax.all("AssignmentExpression")) {
    const target = unwrap(left);
    const name = target.type === "MemberExpression" ? (memberName(target) ?? stringOf(target.property, syntax)) : target.type === "Identifier" ? target.name : undefined;
    if (namesApplicationToken(name ?? "")) yield right;
  }
  for (const { id, init } of syntax.all("VariableDeclarator")) {
    if (init && id.type === "Identifier" && namesApplicationToken(id.name)) yield init;
  }
  for (const field of syntax.all("PropertyDefinition")) {
    if (field.value && namesApplicationToken(plainKey(field) ?? "")) yield field.value;
  }
}

/** `process.env.REACT_APP_X`, `import.meta.env.VITE_X`. */
function isPublicEnvironment(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type !== "MemberExpression" || !publicEnvironment.test(memberName(node) ?? "")) return false;
  const environment = unwrap(node.object);
  return environment.type === "MemberExpression" && memberName(environment) === "env";
}
