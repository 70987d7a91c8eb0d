import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { type Pipeline, pipelineOf, type Script, type Step } from "../../languages/pipelines/pipeline.ts";
import { bad, good, workflow } from "./exampleWorkflows.ts";
import { hasSecretVariable, isSecretVariable } from "./secretVariables.ts";
import { pipelineTriggers } from "./subject.ts";

export default defineRule({
  id: "pipeline-secret-printed",
  title: "Pipeline prints a secret",
  concern: "pipelines",
  languages: ["yaml"],
  triggers: pipelineTriggers,
  requirements: ["atlassian/secrets-not-in-source", "akeneo/credentials-stored-securely", "superoffice/secrets-stored-securely", "openchannel/api-secrets"],
  severity: "warning",
  cwe: [532],
  fix: "none",
  documentation: {
    wrong: "A command of a pipeline prints a secret: `echo ${{ secrets.NAME }}`, `echo $NAME` where the variable was given one, or `env` and `printenv` beside such a variable. What goes on into a pipe, a file or a variable is left alone.",
    why: "The log is kept for months and read by all who can see the repository. The services blank out what they know literally; encoded, cut or put together otherwise it stays readable.",
    fix: "Print whether the secret is set (`test -n \\\"$NAME\\\"`), or its length. If it was printed, replace it where it is valid.",
    suppress: "When the name is that of something public.",
  },
  examples: {
    bad: [
      bad("of GitHub", workflow("- run: [|echo ${{ secrets.API_TOKEN }}|]")),
      bad("in a text of several lines", workflow("- run: |\n    npm ci\n    [|echo \"token: ${{ secrets.API_TOKEN }}\"|]\n    npm test")),
      bad("a variable that was given one", workflow("- env:\n    TOKEN: ${{ secrets.API_TOKEN }}\n  run: [|echo \"$TOKEN\"|]")),
      bad("a variable of the job", workflow("- run: [|printf '%s' \"${TOKEN}\"|]", { job: "env:\n  TOKEN: ${{ secrets.API_TOKEN }}" })),
      bad("the whole environment", workflow("- env: { TOKEN: '${{ secrets.API_TOKEN }}' }\n  run: |\n    [|printenv|]\n    npm test")),
      bad("of GitLab", "build:\n  script:\n    - [|echo $CI_JOB_TOKEN|]\n", undefined, ".gitlab-ci.yml"),
      bad("of Bitbucket", "pipelines:\n  default:\n    - step:\n        script:\n          - [|echo \"$NPM_TOKEN\"|]\n", undefined, "bitbucket-pipelines.yml"),
      bad("of Azure", "steps:\n  - bash: [|echo $DB_PASSWORD|]\n", undefined, "azure-pipelines.yml"),
    ],
    good: [
      good("into a pipe", workflow("- run: echo ${{ secrets.API_TOKEN }} | docker login --password-stdin -u a")),
      good("into a file", workflow("- run: echo \"//npm.acme.io/:_authToken=${{ secrets.NPM_TOKEN }}\" > .npmrc")),
      good("into a variable", workflow("- run: A=$(echo \"${{ secrets.API_TOKEN }}\")")),
      good("a mask", workflow("- run: echo \"::add-mask::${{ secrets.API_TOKEN }}\"")),
      good("a length", workflow("- env: { TOKEN: '${{ secrets.API_TOKEN }}' }\n  run: echo \"${#TOKEN}\"")),
      good("no expansion in single quotes", workflow("- env: { TOKEN: '${{ secrets.API_TOKEN }}' }\n  run: echo 'set $TOKEN'")),
      good("something else", workflow("- env: { TOKEN: '${{ secrets.API_TOKEN }}' }\n  run: echo \"$GITHUB_SHA\"")),
      good("the environment without secrets", workflow("- run: printenv")),
      good("another file", "build:\n  script:\n    - echo $CI_JOB_TOKEN\n", "config/build.yml"),
      good("names that only begin so", "build:\n  script:\n    - echo $TOKEN_URL $SECRET_NAME\n", ".gitlab-ci.yml"),
    ],
  },
  check,
});

const message = "The secret is printed into the log, where all who can see the pipeline read it.";
/** A command that prints, up to the end of what it prints. */
const printing = /(?<![\w$(`-])(?:echo|printf|Write-Host|Write-Output)[ \t][^\n;&]{0,1000}/g;
const expression = /\$\{\{\s{0,9}secrets\.\w{1,100}\s{0,9}\}\}/;
const variable = /\$(?:\{(\w{1,100})\}|(\w{1,100}))/g;
const wholeEnvironment = /(?<=^[ \t]*)(?:printenv|env)(?=[ \t]*$)/gm;

function check(document: Document, report: Report): void {
  const pipeline = pipelineOf(document);
  for (const step of pipeline?.steps ?? []) {
    for (const script of step.scripts) if (pipeline) checkScript(script, step, pipeline, report);
  }
}

function checkScript({ range, text }: Script, step: Step, pipeline: Pipeline, report: Report): void {
  for (const { 0: written, index } of text.matchAll(printing)) {
    const command = written.trimEnd();
    // What is piped, written to a file, masked or taken by another command is not printed.
    if (/[|>]|::add-mask::/.test(command) || /[$`]\(?\s*$/.test(text.slice(Math.max(0, index - 4), index))) continue;
    if (!expression.test(command) && !printsVariable(command, step, pipeline)) continue;
    report({ range: { start: range.start + index, end: range.start + index + command.length }, message });
  }
  if (!hasSecretVariable(step, pipeline)) return;
  for (const { 0: command, index } of text.matchAll(wholeEnvironment)) {
    report({ range: { start: range.start + index, end: range.start + index + command.length }, message: "All variables are printed into the log, a secret among them." });
  }
}

function printsVariable(command: string, step: Step, pipeline: Pipeline): boolean {
  const expanded = command.replace(/'[^']{0,500}'/g, "");
  return [...expanded.matchAll(variable)].some(([, braced, plain]) => isSecretVariable(braced ?? plain ?? "", step, pipeline));
}
