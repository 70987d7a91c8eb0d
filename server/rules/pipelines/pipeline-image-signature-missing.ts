import { defineWorkspaceRule, type WorkspaceFacts, type WorkspaceReport } from "../../core/fact.ts";
import { bad, good, workflow } from "./exampleWorkflows.ts";
import { pipelineFacts, workWithoutCare } from "./pipelineFacts.ts";

export default defineWorkspaceRule({
  id: "pipeline-image-signature-missing",
  title: "No image signing in the pipelines",
  concern: "pipelines",
  languages: ["yaml"],
  requirements: ["openchannel/container-signing", "akeneo/cis-benchmarks"],
  severity: "information",
  cwe: [],
  benchmarks: { cisDocker: ["4.5", "4.12"], cisKubernetes: ["5.5.1"] },
  fix: "none",
  sources: [pipelineFacts],
  documentation: {
    wrong: "A pipeline pushes a container image, and no pipeline of the project signs one (cosign, notation, `DOCKER_CONTENT_TRUST=1`, an attestation). One place in the workspace is told. Where a pipeline calls workflows or templates of other repositories, nothing is said, since they cannot be seen.",
    why: "Without a signature a user cannot tell the image from one that somebody else has pushed under its name.",
    fix: "Add `cosign sign --yes NAME@DIGEST` behind the push; with the pipeline's own identity no key has to be kept.",
    suppress: "When another service does it, and its report can be shown.",
  },
  examples: {
    bad: [
      bad("a command", workflow("- run: [|docker push|] ghcr.io/example/app:1.4.2")),
      bad("an action", workflow("- uses: [|docker/build-push-action@v6|]\n  with:\n    push: true")),
      bad("with the build", workflow("- run: [|docker buildx build -t a/b:1 --push|] .")),
      bad("of GitLab", "build:\n  script:\n    - [|docker push|] app\n", undefined, ".gitlab-ci.yml"),
      bad("of Bitbucket", "pipelines:\n  default:\n    - step:\n        script:\n          - [|docker push|] app\n", undefined, "bitbucket-pipelines.yml"),
      bad("in a text of several lines", workflow("- run: |\n    docker login\n    [|podman push|] app")),
    ],
    good: [
      good("cosign", workflow("- run: docker push app\n- run: cosign sign --yes app")),
      good("content trust", workflow("- run: docker push app", { top: "env:\n  DOCKER_CONTENT_TRUST: 1" })),
      good("an attestation", workflow("- run: docker push app\n- uses: actions/attest-build-provenance@v2")),
      good("only built", workflow("- run: docker build .")),
      good("built and not pushed by the action", workflow("- uses: docker/build-push-action@v6\n  with:\n    push: false")),
      good("git", workflow("- run: git push origin main")),
    ],
  },
  checkWorkspace,
});

function checkWorkspace(facts: WorkspaceFacts, report: WorkspaceReport): void {
  const work = workWithoutCare(facts, "image pushed", "image signature");
  if (work) report(work.path, { range: work.range, message: "The image is pushed without a signature, so users cannot tell it from another one of its name." });
}
