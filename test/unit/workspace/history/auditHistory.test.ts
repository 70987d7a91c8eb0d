import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { PassThrough, Writable } from "node:stream";
import { runProgram } from "../../../../server/cli/program.ts";
import { checkedToken } from "../../../../server/rules/secrets/exampleTokens.ts";
import { audit } from "../../../../server/workspace/audit.ts";
import { auditHistory, type HistoryRequest, type HistoryResult } from "../../../../server/workspace/history/auditHistory.ts";
import { UsageError } from "../../../../server/workspace/usageError.ts";
import { withFolder, writeFiles, type Files } from "../folder.ts";

const first = checkedToken(`${"gh"}p_`, "history one");
const second = checkedToken(`${"gh"}p_`, "history two");
const code = (token: string): string => `export const githubToken = "${token}";\n`;
const clean = "export const githubToken = process.env.GITHUB_TOKEN;\n";

/** A repository in a folder that goes with the test. */
interface Repository {
  readonly folder: string;
  git(...parameters: string[]): string;
  /** Writes files, removes those that are null, and commits; the commit's hash. */
  commit(files: Readonly<Record<string, string | null>>, date?: string): string;
}

function repositoryIn(folder: string): Repository {
  const git = (...parameters: string[]): string =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always", ...parameters], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, GIT_AUTHOR_DATE: dateOfCommit, GIT_COMMITTER_DATE: dateOfCommit } }).trim();
  let dateOfCommit = "2024-01-01T10:00:00+00:00";
  return {
    folder,
    git,
    commit(files, date = dateOfCommit) {
      dateOfCommit = date;
      for (const [name, text] of Object.entries(files)) {
        if (text === null) fs.rmSync(path.join(folder, name));
        else writeFiles(folder, { [name]: text });
      }
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "-m", "x");
      return git("rev-parse", "HEAD");
    },
  };
}

async function withRepository(use: (repository: Repository) => Promise<void>, files: Files = {}): Promise<void> {
  await withFolder(files, async (folder) => {
    const repository = repositoryIn(folder);
    repository.git("init", "--quiet", "-b", "main");
    await use(repository);
  });
}

async function historyOf(root: string, request: Partial<HistoryRequest> = {}): Promise<HistoryResult> {
  const today = await audit({ root, threads: 1 });
  return auditHistory({ root, apps: today.apps, current: today.findings, ...request });
}

