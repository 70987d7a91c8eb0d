import type { Document } from "../../core/document.ts";
import { defineRule, type Report, type TriggerHit } from "../../core/rule.ts";
import { afterALeak } from "./afterALeak.ts";
import { normalName } from "./boundName.ts";
import { describeCredential, kindOfCredential, variableSource } from "./credentials/describeCredential.ts";
import { credentialConfirmations, credentialTriggers, findCredentials } from "./credentials/findCredentials.ts";
import { severityLimit } from "./credentials/severityLimit.ts";
import { environmentName, freeEnvironmentName } from "./environmentName.ts";
import { moveToEnvironment } from "./fixes/moveToEnvironment.ts";
import { examples } from "./hardcodedCredentialExamples.ts";
import { knownSecretAt } from "./knownSecrets.ts";

function check(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  const found = findCredentials(document, hits).filter(({ range }) => !knownSecretAt(document, range));
  const values = found.map(({ range }) => document.text.slice(range.start, range.end));
  const forbidden = values.map(normalName);
  const taken = new Map<string, string>();
  found.forEach((candidate, index) => {
    const kind = kindOfCredential(candidate);
    const name = variableSource(candidate);
    const variable = freeEnvironmentName(environmentName({ kind, ...(name !== undefined && { name }) }, forbidden), values[index] ?? "", taken);
    const fix = candidate.isStore ? undefined : moveToEnvironment(document, candidate.range, variable);
    const limit = severityLimit(candidate);
    report({
      range: candidate.range,
      message: limit === undefined ? `${describeCredential(candidate)} ${afterALeak("")}` : describeCredential(candidate),
      secret: candidate.range,
      properties: { format: kind.id },
      ...(limit && { atMost: limit }),
      ...(fix && { fixes: [fix] }),
    });
  });
}

export default defineRule({
  id: "hardcoded-credential",
  title: "Password, secret or token written under a telling name",
  concern: "secrets",
  languages: ["typescript", "dockerfile", "yaml", "json", "dotenv", "xml", "html", "csharp", "php", "text"],
  tier: "text",
  triggers: credentialTriggers,
  confirmations: credentialConfirmations,
  requirements: [
    "atlassian/secrets-not-in-source",
    "atlassian/container-no-credentials",
    "akeneo/credentials-stored-securely",
    "akeneo/cis-benchmarks",
    "superoffice/secrets-stored-securely",
    "openchannel/api-secrets",
  ],
  severity: "error",
  cwe: [798, 259],
  benchmarks: { cisDocker: ["4.10"], cisKubernetes: ["5.4.1", "5.4.2"] },
  alsoKnownAs: {
    hadolint: ["DL3064"],
    trivy: ["DS-0031", "KSV-0109", "KSV-01010"],
    checkov: ["CKV_SECRET_*", "CKV_K8S_35"],
    kics: ["Secrets Stored In Dockerfile c3e1b6ae-d92c-44b3-8ed5-1f5442bab6a4"],
  },
  fix: "review",
  documentation: {
    wrong:
      "A value stands where a credential belongs: under a name that says so (`clientSecret`, `API_TOKEN`, `db-password`, `key=`/`value=` in XML, `name:`/`value:` in YAML), in `user:password@` of an address, in a connection string, behind `Basic` or `Bearer`, behind a command's `--password`, in a Secret or ConfigMap of Kubernetes, a chart's values or a pipeline's variables. The value must convince as well: a generator's work, or for passwords what a person chooses. `hardcoded-secret` speaks of values that have a provider's format, and `default-credential` of `admin` and `changeme`.",
    why:
      "Whoever can read the repository, an image made of it or a copy on a laptop can use the credential, and taking it out later leaves it in the history. All four marketplaces demand that credentials are kept outside of the source.",
    fix:
      "Read the value from where programs of this kind find their secrets, and replace it where it is valid, since it was readable until now. The quick fix writes the look-up in the file's own idiom and lists the name in `.env.example`; the value must be set before the program runs.",
    suppress:
      "Where the value opens nothing: a sample that is shown on purpose, an identifier that happens to look random. Tests, fixtures, documentation, translations, placeholders, look-ups and public keys are silent by themselves; `docs/detection.md` lists all reasons for silence.",
  },
  examples,
  check,
});
