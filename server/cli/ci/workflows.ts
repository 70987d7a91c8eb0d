/** The CI services that a workflow can be written for. */
export const ciServices = ["github", "gitlab", "bitbucket", "azure"] as const;

/** A CI service. */
export type CiService = (typeof ciServices)[number];

/** A file that makes a CI service audit every change. */
export interface Workflow {
  /** Path from the repository's top. */
  readonly file: string;
  readonly text: string;
  /** Where its results are seen. */
  readonly shows: string;
}

/** How the command line is run where nothing is installed; the version is named, so that findings change with a commit only. */
function command(version: string): string {
  return `npx --yes marketlint@${version}`;
}

/** The workflow for a service. `version` is the one that it runs. */
export function workflowFor(service: CiService, version: string): Workflow {
  return workflows[service](command(version));
}

const workflows: Readonly<Record<CiService, (marketlint: string) => Workflow>> = {
  github: (marketlint) => ({
    file: ".github/workflows/marketlint.yml",
    shows: "the code scanning alerts, the pull request's lines and the job's summary",
    text: `# Audits every change for what a marketplace's security review would reject.
# New errors fail the job; findings appear as code scanning alerts.
name: Marketlint
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  audit:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      security-events: write # to upload the SARIF file
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Audit
        run: ${marketlint} audit --format sarif --output marketlint.sarif --fail-on never
      - name: Upload the findings
        uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: marketlint.sarif
          category: marketlint
      - name: Fail on errors
        run: ${marketlint} audit --format github --fail-on error
`,
  }),
  gitlab: (marketlint) => ({
    file: ".gitlab-ci.yml",
    shows: "the merge request's code quality widget",
    text: `# Audits every change for what a marketplace's security review would reject.
marketlint:
  image: node:22-slim
  script:
    - ${marketlint} audit --format gitlab --output gl-code-quality-report.json --fail-on error
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`,
  }),
  bitbucket: (marketlint) => ({
    file: "bitbucket-pipelines.yml",
    shows: "the pipeline's tests tab",
    text: `# Audits every change for what a marketplace's security review would reject.
image: node:22-slim
definitions:
  steps:
    - step: &marketlint
        name: Marketlint
        script:
          # Bitbucket reads JUnit files of this folder by itself.
          - mkdir -p test-results
          - ${marketlint} audit --format junit --output test-results/marketlint.xml --fail-on error
pipelines:
  default:
    - step: *marketlint
  pull-requests:
    "**":
      - step: *marketlint
`,
  }),
  azure: (marketlint) => ({
    file: "azure-pipelines.yml",
    shows: "the run's tests tab, and its scans tab where the SARIF extension is installed",
    text: `# Audits every change for what a marketplace's security review would reject.
trigger:
  - main
pr:
  - "*"
pool:
  vmImage: ubuntu-latest
steps:
  - task: UseNode@1
    inputs:
      version: 22.x
  - script: ${marketlint} audit --format sarif --output $(Build.ArtifactStagingDirectory)/marketlint.sarif --fail-on never
    displayName: Audit
  - publish: $(Build.ArtifactStagingDirectory)/marketlint.sarif
    artifact: CodeAnalysisLogs
  - script: ${marketlint} audit --format junit --output marketlint.xml --fail-on error
    displayName: Fail on errors
  - task: PublishTestResults@2
    condition: succeededOrFailed()
    inputs:
      testResultsFiles: marketlint.xml
      testRunTitle: Marketlint
`,
  }),
};
