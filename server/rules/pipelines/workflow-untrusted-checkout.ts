import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { eventsOf, pipelineOf, type Step } from "../../languages/pipelines/pipeline.ts";
import { bad, good, workflow } from "./exampleWorkflows.ts";
import { pipelineTriggers } from "./subject.ts";

export default defineRule({
  id: "workflow-untrusted-checkout",
  title: "Strangers' code runs with the repository's rights",
  concern: "pipelines",
  languages: ["yaml"],
  triggers: pipelineTriggers,
  requirements: ["atlassian/supply-chain", "akeneo/no-vulnerabilities", "openchannel/automatic-checks"],
  severity: "error",
  cwe: [829, 94],
  fix: "none",
  documentation: {
    wrong: "A workflow of GitHub that is started by `pull_request_target` or `workflow_run` checks out the head of the pull request. Where a condition or an environment stands before it, it counts less; a condition that compares the head's repository with one's own settles it.",
    why: "These events run with the repository's secrets and a token that may write. Whoever opens a pull request then has them: a changed script in package.json is enough.",
    fix: "Use `pull_request` for building and testing. What needs rights (a comment, a label) goes into a second workflow that runs no code of the pull request.",
    suppress: "When nothing of what is checked out is run, such as in a check of texts.",
  },
  examples: {
    bad: [
      bad("the commit", workflow("- uses: actions/checkout@v4\n  with:\n    ref: [|${{ github.event.pull_request.head.sha }}|]\n- run: npm ci", { on: "pull_request_target" })),
      bad("the branch", workflow("- uses: actions/checkout@v4\n  with: { ref: '[|${{ github.head_ref }}|]' }\n- run: make", { on: "[push, pull_request_target]" })),
      bad("the merged state", workflow("- uses: actions/checkout@v4\n  with:\n    ref: [|refs/pull/${{ github.event.number }}/merge|]\n- run: make", { on: "pull_request_target" })),
      bad("the other repository", workflow("- uses: actions/checkout@v4\n  with:\n    repository: [|${{ github.event.pull_request.head.repo.full_name }}|]\n- run: make", { on: "pull_request_target" })),
      bad("after another workflow", workflow("- uses: actions/checkout@v4\n  with:\n    ref: [|${{ github.event.workflow_run.head_sha }}|]\n- run: make", { on: "{ workflow_run: { workflows: [a] } }" })),
      bad("by a command", workflow("- run: [|gh pr checkout|] ${{ github.event.number }} && npm ci", { on: "pull_request_target" })),
      bad("behind a label, counted less", workflow("- uses: actions/checkout@v4\n  with:\n    ref: [|${{ github.event.pull_request.head.sha }}|]\n- run: make", { on: "pull_request_target", job: "if: contains(github.event.pull_request.labels.*.name, 'safe')" })),
    ],
    good: [
      good("an event without rights", workflow("- uses: actions/checkout@v4\n  with:\n    ref: ${{ github.event.pull_request.head.sha }}\n- run: make", { on: "pull_request" })),
      good("the base", workflow("- uses: actions/checkout@v4\n- run: make", { on: "pull_request_target" })),
      good("no checkout", workflow("- uses: actions/labeler@v5", { on: "pull_request_target" })),
      good("only branches of the repository itself", workflow("- uses: actions/checkout@v4\n  with:\n    ref: ${{ github.event.pull_request.head.sha }}", { on: "pull_request_target", job: "if: github.event.pull_request.head.repo.full_name == github.repository" })),
      good("the commit's number in a message", workflow("- run: echo ${{ github.event.pull_request.head.sha }}", { on: "pull_request_target" })),
      good("a tag of another repository", workflow("- uses: actions/checkout@v4\n  with:\n    repository: example/tools\n    ref: v1", { on: "pull_request_target" })),
      good("another file", "on: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.head_ref }}\n", "docs/workflow.yml"),
    ],
  },
  check,
});

const events = ["pull_request_target", "workflow_run"];
const head = /github\.head_ref|github\.event\.pull_request\.head\.|github\.event\.workflow_run\.head_|refs\/pull\/|pull_request\.merge_commit_sha/;
const fetching = /\bgh[ \t]+pr[ \t]+checkout\b|\bgit[ \t]+fetch[^\n]{0,200}(?:refs\/)?pull\//;
const ownRepository = /head\.repo\.(?:full_name|fork)|head_repository\.full_name/;

function check(document: Document, report: Report): void {
  const pipeline = pipelineOf(document);
  if (pipeline?.service !== "github") return;
  const started = eventsOf(pipeline);
  if (!events.some((event) => started.has(event))) return;
  for (const step of pipeline.steps) {
    const range = checkoutOf(step);
    const conditions = [step.object, step.job].map((holder) => valueAt(holder, "if"));
    if (!range || conditions.some((one) => one?.kind === "string" && ownRepository.test(one.value))) continue;
    const isGuarded = conditions.some((one) => one !== undefined) || valueAt(step.job, "environment") !== undefined;
    report({
      range,
      message: "The pull request's own code is fetched in a workflow that has the repository's secrets.",
      ...(isGuarded ? { atMost: "warning" } : {}),
    });
  }
}

/** Where a step fetches what somebody proposes. */
function checkoutOf({ object, uses, scripts }: Step): TextRange | undefined {
  if (uses?.value.startsWith("actions/checkout@")) {
    for (const name of ["ref", "repository"]) {
      const value = valueAt(object, "with", name);
      if (value?.kind === "string" && head.test(value.value)) return value.range;
    }
  }
  for (const { range, text } of scripts) {
    const found = fetching.exec(text);
    if (found) return { start: range.start + found.index, end: range.start + found.index + found[0].length };
  }
  return undefined;
}
