import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { audit } from "../../../server/workspace/audit.ts";
import { applyBaseline, baselineOf, baselineUse, readBaseline, writeBaseline } from "../../../server/workspace/baseline.ts";
import { changedFiles } from "../../../server/workspace/changedFiles.ts";
import { rootDockerfile, unusedSuppression, withFolder, writeFiles } from "./folder.ts";

const auditOf = async (text: string): Promise<Awaited<ReturnType<typeof audit>>["findings"]> =>
  withFolder({ "a.ts": text, "b/Dockerfile": rootDockerfile }, async (root) => (await audit({ root })).findings);
const openOf = (findings: Awaited<ReturnType<typeof auditOf>>): number => findings.filter(({ suppression }) => !suppression).length;

describe("baseline", () => {
  it("is sorted text, an entry a line, that reads back as it was", async () => {
    const baseline = baselineOf(await auditOf(unusedSuppression), "2026-03-01");
    const text = writeBaseline(baseline);
    assert.deepEqual(readBaseline(text, "b.json"), baseline);
    assert.deepEqual(text.split("\n").filter((line) => line.includes("fingerprint")).map((line) => /"path":"([^"]*)"/.exec(line)?.[1]), ["a.ts", "b/Dockerfile"]);
    assert.deepEqual(readBaseline(writeBaseline({ entries: [] }), "b.json"), { entries: [] });
  });

  it("knows what of it is still there, and since when", async () => {
    const before = await auditOf(unusedSuppression);
    const baseline = baselineOf(before, "2026-03-01");
    assert.deepEqual(baselineUse(applyBaseline(before, baseline), baseline), { accepted: before.length, gone: 0, oldest: "2026-03-01" });
    const after = await auditOf("const a = 1;\n");
    assert.deepEqual(baselineUse(applyBaseline(after, baseline), baseline), { accepted: after.length, gone: 1, oldest: "2026-03-01" });
  });

  it("accepts the same findings on other lines, and no more of them than it counts", async () => {
    const baseline = baselineOf(await auditOf(unusedSuppression), "2026-03-01");
    assert.equal(openOf(applyBaseline(await auditOf(`\n\n${unusedSuppression}`), baseline)), 0);
    const twice = applyBaseline(await auditOf(unusedSuppression + unusedSuppression), baseline);
    assert.equal(openOf(twice), 1);
    assert.deepEqual(twice[0]?.suppression, { kind: "baseline", reason: "in the baseline since 2026-03-01" });
  });

  it("keeps the day on which a finding was accepted first", async () => {
    const findings = await auditOf(unusedSuppression);
    const first = baselineOf(findings.slice(0, 1), "2026-03-01");
    assert.deepEqual(baselineOf(findings, "2026-04-01", first).entries.map(({ date }) => date), ["2026-03-01", "2026-04-01"]);
  });

  for (const text of ["", "{", "[]", "{}", '{"version":1}', '{"version":2,"entries":[]}', '{"version":1,"entries":[{"rule":"x"}]}']) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.throws(() => readBaseline(text, "b.json"), { name: "UsageError", message: /^--baseline: .*b\.json/ });
    });
  }
});

describe("changedFiles", () => {
  const inRepository = (use: (root: string, git: (...parameters: string[]) => void) => Promise<void>): Promise<void> =>
    withFolder({ "a.ts": "1", "sub/b.ts": "1", "sub/ü ü.ts": "1", "gone.ts": "1" }, async (root) => {
      const git = (...parameters: string[]): void => {
        execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...parameters], { cwd: root, stdio: "ignore" });
      };
      git("init", "--initial-branch=main");
      git("add", ".");
      git("commit", "-m", "one");
      git("tag", "start");
      await use(root, git);
    });

  it("gives what was committed, staged, edited and added since the branch left, from the root", () =>
    inRepository(async (root, git) => {
      git("checkout", "-b", "work");
      writeFiles(root, { "sub/b.ts": "2" });
      git("commit", "-am", "two");
      git("checkout", "main");
      writeFiles(root, { "a.ts": "other" });
      git("commit", "-am", "on main");
      git("checkout", "work");
      writeFiles(root, { "sub/ü ü.ts": "2", "sub/new.ts": "", "staged.ts": "" });
      git("add", "staged.ts");
      fs.rmSync(path.join(root, "gone.ts"));
      assert.deepEqual([...(await changedFiles(root, "main"))].sort(), ["gone.ts", "staged.ts", "sub/b.ts", "sub/new.ts", "sub/ü ü.ts"]);
      assert.deepEqual([...(await changedFiles(path.join(root, "sub"), "start"))].sort(), ["b.ts", "new.ts", "ü ü.ts"]);
      assert.deepEqual((await audit({ root, changedSince: "main" })).files, 4);
    }));

  it("starts nothing that the repository names", () =>
    inRepository(async (root, git) => {
      const started = path.join(root, ".git/started");
      const script = path.join(root, ".git/hook.sh");
      fs.writeFileSync(script, `#!/bin/sh\ntouch '${started}'\n`, { mode: 0o755 });
      git("config", "core.fsmonitor", script);
      git("config", "diff.external", script);
      writeFiles(root, { "a.ts": "2" });
      await changedFiles(root, "start");
      assert.equal(fs.existsSync(started), false);
    }));

  for (const since of ["--output=x", "nowhere", "a..b", "", "x y", "HEAD:a.ts"]) {
    it(`refuses ${JSON.stringify(since)}`, () => inRepository((root) => assert.rejects(changedFiles(root, since), { name: "UsageError", message: /^--changed-since: / })));
  }

  it("refuses a folder without git", () => withFolder({}, (root) => assert.rejects(changedFiles(root, "HEAD"), { name: "UsageError" })));
});
