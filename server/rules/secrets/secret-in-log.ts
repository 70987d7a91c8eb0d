import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { runsInBrowsers } from "./browserCode.ts";
import { secretsInValue, type HeldSecret } from "./heldSecrets.ts";
import { logCalls } from "./logs/logCalls.ts";
import { mayLogSecret } from "./logs/promising.ts";
import { secretInLogExamples } from "./logs/secretInLogExamples.ts";
import { textLogSecrets } from "./logs/textLogs.ts";
import { speaksOfCredentials } from "./secretNames.ts";

/** Programs for a person at a terminal, who asked for what they print. */
const consoleProgram = /(?:^|\/)(?:scripts?|bin|cli|tools?|seeds?|migrations?|[\w-]+-e2e)\//i;

/** One of these is in every file with a finding; keeps other files from being parsed. */
const secretMark = /pass(?:word|wd|phrase|code)|pwd|secret|token|api_?key|(?:auth|access|private|signing|encryption|master|account)_?key|credential|authorization|bearer|jwt|\.(?:raw)?(?:body|headers)|process\.env\s*[),}\]]|connection_?string/i;

function isJudged({ path, text }: Document): boolean {
  return !isTestPath(path) && !isDocumentationPath(path) && !consoleProgram.test(path) && !text.startsWith("#!");
}

function promising(document: Document): boolean {
  const { text, language } = document;
  if (!isJudged(document)) return false;
  return language === "typescript" || language === "html" ? mayLogSecret(text, secretMark) : secretMark.test(text);
}

function check(document: Document, report: Report): void {
  const { text, language } = document;
  if (!isJudged(document)) return;
  const tokensCount = speaksOfCredentials(text);
  if (language !== "typescript" && language !== "html") {
    for (const { range, noun } of textLogSecrets(document, tokensCount)) report({ range, message: messageOn(noun) });
    return;
  }
  const syntax = document.syntax(typescriptSyntax);
  const inBrowser = runsInBrowsers(document);
  const seen = new Set<number>();
  for (const { call, redacts } of logCalls(document)) {
    for (const one of call.arguments.flatMap((argument) => secretsInValue(argument, syntax, tokensCount, redacts))) {
      if (seen.has(one.range.start)) continue;
      seen.add(one.range.start);
      const isMilder = inBrowser || one.kind === "body" || one.kind === "headers";
      const message = inBrowser ? browserMessage(one.noun) : messageOn(one.noun);
      report({ range: one.range, message, fixes: [fixOf(one, document)], ...(isMilder && { atMost: "warning" }) });
    }
  }
}

function messageOn(noun: string): string {
  return `The ${noun} is written to the log, where everybody who reads logs or their copies can use it.`;
}

function browserMessage(noun: string): string {
  return `The ${noun} is written to the browser's console, where extensions, screen sharing and error reports pick it up.`;
}

/** Of a body or headers the names are left; of a value that it is there. */
function fixOf({ range, node, kind }: HeldSecret, { text }: Document): Fix {
  const source = text.slice(range.start, range.end);
  if (kind === "body" || kind === "headers" || kind === "environment") {
    return { title: "Log the names only", safe: false, edits: [{ range, newText: `Object.keys(${source})` }] };
  }
  const { parent } = node;
  if (parent?.type === "TemplateLiteral") {
    // The braces go with the expression.
    const start = text.lastIndexOf("${", range.start);
    const end = text.indexOf("}", range.end) + 1;
    return { title: "Leave the value out", safe: false, edits: [{ range: { start, end }, newText: "[redacted]" }] };
  }
  const isShorthand = parent?.type === "Property" && parent.shorthand;
  return { title: "Leave the value out", safe: false, edits: [{ range, newText: isShorthand ? `${source}: "[redacted]"` : '"[redacted]"' }] };
}

export default defineRule({
  id: "secret-in-log",
  title: "Secret written to a log",
  concern: "secrets",
  languages: ["typescript", "html", "csharp", "php", "text"],
  triggers: ["console.", "log.", "logger", "debug(", "LogInformation", "LogDebug", "LogWarning", "LogError", "LogTrace", "error_log(", "Log::"],
  anchors: ["console", "log", "debug"],
  requirements: ["atlassian/clean-logs", "atlassian/secrets-not-in-source", "akeneo/credentials-stored-securely", "superoffice/secrets-stored-securely", "openchannel/api-secrets"],
  severity: "error",
  cwe: [532],
  fix: "review",
  documentation: {
    wrong:
      "A password, token or key reaches a log call: by itself, in a text, in an object, or as the whole body, headers or environment that it is a part of. Loggers are known by their libraries (winston, pino, bunyan, log4js, debug and others), by `console`, and by their name where another file makes them; what is logged is known by the name that holds it and by where that comes from. A bare `token` counts only in files whose other words speak of credentials.",
    why:
      "Logs are copied to services, kept for months and read by many people: a secret in them is as public as the log. Forge's logs are shown to the administrators who export them; SuperOffice and Akeneo ask where secrets are kept, and a log is no such place.",
    fix:
      "The quick fix writes `[redacted]` instead of the value, or the names of a body's fields instead of their contents. Where a logger has settings for this, such as pino's `redact`, objects logged through it are left alone.",
    suppress: "Where the value is no secret in this program, such as a token of a text or a one-time code for tests.",
  },
  examples: secretInLogExamples,
  promising,
  check,
});
