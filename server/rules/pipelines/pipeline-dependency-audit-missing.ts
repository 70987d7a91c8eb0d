import { defineWorkspaceRule, type WorkspaceFacts, type WorkspaceReport } from "../../core/fact.ts";
import { bad, good, workflow } from "./exampleWorkflows.ts";
import { pipelineFacts, workWithoutCare } from "./pipelineFacts.ts";

export default defineWorkspaceRule({
  id: "pipeline-dependency-audit-missing",
  title: "No dependency audit in the pipelines",
  concern: "pipelines",
  languages: ["yaml"],
  requirements: ["akeneo/dependencies-patched", "akeneo/composition-analysis", "atlassian/vulnerability-management", "openchannel/automatic-checks"],
  severity: "information",
  cwe: [1395],
  fix: "none",
  sources: [pipelineFacts],
  documentation: {
    wrong: "A pipeline installs the project's dependencies, and nothing looks for known holes in them: no audit step in any pipeline, and no Dependabot or Renovate file. One place in the workspace is told. Where a pipeline calls workflows or templates of other repositories, nothing is said, since they cannot be seen.",
    why: "Holes in libraries become known every day; without a look at each build nobody learns that a fix exists.",
    fix: "Add `npm audit --audit-level=high` (or a scanner) as a step, or a `.github/dependabot.yml` for npm. There is no quick fix, since it is a new file.",
    suppress: "When another service does it, and its report can be shown.",
  },
  examples: {
    bad: [
      bad("npm", workflow("- run: [|npm ci|]")),
      bad("yarn", workflow("- run: [|yarn install|] --immutable")),
      bad("pnpm, in a text of several lines", workflow("- run: |\n    corepack enable\n    [|pnpm install|] --frozen-lockfile")),
      bad("of GitLab", "test:\n  script:\n    - [|npm ci|]\n", undefined, ".gitlab-ci.yml"),
      bad("of Bitbucket", "pipelines:\n  default:\n    - step:\n        script:\n          - [|npm install|]\n", undefined, "bitbucket-pipelines.yml"),
      bad("of Azure", "steps:\n  - script: [|npm ci|]\n", undefined, "azure-pipelines.yml"),
    ],
    good: [
      good("npm's audit", workflow("- run: npm ci\n- run: npm audit --audit-level=high")),
      { name: "Dependabot", file: ".github/workflows/ci.yml", code: workflow("- run: npm ci"), files: { ".github/dependabot.yml": "version: 2\nupdates: []\n" } },
      { name: "Renovate", file: ".gitlab-ci.yml", code: "test:\n  script:\n    - npm ci\n", files: { "renovate.json": "{}" } },
      good("a scanner", workflow("- run: npm ci\n- uses: google/osv-scanner-action@v2")),
      good("a review of the change", workflow("- run: npm ci\n- uses: actions/dependency-review-action@v4")),
      good("a tool of the pipeline alone", workflow("- run: npm install -g eslint")),
      good("no dependencies", workflow("- run: make")),
    ],
  },
  checkWorkspace,
});

function checkWorkspace(facts: WorkspaceFacts, report: WorkspaceReport): void {
  const work = workWithoutCare(facts, "dependencies installed", "dependency audit");
  if (work) report(work.path, { range: work.range, message: "Dependencies are installed, and nothing looks for known holes in them." });
}
