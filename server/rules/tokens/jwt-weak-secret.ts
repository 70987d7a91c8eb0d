import type { Document } from "../../core/document.ts";
import type { TextRange } from "../../core/text.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { isMark } from "../../languages/csharp/reading.ts";
import { csharpSyntax } from "../../languages/csharp/tokens.ts";
import { allCalls, calledOrigin, makerOf, methodCall } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf } from "../../languages/typescript/constants.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { flowsFrom } from "../../languages/typescript/provenance.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { jwtCalls, nodeAt } from "./jwt/jwtCalls.ts";
import { jwtModules } from "./jwt/jwtTable.ts";
import { isProductCode } from "./productCode.ts";

/** Bytes that a key for HS256 has at least, by RFC 7518, section 3.2. */
const fewestBytes = 32;
const short = (bytes: number): string => `The key of these tokens has ${bytes} bytes: whoever sees one token can try keys until one fits (${fewestBytes} bytes are the least).`;
const predictable = "The key of these tokens comes from a generator that can be predicted, so others can sign tokens too.";

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  if (document.language === "csharp") {
    for (const { range, content, bytes } of shortCsharpKeys(document)) report({ range, message: short(bytes), secret: content });
    return;
  }
  const syntax = document.syntax(typescriptSyntax);
  const reported = new Set<number>();
  for (const key of keysIn(syntax)) for (const fault of faultsOf(key, syntax)) {
    const range = rangeOf(fault.node);
    if (reported.has(range.start) || isElsewhere(fault.node)) continue;
    reported.add(range.start);
    report({ range, message: fault.message, ...(fault.literal && { secret: range }) });
  }
}

/** Keys that tokens are signed and verified with. */
function keysIn(syntax: TypeScriptSyntax): Node[] {
  const given = jwtCalls(syntax).flatMap(({ key }) => key ?? []);
  const signed = allCalls(syntax).flatMap((call) => {
    const method = methodCall(call);
    const key = method?.name === "sign" && isSignJwt(method.receiver, syntax) ? nodeAt(call, 0) : undefined;
    return key ?? [];
  });
  return [...given, ...signed];
}

function isSignJwt(receiver: Node, syntax: TypeScriptSyntax): boolean {
  const maker = makerOf(receiver, syntax);
  return maker?.module === "jose" && maker.name === "SignJWT";
}

interface Fault {
  readonly node: Node;
  readonly message: string;
  readonly literal?: true;
}

function faultsOf(key: Node, syntax: TypeScriptSyntax): Fault[] {
  return alternativesOf(key, syntax).flatMap(({ node }): Fault[] => {
    const encoded = encodedText(unwrap(node), syntax);
    if (encoded) {
      // An environment's value, and texts that other rules report as secrets, are not measured.
      const bytes = Buffer.byteLength(encoded.text);
      return bytes < fewestBytes ? [{ node: encoded.node, message: short(bytes), literal: true }] : [];
    }
    const size = randomSize(unwrap(node), syntax);
    if (size !== undefined) return size < fewestBytes ? [{ node, message: short(size) }] : [];
    const sources = flowsFrom(node, syntax);
    return sources.some(({ kind }) => kind === "predictable") && sources.every(({ kind }) => kind === "predictable" || kind === "literal") ? [{ node, message: predictable }] : [];
  });
}

/** `new TextEncoder().encode("…")`: the shape in which jose takes a secret. */
function encodedText(node: Node, syntax: TypeScriptSyntax): { text: string; node: Node } | undefined {
  const method = node.type === "CallExpression" ? methodCall(node) : undefined;
  if (node.type !== "CallExpression" || method?.name !== "encode" || method.receiver.type !== "NewExpression") return undefined;
  const [argument] = node.arguments;
  const [only, ...others] = argument ? optionsOf(constantOf(argument, syntax)) : [];
  return only?.kind === "string" && others.length === 0 ? { text: only.value, node: only.node } : undefined;
}

/** The bytes of `randomBytes(16)`; its text in hexadecimal digits is no stronger. */
function randomSize(node: Node, syntax: TypeScriptSyntax): number | undefined {
  if (node.type !== "CallExpression") return undefined;
  const origin = calledOrigin(node, syntax);
  const [argument] = node.arguments;
  if (origin?.module === "crypto" && origin.name === "randomBytes" && argument) {
    const size = constantOf(argument, syntax);
    return size.kind === "number" ? size.value : undefined;
  }
  const method = methodCall(node);
  return method?.name === "toString" ? randomSize(method.receiver, syntax) : undefined;
}

