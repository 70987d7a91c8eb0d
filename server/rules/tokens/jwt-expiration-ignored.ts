import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { ancestorsOf, isFunction, rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { csharpSettings } from "./csharpSettings.ts";
import { isConstant, jwtCalls, onlyValue } from "./jwt/jwtCalls.ts";
import { isProductCode } from "./productCode.ts";

const option = "ignoreExpiration";
const title = "Refuse expired tokens";
const message = "Expired tokens are accepted, so a token that leaked once opens the app for ever.";
const lifetime: ReadonlySet<string> = new Set(["ValidateLifetime", "RequireExpirationTime"]);
/** Whoever renews or ends a session reads the expired token on purpose. */
const renews = /refresh|renew|expired|revoke|logout|signout|rotate/i;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  if (document.language === "csharp") {
    for (const { range, value } of csharpSettings(document, lifetime, "false")) {
      const before = document.text.slice(Math.max(0, range.start - 1_500), range.start);
      if (renews.test(before.slice(before.lastIndexOf("\n\n")))) continue;
      report({ range, message, fixes: [{ title, safe: false, edits: [{ range: value, newText: "true" }] }] });
    }
    return;
  }
  const syntax = document.syntax(typescriptSyntax);
  for (const { act, call, options } of jwtCalls(syntax)) {
    const value = act === "verify" && typeof options === "object" ? onlyValue(options, option) : undefined;
    if (!value || !isConstant(value, true, syntax) || isRenewal(call)) continue;
    const isWritten = value.type === "Literal" && !isElsewhere(value);
    report({ range: rangeOf(value.parent?.type === "Property" ? value.parent : value), message, fixes: isWritten ? [{ title, safe: false, edits: [{ range: rangeOf(value), newText: "false" }] }] : [] });
  }
}

/** A function or a variable around says that the expired token is wanted. */
function isRenewal(call: Node): boolean {
  for (const ancestor of ancestorsOf(call)) {
    const name = isFunction(ancestor) ? ancestor.id : ancestor.type === "VariableDeclarator" ? ancestor.id : ancestor.type === "MethodDefinition" || ancestor.type === "Property" ? ancestor.key : undefined;
    if (name?.type === "Identifier" && renews.test(name.name)) return true;
    const [path] = ancestor.type === "CallExpression" ? ancestor.arguments : [];
    if (path?.type === "Literal" && typeof path.value === "string" && renews.test(path.value)) return true;
  }
  return false;
}

const jwt = 'import jwt from "jsonwebtoken";\n';

export default defineRule({
  id: "jwt-expiration-ignored",
  title: "Expired tokens accepted",
  concern: "tokens",
  languages: ["typescript", "csharp"],
  requirements: ["atlassian/authenticate-every-request", "atlassian/connect-jwt-verified", "akeneo/no-vulnerabilities", "superoffice/tokens-validated", "superoffice/owasp-top-ten"],
  severity: "error",
  cwe: [613],
  fix: "review",
  triggers: [option, ...lifetime],
  anchors: [option, ...lifetime],
  documentation: {
    wrong: "A token is verified with `ignoreExpiration: true`, or with `ValidateLifetime = false` in C#.",
    why: "The expiration is what limits the harm of a leaked token. Without it a token from an old log or backup works as well as a fresh one. SuperOffice asks that the life time of every token is validated; Atlassian's tokens live for minutes only because servers are to refuse them afterwards.",
    fix: "The quick fix refuses expired tokens. Against clocks that differ, allow a minute: `clockTolerance: 60`, `ClockSkew = TimeSpan.FromMinutes(1)`.",
    suppress: "Where the expired token is exchanged for a new one and a refresh token is checked besides. Functions and routes that are named so (refresh, renew, logout) are not reported.",
  },
  examples: {
    bad: [
      { name: "an option", code: `${jwt}const user = jwt.verify(token, key, { algorithms: ["HS256"], [|ignoreExpiration: true|] });\n`, fixed: `${jwt}const user = jwt.verify(token, key, { algorithms: ["HS256"], ignoreExpiration: false });\n` },
      { name: "over a variable", code: `${jwt}const options = { [|ignoreExpiration: true|], issuer };\njwt.verify(token, key, options, done);\n`, fixed: `${jwt}const options = { ignoreExpiration: false, issuer };\njwt.verify(token, key, options, done);\n` },
      { name: "Passport", code: `import { Strategy } from "passport-jwt";\npassport.use(new Strategy({ jwtFromRequest, secretOrKey: key, [|ignoreExpiration: true|] }, find));\n`, fixed: `import { Strategy } from "passport-jwt";\npassport.use(new Strategy({ jwtFromRequest, secretOrKey: key, ignoreExpiration: false }, find));\n` },
      { name: "fast-jwt", code: `import { createVerifier } from "fast-jwt";\nconst verify = createVerifier({ key, [|ignoreExpiration: true|] });\n`, fixed: `import { createVerifier } from "fast-jwt";\nconst verify = createVerifier({ key, ignoreExpiration: false });\n` },
      { name: "NestJS", code: `import { JwtService } from "@nestjs/jwt";\nclass Guard {\n  constructor(private readonly jwt: JwtService) {}\n  canActivate(token: string) {\n    return this.jwt.verify(token, { [|ignoreExpiration: true|] });\n  }\n}\n`, fixed: `import { JwtService } from "@nestjs/jwt";\nclass Guard {\n  constructor(private readonly jwt: JwtService) {}\n  canActivate(token: string) {\n    return this.jwt.verify(token, { ignoreExpiration: false });\n  }\n}\n` },
      { name: "C#", file: "Startup.cs", code: `var checks = new TokenValidationParameters { [|ValidateLifetime = false|], ValidIssuer = issuer };\n`, fixed: `var checks = new TokenValidationParameters { ValidateLifetime = true, ValidIssuer = issuer };\n` },
    ],
    good: [
      { name: "not ignored", code: `${jwt}jwt.verify(token, key, { ignoreExpiration: false });\n` },
      { name: "renewing", code: `${jwt}function refreshSession(token) {\n  return jwt.verify(token, key, { ignoreExpiration: true });\n}\n` },
      { name: "the route of a log-out", code: `${jwt}app.post("/logout", (req, res) => end(jwt.verify(req.body.token, key, { ignoreExpiration: true })));\n` },
      { name: "a value that cannot be known", code: `${jwt}jwt.verify(token, key, { ignoreExpiration: settings.lax });\n` },
      { name: "another library", code: `cache.verify(entry, key, { ignoreExpiration: true });\n` },
      { name: "a test", file: "src/auth.spec.ts", code: `${jwt}jwt.verify(token, key, { ignoreExpiration: true });\n` },
      { name: "C# that validates it", file: "Startup.cs", code: `var checks = new TokenValidationParameters { ValidateLifetime = true };\n` },
    ],
  },
  check,
});
