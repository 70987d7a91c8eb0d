import { defineWorkspaceRule, type WorkspaceFacts, type WorkspaceReport } from "../../core/fact.ts";
import { bad, good, workflow } from "./exampleWorkflows.ts";
import { pipelineFacts, workWithoutCare } from "./pipelineFacts.ts";

export default defineWorkspaceRule({
  id: "pipeline-chart-signature-missing",
  title: "Chart is published without provenance",
  concern: "pipelines",
  languages: ["yaml"],
  requirements: ["openchannel/container-signing"],
  severity: "information",
  cwe: [],
  benchmarks: { cisDocker: ["4.5", "4.12"], cisKubernetes: ["5.5.1"] },
  fix: "none",
  sources: [pipelineFacts],
  documentation: {
    wrong: "A pipeline packages or pushes a Helm chart, and no pipeline of the project signs it (`helm package --sign`, which writes the `.prov` file, or cosign). One place in the workspace is told. Where a pipeline calls workflows or templates of other repositories, nothing is said, since they cannot be seen.",
    why: "Whoever installs the chart cannot tell whether it is what the developer has made.",
    fix: "Use `helm package --sign --key NAME --keyring FILE`, or `cosign sign` for a chart in a registry.",
    suppress: "When another service does it, and its report can be shown.",
  },
  examples: {
    bad: [
      bad("packaged", workflow("- run: [|helm package|] chart")),
      bad("pushed", workflow("- run: [|helm push|] shop-1.4.2.tgz oci://ghcr.io/example")),
      bad("by an action", workflow("- uses: [|helm/chart-releaser-action@|]v1.6.0")),
      bad("of GitLab", "chart:\n  script:\n    - [|helm package|] chart\n", undefined, ".gitlab-ci.yml"),
      bad("of Azure", "steps:\n  - bash: [|helm push|] a.tgz oci://a\n", undefined, "azure-pipelines.yml"),
      bad("of Bitbucket", "pipelines:\n  default:\n    - step:\n        script:\n          - [|helm package|] chart\n", undefined, "bitbucket-pipelines.yml"),
    ],
    good: [
      good("signed", workflow("- run: helm package --sign --key shop chart")),
      good("cosign", workflow("- run: helm push a.tgz oci://a\n- run: cosign sign --yes a")),
      good("only checked", workflow("- run: helm lint chart\n- run: helm template chart")),
      good("installed", workflow("- run: helm upgrade --install shop chart")),
      good("no chart", workflow("- run: npm test")),
      { name: "signed in another file", file: ".github/workflows/ci.yml", code: workflow("- run: helm package chart"), files: { ".github/workflows/sign.yml": workflow("- run: cosign sign --yes a") } },
    ],
  },
  checkWorkspace,
});

function checkWorkspace(facts: WorkspaceFacts, report: WorkspaceReport): void {
  const work = workWithoutCare(facts, "chart published", "chart signature");
  if (work) report(work.path, { range: work.range, message: "The chart is published without a signature, so users cannot verify that it is unchanged." });
}
