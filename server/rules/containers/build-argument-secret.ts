import type { Document } from "../../core/document.ts";
import { defineRule } from "../../core/rule.ts";
import type { Fix } from "../../core/finding.ts";
import { dockerfiles } from "./containerExamples.ts";
import { noCredentials } from "./hardening.ts";
import { productOf, stageLimit } from "./product.ts";
import type { StageRecipe, Step, StepSetting } from "./recipe.ts";
import { isSecretName } from "./secretNames.ts";
import { offsetsOf } from "./userInstruction.ts";

/** Nobody hands over more. */
const mostSecrets = 50;

export default defineRule({
  id: "build-argument-secret",
  title: "Secret is handed to the build as an argument",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["arg"],
  requirements: noCredentials,
  severity: "error",
  cwe: [522, 538],
  benchmarks: { cisDocker: ["4.10"], cisKubernetes: ["5.4.1"] },
  alsoKnownAs: {
    hadolint: ["DL3064"],
    trivy: ["DS-0031"],
    kics: ["Secrets Stored In Dockerfile c3e1b6ae-d92c-44b3-8ed5-1f5442bab6a4"],
  },
  fix: "review",
  documentation: {
    wrong: "A stage takes an `ARG` whose name says that it is a secret, without a default, and uses it: in a `RUN`, or in an `ENV`, which puts it into the configuration of the image. In a stage that is not delivered it is a warning. An argument with a default is not meant: `hardcoded-credential` judges what is written there.",
    why: "The values of build arguments are kept in the history of the image, in the builder's cache and in the provenance that is published with the image: `docker history` shows them to everybody who can pull it.",
    fix: "The quick fix takes the argument away and mounts the secret for the commands that use it: `RUN --mount=type=secret,id=NAME,env=NAME` (Dockerfile 1.10 and later). The build is then called with `--secret id=NAME`. What the running container needs is given to the container, not to the build.",
    suppress: "When the value is public in spite of its name.",
  },
  examples: {
    bad: dockerfiles(
      [
        "used by a command",
        "FROM node:24.11.1\nARG [|NPM_TOKEN|]\nRUN echo $NPM_TOKEN | ./login.sh && npm ci\n",
        "FROM node:24.11.1\nRUN --mount=type=secret,id=NPM_TOKEN,env=NPM_TOKEN echo $NPM_TOKEN | ./login.sh && npm ci\n",
      ],
      ["put into the environment", "FROM node:24.11.1\nARG API_KEY\nENV [|API_KEY=$API_KEY|]\nCMD node .\n"],
      ["put there in braces, with a default", "FROM node:24.11.1\nARG DB_PASSWORD\nENV A=b [|DATABASE_PASSWORD=\"${DB_PASSWORD:-}\"|]\n"],
      [
        "in a stage that builds",
        "FROM node:24.11.1 AS build\nARG [|SENTRY_AUTH_TOKEN|]\nRUN ./upload.sh ${SENTRY_AUTH_TOKEN}\nFROM scratch\nCOPY --from=build /a /a\n",
        "FROM node:24.11.1 AS build\nRUN --mount=type=secret,id=SENTRY_AUTH_TOKEN,env=SENTRY_AUTH_TOKEN ./upload.sh ${SENTRY_AUTH_TOKEN}\nFROM scratch\nCOPY --from=build /a /a\n",
      ],
      [
        "in a here-document",
        "FROM debian:13\nARG [|GITHUB_TOKEN|]\nRUN <<EOF\ngit clone https://x:$GITHUB_TOKEN@github.com/a/b\nEOF\n",
        "FROM debian:13\nRUN --mount=type=secret,id=GITHUB_TOKEN,env=GITHUB_TOKEN <<EOF\ngit clone https://x:$GITHUB_TOKEN@github.com/a/b\nEOF\n",
      ],
      [
        "used twice",
        "FROM debian:13\nARG [|githubToken|]\nRUN a $githubToken\nRUN --network=none b $githubToken\n",
        "FROM debian:13\nRUN --mount=type=secret,id=githubToken,env=githubToken a $githubToken\nRUN --mount=type=secret,id=githubToken,env=githubToken --network=none b $githubToken\n",
      ],
    ),
    good: dockerfiles(
      ["a mounted secret", "FROM node:24.11.1\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci\n"],
      ["a version", "FROM node:24.11.1\nARG NPM_VERSION\nRUN npm install -g npm@$NPM_VERSION\n"],
      ["a public key", "FROM node:24.11.1\nARG NEXT_PUBLIC_API_KEY\nENV NEXT_PUBLIC_API_KEY=$NEXT_PUBLIC_API_KEY\nARG STRIPE_PUBLISHABLE_KEY\nRUN build $STRIPE_PUBLISHABLE_KEY\n"],
      ["the name of a file", "FROM node:24.11.1\nARG TOKEN_FILE\nRUN cat $TOKEN_FILE\n"],
      ["nothing uses it", "FROM node:24.11.1\nARG NPM_TOKEN\nCMD node .\n"],
      ["a value for the build alone", "FROM ruby:3.4.7\nARG SECRET_KEY_BASE=precompile-only\nRUN rails assets:precompile $SECRET_KEY_BASE\n"],
      ["the name of a registry's tag", "ARG TOKEN_SERVICE=1.0.0\nFROM company/token-service:${TOKEN_SERVICE}\n"],
      ["before any stage", "ARG NPM_TOKEN\nFROM node:24.11.1\nRUN echo \\$NPM_TOKEN\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const stage of product.stages) {
      const limit = stageLimit(product, stage, "warning");
      const seen = new Set<string>();
      for (const step of stage.steps) {
        for (const setting of step.keyword === "ARG" ? step.settings : []) {
          if (setting.value !== undefined || product.file.globals.get(setting.name) || !isSecretName(setting.name)) continue;
          // A name is handed over once; looking for many names would take long.
          if (seen.has(setting.name) || seen.size >= mostSecrets) continue;
          seen.add(setting.name);
          const use = useOf(document, stage, step, setting.name);
          if (!use) continue;
          const { copy, runs } = use;
          if (copy) {
            const message = `The secret ${setting.name} stays in the image's configuration, where everybody who can pull it reads it.`;
            report({ range: copy.range, message, related: [{ range: setting.range, message: "It comes from this argument." }], atMost: limit });
          } else {
            const message = `The value of ${setting.name} stays in the history of the image, where everybody who can pull it reads it.`;
            report({ range: setting.range, message, fixes: mountFix(document, step, setting, runs), atMost: limit });
          }
        }
      }
    }
  },
});

/** Where a stage uses an argument behind its ARG: an ENV that keeps it, or commands. */
function useOf(document: Document, stage: StageRecipe, from: Step, name: string): { copy?: StepSetting; runs: readonly Step[] } | undefined {
  const reference = new RegExp(`(?<!\\\\)\\$(?:${name}(?![A-Za-z0-9_])|\\{${name}[:}+-])`);
  const behind = stage.steps.slice(stage.steps.indexOf(from) + 1);
  const copy = behind
    .filter(({ keyword }) => keyword === "ENV")
    .flatMap(({ settings }) => settings)
    .find(({ valueRange }) => valueRange && reference.test(document.text.slice(valueRange.start, valueRange.end)));
  const runs = behind.filter(({ keyword, range }) => keyword === "RUN" && reference.test(document.text.slice(range.start, range.end)));
  if (copy) return { copy, runs };
  return runs.length > 0 ? { runs } : undefined;
}

/** Takes the ARG away and mounts the secret where it is used. */
function mountFix(document: Document, step: Step, { name }: StepSetting, runs: readonly Step[]): Fix[] {
  if (step.settings.length !== 1 || step.onBuild || runs.some((run) => run.onBuild)) return [];
  const line = document.lineOf(step.range.start);
  const next = document.lines[document.lineOf(step.range.end) + 1] ?? document.text.length;
  const mounts = runs.map((run) => {
    const { end } = offsetsOf(document, { getRange: () => run.instruction.getInstructionRange() });
    return { range: { start: end, end }, newText: ` --mount=type=secret,id=${name},env=${name}` };
  });
  const removal = { range: { start: document.lines[line] ?? 0, end: next }, newText: "" };
  return [{ title: `Mount ${name} as a secret`, safe: false, edits: [removal, ...mounts] }];
}
