import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { calleePath, type Call } from "../../languages/typescript/calls.ts";
import { isWithin, rangeOf } from "../../languages/typescript/nodes.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { afterALeak } from "./afterALeak.ts";
import { isSecretArgument } from "./arguments/judgeArgument.ts";
import { mayHaveLiteralArgument } from "./arguments/promising.ts";
import { sinkTexts } from "./arguments/sinkArguments.ts";
import { sinkTriggers, type ArgumentKind } from "./arguments/sinkTable.ts";
import { boundName, normalName } from "./boundName.ts";
import { environmentName, freeEnvironmentName } from "./environmentName.ts";
import { moveToEnvironment } from "./fixes/moveToEnvironment.ts";
import { kindOf } from "./formats/builders.ts";
import { examples } from "./hardcodedCredentialArgumentExamples.ts";
import { knownCredentialAt, knownSecretAt } from "./knownSecrets.ts";
import type { SecretKind } from "./secretFormat.ts";
import { placeOf } from "./silence.ts";

const kinds: Readonly<Record<ArgumentKind, SecretKind>> = {
  key: kindOf("", "argument-key", "key", { variable: "SECRET_KEY" }),
  password: kindOf("", "argument-password", "password"),
  "client secret": kindOf("", "argument-client-secret", "client secret", { variable: "CLIENT_SECRET" }),
  token: kindOf("", "argument-token", "token", { variable: "API_TOKEN" }),
};

function promising(document: Document): boolean {
  return placeOf(document) === "code" && mayHaveLiteralArgument(document.text);
}

function check(document: Document, report: Report): void {
  if (placeOf(document) !== "code") return;
  const taken = new Map<string, string>();
  const reported = new Set<number>();
  for (const { sink, call, value, node } of sinkTexts(document.syntax(typescriptSyntax))) {
    const range = rangeOf(node);
    if (reported.has(range.start) || !isSecretArgument(document, sink.kind, value, range)) continue;
    const isHere = node.type === "Literal" || node.type === "TemplateLiteral" || node.type === "BinaryExpression" || node.type === "TemplateElement";
    const written = isHere ? insideQuotes(document, range) : range;
    if (isHere && (knownSecretAt(document, written) || knownCredentialAt(document, written))) continue;
    reported.add(range.start);
    const name = boundName(document.text, written.start)?.name;
    const kind = kinds[sink.kind];
    const variable = freeEnvironmentName(environmentName({ kind, ...(name !== undefined && { name }) }, [normalName(value)]), value, taken);
    const fix = isHere ? moveToEnvironment(document, written, variable) : undefined;
    const where = isHere ? "a text in the file" : "a text in another file";
    report({
      range: written,
      message: `The ${sink.kind} for ${nameOfCall(call)} is ${where} (${value.length} characters), so everyone who can read the project has it. ${afterALeak("")}`,
      secret: written,
      properties: { format: kind.id },
      ...(isHere && !isWithin(node, call) && { related: [{ range: rangeOf(call.callee), message: `It is the ${sink.kind} here.` }] }),
      ...(fix && { fixes: [fix] }),
    });
  }
}

function nameOfCall(call: Call): string {
  return calleePath(call).join(".") || "a call";
}

function insideQuotes({ text }: Document, { start, end }: TextRange): TextRange {
  const isQuoted = /["'`]/.test(text.charAt(start)) && text.charAt(end - 1) === text.charAt(start);
  return isQuoted && end - start > 2 ? { start: start + 1, end: end - 1 } : { start, end };
}

export default defineRule({
  id: "hardcoded-credential-argument",
  title: "Text in the code used as a key, password or client secret",
  concern: "secrets",
  languages: ["typescript", "html"],
  triggers: sinkTriggers,
  anchors: sinkTriggers,
  requirements: [
    "atlassian/secrets-not-in-source",
    "akeneo/credentials-stored-securely",
    "superoffice/secrets-stored-securely",
    "openchannel/api-secrets",
  ],
  severity: "error",
  cwe: [798, 321],
  fix: "review",
  documentation: {
    wrong:
      "A text of the program reaches an argument that a library uses as a secret: the key of `jwt.sign`, `createHmac` or `createCipheriv`, the `secret` of a session, a database's `password`, a strategy's `clientSecret`, a cloud's `secretAccessKey`. What the text looks like does not matter, since the library takes it for the secret. It is followed through constants, properties, templates, sums, fallbacks of look-ups and imports from other files of the project.",
    why:
      "Whoever can read the code can sign tokens and sessions, open the database or act as the app. All four marketplaces demand that credentials are kept outside of the source.",
    fix:
      "Read it from the environment or a secret store, refuse to start without it, and use another value than the one that was in the code.",
    suppress:
      "Where the key protects nothing, such as the label that separates two uses of a hash. Tests and documentation are silent.",
  },
  examples,
  promising,
  check,
});
