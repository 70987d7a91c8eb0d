import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report, type TriggerHit } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { defaultCredentialExamples } from "./defaults/defaultCredentialExamples.ts";
import { defaultConfirmations, defaultTriggers, findDefaults, type DefaultCredential } from "./defaults/findDefaults.ts";
import { upperSnake } from "./environmentName.ts";
import { moveToEnvironment } from "./fixes/moveToEnvironment.ts";
import { knownCredentialAt } from "./knownSecrets.ts";

/** Files for a developer's own machine, and for what a fresh database is filled with. */
const forDevelopment = /(?:^|[._/-])(?:dev|develop(?:ment)?|local|override|sandbox|playground|debug|seeds?|seeder)(?=[._/-])/i;
const why: Readonly<Record<DefaultCredential["why"], string>> = {
  known: "is one of those that everybody tries first",
  user: "is the user's name",
  fallback: "is one of those that everybody tries first, where the variable is not set",
};

function check(document: Document, report: Report, hits: readonly TriggerHit[]): void {
  const { path } = document;
  for (const found of findDefaults(document, hits)) {
    if (knownCredentialAt(document, found.range)) continue;
    const atMost = forDevelopment.test(path) ? milder("information", found.atMost) : found.atMost;
    const fix = fixOf(document, found);
    report({
      range: found.range,
      message: `The ${found.noun} ${why[found.why]}: whoever reaches the service gets in. Set one of your own from outside of the file.`,
      ...(atMost !== "error" && { atMost }),
      ...(fix && { fixes: [fix] }),
    });
  }
}

/** `${NAME:-changeme}` without its fallback ends a start where the variable is missing. */
function fixOf(document: Document, { range, name, why: reason }: DefaultCredential): Fix | undefined {
  if (name === undefined) return undefined;
  if (reason !== "fallback") return moveToEnvironment(document, range, upperSnake(name));
  const written = document.text.slice(range.start, range.end);
  const variable = /^\$\{(\w+)/.exec(written)?.[1];
  if (variable === undefined || !written.endsWith("}")) return undefined;
  return { title: `Demand that ${variable} is set`, safe: false, edits: [{ range, newText: `\${${variable}:?}` }] };
}

export default defineRule({
  id: "default-credential",
  title: "Default password or secret",
  concern: "secrets",
  languages: ["typescript", "csharp", "php", "yaml", "json", "xml", "dotenv", "dockerfile", "text"],
  tier: "text",
  triggers: defaultTriggers,
  confirmations: defaultConfirmations,
  requirements: [
    "superoffice/default-passwords-changed",
    "superoffice/secrets-stored-securely",
    "atlassian/secrets-not-in-source",
    "akeneo/credentials-stored-securely",
    "akeneo/cis-benchmarks",
    "openchannel/api-secrets",
  ],
  severity: "error",
  cwe: [1392, 521],
  benchmarks: { cisDocker: ["4.10"], cisKubernetes: ["5.4.1", "5.4.2"] },
  alsoKnownAs: { hadolint: ["DL3064"], trivy: ["DS-0031", "KSV-0109"], checkov: ["CKV_SECRET_*"] },
  fix: "review",
  documentation: {
    wrong:
      "A password or a secret for signing has a value that programs come with or that samples show (`admin`, `postgres`, `changeme`, `keyboard cat`), or it is the user's own name: in compose files, Helm values, Secrets of Kubernetes, settings, connection strings, comparisons in code, and as the fallback of a variable.",
    why:
      "Lists of such values are tried against every address of the internet all day. SuperOffice demands that every default is changed before production; a reviewer who reads the compose file tries them on the running app.",
    fix:
      "Make a password with a generator and give it to the program from outside. The quick fix replaces the value by the look-up that files of this kind have (`${NAME}` in a compose file) and demands the variable where the value was only a fallback.",
    suppress: "Where the file is for a developer's own machine only, and nothing else reaches the service. Files that say `dev`, `local` or `seed` in their name are an information.",
  },
  examples: defaultCredentialExamples,
  check,
});
