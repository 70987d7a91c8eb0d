import type { Document } from "../../core/document.ts";
import { defineRule, type Report, type TriggerHit } from "../../core/rule.ts";
import { normalName } from "./boundName.ts";
import { describe } from "./describe.ts";
import { environmentName, freeEnvironmentName } from "./environmentName.ts";
import { findSecrets, secretConfirmations, secretTriggers } from "./findSecrets.ts";
import { moveToEnvironment } from "./fixes/moveToEnvironment.ts";
import { examples } from "./hardcodedSecretExamples.ts";

function check(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  const found = findSecrets(document, hits);
  const values = found.map(({ range }) => document.text.slice(range.start, range.end));
  const forbidden = values.map(normalName);
  const taken = new Map<string, string>();
  found.forEach((secret, index) => {
    const variable = freeEnvironmentName(environmentName(secret, forbidden), values[index] ?? "", taken);
    const fix = moveToEnvironment(document, secret.range, variable);
    report({
      range: secret.range,
      message: describe(secret),
      secret: secret.range,
      properties: { format: secret.kind.id },
      ...(secret.worst !== "error" && { atMost: secret.worst }),
      ...(fix && { fixes: [fix] }),
    });
  });
}

export default defineRule({
  id: "hardcoded-secret",
  title: "Secret written in a file",
  concern: "secrets",
  languages: ["typescript", "dockerfile", "yaml", "json", "dotenv", "xml", "html", "csharp", "php", "text"],
  tier: "text",
  triggers: secretTriggers,
  confirmations: secretConfirmations,
  requirements: [
    "atlassian/secrets-not-in-source",
    "atlassian/container-no-credentials",
    "akeneo/credentials-stored-securely",
    "superoffice/secrets-stored-securely",
    "superoffice/secret-leak-notice",
    "openchannel/api-secrets",
  ],
  severity: "error",
  cwe: [798, 540],
  fix: "review",
  documentation: {
    wrong:
      "A token, key or password that opens something stands in a file of the project. Secrets are known by their provider's format (prefix, length, checksum, key structure) or, where a format has no telling part, by the name that holds the value beside the provider's name. A checksum that holds makes a finding certain; one that does not lowers it to a warning.",
    why:
      "Whoever can read the repository, an image made of it or a copy on a laptop can use the secret, and taking it out later leaves it in the history. All four marketplaces demand that credentials are kept outside of the source; SuperOffice wants to be told when one leaked.",
    fix:
      "In TypeScript and JavaScript the quick fix replaces the literal by `process.env.NAME`, in C# by `Environment.GetEnvironmentVariable`, in a compose file by `${NAME}`, and lists the name in `.env.example`. It is no safe fix: the value must be set before the program runs. Then replace the secret at its provider, since it was readable until now.",
    suppress:
      "Where the value is public by design or opens nothing, such as a key pair made for tests. Test files, samples and documentation are judged more mildly by themselves.",
  },
  examples,
  check,
});
