import { defineWorkspaceRule, type WorkspaceFacts, type WorkspaceReport } from "../../core/fact.ts";
import { bad, good, workflow } from "./exampleWorkflows.ts";
import { pipelineFacts, workWithoutCare } from "./pipelineFacts.ts";

export default defineWorkspaceRule({
  id: "pipeline-image-scan-missing",
  title: "No image scan in the pipelines",
  concern: "pipelines",
  languages: ["yaml"],
  requirements: ["akeneo/hardened-images", "akeneo/cis-benchmarks", "openchannel/container-scan"],
  severity: "information",
  cwe: [],
  benchmarks: { cisDocker: ["4.4"] },
  fix: "none",
  sources: [pipelineFacts],
  documentation: {
    wrong: "A pipeline builds a container image, and no pipeline of the project names a scanner (Trivy, Grype, Snyk, Docker Scout, Clair, Anchore, the service's own). One place in the workspace is told. Where a pipeline calls workflows or templates of other repositories, nothing is said, since they cannot be seen.",
    why: "Most known holes of an image come with its base. A scan at each build is what reviewers ask for, and what finds those that become known later.",
    fix: "Add a step behind the build, such as `trivy image --exit-code 1 --severity HIGH,CRITICAL NAME`, and run it every week too.",
    suppress: "When another service does it, and its report can be shown.",
  },
  examples: {
    bad: [
      bad("a command", workflow("- run: [|docker build|] -t app .")),
      bad("an action", workflow("- uses: [|docker/build-push-action@|]v6\n  with: { push: true }")),
      bad("of GitLab", "build:\n  script:\n    - [|docker build|] -t app .\n", undefined, ".gitlab-ci.yml"),
      bad("of Bitbucket", "pipelines:\n  default:\n    - step:\n        script:\n          - [|docker build|] .\n", undefined, "bitbucket-pipelines.yml"),
      bad("of Azure", "steps:\n  - task: [|Docker@2|]\n    inputs: { command: build }\n", undefined, "azure-pipelines.yml"),
      bad("another builder", workflow("- run: |\n    npm test\n    [|podman build|] -t app .")),
    ],
    good: [
      good("Trivy", workflow("- run: docker build -t app .\n- run: trivy image app")),
      good("no image", workflow("- run: npm test")),
      { name: "a scan in another file", file: ".github/workflows/ci.yml", code: workflow("- run: docker build -t app ."), files: { ".github/workflows/scan.yml": workflow("- uses: aquasecurity/trivy-action@0.28.0") } },
      good("GitLab's own", "include:\n  - template: Security/Container-Scanning.gitlab-ci.yml\nbuild:\n  script:\n    - docker build .\n", ".gitlab-ci.yml"),
      good("a workflow that cannot be seen", "on: push\njobs:\n  a:\n    uses: example/flows/.github/workflows/image.yml@v1\n  b:\n    steps:\n      - run: docker build .\n"),
      good("another command", workflow("- run: docker compose up -d")),
    ],
  },
  checkWorkspace,
});

function checkWorkspace(facts: WorkspaceFacts, report: WorkspaceReport): void {
  const work = workWithoutCare(facts, "image built", "image scan");
  if (work) report(work.path, { range: work.range, message: "The pipeline builds an image, and nothing scans it for known holes." });
}
