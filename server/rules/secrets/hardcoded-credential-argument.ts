import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { contains } from "../../core/text.ts";
import { afterALeak } from "./afterALeak.ts";
import { argumentTexts, argumentTriggers, mayHaveArgument } from "./arguments/argumentTexts.ts";
import { isSecretArgument } from "./arguments/judgeArgument.ts";
import { sinkTriggers, type ArgumentKind } from "./arguments/sinkTable.ts";
import { boundName, normalName } from "./boundName.ts";
import { environmentName, freeEnvironmentName } from "./environmentName.ts";
import { moveToEnvironment } from "./fixes/moveToEnvironment.ts";
import { kindOf } from "./formats/builders.ts";
import { examples } from "./hardcodedCredentialArgumentExamples.ts";
import { knownCredentialAt, knownDefaultAt, knownSecretAt } from "./knownSecrets.ts";
import type { SecretKind } from "./secretFormat.ts";
import { placeOf } from "./silence.ts";

const kinds: Readonly<Record<ArgumentKind, SecretKind>> = {
  key: kindOf("", "argument-key", "key", { variable: "SECRET_KEY" }),
  password: kindOf("", "argument-password", "password"),
  "client secret": kindOf("", "argument-client-secret", "client secret", { variable: "CLIENT_SECRET" }),
  token: kindOf("", "argument-token", "token", { variable: "API_TOKEN" }),
};

function promising(document: Document): boolean {
  return placeOf(document) === "code" && mayHaveArgument(document);
}

function check(document: Document, report: Report): void {
  if (placeOf(document) !== "code") return;
  const taken = new Map<string, string>();
  const reported = new Set<number>();
  for (const { kind: what, callName, callee, call, value, written, isHere } of argumentTexts(document)) {
    if (reported.has(written.start) || !isSecretArgument(document, what, value, written)) continue;
    if (isHere && (knownSecretAt(document, written) || knownCredentialAt(document, written) || knownDefaultAt(document, written))) continue;
    reported.add(written.start);
    const name = boundName(document.text, written.start)?.name;
    const kind = kinds[what];
    const variable = freeEnvironmentName(environmentName({ kind, ...(name !== undefined && { name }) }, [normalName(value)]), value, taken);
    const fix = isHere ? moveToEnvironment(document, written, variable) : undefined;
    const where = isHere ? "a text in the file" : "a text in another file";
    report({
      range: written,
      message: `The ${what} for ${callName} is ${where} (${value.length} characters), so everyone who can read the project has it. ${afterALeak("")}`,
      secret: written,
      properties: { format: kind.id },
      ...(isHere && !contains(call, written) && { related: [{ range: callee, message: `It is the ${what} here.` }] }),
      ...(fix && { fixes: [fix] }),
    });
  }
}

export default defineRule({
  id: "hardcoded-credential-argument",
  title: "Text in the code used as a key, password or client secret",
  concern: "secrets",
  languages: ["typescript", "html", "csharp", "php"],
  triggers: argumentTriggers,
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
      "A text of the program reaches an argument that a library uses as a secret: the key of `jwt.sign`, `createHmac` or `createCipheriv`, the `secret` of a session, a database's `password`, a strategy's `clientSecret`, a cloud's `secretAccessKey`, .NET's `NetworkCredential` and `SymmetricSecurityKey`, PHP's `hash_hmac` and `PDO`. What the text looks like does not matter, since the library takes it for the secret. It is followed through constants, properties, templates, sums, fallbacks of look-ups and imports from other files of the project.",
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
