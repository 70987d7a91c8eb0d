import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls, argumentAt, makerOf, methodCall } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf } from "../../languages/typescript/constants.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { ancestorsOf, isFunction, rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { jwtCalls, onlyValue, type JwtCall } from "./jwt/jwtCalls.ts";
import { jwtModules } from "./jwt/jwtTable.ts";
import { day, numberOf, secondsOf } from "./jwt/spans.ts";
import { isProductCode } from "./productCode.ts";

/** Longer than any session: a token to renew others with may live as long. */
const longest = 30 * day;
/** A token that renews others, or stands in a link, may live longer. */
const renewing = /refresh|renew|remember|invit|unsubscribe|license|api[-_]?key|personal/i;

interface Life {
  readonly seconds: number;
  readonly node: Node;
}

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const { life, call } of [...livesOfCalls(syntax), ...livesOfJose(syntax)]) {
    if (life.seconds <= longest || isRenewing(document, call)) continue;
    const days = Math.round(life.seconds / day);
    const isText = life.node.type === "Literal" && typeof life.node.value === "string" && !isElsewhere(life.node);
    const quote = isText ? document.text.charAt(life.node.range[0]) : "";
    report({
      range: rangeOf(life.node),
      message: `The token lives ${days} days: who gets hold of it has that long, because it cannot be taken back.`,
      fixes: isText ? [{ title: "Let the token live for an hour; renew it while the user is there", safe: false, edits: [{ range: rangeOf(life.node), newText: `${quote}1h${quote}` }] }] : [],
    });
  }
}

interface Found {
  readonly life: Life;
  readonly call: Node;
}

function livesOfCalls(syntax: TypeScriptSyntax): Found[] {
  return jwtCalls(syntax).flatMap((jwt) => (jwt.act === "sign" ? [...optionLives(jwt, syntax), ...claimLives(jwt, syntax)].map((life) => ({ life, call: jwt.call })) : []));
}

/** Numbers are seconds, but milliseconds for fast-jwt. */
function optionLives({ row, options }: JwtCall, syntax: TypeScriptSyntax): Life[] {
  const value = typeof options === "object" ? onlyValue(options, "expiresIn") : undefined;
  return value ? livesIn(value, row.module === "fast-jwt" ? 0.001 : 1, syntax) : [];
}

function livesIn(value: Node, unit: number, syntax: TypeScriptSyntax): Life[] {
  const number = numberOf(value, syntax);
  if (number !== undefined) return [{ seconds: number * unit, node: value }];
  return optionsOf(constantOf(value, syntax)).flatMap((one) => {
    const seconds = one.kind === "string" ? secondsOf(one.value) : undefined;
    return seconds === undefined ? [] : [{ seconds, node: one.node }];
  });
}

/** `exp: now + 3600 * 24 * 365`: the number that is added. */
function claimLives({ subject, call }: JwtCall, syntax: TypeScriptSyntax): Life[] {
  const exp = subject && onlyValue(propertiesOf(subject, syntax, call), "exp");
  if (exp?.type !== "BinaryExpression" || exp.operator !== "+" || !/Date\.now\(\) ?\/ ?1000|getTime\(\) ?\/ ?1000|\bnow\b|\biat\b/.test(syntax.document.text.slice(...exp.left.range))) return [];
  const seconds = numberOf(exp.right, syntax);
  // Milliseconds by mistake would be ages: that is another fault.
  return seconds === undefined || seconds > 200 * 365 * day ? [] : [{ seconds, node: exp.right }];
}

/** `new SignJWT(…).setExpirationTime("1y")`; a number there is a date. */
function livesOfJose(syntax: TypeScriptSyntax): Found[] {
  return allCalls(syntax).flatMap((call) => {
    const method = methodCall(call);
    if (method?.name !== "setExpirationTime" || makerOf(method.receiver, syntax)?.module !== "jose") return [];
    const argument = argumentAt(call, 0);
    return typeof argument === "object" ? livesIn(argument, 0, syntax).map((life) => ({ life, call })) : [];
  });
}