describe("secrets in past commits", function () {
  this.timeout(60_000);

  it("finds a removed secret, with the commits that brought it and took it away", () =>
    withRepository(async ({ folder, commit }) => {
      commit({ "a.ts": clean });
      const added = commit({ "src/b.ts": code(first) }, "2024-02-02T10:00:00+02:00");
      commit({ "src/b.ts": `// moved\n${code(first)}` });
      const removed = commit({ "src/b.ts": clean }, "2024-03-03T10:00:00+02:00");
      const { findings, cancelled } = await historyOf(folder);
      assert.equal(findings.length, 1);
      const [finding] = findings;
      assert.deepEqual({ ...finding?.properties, format: "" }, { format: "", path: "src/b.ts", commit: added, date: "2024-02-02T10:00:00+02:00", lastCommit: removed, lastDate: "2024-03-03T10:00:00+02:00" });
      assert.match(finding?.message ?? "", new RegExp(`since commit ${added.slice(0, 10)} of 2024-02-02; commit ${removed.slice(0, 10)} took it out`));
      assert.equal(finding?.severity, "error");
      assert.equal(cancelled, false);
      assert.ok(!JSON.stringify(findings).includes(first.slice(4)));
    }));

  it("says nothing of a secret that the files of today show", () =>
    withRepository(async ({ folder, commit }) => {
      commit({ "b.ts": code(first) });
      commit({ "b.ts": `// still here\n${code(first)}`, "old.ts": code(first) });
      commit({ "old.ts": null });
      assert.deepEqual((await historyOf(folder)).findings, []);
    }));

  it("finds what is removed, and not yet committed; and what git has although it ignores it", () =>
    withRepository(async ({ folder, git, commit }) => {
      commit({ "b.ts": code(first), ".env": `GITHUB_TOKEN=${second}\n` });
      writeFiles(folder, { "b.ts": clean, ".gitignore": ".env\n" });
      git("status");
      const { findings } = await historyOf(folder);
      assert.deepEqual(findings.map(({ path: file }) => file), [".env", "b.ts"]);
      assert.match(findings[0]?.message ?? "", /and in the last commit/);
    }));

  it("reads all branches, merges that add something, and stashes", () =>
    withRepository(async ({ folder, git, commit }) => {
      commit({ "a.ts": clean });
      git("checkout", "--quiet", "-b", "side");
      commit({ "side.ts": code(first) });
      git("checkout", "--quiet", "main");
      commit({ "a.ts": `${clean}// more\n` });
      git("merge", "--quiet", "--no-commit", "--no-ff", "--strategy=ours", "side");
      commit({ "merge.ts": code(second) });
      commit({ "merge.ts": clean });
      const { findings } = await historyOf(folder);
      assert.deepEqual(findings.map(({ path: file }) => file), ["merge.ts", "side.ts"]);
      assert.match(findings[1]?.message ?? "", /not checked out/);
    }));

  it("reads only commits that a given one does not have", () =>
    withRepository(async ({ folder, commit }) => {
      commit({ "a.ts": code(first) });
      const since = commit({ "a.ts": clean });
      commit({ "b.ts": code(second) });
      commit({ "b.ts": clean });
      assert.deepEqual((await historyOf(folder, { since })).findings.map(({ path: file }) => file), ["b.ts"]);
      assert.equal((await historyOf(folder)).findings.length, 2);
    }));

  it("reads one folder of a repository, with paths from there", () =>
    withRepository(async ({ folder, commit }) => {
      commit({ "app/src/a.ts": code(first), "other/b.ts": code(second) });
      commit({ "app/src/a.ts": clean, "other/b.ts": clean });
      assert.deepEqual((await historyOf(path.join(folder, "app"))).findings.map(({ path: file }) => file), ["src/a.ts"]);
    }));

  it("reads bare repositories, shallow clones and other work trees", () =>
    withRepository(async ({ folder, git, commit }) => {
      commit({ "a.ts": code(first) });
      commit({ "a.ts": clean });
      commit({ "a.ts": `${clean}//\n` });
      await withFolder({}, async (others) => {
        git("clone", "--quiet", "--bare", folder, path.join(others, "bare.git"));
        git("clone", "--quiet", "--depth", "2", `file://${folder}`, path.join(others, "shallow"));
        git("worktree", "add", "--quiet", path.join(others, "tree"), "-b", "tree");
        assert.equal((await historyOf(path.join(others, "bare.git"))).findings.length, 1);
        const shallow = await historyOf(path.join(others, "shallow"));
        assert.equal(shallow.findings.length, 0);
        assert.deepEqual(shallow.notAnalysed.map(({ reason }) => reason), ["the clone is shallow: commits before its oldest one were not read"]);
        assert.equal((await historyOf(path.join(others, "tree"))).findings.length, 1);
      });
    }));

  it("keeps to the configuration and to comments, and leaves out others' code and data", () =>
    withRepository(async ({ folder, commit }) => {
      writeFiles(folder, { ".marketlint.yml": "ignore: [legacy/**]\nrules:\n  hardcoded-credential: off\n" });
      commit({ "legacy/a.ts": code(first), "node_modules/b.ts": code(first), "c.png": code(first), "d.ts": `// marketlint-disable-next-line hardcoded-secret -- revoked in May\n${code(second)}` });
      commit({ "legacy/a.ts": null, "node_modules/b.ts": null, "c.png": null, "d.ts": null });
      const { findings } = await historyOf(folder);
      assert.deepEqual(findings.map(({ path: file, suppression }) => [file, suppression?.reason]), [["d.ts", "revoked in May"]]);
    }));

  it("lists what is too large, and passes over data", () =>
    withRepository(async ({ folder, commit }) => {
      commit({ "large.ts": `${code(first)}${"// padding\n".repeat(950_000)}`, "data.ts": `\0${code(first)}` });
      commit({ "large.ts": clean, "data.ts": clean });
      const { findings, notAnalysed } = await historyOf(folder);
      assert.deepEqual(findings, []);
      assert.deepEqual(notAnalysed, [{ path: "large.ts", reason: "in a past commit: larger than 10 MB" }]);
    }));

  it("starts nothing that the repository names", () =>
    withRepository(async ({ folder, git, commit }) => {
      commit({ "a.ts": code(first), ".gitattributes": "*.ts diff=evil filter=evil\n" });
      commit({ "a.ts": clean });
      const trap = path.join(folder, ".git", "trap");
      for (const name of ["core.fsmonitor", "diff.evil.textconv", "diff.evil.command", "diff.external", "filter.evil.smudge", "filter.evil.clean", "core.pager", "gpg.program", "core.sshCommand"]) git("config", name, `touch ${trap};`);
      git("config", "log.showSignature", "true");
      assert.equal((await historyOf(folder)).findings.length, 1);
      assert.equal(fs.existsSync(trap), false);
    }));

  it("takes odd names of files as they are", () =>
    withRepository(async ({ folder, commit }) => {
      const names = ["ü ß.ts", "a\nb.ts", ":100644.ts", '"q".ts'];
      commit(Object.fromEntries(names.map((name, at) => [name, code(checkedToken(`${"gh"}p_`, `odd ${at}`))])));
      commit(Object.fromEntries(names.map((name) => [name, null])));
      assert.deepEqual((await historyOf(folder)).findings.map(({ path: file }) => file).sort(), [...names].sort());
    }));

  it("ends early when it is told to", () =>
    withRepository(async ({ folder, commit }) => {
      for (let at = 0; at < 5; at++) commit({ "a.ts": code(checkedToken(`${"gh"}p_`, `cancel ${at}`)) });
      const abort = new AbortController();
      const result = await historyOf(folder, { signal: abort.signal, onProgress: () => abort.abort() });
      assert.deepEqual(result, { findings: [], notAnalysed: [], cancelled: true });
    }));

  it("reports progress by commits", () =>
    withRepository(async ({ folder, commit }) => {
      for (let at = 0; at < 4; at++) commit({ "a.ts": `${clean}// ${at}\n` });
      const steps: string[] = [];
      await historyOf(folder, { onProgress: (done, total) => steps.push(`${done}/${total}`) });
      assert.deepEqual(steps, ["1/4", "2/4", "3/4", "4/4"]);
    }));

  it("has nothing to say of a repository without commits, and explains a folder without one", async () => {
    await withRepository(async ({ folder }) => assert.deepEqual((await historyOf(folder)).findings, []));
    await withFolder({ "a.ts": clean }, async (folder) => {
      await assert.rejects(historyOf(folder), (error) => error instanceof UsageError && error.message.includes("--history: git does not know this folder"));
    });
    await withRepository(async ({ folder, commit }) => {
      commit({ "a.ts": clean });
      for (const since of ["nothing", "--all", "a..b", "HEAD~9"]) await assert.rejects(historyOf(folder, { since }), UsageError);
    });
  });

  it("is in every format, the secret in none, and is accepted by a baseline", () =>
    withRepository(async ({ folder, commit }) => {
      const added = commit({ "src/b.ts": code(first) });
      commit({ "src/b.ts": clean });
      const run = async (...parameters: string[]): Promise<{ status: number; text: string }> => {
        let text = "";
        const sink = new Writable({ write: (chunk, _encoding, done) => { text += String(chunk); done(); } });
        const terminal = { cwd: folder, stdin: new PassThrough(), stdout: sink, stderr: sink, env: { NO_COLOR: "1" }, today: "2026-01-01" };
        const status = await runProgram(["audit", "--no-cache", "--threads", "1", ...parameters], terminal, new AbortController().signal);
        return { status, text };
      };
      for (const format of ["pretty", "json", "sarif", "markdown", "html"]) {
        const { status, text } = await run("--history", "--format", format);
        assert.equal(status, 1, text);
        assert.ok(text.includes(added.slice(0, 10)), format);
        assert.ok(!text.includes(first.slice(4)), format);
      }
      assert.equal((await run("--history", "--write-baseline", ".git/baseline.json")).status, 0);
      assert.equal((await run("--history", "--baseline", ".git/baseline.json")).status, 0);
      assert.equal((await run()).status, 0);
      assert.equal((await run("--since", "HEAD")).status, 2);
    }));
});
