import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import type { Fix, TextEdit } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { calledOrigin, makerOf, methodCall } from "../../languages/typescript/calls.ts";
import { constantOf } from "../../languages/typescript/constants.ts";
import { rangeOf, unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { alternativesOf } from "../../languages/typescript/objects.ts";
import { comesFrom } from "../../languages/typescript/provenance.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { isProductCode } from "./productCode.ts";

const equals: ReadonlySet<string> = new Set(["===", "!==", "==", "!="]);
const message = "The signature is compared character by character: how long that takes tells an attacker how much of a guess is right.";
/** A keyed hash beside an equals sign, in one expression: `hash_hmac('sha256', $body, $key) === $header`. */
const inPhp = /\bhash_hmac[ \t]?\(([^;{}()]{0,200})\)[ \t]{0,4}([!=]==?)[ \t]{0,4}(\$\w{1,60}(?:\[[^\]]{0,60}\])?)/g;
/** A variable that holds a keyed hash. */
const phpHash = /(\$\w{1,60})[ \t]{0,4}=[ \t]{0,4}(?:["'][\w=]{0,20}["'][ \t]?\.[ \t]?|base64_encode\()?hash_hmac[ \t]?\(/g;
const phpCompare = /(\$\w{1,60}(?:\[[^\]]{0,60}\])?)[ \t]{0,4}([!=]==?)[ \t]{0,4}(\$\w{1,60}(?:\[[^\]]{0,60}\])?)/g;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  if (document.language === "php") checkPhp(document, report);
  else checkCode(document, report);
}

function checkCode(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const node of syntax.all("BinaryExpression")) {
    if (!equals.has(node.operator) || node.left.type === "PrivateIdentifier") continue;
    const [left, right] = [isKeyedHash(node.left, syntax), isKeyedHash(node.right, syntax)];
    const other = left ? node.right : node.left;
    if (left === right || isFixed(other, syntax) || !isGiven(other, syntax)) continue;
    const fix = fixOf(document, node, syntax);
    report({ range: rangeOf(node), message, fixes: fix ? [fix] : [] });
  }
}

/** Names of what a request brings; an index that the app keeps itself is nobody's guess. */
const givenName = /sig|header|hmac|digest|hash|\bmac\b|token|received|provided|given|\breq/i;

function isGiven(node: Node, syntax: TypeScriptSyntax): boolean {
  return givenName.test(syntax.document.text.slice(...node.range)) || comesFrom(node, "user-input", syntax);
}

/** Compared with a text that the program has, or with nothing. */
function isFixed(node: Node, syntax: TypeScriptSyntax): boolean {
  return ["string", "null", "undefined", "number", "boolean"].includes(constantOf(node, syntax).kind);
}

/** The text of an HMAC, with or without something before it, also as a function of the workspace gives it. */
function isKeyedHash(expression: Node, syntax: TypeScriptSyntax): boolean {
  return alternativesOf(expression, syntax).some(({ node }) => isHashText(unwrap(node), syntax));
}

function isHashText(node: Node, syntax: TypeScriptSyntax): boolean {
  if (node.type === "TemplateLiteral") return node.expressions.some((one) => isKeyedHash(one, syntax));
  if (node.type === "BinaryExpression") return node.operator === "+" && [node.left, node.right].some((one) => isKeyedHash(one, syntax));
  if (node.type !== "CallExpression") return false;
  const method = methodCall(node);
  if (method?.name === "digest") {
    const maker = makerOf(method.receiver, syntax);
    return maker?.module === "crypto" && maker.name === "createHmac";
  }
  if (method?.name === "toString" || method?.name === "toLowerCase") return isKeyedHash(method.receiver, syntax);
  const origin = calledOrigin(node, syntax);
  return origin?.module.startsWith("crypto-js") === true && `${origin.module} ${origin.name}`.includes('Hmac');
}

