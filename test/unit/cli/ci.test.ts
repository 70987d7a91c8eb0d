import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { ciServices } from "../../../server/cli/ci/workflows.ts";
import { rootDockerfile, withFolder, writeFiles } from "../workspace/folder.ts";
import { auditJson, buildOnce, run } from "./builtCli.ts";

const userDockerfile = "FROM node:22-slim@sha256:0000\nUSER node\n";

describe("the command line in CI", function () {
  this.timeout(60_000);
  before(buildOnce);

  function git(cwd: string, ...parameters: string[]): void {
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", ...parameters], { cwd, stdio: "pipe" });
  }

  describe("--staged", () => {
    const audit = (cwd: string): string[] => auditJson(["--staged", "--rule", "container-runs-as-root"], { cwd }).report.findings.map(({ path: file }) => file);

    it("audits what is staged, as it is staged", () =>
      withFolder({ "old/Dockerfile": rootDockerfile }, (cwd) => {
        git(cwd, "init", "-q");
        git(cwd, "add", ".");
        git(cwd, "commit", "-qm", "x");
        assert.deepEqual(audit(cwd), [], "nothing is staged");
        writeFiles(cwd, { "a/Dockerfile": rootDockerfile, "b/Dockerfile": userDockerfile, "c/Dockerfile": rootDockerfile, "ü ß/Dockerfile": rootDockerfile });
        git(cwd, "add", "a", "b", "ü ß");
        // What is in the work tree alone is not committed.
        writeFiles(cwd, { "a/Dockerfile": userDockerfile, "b/Dockerfile": rootDockerfile });
        assert.deepEqual(audit(cwd), ["a/Dockerfile", "ü ß/Dockerfile"]);
        assert.deepEqual(audit(path.join(cwd, "a")), ["Dockerfile"], "from a folder of the repository");
        git(cwd, "rm", "-q", "-r", "--cached", "old");
        assert.equal(audit(cwd).length, 2, "what is removed is not looked at");
      }));

    it("leaves out what the configuration leaves out", () =>
      withFolder({ ".marketlint.yml": "ignore: [legacy/]\n", "legacy/Dockerfile": rootDockerfile }, (cwd) => {
        git(cwd, "init", "-q");
        git(cwd, "add", ".");
        const { report, status } = auditJson(["--staged", "--rule", "container-runs-as-root"], { cwd });
        assert.deepEqual([status, report.findings, report.notAnalysed], [0, [], []]);
      }));

    it("says so where there is no repository, and goes with no PATH", () =>
      withFolder({ "a.ts": "" }, (cwd) => {
        const outside = run(["audit", "--staged"], { cwd, env: { GIT_CEILING_DIRECTORIES: path.dirname(cwd) } });
        assert.equal(outside.status, 2);
        assert.match(outside.stderr, /--staged: git does not know this folder/);
        assert.match(run(["audit", "--staged", "."], { cwd }).stderr, /--staged takes no PATH/);
        assert.match(run(["audit", "--staged", "--fix"], { cwd }).stderr, /--fix cannot be used with --staged/);
      }));
  });

  describe("init --ci", () => {
    for (const service of ciServices) {
      it(`writes a workflow that our own rules accept: ${service}`, () =>
        withFolder({}, (cwd) => {
          const { status, stdout } = run(["init", "--ci", service], { cwd });
          assert.equal(status, 0);
          const file = /^Wrote (\S+):/.exec(stdout)?.[1] ?? "";
          const text = fs.readFileSync(path.join(cwd, file), "utf8");
          assert.ok(parse(text));
          assert.match(text, /marketlint@\d+\.\d+\.\d+ audit/);
          const { report } = auditJson(["--fail-on", "never"], { cwd });
          assert.deepEqual(report.findings.filter((finding) => "severity" in finding && finding.severity !== "information"), []);
          const again = run(["init", "--ci", service], { cwd });
          assert.deepEqual([again.status, again.stdout], [0, text], "a file that is there stays, and is told what it needs");
        }));
    }

    it("names the services", () => {
      const { status, stderr } = run(["init", "--ci", "jenkins"]);
      assert.equal(status, 2);
      assert.match(stderr, /github, gitlab, bitbucket, azure/);
    });
  });

  it("adds the report to the page of GitHub's job", () =>
    withFolder({ Dockerfile: rootDockerfile }, (cwd) => {
      const { stdout } = run(["audit", "--format", "github", "--fail-on", "never", "--rule", "container-runs-as-root"], { cwd, env: { GITHUB_STEP_SUMMARY: path.join(cwd, "summary.md") } });
      assert.match(stdout, /^::(?:error|warning) file=Dockerfile,line=1,/);
      assert.match(fs.readFileSync(path.join(cwd, "summary.md"), "utf8"), /## Marketlint[^]*container-runs-as-root/);
    }));
});
