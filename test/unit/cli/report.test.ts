import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { marketplaceIds } from "../../../server/core/requirement.ts";
import { requirementCatalogue } from "../../../server/marketplaces/index.ts";
import { sectionsOf } from "../../../server/reports/submission/forms.ts";
import { webAddress } from "../../../server/workspace/repository.ts";
import { rootDockerfile, withFolder } from "../workspace/folder.ts";
import { buildOnce, run } from "./builtCli.ts";

describe("the submission pack", function () {
  this.timeout(60_000);
  before(buildOnce);

  for (const marketplace of marketplaceIds) {
    it(`asks about each requirement once: ${marketplace}`, () => {
      const asked = sectionsOf(marketplace).flatMap(({ requirements }) => requirements);
      const all = requirementCatalogue().filter((one) => one.marketplace === marketplace).map(({ id }) => id);
      assert.deepEqual([...asked].sort(), [...all].sort());
      for (const { title, requirements } of sectionsOf(marketplace)) assert.ok(requirements.length > 0, title);
    });

    it(`is written for ${marketplace}`, () =>
      withFolder({ "<b>/Dockerfile": rootDockerfile, "a.ts": "export {};\n" }, (cwd) => {
        const { status, stdout } = run(["report", "--marketplace", marketplace, "--output", "out"], { cwd });
        assert.ok(status === 0 || status === 1);
        assert.match(stdout, /^Wrote questionnaire\.md, questionnaire\.html, /);
        for (const file of ["questionnaire.md", "questionnaire.html", "report.html", "marketlint.sarif"]) {
          assert.ok(fs.statSync(path.join(cwd, "out", file)).size > 500, file);
        }
        const html = fs.readFileSync(path.join(cwd, "out/questionnaire.html"), "utf8");
        assert.match(html, /Content-Security-Policy/);
        assert.ok(!html.includes("<b>/Dockerfile"));
      }));
  }

  it("links to the lines of the audited commit", () =>
    withFolder({ "apps/a b/Dockerfile": rootDockerfile }, (cwd) => {
      const git = (...parameters: string[]): string =>
        execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", ...parameters], { cwd, encoding: "utf8" });
      git("init", "-q");
      git("add", ".");
      git("commit", "-qm", "x");
      git("remote", "add", "origin", "git@github.com:owner/name.git");
      const commit = git("rev-parse", "HEAD").trim();
      run(["report", "apps", "--marketplace", "akeneo", "--output", "out"], { cwd });
      const text = fs.readFileSync(path.join(cwd, "out/questionnaire.md"), "utf8");
      assert.ok(text.includes(`<https://github.com/owner/name/blob/${commit}/apps/a%20b/Dockerfile#L1>`));
      assert.ok(text.includes(`commit ${commit}.`));
    }));

  it("names no password of a remote", () => {
    assert.equal(webAddress("https://user:pass@gitlab.example.com/a/b.git")?.href, "https://gitlab.example.com/a/b");
    assert.equal(webAddress("ssh://git@bitbucket.org:22/a/b.git")?.href, "https://bitbucket.org/a/b");
    assert.equal(webAddress("/srv/repositories/b.git"), undefined);
    assert.equal(webAddress("file:///srv/b.git"), undefined);
  });

  it("says what is wrong with its options", () =>
    withFolder({ "a.ts": "" }, (cwd) => {
      for (const [parameters, message] of [
        [["report", "--output", "out"], /--marketplace/],
        [["report", "--marketplace", "x", "--output", "out"], /--marketplace.*atlassian, akeneo/],
        [["report", "--marketplace", "akeneo"], /--output/],
        [["report", "--marketplace", "akeneo", "--output", "a.ts"], /--output: "a\.ts" is a file/],
        [["report", "a.ts", "--marketplace", "akeneo", "--output", "out"], /PATH: "a\.ts" is no folder/],
      ] as const) {
        const { status, stderr } = run(parameters, { cwd });
        assert.equal(status, 2);
        assert.match(stderr, message);
      }
    }));
});
