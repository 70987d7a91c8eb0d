import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt } from "../../languages/data/dataNode.ts";
import { eventsOf, pipelineOf, type Script, type Step } from "../../languages/pipelines/pipeline.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, good, workflow } from "./exampleWorkflows.ts";
import { outsideText, pipelineTriggers, privilegedEvents } from "./subject.ts";

export default defineRule({
  id: "workflow-script-injection",
  title: "Text of strangers is run as a command",
  concern: "pipelines",
  languages: ["yaml"],
  triggers: pipelineTriggers,
  requirements: ["atlassian/supply-chain", "akeneo/no-vulnerabilities", "openchannel/automatic-checks"],
  severity: "error",
  cwe: [94, 78],
  fix: "review",
  documentation: {
    wrong: "A workflow of GitHub puts what anybody may write (the title or text of an issue or pull request, a comment, a branch's name) into a command by `${{ … }}`. Where the event gives no rights of the repository away, it counts less.",
    why: "The expression is put in before the shell reads the line: a title such as `\\\"; curl …; #` is then a command, run with the workflow's token and secrets.",
    fix: "The quick fix hands the text over as a variable of the environment, which the shell does not read as a command.",
    suppress: "When the workflow is started by hand alone.",
  },
  examples: {
    bad: [
      bad("a title", workflow("- run: echo \"[|${{ github.event.issue.title }}|]\"", { on: "issues" }), workflow("- run: echo \"$ISSUE_TITLE\"\n  env:\n    ISSUE_TITLE: \"${{ github.event.issue.title }}\"", { on: "issues" })),
      bad("a text of several lines", workflow("- run: |\n    npm ci\n    echo \"[|${{ github.event.comment.body }}|]\"", { on: "issue_comment" })),
      bad("a branch", workflow("- name: push\n  run: git push origin [|${{ github.head_ref }}|]", { on: "pull_request_target" }), workflow("- name: push\n  env:\n    HEAD_REF: \"${{ github.head_ref }}\"\n  run: git push origin \"$HEAD_REF\"", { on: "pull_request_target" })),
      bad("a pull request, counted less", workflow("- run: echo \"[|${{ github.event.pull_request.title }}|]\"", { on: "pull_request" }), workflow("- run: echo \"$PULL_REQUEST_TITLE\"\n  env:\n    PULL_REQUEST_TITLE: \"${{ github.event.pull_request.title }}\"", { on: "pull_request" })),
      bad("a script of an action", workflow("- uses: actions/github-script@v7\n  with:\n    script: |\n      console.log(`[|${{ github.event.comment.body }}|]`)", { on: "issue_comment" })),
      bad("a message of a commit", workflow("- run: test \"[|${{ github.event.head_commit.message }}|]\" != skip"), workflow("- run: test \"$HEAD_COMMIT_MESSAGE\" != skip\n  env:\n    HEAD_COMMIT_MESSAGE: \"${{ github.event.head_commit.message }}\"")),
      bad("an action of one's own", "name: a\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: echo [|${{ github.head_ref }}|]\n", "name: a\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      env:\n        HEAD_REF: \"${{ github.head_ref }}\"\n      run: echo \"$HEAD_REF\"\n", "action.yml"),
    ],
    good: [
      good("by the environment", workflow("- env:\n    TITLE: ${{ github.event.issue.title }}\n  run: echo \"$TITLE\"", { on: "issues" })),
      good("a number", workflow("- run: gh pr view ${{ github.event.pull_request.number }}", { on: "pull_request_target" })),
      good("what the repository decides", workflow("- run: echo ${{ github.repository }} ${{ github.sha }} ${{ matrix.node }}")),
      good("in a condition", workflow("- if: contains(github.event.issue.title, 'bug')\n  run: echo bug", { on: "issues" })),
      good("as an action's input", workflow("- uses: example/label@v1\n  with:\n    title: ${{ github.event.issue.title }}", { on: "issues" })),
      good("a secret", workflow("- run: deploy --token ${{ secrets.TOKEN }}")),
      good("another file", "jobs:\n  a:\n    steps:\n      - run: echo ${{ github.head_ref }}\n", "docs/workflow.yml"),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  const pipeline = pipelineOf(document);
  if (pipeline?.service !== "github") return;
  const events = eventsOf(pipeline);
  const isPrivileged = privilegedEvents.some((event) => events.has(event));
  for (const step of pipeline.steps) {
    for (const script of [...step.scripts, ...scriptOfAction(document, step)]) {
      for (const { 0: written, 1: name = "", index } of script.text.matchAll(outsideText)) {
        const start = script.range.start + index;
        report({
          range: { start, end: start + written.length },
          message: `Anybody can write ${name}, and it is put into the command before the shell reads it.`,
          fixes: fixesOf(document, step, name, start, written),
          ...(isPrivileged ? {} : { atMost: "warning" }),
        });
      }
    }
  }
}

/** The program that an action is handed and runs. */
function scriptOfAction({ text }: Document, { object, uses }: Step): Script[] {
  const script = uses?.value.startsWith("actions/github-script@") ? valueAt(object, "with", "script") : undefined;
  return script?.kind === "string" ? [{ range: script.range, text: text.slice(script.range.start, script.range.end) }] : [];
}

function fixesOf(document: Document, { object }: Step, name: string, start: number, written: string): Fix[] {
  const run = memberNamed(object, "run");
  const shell = valueAt(object, "shell");
  if (!run || start < run.range.start || start >= run.range.end || (shell?.kind === "string" && !/^(?:ba)?sh\b/.test(shell.value))) return [];
  const variable = name.replace(/^github\.(?:event\.)?/, "").replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();
  const edit = setAt(document, object, ["env", variable], written);
  if (!edit) return [];
  const isQuoted = document.text[start - 1] === '"';
  const newText = isQuoted ? `$${variable}` : `"$${variable}"`;
  return [{ title: `Hand it over as ${variable}`, safe: false, edits: [{ range: { start, end: start + written.length }, newText }, edit] }];
}
