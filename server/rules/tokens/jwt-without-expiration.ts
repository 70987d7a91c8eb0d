import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { addArgument, insertProperty } from "../../languages/typescript/edits.ts";
import { allCalls, argumentAt, calledOrigin, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { ancestorsOf, rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { jwtCalls, lacks, type JwtCall } from "./jwt/jwtCalls.ts";
import { jwtModules } from "./jwt/jwtTable.ts";
import { isProductCode } from "./productCode.ts";

const message = "The token never expires: who gets hold of it once, from a log or a backup, is signed in for ever.";
/** Libraries whose call has all that decides. NestJS's module and fast-jwt's payload may set it elsewhere. */
const decided: ReadonlySet<string> = new Set(["jsonwebtoken", "jwt-simple", "atlassian-jwt", "hono/jwt"]);

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const call of jwtCalls(syntax)) {
    if (call.act !== "sign" || !decided.has(call.row.module) || !call.subject || !lacksExpiry(call.subject, call.call, syntax)) continue;
    if (call.row.options !== undefined && !lacks(call.options, "expiresIn")) continue;
    const fix = call.row.module === "jsonwebtoken" ? fixOf(document, call) : undefined;
    report({ range: rangeOf(call.call.callee), message, fixes: fix ? [fix] : [] });
  }
  for (const made of allCalls(syntax)) {
    const origin = made.type === "NewExpression" ? calledOrigin(made, syntax) : undefined;
    if (origin?.module !== "jose" || origin.name !== "SignJWT" || !endsWithoutExpiry(made, syntax)) continue;
    report({ range: rangeOf(made.callee), message });
  }
}

/** What is signed is all known, and has no `exp`. */
function lacksExpiry(payload: Node, call: Call, syntax: TypeScriptSyntax): boolean {
  const { properties, open } = propertiesOf(payload, syntax, call);
  return !open && !properties.has("exp");
}

/** `new SignJWT(payload)` whose whole chain, up to `sign`, is written in one piece and sets no expiration. */
function endsWithoutExpiry(made: Call, syntax: TypeScriptSyntax): boolean {
  const payload = argumentAt(made, 0);
  if (payload === "unknown" || (payload !== "absent" && !lacksExpiry(payload, made, syntax))) return false;
  let inner: Node = made;
  for (const outer of ancestorsOf(made)) {
    if (outer.type !== "CallExpression") {
      if (outer.type !== "MemberExpression" || unwrap(outer.object) !== inner) return false;
      inner = outer;
      continue;
    }
    if (outer.callee !== inner) return false;
    const name = methodCall(outer)?.name;
    if (name === "sign") return true;
    if (name === undefined || name === "setExpirationTime") return false;
    inner = outer;
  }
  return false;
}

function fixOf(document: Document, { call, options }: JwtCall): Fix | undefined {
  const source = document.text.includes("'") && !document.text.includes('"') ? "expiresIn: '1h'" : 'expiresIn: "1h"';
  const literal = typeof options === "object" ? options.literal : undefined;
  const callback = call.arguments[2];
  const before = options === "absent" && callback ? { range: { start: callback.range[0], end: callback.range[0] }, newText: `{ ${source} }, ` } : undefined;
  const edit = literal ? insertProperty(document, literal, source) : options === "absent" ? (before ?? addArgument(document, call, `{ ${source} }`)) : undefined;
  return edit && { title: "Let the token expire after an hour", safe: false, edits: [edit] };
}

const jwt = 'import jwt from "jsonwebtoken";\n';

