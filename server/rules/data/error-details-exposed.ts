import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { csharpDeveloperPages, phpErrorOutput, xmlErrorSettings } from "./errorSettings.ts";
import { errorDetails } from "./errorDetails.ts";
import { errorExamples } from "./errorExamples.ts";
import { isAppCode } from "./programPurpose.ts";

const stack = "The answer holds the error's stack, which tells everybody the server's files, libraries and sometimes values.";
const whole = "The error object goes into the answer as it is: database errors bring the statement, requests bring their headers with tokens.";

/** A name of a response, and what answers. */
const responses = /\b(?:res|resp|response|reply|h|ctx|c|context|NextResponse|Response)\b/;
const answers = /\b(?:send|json|jsonp|end|write|render|html|text|body)\s*[(=]|new (?:Next)?Response\b/;
const caught = /\bcatch\s*\(\s*(\w+)/g;

/** A stack, or an error that stands as a whole value in an object or as what is answered. */
function holdsError(text: string): boolean {
  if (text.includes(".stack")) return true;
  const names = [...new Set(["e", "ex", "err", "error", "exception", ...Array.from(text.matchAll(caught), ([, name = ""]) => name)])].join("|");
  return new RegExp(`[:{]\\s*(?:${names})\\s*[,}]|[{,]\\s*(?:${names})\\s*\\}|\\b(?:send|json|jsonp|end|write|render|html|text|body|stringify|Response)\\s*[(=]\\s*(?:${names})\\b`, "i").test(text);
}

function promising(document: Document): boolean {
  const { text, language } = document;
  if (!isAppCode(document)) return false;
  return language !== "typescript" || (responses.test(text) && answers.test(text) && holdsError(text));
}

function check(document: Document, report: Report): void {
  if (!isAppCode(document)) return;
  switch (document.language) {
    case "csharp":
      return csharpDeveloperPages(document, report);
    case "xml":
      return xmlErrorSettings(document, report);
    case "php":
      return phpErrorOutput(document, report);
    default:
      for (const { node, isStack } of errorDetails(document.syntax(typescriptSyntax))) {
        report({ range: rangeOf(node), message: isStack ? stack : whole, ...(isStack ? {} : { atMost: "information" }) });
      }
  }
}

export default defineRule({
  id: "error-details-exposed",
  title: "Error details shown to users",
  concern: "data",
  languages: ["typescript", "csharp", "xml", "php"],
  requirements: ["superoffice/error-pages", "atlassian/untrusted-data", "akeneo/no-vulnerabilities", "superoffice/owasp-top-ten"],
  severity: "warning",
  cwe: [209, 497],
  fix: "review",
  triggers: [".stack", "res.send", "res.json", "response.send", "response.json", ".status(", "reply.send", "UseDeveloperExceptionPage", "customErrors", "httpErrors", "compilation", "display_errors", "getTraceAsString"],
  promising,
  documentation: {
    wrong: "An answer to a request holds an error's stack, or the whole error object; or the framework's page for developers, or PHP's output of errors, is on whatever the environment is.",
    why: "Stacks name files, versions and functions. Error objects of databases and HTTP clients hold statements, addresses and headers, so an attacker learns from each failure where to push next.",
    fix: "Log the error on the server, and answer with a sentence of your own and a number by which the log entry is found. Show details only where the environment is that of a developer.",
    suppress: "On an interface that only developers reach.",
  },
  examples: errorExamples,
  check,
});