/** `new SymmetricSecurityKey(Encoding.UTF8.GetBytes("…"))`. */
function shortCsharpKeys(document: Document): { range: TextRange; content: TextRange; bytes: number }[] {
  const { tokens } = document.syntax(csharpSyntax);
  return tokens.flatMap((token, index) => {
    if (token.text !== "SymmetricSecurityKey" || !isMark(tokens, index + 1, "(")) return [];
    const at = tokens.slice(index + 2, index + 9).findIndex(({ kind, text }) => kind === "name" && text === "GetBytes");
    const literal = at < 0 ? undefined : tokens[index + 2 + at + 2];
    if (literal?.kind !== "string" || literal.value === undefined || !literal.content || !isMark(tokens, index + 2 + at + 3, ")")) return [];
    const bytes = Buffer.byteLength(literal.value);
    return bytes > 0 && bytes < fewestBytes ? [{ range: literal.content, content: literal.content, bytes }] : [];
  });
}

const jose = 'import { SignJWT, jwtVerify } from "jose";\n';
const jwt = 'import jwt from "jsonwebtoken";\nimport { randomBytes } from "node:crypto";\n';

export default defineRule({
  id: "jwt-weak-secret",
  title: "Weak key for tokens",
  concern: "tokens",
  languages: ["typescript", "csharp"],
  requirements: ["atlassian/authenticate-every-request", "akeneo/no-vulnerabilities", "superoffice/tokens-validated", "superoffice/owasp-top-ten"],
  severity: "error",
  cwe: [326, 331, 521],
  fix: "none",
  triggers: [...jwtModules, "SymmetricSecurityKey"],
  documentation: {
    wrong: "The key by which JSON web tokens are signed has less than 32 bytes, or comes from `Math.random` or the time.",
    why: "A token shows its content and its signature, so whoever has one can try keys on a computer of their own, without asking the server, until one fits. Then they sign tokens for anybody. The standard asks for as many bits as the hash has: 256 for HS256.",
    fix: "Make a key once with `openssl rand -base64 48`, keep it in a secret store, and read it from the environment. All tokens signed so far are worthless then.",
    suppress: "Where the tokens are for a test environment that is reachable for nobody else. Keys that are written into a call of jsonwebtoken and its like are reported as hardcoded credentials, and not here.",
  },
  examples: {
    bad: [
      { name: "a short text for jose", code: `${jose}const key = new TextEncoder().encode([|"correct horse"|]);\nawait new SignJWT({ id }).setProtectedHeader({ alg: "HS256" }).setExpirationTime("1h").sign(key);\n` },
      { name: "verified with a short text", code: `${jose}await jwtVerify(token, new TextEncoder().encode([|"secret"|]));\n` },
      { name: "few random bytes", code: `${jwt}const key = [|randomBytes(8)|];\njwt.sign({ sub: id }, key, { expiresIn: "1h" });\n` },
      { name: "few random bytes as text", code: `${jwt}const key = [|randomBytes(16).toString("hex")|];\njwt.sign({ sub: id }, key, { expiresIn: "1h" });\n` },
      { name: "a number from Math.random", code: `${jwt}const key = [|Math.random().toString(36)|];\njwt.sign({ sub: id }, key, { expiresIn: "1h" });\n` },
      { name: "C#", file: "Tokens.cs", code: `var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("[|correct horse|]"));\n` },
    ],
    good: [
      { name: "from the environment", code: `${jwt}jwt.sign({ sub: id }, process.env.JWT_SECRET, { expiresIn: "1h" });\n` },
      { name: "from the environment, for jose", code: `${jose}const key = new TextEncoder().encode(process.env.JWT_SECRET);\nawait jwtVerify(token, key);\n` },
      { name: "enough random bytes", code: `${jwt}const key = randomBytes(32);\njwt.sign({ sub: id }, key, { expiresIn: "1h" });\njwt.sign({ sub: id }, randomBytes(64).toString("hex"), { expiresIn: "1h" });\n` },
      { name: "a short text that is no key", code: `${jose}const body = new TextEncoder().encode("hello");\nsend(body, Math.random());\n` },
      { name: "C# from the configuration", file: "Tokens.cs", code: `var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]));\n` },
      { name: "a test", file: "test/auth.test.ts", code: `${jose}await jwtVerify(token, new TextEncoder().encode("secret"));\n` },
    ],
  },
  check,
});