/** Names around the call, or in it, say that it makes a token for something longer. */
function isRenewing({ text }: Document, call: Node): boolean {
  if (renewing.test(text.slice(...call.range))) return true;
  for (const ancestor of ancestorsOf(call)) {
    const name = ancestor.type === "VariableDeclarator" || isFunction(ancestor) ? ancestor.id : ancestor.type === "MethodDefinition" || ancestor.type === "Property" ? ancestor.key : ancestor.type === "AssignmentExpression" ? ancestor.left : undefined;
    if (name && renewing.test(text.slice(...name.range))) return true;
  }
  return false;
}

const jwt = 'import jwt from "jsonwebtoken";\n';

export default defineRule({
  id: "jwt-long-lived",
  title: "Token that lives for months",
  concern: "tokens",
  languages: ["typescript"],
  requirements: ["atlassian/authenticate-every-request", "akeneo/no-vulnerabilities", "superoffice/owasp-top-ten"],
  severity: "warning",
  cwe: [613],
  fix: "review",
  triggers: jwtModules,
  documentation: {
    wrong: "A JSON web token is signed with a life of more than 30 days, by `expiresIn`, by `exp`, or by jose's `setExpirationTime`.",
    why: "A signed token cannot be taken back: it works until it expires, whatever happens to the user or to the token. The longer it lives, the more logs and backups hold one that works.",
    fix: "The quick fix writes one hour. Renew the token while the user is there, or keep a session on the server, which can be ended.",
    suppress: "Where the server can refuse single tokens, by a list or a version number in them. Tokens that are named for renewing, inviting or as API keys are not reported.",
  },
  examples: {
    bad: [
      { name: "a year", code: `${jwt}const token = jwt.sign({ sub: id }, key, { expiresIn: [|"1y"|] });\n`, fixed: `${jwt}const token = jwt.sign({ sub: id }, key, { expiresIn: "1h" });\n` },
      { name: "days in a constant", code: `const jwt = require('jsonwebtoken');\nconst LIFE = [|'90 days'|];\njwt.sign({ sub: id }, key, { expiresIn: LIFE });\n`, fixed: `const jwt = require('jsonwebtoken');\nconst LIFE = '1h';\njwt.sign({ sub: id }, key, { expiresIn: LIFE });\n` },
      { name: "seconds", code: `${jwt}jwt.sign({ sub: id }, key, { expiresIn: [|60 * 60 * 24 * 365|] });\n` },
      { name: "a claim", code: `${jwt}jwt.sign({ sub: id, exp: Math.floor(Date.now() / 1000) + [|31536000|] }, key);\n` },
      { name: "jose", code: `import { SignJWT } from "jose";\nawait new SignJWT({ id }).setProtectedHeader({ alg: "HS256" }).setExpirationTime([|"52 weeks"|]).sign(key);\n`, fixed: `import { SignJWT } from "jose";\nawait new SignJWT({ id }).setProtectedHeader({ alg: "HS256" }).setExpirationTime("1h").sign(key);\n` },
      { name: "fast-jwt, in milliseconds", code: `import { createSigner } from "fast-jwt";\nconst sign = createSigner({ key, expiresIn: [|1000 * 60 * 60 * 24 * 100|] });\n` },
    ],
    good: [
      { name: "an hour", code: `${jwt}jwt.sign({ sub: id }, key, { expiresIn: "1h" });\n` },
      { name: "30 days", code: `${jwt}jwt.sign({ sub: id }, key, { expiresIn: "30d" });\njwt.sign({ sub: id }, key, { expiresIn: 86400 * 7 });\n` },
      { name: "a token to renew others with", code: `${jwt}const refreshToken = jwt.sign({ sub: id }, key, { expiresIn: "180d" });\n` },
      { name: "a text of digits is milliseconds", code: `${jwt}jwt.sign({ sub: id }, key, { expiresIn: "31536000" });\n` },
      { name: "a value from elsewhere", code: `${jwt}jwt.sign({ sub: id }, key, { expiresIn: process.env.LIFE });\njwt.sign({ sub: id, exp }, key);\n` },
      { name: "fast-jwt", code: `import { createSigner } from "fast-jwt";\nconst sign = createSigner({ key, expiresIn: 3600000 });\n` },
      { name: "a key for programs", code: `${jwt}function makeApiKey(id) {\n  return jwt.sign({ sub: id }, key, { expiresIn: "1y" });\n}\n` },
      { name: "a cookie's life", code: `${jwt}response.cookie("a", "b", { expiresIn: "1y" });\n` },
    ],
  },
  check,
});