/** `timingSafeEqual` throws for texts of different lengths: those are compared first. */
function fixOf(document: Document, node: TSESTree.BinaryExpression, syntax: TypeScriptSyntax): Fix | undefined {
  const source = cryptoName(document, syntax);
  if (!source) return undefined;
  const [left, right] = [document.text.slice(...node.left.range), document.text.slice(...node.right.range)];
  const buffers = `Buffer.from(${left}), Buffer.from(${right})`;
  const isSimple = [left, right].every((text) => /^[\w.$[\]"']+$/.test(text));
  if (!isSimple) return undefined;
  const isEqual = `${left}.length === ${right}.length && ${source.name}(${buffers})`;
  const newText = node.operator.startsWith("!") ? `!(${isEqual})` : node.parent.type === "IfStatement" || node.parent.type === "ReturnStatement" ? isEqual : `(${isEqual})`;
  return { title: "Compare in constant time", safe: false, edits: [{ range: rangeOf(node), newText }, ...source.edits] };
}

/** How the file gets at `timingSafeEqual`: by its module, or by one more import. */
function cryptoName(document: Document, syntax: TypeScriptSyntax): { name: string; edits: readonly TextEdit[] } | undefined {
  const name = "timingSafeEqual";
  for (const declaration of syntax.all("ImportDeclaration")) {
    if (!/^(?:node:)?crypto$/.test(declaration.source.value) || declaration.importKind === "type") continue;
    const last = declaration.specifiers.at(-1);
    if (!last) return undefined;
    if (last.type !== "ImportSpecifier") return { name: `${last.local.name}.${name}`, edits: [] };
    const has = declaration.specifiers.some(({ local }) => local.name === name);
    return { name, edits: has ? [] : [{ range: { start: last.range[1], end: last.range[1] }, newText: `, ${name}` }] };
  }
  for (const { id, init } of syntax.all("VariableDeclarator")) {
    if (init?.type !== "CallExpression" || !/^require\(["'](?:node:)?crypto["']\)$/.test(document.text.slice(...init.range))) continue;
    if (id.type === "Identifier") return { name: `${id.name}.${name}`, edits: [] };
    const last = id.type === "ObjectPattern" ? id.properties.at(-1) : undefined;
    if (!last) continue;
    const has = document.text.slice(...id.range).includes(name);
    return { name, edits: has ? [] : [{ range: { start: last.range[1], end: last.range[1] }, newText: `, ${name}` }] };
  }
  return undefined;
}

function checkPhp(document: Document, report: Report): void {
  const { text } = document;
  const hashes = new Set(Array.from(text.matchAll(phpHash), ([, name = ""]) => name));
  const found = [...text.matchAll(inPhp)].map((match) => ({ match, left: match[0].slice(0, match[0].lastIndexOf(match[2] ?? "")).trim() }));
  for (const match of text.matchAll(phpCompare)) if (hashes.has(match[1] ?? "") !== hashes.has(match[3] ?? "")) found.push({ match, left: match[1] ?? "" });
  for (const { match, left } of found) {
    const range = { start: match.index, end: match.index + match[0].length };
    if (/^[ \t]*(?:#|\/\/|\*)/.test(text.slice(document.lines[document.lineOf(range.start)] ?? 0, range.start))) continue;
    const not = match[2]?.startsWith("!") ? "!" : "";
    report({ range, message, fixes: [{ title: "Compare in constant time: hash_equals()", safe: false, edits: [{ range, newText: `${not}hash_equals(${left}, (string) ${match[3] ?? ""})` }] }] });
  }
}

const named = 'import { createHmac } from "node:crypto";\n';
const hash = 'const expected = createHmac("sha256", key).update(body).digest("hex");\n';

export default defineRule({
  id: "signature-compared-with-equals",
  title: "Signature compared with an equals sign",
  concern: "tokens",
  languages: ["typescript", "php"],
  requirements: ["akeneo/event-signature", "akeneo/no-vulnerabilities", "atlassian/authenticate-every-request", "superoffice/owasp-top-ten"],
  severity: "warning",
  cwe: [208],
  fix: "review",
  triggers: ["createHmac", "Hmac", "hash_hmac"],
  documentation: {
    wrong: "A signature that the app computes with a secret key (HMAC) is compared with the one in a request by `===` or `!==`.",
    why: "Such a comparison ends at the first difference, so its time tells how many characters were right, and a signature can be guessed piece by piece. Akeneo's documentation asks for a comparison that always takes the same time.",
    fix: "The quick fix compares the lengths and then calls `timingSafeEqual`; in PHP it is `hash_equals`. Make sure that the header is there and is a text.",
    suppress: "Where both sides are hashed with a random key before they are compared.",
  },
  examples: {
    bad: [
      { name: "a header", code: `${named}${hash}if ([|expected !== signature|]) throw new Error("not signed");\n`, fixed: `import { createHmac, timingSafeEqual } from "node:crypto";\n${hash}if (!(expected.length === signature.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signature)))) throw new Error("not signed");\n` },
      { name: "the module", code: `import crypto from "crypto";\nfunction isSigned(body, header) {\n  const own = crypto.createHmac("sha256", key).update(body).digest("base64");\n  return [|own === header|];\n}\n`, fixed: `import crypto from "crypto";\nfunction isSigned(body, header) {\n  const own = crypto.createHmac("sha256", key).update(body).digest("base64");\n  return own.length === header.length && crypto.timingSafeEqual(Buffer.from(own), Buffer.from(header));\n}\n` },
      { name: "with a prefix", code: `const crypto = require("crypto");\nconst expected = \`sha256=\${crypto.createHmac("sha256", key).update(body).digest("hex")}\`;\nif ([|header == expected|]) next();\n`, fixed: `const crypto = require("crypto");\nconst expected = \`sha256=\${crypto.createHmac("sha256", key).update(body).digest("hex")}\`;\nif (header.length === expected.length && crypto.timingSafeEqual(Buffer.from(header), Buffer.from(expected))) next();\n` },
      { name: "through a function", code: `${named}const sign = (body) => createHmac("sha256", key).update(body).digest("hex");\nexport const isSigned = (req) => [|sign(req.rawBody) === req.headers["x-signature"]|];\n` },
      { name: "crypto-js", code: `import CryptoJS from "crypto-js";\nconst own = CryptoJS.HmacSHA256(body, key).toString();\nif ([|own !== header|]) throw new Error("not signed");\n` },
      { name: "PHP", file: "hook.php", code: `<?php\nif ([|hash_hmac('sha256', $body, $key) !== $header|]) {\n    exit;\n}\n`, fixed: `<?php\nif (!hash_equals(hash_hmac('sha256', $body, $key), (string) $header)) {\n    exit;\n}\n` },
      { name: "PHP, over a variable", file: "hook.php", code: `<?php\n$own = hash_hmac('sha256', $body, $key);\nreturn [|$own === $header|];\n`, fixed: `<?php\n$own = hash_hmac('sha256', $body, $key);\nreturn hash_equals($own, (string) $header);\n` },
    ],
    good: [
      { name: "in constant time", code: `import { createHmac, timingSafeEqual } from "node:crypto";\n${hash}if (expected.length !== signature.length || !timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) throw new Error("not signed");\n` },
      { name: "a hash without a key", code: `import { createHash, createHmac } from "node:crypto";\nconst sum = createHash("sha256").update(file).digest("hex");\nif (sum === known) keep(createHmac);\n` },
      { name: "two hashes of one's own", code: `${named}const sign = (body) => createHmac("sha256", key).update(body).digest("hex");\nif (sign(before) === sign(after)) skip();\n` },
      { name: "an index that the app keeps", code: `${named}const indexOf = (key) => createHmac("sha256", pepper).update(key).digest("hex");\nif (indexOf(apiKey) === row.storedIndex) keep(row);\n` },
      { name: "a missing one", code: `${named}${hash}if (expected === undefined || expected === "") stop();\n` },
      { name: "another comparison", code: `${named}${hash}if (body === "" || method === header) stop(expected);\n` },
      { name: "PHP in constant time", file: "hook.php", code: `<?php\n$own = hash_hmac('sha256', $body, $key);\nreturn hash_equals($own, $header) && $a === $b;\n` },
      { name: "a test", file: "test/hook.test.ts", code: `${named}${hash}ok(expected === signature);\n` },
    ],
  },
  check,
});