export default defineRule({
  id: "jwt-without-expiration",
  title: "Token that never expires",
  concern: "tokens",
  languages: ["typescript"],
  requirements: ["atlassian/authenticate-every-request", "akeneo/no-vulnerabilities", "superoffice/owasp-top-ten"],
  severity: "warning",
  cwe: [613],
  fix: "review",
  triggers: jwtModules,
  documentation: {
    wrong: "A JSON web token is signed without an expiration: neither `expiresIn` in the options nor `exp` in what is signed, nor jose's `setExpirationTime`.",
    why: "Such tokens cannot be taken back. One that leaks through a log, an address or a backup is good for ever, also after the user has gone. Atlassian refuses tokens that live long and asks for minutes.",
    fix: 'The quick fix adds `expiresIn: "1h"`. Choose the shortest time that works, and renew the token while the user is there.',
    suppress: "Where the token is for one use and is struck off a list once it was used.",
  },
  examples: {
    bad: [
      { name: "no options", code: `${jwt}const token = [|jwt.sign|]({ sub: user.id }, process.env.JWT_SECRET);\n`, fixed: `${jwt}const token = jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: "1h" });\n` },
      { name: "other options", code: `const jwt = require('jsonwebtoken');\nconst token = [|jwt.sign|](\n  { id },\n  key,\n  {\n    issuer: 'app', // us\n  },\n);\n`, fixed: `const jwt = require('jsonwebtoken');\nconst token = jwt.sign(\n  { id },\n  key,\n  {\n    issuer: 'app', // us\n    expiresIn: '1h',\n  },\n);\n` },
      { name: "a callback", code: `${jwt}[|jwt.sign|]({ id }, key, (error, token) => send(token));\n`, fixed: `${jwt}jwt.sign({ id }, key, { expiresIn: "1h" }, (error, token) => send(token));\n` },
      { name: "over a variable", code: `${jwt}const payload = { sub: id, role: "admin" };\nsend([|jwt.sign|](payload, key));\n`, fixed: `${jwt}const payload = { sub: id, role: "admin" };\nsend(jwt.sign(payload, key, { expiresIn: "1h" }));\n` },
      { name: "jose", code: `import { SignJWT } from "jose";\nconst token = await new [|SignJWT|]({ id }).setProtectedHeader({ alg: "HS256" }).setIssuedAt().sign(key);\n` },
      { name: "jwt-simple", code: `import { encode } from "jwt-simple";\nconst token = [|encode|]({ sub: id }, key);\n` },
      { name: "a token for Atlassian", code: `import jwt from "atlassian-jwt";\nconst token = [|jwt.encodeSymmetric|]({ iss: "app", iat, qsh }, secret);\n` },
    ],
    good: [
      { name: "an option", code: `${jwt}jwt.sign({ sub: id }, key, { expiresIn: "15m" });\n` },
      { name: "a claim", code: `${jwt}jwt.sign({ sub: id, exp: now + 900 }, key);\n` },
      { name: "set later", code: `${jwt}const options = { issuer };\noptions.expiresIn = settings.life;\njwt.sign({ sub: id }, key, options);\n` },
      { name: "claims from elsewhere", code: `${jwt}export const make = (claims) => jwt.sign(claims, key);\njwt.sign({ ...claims, a: 1 }, key);\njwt.sign(user.toJSON(), key);\n` },
      { name: "jose with an expiration", code: `import { SignJWT } from "jose";\nawait new SignJWT({ id }).setProtectedHeader({ alg: "HS256" }).setExpirationTime("2h").sign(key);\n` },
      { name: "jose in several steps", code: `import { SignJWT } from "jose";\nconst made = new SignJWT({ id }).setIssuedAt();\nif (short) made.setExpirationTime("2h");\n` },
      { name: "NestJS, whose module may set it", code: `import { JwtService } from "@nestjs/jwt";\nclass A {\n  constructor(private jwt: JwtService) {}\n  make(id: string) {\n    return this.jwt.sign({ sub: id });\n  }\n}\n` },
      { name: "another sign", code: `import { sign } from "node:crypto";\nimport jwt from "jsonwebtoken";\nsign({ a: 1 }, key);\njwt.verify(token, key, { algorithms: ["HS256"] });\n` },
    ],
  },
  check,
});
