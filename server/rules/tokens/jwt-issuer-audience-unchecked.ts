import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { calledOrigin, makerOf } from "../../languages/typescript/calls.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { csharpNames, csharpSettings } from "./csharpSettings.ts";
import { jwtCalls, lacks } from "./jwt/jwtCalls.ts";
import { isProductCode } from "./productCode.ts";

/** C#'s settings, with what does the same in code of one's own. */
const settings: readonly (readonly [name: string, what: string, own: ReadonlySet<string>])[] = [
  ["ValidateIssuer", "who issued a token", new Set(["IssuerValidator", "IssuerValidatorUsingConfiguration"])],
  ["ValidateAudience", "for whom a token was issued", new Set(["AudienceValidator"])],
];
const flags = settings.map(([name]) => name);
const keySets: ReadonlySet<string> = new Set(["createRemoteJWKSet", "passportJwtSecret", "expressJwtSecret", "koaJwtSecret"]);
const ownCheck = { issuer: /\.iss\b|\biss\b *[},:]|["']iss["']/, audience: /\.aud\b|\baud\b *[},:]|["']aud["']|\.azp\b|client_id/ } as const;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  if (document.language === "csharp") checkCsharp(document, report);
  else checkCode(document, report);
}

function checkCsharp(document: Document, report: Report): void {
  for (const [name, what, own] of settings) {
    if (csharpNames(document, own)) continue;
    for (const { range, value } of csharpSettings(document, new Set([name]), "false")) {
      const message = `Nobody checks ${what}, so a token that another app got from the same service is accepted.`;
      report({ range, message, fixes: [{ title: `Check ${what}; say which are valid besides`, safe: false, edits: [{ range: value, newText: "true" }] }] });
    }
  }
}

function checkCode(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const { act, row, call, key, options } of jwtCalls(syntax)) {
    if (act !== "verify" || !key || !isKeySet(key, syntax)) continue;
    const missing = (["issuer", "audience"] as const).filter((name) => lacks(options, row.names?.[name] ?? name) && !ownCheck[name].test(document.text));
    if (missing.length === 0) continue;
    report({
      range: rangeOf(call.callee),
      message: `The token's ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} not checked, so a token that the same service issued to another app is accepted.`,
    });
  }
}

/** The keys of an identity service: whoever else it issues tokens to has tokens that these keys verify. */
function isKeySet(key: Node, syntax: TypeScriptSyntax): boolean {
  const ends = [key, ...alternativesOf(key, syntax).map(({ node }) => node)].map(unwrap);
  return ends.some((node) => {
    const origin = makerOf(node, syntax) ?? (node.type === "CallExpression" ? calledOrigin(node, syntax) : undefined);
    return origin !== undefined && (origin.module === "jose" || origin.module === "jwks-rsa") && keySets.has(origin.name);
  });
}

const jose = 'import { createRemoteJWKSet, jwtVerify } from "jose";\nconst keys = createRemoteJWKSet(new URL(`${login}/.well-known/jwks`));\n';

export default defineRule({
  id: "jwt-issuer-audience-unchecked",
  title: "Token's issuer or audience not checked",
  concern: "tokens",
  languages: ["typescript", "csharp"],
  requirements: ["atlassian/remote-token-validated", "atlassian/authenticate-every-request", "akeneo/no-vulnerabilities", "superoffice/tokens-validated", "superoffice/owasp-top-ten"],
  severity: "error",
  cwe: [345, 287],
  fix: "review",
  triggers: [...keySets, ...flags],
  documentation: {
    wrong: "A token of an identity service is verified with the keys that the service publishes, and nobody looks at who issued it or for whom. In C#: `ValidateIssuer = false`, `ValidateAudience = false`.",
    why: "The service signs the tokens of all its apps with the same keys. Without the audience a token that somebody got for another app opens this one. SuperOffice asks that signature, issuer, audience and life time are validated; a Forge remote has to see that the token is for its own app.",
    fix: "The quick fix sets C#'s settings to `true`; name the valid issuers and audiences besides. In TypeScript add both to the options: `{ issuer: \"…\", audience: process.env.CLIENT_ID }`.",
    suppress: "Where the claims are compared in another place, before anything is done with the token. A comparison in the same file, or a validator of your own, is seen.",
  },
  examples: {
    bad: [
      { name: "no options", code: `${jose}const { payload } = await [|jwtVerify|](token, keys);\n` },
      { name: "the issuer alone", code: `${jose}const { payload } = await [|jwtVerify|](token, keys, { issuer: login });\n` },
      { name: "other options in a variable", code: `${jose}const options = { algorithms: ["RS256"] };\nawait [|jwtVerify|](token, keys, options);\n` },
      { name: "keys made in place", code: `import * as jose from "jose";\nconst result = await [|jose.jwtVerify|](token, jose.createRemoteJWKSet(new URL(address)), { audience: id });\n` },
      { name: "a middleware", code: `import { expressjwt } from "express-jwt";\nimport jwks from "jwks-rsa";\napp.use([|expressjwt|]({ secret: jwks.expressJwtSecret({ jwksUri }), algorithms: ["RS256"] }));\n` },
      { name: "C#", file: "Startup.cs", code: `options.TokenValidationParameters = new TokenValidationParameters\n{\n    [|ValidateIssuer = false|],\n    [|ValidateAudience = false|]\n};\n`, fixed: `options.TokenValidationParameters = new TokenValidationParameters\n{\n    ValidateIssuer = true,\n    ValidateAudience = true\n};\n` },
    ],
    good: [
      { name: "both", code: `${jose}await jwtVerify(token, keys, { issuer: login, audience: process.env.CLIENT_ID });\n` },
      { name: "compared afterwards", code: `${jose}const { payload } = await jwtVerify(token, keys);\nif (payload.iss !== login || payload.aud !== id) throw new Error("not ours");\n` },
      { name: "options from elsewhere", code: `${jose}await jwtVerify(token, keys, options);\n` },
      { name: "a key of one's own", code: `import { jwtVerify } from "jose";\nimport { createRemoteJWKSet } from "jose";\nawait jwtVerify(token, secret);\n` },
      { name: "C# that validates both", file: "Startup.cs", code: `var p = new TokenValidationParameters { ValidateIssuer = true, ValidateAudience = true };\n` },
      { name: "C# with a validator of its own", file: "Startup.cs", code: `var p = new TokenValidationParameters { ValidateIssuer = false, IssuerValidator = OfKnownTenant };\n` },
      { name: "a test", file: "test/auth.test.ts", code: `${jose}await jwtVerify(token, keys);\n` },
    ],
  },
  check,
});
