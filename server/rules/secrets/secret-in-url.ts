import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { wordsOf } from "./secretNames.ts";
import { secretsInBuiltUrls, secretsInText } from "./urls/addressSecrets.ts";
import { mayHaveSecretParameter } from "./urls/promising.ts";
import { secretInUrlExamples } from "./urls/secretInUrlExamples.ts";

/** Links in mails carry what lets their reader in, and nothing else could. */
const mailFile = /mail/i;
const commentLine = /^[ \t]*(?:#(?!\{)|\/\/|\/?\*|<!--|--|;|REM\b)/i;

/** One of these is in every file with a finding: a parameter in a text, or what makes addresses of objects. */
const queryMark = /[?&][\w.-]{1,60}=|params|query|\bqs\b|stringify|\.param\(/i;

function isJudged({ path }: Document): boolean {
  return !isTestPath(path) && !isDocumentationPath(path);
}

function promising(document: Document): boolean {
  const { text, language } = document;
  if (!isJudged(document)) return false;
  return language === "typescript" || language === "html" ? mayHaveSecretParameter(text) : queryMark.test(text);
}

function check(document: Document, report: Report): void {
  const { text, language } = document;
  if (!isJudged(document)) return;
  const isCode = language === "typescript" || language === "html";
  for (const { range, parameter, atMost, instead } of isCode ? secretsInBuiltUrls(document) : secretsInText(document)) {
    if (commentLine.test(text.slice(document.lines[document.lineOf(range.start)] ?? 0, range.start))) continue;
    if (atMost !== "error" && mailFile.test(document.fileName)) continue;
    const advice = instead ?? "Send it in a header or in the body.";
    report({
      range,
      message: `The ${wordsOf(parameter)} is put into the address, which proxies, server logs and browser histories keep. ${advice}`,
      ...(atMost !== "error" && { atMost }),
    });
  }
}

export default defineRule({
  id: "secret-in-url",
  title: "Secret in an address",
  concern: "secrets",
  languages: ["typescript", "html", "csharp", "php", "yaml", "json", "dotenv", "xml", "dockerfile", "text"],
  triggers: [
    "secret", "access_token", "accesstoken", "access-token", "api_token", "apitoken", "auth_token", "authtoken", "refresh_token", "refreshtoken", "private_token",
    "api_key", "apikey", "api-key", "password", "passwd", "token=", "jwt=", "key=", "auth=", "pwd=", "session=",
  ],
  // A JSX element has a key too.
  confirmations: new Map(["token=", "jwt=", "key=", "auth=", "pwd=", "session="].map((word) => [word, new RegExp(`(?<=[?&#;}"'\`\\w.-])${word}(?!\\{)`, "iy")])),
  anchors: [
    "secret", "access_token", "accesstoken", "access-token", "api_token", "apitoken", "auth_token", "authtoken", "refresh_token", "refreshtoken", "private_token",
    "api_key", "apikey", "api-key", "password", "passwd", "token=", "jwt=", "key=", "auth=", "pwd=", "session=",
  ],
  requirements: ["atlassian/secrets-not-in-source", "akeneo/credentials-stored-securely", "superoffice/secrets-stored-securely", "openchannel/api-secrets"],
  severity: "error",
  cwe: [598],
  fix: "none",
  documentation: {
    wrong:
      "A client secret, password or token is a parameter of an address: in a text, a template, an object of parameters of an HTTP client, `URLSearchParams` or `URL`. Names such as `token` and `key` count where what is put in is named as a secret. Tokens for one use, as in links to reset a password, do not count.",
    why:
      "An address is kept where a header is not: in the logs of every proxy and server on the way, in the browser's history, in referrers and in error reports. Whoever reads one of them has the secret.",
    fix:
      "Send the value in the `Authorization` header, or in the body of a POST; OAuth's token endpoints take the client secret in a Basic header or in the body. Where a service's own documentation puts it into the address and takes a header too, as Trello does, the finding is an information; where there is no other way, nothing is said.",
    suppress: "Where the service takes the value in no other way, or where it is public by design.",
  },
  examples: secretInUrlExamples,
  promising,
  check,
});
