import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { Severity } from "../../core/severity.ts";
import { pipelineOf } from "../../languages/pipelines/pipeline.ts";
import { bad, good, workflow } from "./exampleWorkflows.ts";
import { pipelineTriggers } from "./subject.ts";

export default defineRule({
  id: "workflow-action-unpinned",
  title: "Action may be another one tomorrow",
  concern: "pipelines",
  languages: ["yaml"],
  triggers: pipelineTriggers,
  requirements: ["atlassian/supply-chain", "akeneo/dependencies-supported", "openchannel/automatic-checks"],
  severity: "warning",
  cwe: [829, 1357],
  fix: "none",
  documentation: {
    wrong: "A workflow of GitHub calls an action of others by a branch, or by a tag (which counts less). Tags of GitHub's own actions (`actions/…`, `github/…`) are left alone. Each action of a file is told once.",
    why: "A branch and a tag can be moved by whoever gets into that repository; the next run then hands your secrets to their code. That has happened to actions that thousands used.",
    fix: "Write the commit (`@` and 40 digits) with the version in a comment behind it; Dependabot and Renovate keep both up to date. There is no quick fix, since the commit must be asked from the repository.",
    suppress: "For actions of your own organisation.",
  },
  examples: {
    bad: [
      bad("a branch", workflow("- uses: [|example/deploy@main|]")),
      bad("a tag", workflow("- uses: [|example/deploy@v3|]")),
      bad("a folder of a repository", workflow("- uses: [|example/actions/deploy@v1.2.3|]")),
      bad("a branch of GitHub's own", workflow("- uses: [|actions/checkout@main|]")),
      bad("told once", workflow("- uses: [|example/a@v1|]\n- uses: example/a@v1")),
      bad("a whole workflow", "on: push\njobs:\n  a:\n    uses: [|example/flows/.github/workflows/a.yml@master|]\n"),
      bad("an image that moves", workflow("- uses: [|docker://example/tool:latest|]")),
    ],
    good: [
      good("a commit", workflow("- uses: example/deploy@a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4 # v3.1.0")),
      good("GitHub's own", workflow("- uses: actions/checkout@v4\n- uses: github/codeql-action/init@v3")),
      good("of this repository", workflow("- uses: ./.github/actions/setup")),
      good("a workflow of this repository", "on: push\njobs:\n  a:\n    uses: ./.github/workflows/a.yml\n"),
      good("an image by its digest", workflow("- uses: docker://example/tool@sha256:a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4")),
      good("in a comment", workflow("- run: make # uses: example/a@main")),
      good("a task of Azure", "steps:\n  - task: Docker@2\n", "azure-pipelines.yml"),
    ],
  },
  check,
});

const commit = /@[0-9a-f]{40}$/i;
const version = /^v?\d+(?:\.\d+){0,3}(?:[-+.][\w.-]{1,40})?$/;
const own = /^(?:actions|github)\//;

function check(document: Document, report: Report): void {
  const pipeline = pipelineOf(document);
  if (pipeline?.service !== "github") return;
  const told = new Set<string>();
  for (const { uses } of pipeline.steps) {
    if (!uses || told.has(uses.value)) continue;
    told.add(uses.value);
    const limit = faultOf(uses.value);
    if (!limit) continue;
    const what = limit === "warning" ? "moves on by itself" : "is a name that can be given to other code";
    report({ range: uses.range, message: `What the action is called by ${what}, so the next run may be of code that nobody has seen.`, atMost: limit });
  }
}

/** How bad a reference is; undefined where it is right or cannot be judged. */
function faultOf(uses: string): Severity | undefined {
  if (uses.startsWith(".") || commit.test(uses) || uses.includes("${{")) return undefined;
  if (uses.startsWith("docker://")) return uses.includes("@sha256:") ? undefined : "information";
  const at = uses.lastIndexOf("@");
  if (at < 0) return undefined;
  const isVersion = version.test(uses.slice(at + 1));
  if (own.test(uses)) return isVersion ? undefined : "information";
  return isVersion ? "information" : "warning";
}
