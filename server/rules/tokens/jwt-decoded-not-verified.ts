import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls, calleePath, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { ancestorsOf, isFunction, rangeOf, type FunctionNode, type Node } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import { comesFrom } from "../../languages/typescript/provenance.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { valuesGiven } from "../../languages/typescript/wrappers.ts";
import { isConstant, jwtCalls, nodeAt, onlyValue, type JwtCall } from "./jwt/jwtCalls.ts";
import { jwtModules } from "./jwt/jwtTable.ts";
import { isProductCode } from "./productCode.ts";
import { isSurelyOpen, routeOf } from "./requestGuards.ts";

const message = "The token is taken from a request and only decoded: nobody looks at its signature, so a caller may write into it whatever they like.";
/** Names of functions that look at a token, here or elsewhere. */
const verifies = /verif|validat|introspect|authenticat|checkValid/i;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  const calls = jwtCalls(syntax);
  if (calls.every(({ act }) => act !== "decode") || calls.some(({ act }) => act === "verify") || callsVerifier(syntax)) return;
  for (const found of calls) {
    const sent = found.act === "decode" && found.subject && !readsHeaderAlone(found, syntax) ? sentPlace(found.subject, syntax) : undefined;
    const made = sent && handlerAround(sent);
    const route = made && routeOf(made, syntax);
    // What is no handler by its shape may be called with a token that was verified before.
    if (!made || (route ? !isSurelyOpen(route, syntax) : !isHandler(made))) continue;
    const fix = fixOf(document, found);
    report({ range: rangeOf(found.call.callee), message, ...(!route && !isMiddleware(made) && { atMost: "warning" as const }), fixes: fix ? [fix] : [] });
  }
}

/** Something in the file verifies tokens, by whatever means. */
function callsVerifier(syntax: TypeScriptSyntax): boolean {
  return allCalls(syntax).some((call) => verifies.test(calledName(call)));
}

function calledName(call: Call): string {
  return methodCall(call)?.name ?? calleePath(call).at(-1) ?? "";
}

/** `decode(token, { complete: true })` looks for the key to verify with. */
function readsHeaderAlone({ call }: JwtCall, syntax: TypeScriptSyntax): boolean {
  const options = nodeAt(call, 1);
  const complete = options && onlyValue(propertiesOf(options, syntax, call), "complete");
  const { parent } = call;
  return (complete !== undefined && isConstant(complete, true, syntax)) || (parent.type === "MemberExpression" && parent.property.type === "Identifier" && parent.property.name === "header");
}

/** Where a token comes from whoever makes the request: the token itself, or what a call in this file gives for it. */
function sentPlace(token: Node, syntax: TypeScriptSyntax): Node | undefined {
  if (comesFrom(token, "user-input", syntax)) return token;
  return valuesGiven(token, syntax)?.values.find((given) => comesFrom(given.value, "user-input", syntax))?.value;
}

function handlerAround(place: Node): FunctionNode | undefined {
  const around = [...ancestorsOf(place)].filter(isFunction);
  return around.find(isHandler) ?? around.at(-1);
}

const answerName = /^_?(?:res|response|reply|next|h)$/i;

/** A function that gets a request and its answer, or what comes next. */
function isHandler({ params }: FunctionNode): boolean {
  const [, second] = params;
  return second?.type === "Identifier" && answerName.test(second.name);
}

/** Middleware, which lets others work with what it found. */
function isMiddleware({ params }: FunctionNode): boolean {
  const last = params.at(-1);
  return params.length >= 3 && last?.type === "Identifier" && last.name === "next";
}

/** `decode` becomes `verify` with a key from the environment. */
function fixOf(document: Document, { row, call }: JwtCall): Fix | undefined {
  const callee = methodCall(call)?.callee;
  const [token, ...others] = call.arguments;
  if (row.module !== "jsonwebtoken" || row.act !== "decode" || !callee || !token || others.length > 0) return undefined;
  const quote = document.text.includes("'") && !document.text.includes('"') ? "'" : '"';
  const end = token.range[1];
  return {
    title: "Verify the token with a key from the environment",
    safe: false,
    edits: [
      { range: rangeOf(callee.property), newText: "verify" },
      { range: { start: end, end }, newText: `, process.env.JWT_SECRET, { algorithms: [${quote}HS256${quote}] }` },
    ],
    appends: [{ fileName: ".env.example", line: "JWT_SECRET=" }],
  };
}

const jwt = 'import jwt from "jsonwebtoken";\n';
const app = `import express from "express";\n${jwt}const app = express();\n`;

