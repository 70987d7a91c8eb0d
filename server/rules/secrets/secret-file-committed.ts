import type { Document } from "../../core/document.ts";
import { isDocumentationPath, isTestPath } from "../../core/filePurpose.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { afterALeak } from "./afterALeak.ts";
import { secretFileCommittedExamples } from "./committed/secretFileCommittedExamples.ts";
import { secretFileKind } from "./committed/secretFileNames.ts";
import { nameTriggers } from "./credentials/credentialNames.ts";
import { isGitIgnored } from "./ignoredFiles.ts";
import { secrecyOf } from "./secretNames.ts";
import { secretsOf, type FileSecret } from "./wholeFile.ts";

/** Longer files are data, in characters. */
const longestFile = 200_000;
/** More names than this do not help a reader. */
const mostNames = 3;

function check(document: Document, report: Report): void {
  const { path, text } = document;
  const kind = secretFileKind(path);
  if (!kind || text.length > longestFile || isTestPath(path) || isDocumentationPath(path)) return;
  const secrets = secretsOf(document);
  const [first] = secrets;
  if (!first || isGitIgnored(document, path) === true) return;
  const certain = secrets.find((secret) => secret.certain);
  report({
    range: placeOf(document, first),
    message: `This ${kind.noun} holds ${namesOf(secrets)}, and git does not ignore it: whoever gets the repository gets them. Add ${document.fileName} to .gitignore and take it out with "git rm --cached". ${afterALeak(certain?.provider ?? "")}`,
    secret: first.range,
    ...(!certain && { atMost: "warning" }),
  });
}

/** The line's start, up to the secret: the value itself is another rule's. */
function placeOf(document: Document, { range }: FileSecret): { start: number; end: number } {
  const lineStart = document.lines[document.lineOf(range.start)] ?? 0;
  const before = document.text.slice(lineStart, range.start);
  const name = /[\w.-]+(?=["']?[ \t]*[:=]?[ \t]*["'|>-]*[ \t]*$)/.exec(before);
  if (!name) return { start: range.start, end: Math.min(range.end, document.lineEnd(document.lineOf(range.start))) };
  return { start: lineStart + name.index, end: lineStart + name.index + name[0].length };
}

function namesOf(secrets: readonly FileSecret[]): string {
  // A key may be a secret itself: only what reads as a name is told.
  const names = [...new Set(secrets.flatMap(({ name }) => (name !== undefined && secrecyOf(name) !== "none" ? [name] : [])))];
  const count = secrets.length === 1 ? "a secret" : `${secrets.length} secrets`;
  if (names.length === 0) return count;
  return `${count} (${names.slice(0, mostNames).join(", ")}${names.length > mostNames ? " and others" : ""})`;
}

export default defineRule({
  id: "secret-file-committed",
  title: "File of secrets that git does not ignore",
  concern: "secrets",
  languages: ["dotenv", "json", "yaml", "xml", "text"],
  tier: "text",
  triggers: [...new Set([...nameTriggers, "private key", "_auth", "password", "secret", "token"])],
  requirements: [
    "atlassian/secrets-not-in-source",
    "akeneo/credentials-stored-securely",
    "superoffice/secrets-stored-securely",
    "superoffice/secret-leak-notice",
    "openchannel/api-secrets",
  ],
  severity: "error",
  cwe: [538, 540],
  fix: "none",
  documentation: {
    wrong:
      "A file that is made to hold secrets (`.env`, a private key, a service account, `extension_configuration.json`, `.npmrc`, `.netrc`, a kubeconfig, Terraform's state and others) holds real ones, and no `.gitignore` leaves it out. Placeholders and references do not count, nor do samples such as `.env.example`. A folder without git is judged as if it were to be committed.",
    why:
      "Secret scanners of the marketplaces and of anybody else read repositories and what is made of them. A file that is committed once stays in the history when it is taken out: `marketlint audit --history` finds it there.",
    fix:
      "Add the file's name to `.gitignore`, take it out of git's index with `git rm --cached FILE`, keep the names without values in `.env.example`, and replace the secrets at their providers.",
    suppress: "Where the values open nothing, such as a key made for tests on the own machine.",
  },
  examples: secretFileCommittedExamples,
  check,
});
