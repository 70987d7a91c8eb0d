import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { allCalls, calledOrigin, methodCall } from "../../languages/typescript/calls.ts";
import { stringOf } from "../../languages/typescript/constants.ts";
import { plainKey } from "../../languages/typescript/keys.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { isProductCode } from "./productCode.ts";

const names: ReadonlySet<string> = new Set(["grant_type", "grantType"]);
const grant = "password";
/** The grant in the text of an address or a body. */
const inText = /\bgrant_type=password(?![\w-])/g;
/** `'grant_type' => 'password'`, `"grant_type", "password"`, `["grant_type"] = "password"`, `GrantType = "password"`. */
const inOtherCode = /["']?\bgrant_?type["']?\]?[ \t]{0,10}(?:=>|,|=|:)[ \t]{0,10}(["'])password\1/gi;
const commentLine = /^[ \t]*(?:#|\/\/|\/?\*|<!--)/;
/** Akeneo's connections, which are no apps, have no other grant. */
const akeneoConnection = /api\/oauth\/v1\/token|akeneo/i;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const isConnection = akeneoConnection.test(document.text);
  const reported = new Set<number>();
  for (const range of document.language === "typescript" ? inCode(document) : inLines(document, [inText, inOtherCode])) {
    if (reported.has(range.start)) continue;
    reported.add(range.start);
    report({
      range,
      message: isConnection
        ? "This signs in with a user's name and password: an Akeneo connection has no other way, but an app asks for an authorization code."
        : "This signs in with a user's name and password, which the app then knows; OAuth has withdrawn this grant.",
      ...(isConnection && { atMost: "information" as const }),
    });
  }
}

function inCode(document: Document): TextRange[] {
  const syntax = document.syntax(typescriptSyntax);
  const properties = syntax.all("Property").flatMap((property) => {
    const isGrant = names.has(plainKey(property) ?? "") && property.parent.type === "ObjectExpression" && stringOf(property.value, syntax) === grant;
    return isGrant ? [rangeOf(property.value)] : [];
  });
  const calls = allCalls(syntax).flatMap((call) => {
    const origin = calledOrigin(call, syntax);
    if (origin?.module === "simple-oauth2" && origin.name === "ResourceOwnerPassword") return [rangeOf(call.callee)];
    const [name, value] = call.arguments;
    const isSet = ["set", "append"].includes(methodCall(call)?.name ?? "") && name && value && name.type !== "SpreadElement" && value.type !== "SpreadElement";
    return isSet && stringOf(name, syntax) === "grant_type" && stringOf(value, syntax) === grant ? [rangeOf(value)] : [];
  });
  const texts = [...syntax.all("Literal"), ...syntax.all("TemplateElement")].flatMap((node) => {
    const isText = node.type === "TemplateElement" || typeof node.value === "string";
    return isText ? matches(document.text.slice(...node.range), inText, node.range[0]) : [];
  });
  return [...properties, ...calls, ...texts];
}

function inLines(document: Document, patterns: readonly RegExp[]): TextRange[] {
  const found = patterns.flatMap((pattern) => matches(document.text, pattern, 0));
  return found.filter(({ start }) => !commentLine.test(document.text.slice(document.lines[document.lineOf(start)] ?? 0, start)));
}

function matches(text: string, pattern: RegExp, offset: number): TextRange[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: offset + index, end: offset + index + length }));
}

export default defineRule({
  id: "oauth-password-grant",
  title: "Password grant of OAuth 2.0",
  concern: "tokens",
  languages: ["typescript", "csharp", "php"],
  requirements: ["superoffice/federated-authentication", "superoffice/system-user", "superoffice/no-user-credentials-stored", "openchannel/oauth-where-possible", "akeneo/no-vulnerabilities"],
  severity: "error",
  cwe: [522, 287],
  fix: "none",
  triggers: ["grant_type", "grantType", "ResourceOwnerPassword"],
  anchors: ["grant_type", "grantType", "ResourceOwnerPassword"],
  documentation: {
    wrong: "The app gets a token with `grant_type=password`: it sends a user's name and password.",
    why: "The app, its logs and everything on the way then know the password, no second factor is asked for, and the user cannot take back one app's access. OAuth's current security practice withdraws this grant, and SuperOffice demands that users sign in by federation.",
    fix: "Send users to the authorization address and exchange the code. A service without a user takes client credentials, or SuperOffice's system user.",
    suppress: "Where the service offers nothing else. For Akeneo's connections, which have no other grant, it is an information: an app of the marketplace asks for a code.",
  },
  examples: {
    bad: [
      { name: "a body", code: 'await post(url, { grant_type: [|"password"|], username, password });\n' },
      { name: "a form", code: 'const form = new URLSearchParams();\nform.append("grant_type", [|"password"|]);\nform.append("username", user);\n' },
      { name: "a text", code: "const body = `[|grant_type=password|]&username=${user}&password=${word}`;\n" },
      { name: "a library", code: 'import { ResourceOwnerPassword } from "simple-oauth2";\nconst client = new [|ResourceOwnerPassword|](config);\n' },
      { name: "C#", file: "Login.cs", code: 'var form = new Dictionary<string, string> { { [|"grant_type", "password"|] }, { "username", user } };\n' },
      { name: "PHP, of an Akeneo connection", file: "login.php", code: "<?php\n// akeneo\n$body = [[|'grant_type' => 'password'|], 'username' => $user];\n" },
    ],
    good: [
      { name: "a code", code: 'await post(url, { grant_type: "authorization_code", code });\n' },
      { name: "client credentials", code: "const body = `grant_type=client_credentials&client_id=${id}`;\n" },
      { name: "a type", code: 'interface Request {\n  grant_type: "password" | "refresh_token";\n}\n' },
      { name: "a server that refuses it", code: 'if (body.grant_type === "password") throw new Error("not supported");\n' },
      { name: "a longer word", code: 'const body = "grant_type=password-reset";\n' },
      { name: "a comment", file: "Login.cs", code: '// "grant_type", "password"\nvar form = Form("grant_type", "refresh_token");\n' },
      { name: "a test", file: "test/login.test.ts", code: 'post(url, { grant_type: "password" });\n' },
    ],
  },
  check,
});