export default defineRule({
  id: "jwt-decoded-not-verified",
  title: "Token of a request decoded and not verified",
  concern: "tokens",
  languages: ["typescript"],
  requirements: ["atlassian/authenticate-every-request", "atlassian/connect-jwt-verified", "akeneo/no-vulnerabilities", "superoffice/tokens-validated", "superoffice/owasp-top-ten"],
  severity: "error",
  cwe: [347, 345],
  fix: "review",
  triggers: jwtModules,
  documentation: {
    wrong: "A server takes a JSON web token out of a request and decodes it, with `jwt.decode`, `jwtDecode`, jose's `decodeJwt` or a switch that leaves the signature out, and nothing in the file verifies it.",
    why: "Decoding only reads. The content of a token that nobody verified is a claim of whoever sends it: they choose the user, the tenant and the rights. Atlassian's and SuperOffice's requirements ask that every token is verified on the server; their scanners send tokens with a wrong signature.",
    fix: "The quick fix turns jsonwebtoken's `decode` into `verify` with a key from the environment. For tokens of an identity service verify with the keys that it publishes: jose's `jwtVerify` with `createRemoteJWKSet`, issuer and audience.",
    suppress: "Where a gateway in front of the app has verified the token and nobody reaches the app past it. Tokens that a page only shows, and routes behind middleware of your own, are not reported.",
  },
  examples: {
    bad: [
      { name: "a middleware", code: `${jwt}export function signedIn(req, res, next) {\n  req.user = [|jwt.decode|](req.headers.authorization.slice(7));\n  next();\n}\n`, fixed: `${jwt}export function signedIn(req, res, next) {\n  req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET, { algorithms: ["HS256"] });\n  next();\n}\n` },
      { name: "a route", code: `${app}app.get("/me", (req, res) => {\n  const { sub } = [|jwt.decode|](req.cookies.token);\n  res.json(find(sub));\n});\n`, fixed: `${app}app.get("/me", (req, res) => {\n  const { sub } = jwt.verify(req.cookies.token, process.env.JWT_SECRET, { algorithms: ["HS256"] });\n  res.json(find(sub));\n});\n` },
      { name: "jwt-decode on a server", code: `import { jwtDecode } from "jwt-decode";\nexport default function handler(req, res) {\n  const user = [|jwtDecode|](req.query.token);\n  res.json(load(user.sub));\n}\n` },
      { name: "jose", code: `import { decodeJwt } from "jose";\nexport async function user(request, reply) {\n  const token = request.headers.authorization.replace("Bearer ", "");\n  return load([|decodeJwt|](token).sub);\n}\n` },
      { name: "through a function", code: `import { decode } from "jsonwebtoken";\nconst userOf = (token) => [|decode|](token);\nexport const me = (req, res) => res.json(load(userOf(req.cookies.session)));\n` },
      { name: "a signature that is left out", code: `import { decodeSymmetric } from "atlassian-jwt";\nexport function panel(req, res, next) {\n  req.client = [|decodeSymmetric|](req.query.jwt, "", "HS256", true).iss;\n  next();\n}\n` },
    ],
    good: [
      { name: "verified", code: `${jwt}export function signedIn(req, res, next) {\n  req.user = jwt.verify(req.headers.authorization.slice(7), process.env.JWT_SECRET, { algorithms: ["HS256"] });\n  next();\n}\n` },
      { name: "decoded to find the key, then verified", code: `${jwt}export function signedIn(req, res, next) {\n  const { iss } = jwt.decode(req.query.jwt);\n  req.user = jwt.verify(req.query.jwt, secretOf(iss), { algorithms: ["HS256"] });\n  next();\n}\n` },
      { name: "shown in a browser", code: `import { jwtDecode } from "jwt-decode";\nconst name = jwtDecode(localStorage.getItem("id_token")).name;\nlabel.textContent = name;\n` },
      { name: "its header alone", code: `${jwt}export const kid = (req, res) => res.send(jwt.decode(req.query.token, { complete: true }).header.kid);\n` },
      { name: "behind middleware that is not read", code: `${app}import { signedIn } from "./signedIn.js";\napp.get("/me", signedIn, (req, res) => res.json(jwt.decode(req.cookies.token)));\n` },
      { name: "a token that the service itself gave", code: `${jwt}export async function signIn(client) {\n  const tokens = await client.grant();\n  return jwt.decode(tokens.id_token).sub;\n}\n` },
      { name: "verified by a function of another file", code: `${jwt}import { verifyToken } from "./tokens.js";\nexport async function me(req, res) {\n  await verifyToken(req.query.token);\n  res.json(jwt.decode(req.query.token));\n}\n` },
    ],
  },
  check,
});
