import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls, calledOrigin } from "../../languages/typescript/calls.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { rangeOf, type Node } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { csharpSettings } from "./csharpSettings.ts";
import { jwtModules } from "./jwt/jwtTable.ts";
import { jwtCalls, nodeAt, textsIn, type JwtCall, type KnownText } from "./jwt/jwtCalls.ts";
import { isProductCode } from "./productCode.ts";

const none = "none";
const accepted = 'The algorithm "none" is accepted, so anyone can write a token without a key and be whoever they like.';
const signed = 'The token is signed with the algorithm "none", which is no signature: anyone can change it.';
/** .NET's setting that asks for a signature. */
const requireSigned: ReadonlySet<string> = new Set(["RequireSignedTokens"]);

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  if (document.language === "csharp") {
    for (const { range, value } of csharpSettings(document, requireSigned, "false")) {
      report({ range, message: "Tokens without a signature are accepted, so anyone can write one.", fixes: [{ title: "Ask for signed tokens", safe: false, edits: [{ range: value, newText: "true" }] }] });
    }
    return;
  }
  const syntax = document.syntax(typescriptSyntax);
  for (const call of jwtCalls(syntax)) for (const found of algorithmsOf(call, syntax)) {
    if (found.value.toLowerCase() !== none) continue;
    const fix = call.act === "verify" ? dropFix(found.node) : undefined;
    report({ range: rangeOf(found.node), message: call.act === "sign" ? signed : accepted, fixes: fix ? [fix] : [] });
  }
  for (const call of allCalls(syntax)) {
    const origin = calledOrigin(call, syntax);
    if (origin?.module === "jose" && call.type === "NewExpression" && origin.name === "UnsecuredJWT") report({ range: rangeOf(call.callee), message: signed, atMost: "warning" });
  }
}

function algorithmsOf({ row, call, options }: JwtCall, syntax: TypeScriptSyntax): readonly KnownText[] {
  const given = typeof options === "object" ? ["algorithm", "algorithms"].flatMap((name) => options.properties.get(name)?.values ?? []) : [];
  const argument = nodeAt(call, row.algorithm);
  return [...given.flatMap(({ value }) => value ?? []), ...(argument ? [argument] : [])].flatMap((value) => textsIn(value, syntax));
}

/** Takes the word out of a list that has others. */
function dropFix(node: Node): Fix | undefined {
  const { parent } = node;
  if (isElsewhere(node) || parent?.type !== "ArrayExpression" || parent.elements.length < 2) return undefined;
  const index = parent.elements.findIndex((element) => element === node);
  const [before, after] = [parent.elements[index - 1], parent.elements[index + 1]];
  const range = after ? { start: node.range[0], end: after.range[0] } : before ? { start: before.range[1], end: node.range[1] } : undefined;
  return range ? { title: 'Accept no "none"', safe: false, edits: [{ range, newText: "" }] } : undefined;
}

const jwt = 'import jwt from "jsonwebtoken";\n';

export default defineRule({
  id: "jwt-algorithm-none",
  title: "Token without a signature accepted or made",
  concern: "tokens",
  languages: ["typescript", "csharp"],
  requirements: ["atlassian/authenticate-every-request", "atlassian/connect-jwt-verified", "akeneo/no-vulnerabilities", "superoffice/tokens-validated", "superoffice/owasp-top-ten"],
  severity: "error",
  cwe: [347, 327],
  fix: "review",
  confirmations: new Map([["none", /(?<=["'`])none["'`]/iy]]),
  promising: ({ text, language }) => language !== "typescript" || jwtModules.some((word) => text.includes(word)),
  triggers: ["none", "UnsecuredJWT", "RequireSignedTokens"],
  documentation: {
    wrong: 'A JSON web token is signed with the algorithm `none`, or a verification accepts it: `algorithms: ["HS256", "none"]`, `new UnsecuredJWT()`, `RequireSignedTokens = false` in C#.',
    why: "`none` means that there is no signature. A server that accepts it takes whatever a caller writes into a token: another user, another tenant, an administrator. Marketplaces call an app with such tokens when they scan it.",
    fix: 'The quick fix takes "none" out of the list, or sets `RequireSignedTokens` to `true`. Where tokens are made this way, sign them with HS256 and a secret from the environment, or with a key pair.',
    suppress: "Never where a token decides who somebody is.",
  },
  examples: {
    bad: [
      { name: "accepted besides another one", code: `${jwt}const user = jwt.verify(token, key, { algorithms: ["HS256", [|"none"|]] });\n`, fixed: `${jwt}const user = jwt.verify(token, key, { algorithms: ["HS256"] });\n` },
      { name: "accepted first", code: `${jwt}const user = jwt.verify(token, key, { algorithms: [[|'none'|], 'RS256'] });\n`, fixed: `${jwt}const user = jwt.verify(token, key, { algorithms: ['RS256'] });\n` },
      { name: "made", code: `import { sign } from "jsonwebtoken";\nsend(sign({ sub: id }, "", { algorithm: [|"none"|], expiresIn: "1h" }));\n` },
      { name: "over a constant", code: `${jwt}const accepted = ["none"];\nconst ALGORITHM = [|"NONE"|];\njwt.sign({ sub: 1 }, null, { algorithm: ALGORITHM });\n` },
      { name: "jose's unsecured tokens", code: `import { UnsecuredJWT } from "jose";\nconst token = new [|UnsecuredJWT|]({ sub: id }).encode();\n` },
      { name: "a middleware", code: `import { expressjwt } from "express-jwt";\napp.use(expressjwt({ secret, algorithms: [[|"none"|], "HS256"] }));\n`, fixed: `import { expressjwt } from "express-jwt";\napp.use(expressjwt({ secret, algorithms: ["HS256"] }));\n` },
      { name: "fast-jwt", code: `const { createVerifier } = require("fast-jwt");\nconst verify = createVerifier({ key, algorithms: [[|"none"|]] });\n` },
      { name: "C#", file: "Startup.cs", code: `options.TokenValidationParameters = new TokenValidationParameters { [|RequireSignedTokens = false|], ValidIssuer = issuer };\n`, fixed: `options.TokenValidationParameters = new TokenValidationParameters { RequireSignedTokens = true, ValidIssuer = issuer };\n` },
    ],
    good: [
      { name: "one algorithm", code: `${jwt}jwt.verify(token, key, { algorithms: ["HS256"] });\n` },
      { name: "refused", code: `${jwt}if (jwt.decode(token, { complete: true }).header.alg === "none") throw new Error("no signature");\n` },
      { name: "another none", code: `${jwt}jwt.verify(token, key, { algorithms: ["RS256"] });\nresponse.cookie("a", "b", { sameSite: "none", secure: true });\n` },
      { name: "put right later", code: `${jwt}const options = { algorithm: "none" };\noptions.algorithm = "HS256";\njwt.sign({ sub: 1 }, key, options);\n` },
      { name: "another module", code: `import { sign } from "./drawing";\nsign(path, key, { algorithm: "none" });\n` },
      { name: "a value that cannot be known", code: `${jwt}jwt.verify(token, key, { algorithms: settings.algorithms });\nconst none = "none";\n` },
      { name: "a test", file: "test/auth.test.ts", code: `${jwt}jwt.sign({ sub: 1 }, "", { algorithm: "none" });\n` },
      { name: "C# that asks for a signature", file: "Startup.cs", code: `var p = new TokenValidationParameters { RequireSignedTokens = true };\n// RequireSignedTokens = false\nif (RequireSignedTokens == false) Stop();\n` },
    ],
  },
  check,
});
