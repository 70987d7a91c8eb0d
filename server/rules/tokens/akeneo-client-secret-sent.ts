import type { TSESTree } from "@typescript-eslint/types";
import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls, methodCall } from "../../languages/typescript/calls.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { removeProperty } from "../../languages/typescript/edits.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { isProductCode } from "./productCode.ts";

const secret = "client_secret";
/** What Akeneo takes in place of the secret: a random text, and the hash of it with the secret. No other service has it. */
const identifier = "code_identifier";
const tokenAddress = "connect/apps/v1/oauth2/token";
const message = "Akeneo's apps never send their client secret: the code challenge is made of it, and in a request it only leaks.";
const title = "Do not send the secret; code_identifier and code_challenge prove that the app has it";
/** An array of PHP with the parameters of one request. */
const phpArray = /\[([^[\]]{0,1500})\]/g;
const phpSecret = /(["'])client_secret\1[ \t]{0,10}=>/;
const commentLine = /^[ \t]*(?:#|\/\/|\*)/;

function check(document: Document, report: Report): void {
  if (!isProductCode(document) || !(document.text.includes(identifier) || document.text.includes(tokenAddress))) return;
  if (document.language === "php") checkPhp(document, report);
  else checkCode(document, report);
}

function checkCode(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const object of syntax.all("ObjectExpression")) {
    const found = object.properties.find((property): property is TSESTree.Property => property.type === "Property" && plainKey(property) === secret);
    const names = new Set(object.properties.map((property) => (property.type === "Property" ? plainKey(property) : undefined)));
    // A request for a token has the code in it; the credentials that an app keeps have not.
    if (!found || !(names.has(identifier) || names.has("code_challenge") || (document.text.includes(tokenAddress) && names.has("code")))) continue;
    const fix: Fix = { title, safe: false, edits: [removeProperty(document, object, found)] };
    report({ range: rangeOf(found), message, fixes: [fix] });
  }
  for (const call of allCalls(syntax)) {
    const [name] = call.arguments;
    const isSet = ["set", "append"].includes(methodCall(call)?.name ?? "") && name && name.type !== "SpreadElement" && call.arguments.length === 2;
    if (isSet && stringOf(name, syntax) === secret && document.text.includes(identifier)) report({ range: rangeOf(call), message });
  }
}

function checkPhp(document: Document, report: Report): void {
  const { text } = document;
  for (const match of text.matchAll(phpArray)) {
    const [whole, inside = ""] = match;
    const found = phpSecret.exec(inside);
    if (!found || !/["'](?:code_identifier|code_challenge|code)["'][ \t]{0,10}=>/.test(inside)) continue;
    const start = match.index + whole.indexOf(inside) + found.index;
    if (commentLine.test(text.slice(document.lines[document.lineOf(start)] ?? 0, start))) continue;
    report({ range: { start, end: start + secret.length + 2 }, message });
  }
}

const url = 'const url = `${pim}/connect/apps/v1/oauth2/token`;\n';

export default defineRule({
  id: "akeneo-client-secret-sent",
  title: "Akeneo app sends its client secret",
  concern: "tokens",
  languages: ["typescript", "php"],
  marketplaces: ["akeneo"],
  requirements: ["akeneo/credentials-stored-securely", "akeneo/no-vulnerabilities"],
  severity: "error",
  cwe: [522],
  fix: "review",
  triggers: [secret],
  anchors: [secret],
  documentation: {
    wrong: "The request in which an Akeneo app exchanges its code for a token has `client_secret` in it.",
    why: "Akeneo asks for a proof instead: `code_challenge` is the hash of a random `code_identifier` and the secret. The secret itself is never asked for, the PIM of the customer ignores it, and now the customer's servers and logs have it. Akeneo demands that nobody else can get at an app's secret.",
    fix: "The quick fix takes the property away. `code_challenge` is the SHA-256 in hexadecimal digits of `code_identifier` followed by the secret.",
    suppress: "Where the same parameters go to another service, which asks for the secret.",
  },
  examples: {
    bad: [
      { name: "beside the challenge", code: `const body = { client_id: id, code, code_identifier: identifier, code_challenge: challenge, [|client_secret: process.env.SECRET|] };\n`, fixed: `const body = { client_id: id, code, code_identifier: identifier, code_challenge: challenge };\n` },
      { name: "in place of the challenge", code: `${url}await post(url, new URLSearchParams({\n  client_id: id,\n  [|client_secret: secret|],\n  code,\n  grant_type: "authorization_code",\n}));\n`, fixed: `${url}await post(url, new URLSearchParams({\n  client_id: id,\n  code,\n  grant_type: "authorization_code",\n}));\n` },
      { name: "a shorthand", code: `send({ code_identifier, [|client_secret|], code_challenge });\n`, fixed: `send({ code_identifier, code_challenge });\n` },
      { name: "a form", code: `const form = new FormData();\nform.append("code_identifier", identifier);\n[|form.append("client_secret", secret)|];\n` },
      { name: "PHP", file: "token.php", code: `<?php\n$body = ['client_id' => $id, [|'client_secret'|] => $secret, 'code_identifier' => $identifier, 'code' => $code];\n// connect/apps/v1/oauth2/token\n` },
      { name: "with quotes", code: `${url}request(url, { "client_id": id, "code": code, [|"client_secret": secret|] });\n`, fixed: `${url}request(url, { "client_id": id, "code": code });\n` },
    ],
    good: [
      { name: "the challenge alone", code: `${url}send(url, { client_id: id, code, code_identifier: identifier, code_challenge: challenge });\n` },
      { name: "another service", code: `await post("https://id.example.com/token", { client_id: id, client_secret: secret, code });\n` },
      { name: "the credentials that the app keeps", code: `${url}const credentials = { client_id: id, client_secret: process.env.SECRET };\n` },
      { name: "the challenge is made of it", code: `${url}const client_secret = process.env.SECRET;\nconst code_challenge = sha256(code_identifier + client_secret);\n` },
      { name: "PHP with the challenge", file: "token.php", code: `<?php\n// connect/apps/v1/oauth2/token\n$body = ['client_id' => $id, 'code_identifier' => $identifier, 'code_challenge' => $challenge];\n$config = ['client_secret' => $secret];\n` },
      { name: "a test", file: "test/token.test.ts", code: `send({ code_identifier, client_secret, code_challenge });\n` },
    ],
  },
  check,
});
