import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { type DataNode, memberNamed, valueAt } from "../../languages/data/dataNode.ts";
import { pipelineOf } from "../../languages/pipelines/pipeline.ts";
import { replaceValue } from "../../languages/yaml/edits.ts";
import { bad, good, workflow } from "./exampleWorkflows.ts";

export default defineRule({
  id: "workflow-permissions-write-all",
  title: "Workflow may write everything",
  concern: "pipelines",
  languages: ["yaml"],
  triggers: ["write-all"],
  requirements: ["atlassian/supply-chain", "akeneo/no-vulnerabilities", "openchannel/automatic-checks"],
  severity: "warning",
  cwe: [250, 269],
  fix: "review",
  documentation: {
    wrong: "A workflow of GitHub, or one of its jobs, has `permissions: write-all`.",
    why: "Each step, also that of an action of others, may then push code, publish packages and releases, and approve pull requests.",
    fix: "The quick fix writes `contents: read`. Look it through: add the one right that a job needs, such as `packages: write`, at that job.",
    suppress: "When the workflow's purpose needs nearly all of them.",
  },
  examples: {
    bad: [
      bad("of the workflow", workflow("- run: make", { top: "permissions: [|write-all|]" }), workflow("- run: make", { top: "permissions:\n  contents: read" })),
      bad("of a job", workflow("- run: make", { job: "permissions: [|write-all|]" }), workflow("- run: make", { job: "permissions:\n  contents: read" })),
      bad("in quotes", workflow("- run: make", { top: "permissions: '[|write-all|]'" }), workflow("- run: make", { top: "permissions:\n  contents: read" })),
      bad("with a comment", workflow("- run: make", { top: "permissions: [|write-all|] # for releases" }), workflow("- run: make", { top: "permissions:\n  contents: read # for releases" })),
      bad("of both", workflow("- run: make", { top: "permissions: [|write-all|]", job: "permissions: [|write-all|]" }), workflow("- run: make", { top: "permissions:\n  contents: read", job: "permissions:\n  contents: read" })),
      bad("a job that calls a workflow", "on: push\njobs:\n  a:\n    permissions: [|write-all|]\n    uses: ./.github/workflows/a.yml\n", "on: push\njobs:\n  a:\n    permissions:\n      contents: read\n    uses: ./.github/workflows/a.yml\n"),
    ],
    good: [
      good("one right", workflow("- run: make", { top: "permissions:\n  contents: read\n  packages: write" })),
      good("reading", workflow("- run: make", { top: "permissions: read-all" })),
      good("none", workflow("- run: make", { top: "permissions: {}" })),
      good("nothing said", workflow("- run: make")),
      good("a text of a step", workflow("- run: echo 'permissions: write-all'")),
      good("another file", "permissions: write-all\njobs:\n  a:\n    steps:\n      - run: make\n", "config/a.yml"),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  const pipeline = pipelineOf(document);
  if (pipeline?.service !== "github") return;
  const jobs = valueAt(pipeline.root, "jobs");
  const holders: DataNode[] = [pipeline.root, ...(jobs?.kind === "object" ? jobs.members.map(({ value }) => value) : [])];
  for (const holder of holders) {
    const permissions = memberNamed(holder, "permissions");
    if (permissions?.value.kind !== "string" || permissions.value.value !== "write-all") continue;
    const edit = replaceValue(document, permissions, { contents: "read" });
    report({
      range: permissions.value.range,
      message: "Every step may push code and publish in the repository's name, also those of others.",
      fixes: edit ? [{ title: "Allow reading the code alone", safe: false, edits: [edit] }] : [],
    });
  }
}
