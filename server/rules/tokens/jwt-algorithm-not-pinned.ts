import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { addArgument, insertProperty } from "../../languages/typescript/edits.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { jwtCalls, lacks, nodeAt, type JwtCall } from "./jwt/jwtCalls.ts";
import { jwtModules } from "./jwt/jwtTable.ts";
import { isProductCode } from "./productCode.ts";

const option = "algorithms";
/** Names of keys that anyone may have: with such a key the choice of the algorithm is what an attacker wants. */
const publicKey = /public|jwks?|certificate|\bcert|\bpem\b|getKey|signingKey|x509/i;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const call of jwtCalls(syntax)) {
    if (call.act !== "verify" || !isOpenToAny(call)) continue;
    const isPublic = call.key !== undefined && publicKey.test(document.text.slice(...call.key.range));
    const fix = fixOf(document, call, isPublic ? "RS256" : "HS256", syntax);
    report({
      range: rangeOf(call.call.callee),
      message: isPublic
        ? "The token is verified by whatever algorithm it names: with the public key as a shared secret anyone may sign one."
        : "The token is verified by whatever algorithm the library finds fitting: name the one that your tokens are signed with.",
      // Current versions choose by the form of the key.
      atMost: isPublic ? "warning" : "information",
      fixes: fix ? [fix] : [],
    });
  }
}

function isOpenToAny({ row, call, options }: JwtCall): boolean {
  if (row.module === "jwt-simple") return nodeAt(call, 1) !== undefined && call.arguments.length < 4 && call.arguments.every(({ type }) => type !== "SpreadElement");
  return row.takesAnyAlgorithm === true && lacks(options, row.names?.algorithms ?? option);
}

function fixOf(document: Document, { row, call, options }: JwtCall, algorithm: string, syntax: TypeScriptSyntax): Fix | undefined {
  const title = `Accept ${algorithm} alone; name another one where your tokens are signed with that`;
  const quote = document.text.includes("'") && !document.text.includes('"') ? "'" : '"';
  const source = `${option}: [${quote}${algorithm}${quote}]`;
  if (row.module === "jwt-simple" || isElsewhere(call)) return undefined;
  const literal = typeof options === "object" ? options.literal : undefined;
  const edit = literal ? insertProperty(document, literal, source) : options === "absent" ? addOptions(document, row.options ?? 0, call, `{ ${source} }`, syntax) : undefined;
  return edit && { title, safe: false, edits: [edit] };
}

/** Before a callback, which comes last, or at the end. */
function addOptions(document: Document, place: number, call: TSESTree.CallExpression | TSESTree.NewExpression, source: string, syntax: TypeScriptSyntax): ReturnType<typeof addArgument> {
  if (call.arguments.length === place) return addArgument(document, call, source);
  const callback: Node | undefined = call.arguments[place];
  const start = callback && syntax.document === document ? unwrap(callback).range[0] : undefined;
  return start === undefined ? undefined : { range: { start, end: start }, newText: `${source}, ` };
}

const jwt = 'import jwt from "jsonwebtoken";\n';

export default defineRule({
  id: "jwt-algorithm-not-pinned",
  title: "Token verified without naming the algorithm",
  concern: "tokens",
  languages: ["typescript"],
  requirements: ["atlassian/connect-jwt-verified", "akeneo/no-vulnerabilities", "superoffice/tokens-validated", "superoffice/owasp-top-ten"],
  severity: "warning",
  cwe: [347, 757],
  fix: "review",
  triggers: jwtModules,
  documentation: {
    wrong: "jsonwebtoken, express-jwt, koa-jwt, passport-jwt or jwt-simple verifies a token, and no list of accepted algorithms is given.",
    why: "The token's own header then has a say in how it is verified. With a public key an attacker signs a token with that key as a shared secret (HS256), and libraries have fallen for it. Current versions choose by the form of the key, so where the key is a secret the finding is an information; the standard for such tokens (RFC 8725) asks for a fixed list all the same.",
    fix: 'The quick fix adds `algorithms: ["RS256"]` where the key\'s name says that it is public, else `["HS256"]`, with which these libraries sign unless told otherwise. Look up which one your tokens have.',
    suppress: "Where keys of several kinds are accepted on purpose and chosen by `kid` from a list of your own.",
  },
  examples: {
    bad: [
      { name: "no options", code: `${jwt}const user = [|jwt.verify|](token, process.env.JWT_SECRET);\n`, fixed: `${jwt}const user = jwt.verify(token, process.env.JWT_SECRET, { algorithms: ["HS256"] });\n` },
      { name: "a public key", code: `${jwt}const user = [|jwt.verify|](token, publicKey, { issuer });\n`, fixed: `${jwt}const user = jwt.verify(token, publicKey, { issuer, algorithms: ["RS256"] });\n` },
      { name: "a callback", code: `const jwt = require('jsonwebtoken');\n[|jwt.verify|](token, getKey, (error, user) => done(error, user));\n`, fixed: `const jwt = require('jsonwebtoken');\njwt.verify(token, getKey, { algorithms: ['RS256'] }, (error, user) => done(error, user));\n` },
      { name: "a middleware", code: `import { expressjwt } from "express-jwt";\napp.use([|expressjwt|]({ secret }));\n`, fixed: `import { expressjwt } from "express-jwt";\napp.use(expressjwt({ secret, algorithms: ["HS256"] }));\n` },
      { name: "Koa", code: `import jwt from "koa-jwt";\napp.use(\n  [|jwt|]({\n    secret, // from the vault\n    issuer,\n  }),\n);\n`, fixed: `import jwt from "koa-jwt";\napp.use(\n  jwt({\n    secret, // from the vault\n    issuer,\n    algorithms: ["HS256"],\n  }),\n);\n` },
      { name: "Passport", code: `import { Strategy as JwtStrategy } from "passport-jwt";\nnew [|JwtStrategy|]({ jwtFromRequest, secretOrKey: publicKey }, find);\n`, fixed: `import { Strategy as JwtStrategy } from "passport-jwt";\nnew JwtStrategy({ jwtFromRequest, secretOrKey: publicKey, algorithms: ["RS256"] }, find);\n` },
      { name: "jwt-simple", code: `const jwt = require("jwt-simple");\nconst user = [|jwt.decode|](token, key);\n` },
    ],
    good: [
      { name: "a list", code: `${jwt}jwt.verify(token, key, { algorithms: ["RS256"] });\n` },
      { name: "a list in a variable", code: `${jwt}const options = { issuer };\noptions.algorithms = ["RS256"];\njwt.verify(token, key, options);\n` },
      { name: "options from elsewhere", code: `${jwt}export const check = (token, options) => jwt.verify(token, key, options);\n` },
      { name: "options with a spread", code: `${jwt}jwt.verify(token, key, { ...defaults, issuer });\n` },
      { name: "signing", code: `${jwt}jwt.sign({ sub: 1 }, key, { expiresIn: "1h" });\n` },
      { name: "a library that goes by the key", code: `import { jwtVerify } from "jose";\nawait jwtVerify(token, keys, { issuer, audience });\n` },
      { name: "jwt-simple with an algorithm", code: `import jwt from "jwt-simple";\njwt.decode(token, key, false, "HS256");\n` },
      { name: "another verify", code: `import argon2 from "argon2";\nimport jwt from "jsonwebtoken";\nargon2.verify(hash, password);\n` },
    ],
  },
  check,
});
