import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { bundledValues } from "./browser/bundlerConfig.ts";
import { importedSecrets, settingsTriggers } from "./browser/importedSecrets.ts";
import { publicPrefixes, publicSecrecy, publicVariable } from "./browser/publicVariables.ts";
import { secretInBrowserCodeExamples } from "./browser/secretInBrowserCodeExamples.ts";

const commentLine = /^[ \t]*(?:#|\/\/|\/?\*|<!--|;)/;
/** A look-up in code: `import.meta.env.VITE_X`, `process.env["VITE_X"]`. */
const lookUp = /\benv(?:\??\.|\[["'`])$/;
/** A setting: `NAME=`, `NAME: `, `"NAME":`. */
const setting = /^["']?[ \t]*[:=]/;
/** The rule on SuperOffice's application token tells of it in code. */
const applicationToken = /^SO_?APP_?TOKEN$|APPLICATION_TOKEN$/;
const advice = "Read it on a server, and let the page ask that server.";

function check(document: Document, report: Report): void {
  const { path, language } = document;
  if (isTestPath(path) || isDocumentationPath(path)) return;
  for (const { range, name, prefix, secrecy } of publicSecrets(document)) {
    report({
      range,
      message: `${publicPrefixes[prefix] ?? "The bundler"} writes every variable that begins with ${prefix} into the code for browsers, and ${name} with it: everybody who opens the page can read it. ${advice}`,
      ...(secrecy === "likely" && { atMost: "warning" }),
    });
  }
  if (language !== "typescript") return;
  for (const { range, name } of bundledValues(document)) {
    const what = name ?? "the whole environment of the build";
    report({ range, message: `This writes ${what} into the code for browsers, where everybody who opens the page can read it. ${advice}` });
  }
  for (const { range, path: from, secret, line } of importedSecrets(document)) {
    const subject = `${secret.kind.provider} ${secret.kind.name}`.trim();
    const at = { line, character: 0 };
    report({
      range,
      message: `This import takes the ${subject} of ${from} into the code for browsers, where everybody who opens the page can read it. ${advice}`,
      related: [{ range: secret.range, path: from, region: { start: at, end: at }, message: "The secret stands here." }],
    });
  }
}

interface PublicSecret {
  readonly range: TextRange;
  readonly name: string;
  readonly prefix: string;
  readonly secrecy: "secret" | "likely";
}

/** The first mention of each variable that bundlers make public and whose name says that it is a secret. */
function publicSecrets(document: Document): PublicSecret[] {
  const { text, language } = document;
  const found = new Map<string, PublicSecret>();
  for (const { 0: whole, 1: prefix = "", 2: name = "", index } of text.matchAll(publicVariable)) {
    const secrecy = publicSecrecy(name);
    if (secrecy === "none" || found.has(whole)) continue;
    const lineStart = document.lines[document.lineOf(index)] ?? 0;
    const before = text.slice(lineStart, index);
    if (commentLine.test(before)) continue;
    const isCode = language === "typescript" || language === "html" || language === "text";
    const isUsed = isCode ? lookUp.test(before) : setting.test(text.slice(index + whole.length, index + whole.length + 10)) || /\b(?:ENV|ARG)[ \t]+$/i.test(before);
    if (!isUsed || (isCode && applicationToken.test(name))) continue;
    found.set(whole, { range: { start: index, end: index + whole.length }, name: whole, prefix, secrecy });
  }
  return [...found.values()];
}

export default defineRule({
  id: "secret-in-browser-code",
  title: "Secret in the code for browsers",
  concern: "secrets",
  languages: ["typescript", "html", "dotenv", "yaml", "json", "dockerfile", "text"],
  tier: "text",
  triggers: [...Object.keys(publicPrefixes), "DefinePlugin", "EnvironmentPlugin", "publicRuntimeConfig", "define: {", "env: {", ...settingsTriggers],
  requirements: [
    "atlassian/secrets-not-in-source",
    "akeneo/credentials-stored-securely",
    "superoffice/secrets-stored-securely",
    "superoffice/application-token-not-in-code",
    "openchannel/api-secrets",
  ],
  severity: "error",
  cwe: [200, 522],
  fix: "none",
  documentation: {
    wrong:
      "A variable whose name says that it holds a secret has a prefix by which a bundler writes it into the code for browsers (`VITE_`, `NEXT_PUBLIC_`, `REACT_APP_` and others); a bundler's configuration writes a secret or the whole environment into that code; or a file for browsers imports a module in which a secret stands.",
    why:
      "Whatever is in the code for browsers can be read by everybody who opens the page: minifying hides nothing. Such a variable looks safe, because it is not in the repository, and ends up in public all the same.",
    fix:
      "Keep the secret in a variable without the prefix, read it in a function of your server or of the platform (a route of Next.js, a resolver of Forge), and let the page ask that function. Then replace the secret, since it was public. `import.meta.env` is no place for a secret.",
    suppress: "Where the service makes the key for browsers, and limits it to your pages or to reading what is public.",
  },
  examples: secretInBrowserCodeExamples,
  check,
});
