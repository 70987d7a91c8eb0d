import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { PassThrough } from "node:stream";
import { runProgram } from "../../../server/cli/program.ts";
import { rootDockerfile, unusedSuppression, withFolder, writeFiles } from "../workspace/folder.ts";
import { auditJson, buildOnce, cli, run } from "./builtCli.ts";

const dockerfiles = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${String(at).padStart(4, "0")}/Dockerfile`, rootDockerfile]));

describe("marketlint audit", function () {
  this.timeout(60_000);
  before(buildOnce);

  it("ends with 0 where nothing is as bad as --fail-on, else with 1", () =>
    withFolder({ "a.ts": unusedSuppression }, (cwd) => {
      for (const [failOn, status] of [["error", 0], ["warning", 1], ["information", 1], ["never", 0]] as const) {
        assert.equal(run(["audit", "--fail-on", failOn], { cwd }).status, status, failOn);
      }
      assert.equal(run(["audit"], { cwd }).status, 0);
      writeFiles(cwd, { Dockerfile: rootDockerfile });
      assert.equal(run(["audit"], { cwd }).status, 1);
    }));

  it("writes the report alone to standard output, and nothing else where no terminal is", () =>
    withFolder({ Dockerfile: rootDockerfile }, (cwd) => {
      for (const format of ["pretty", "json", "sarif", "markdown", "html"]) {
        const { stdout, stderr } = run(["audit", "--format", format], { cwd });
        assert.equal(stderr, "");
        assert.ok(stdout.includes("container-runs-as-root"), format);
        assert.ok(!stdout.includes("\u001b"), format);
      }
      assert.ok(run(["audit"], { cwd, env: { FORCE_COLOR: "1" } }).stdout.includes("\u001b["));
    }));

  it("lists what was not analysed, in every format", () =>
    withFolder({ "a.ts": Buffer.from([0x89, 0x50, 0, 0]) }, (cwd) => {
      for (const format of ["pretty", "json", "sarif", "markdown", "html"]) {
        const { status, stdout } = run(["audit", "--format", format, "--quiet"], { cwd });
        assert.equal(status, 0);
        assert.ok(stdout.includes("binary data, not text"), format);
      }
    }));

  it("writes to a file, in one go", () =>
    withFolder({ Dockerfile: rootDockerfile }, (cwd) => {
      const { status, stdout } = run(["audit", "--format", "sarif", "--output", "report.sarif"], { cwd });
      assert.deepEqual([status, stdout], [1, ""]);
      assert.equal((JSON.parse(fs.readFileSync(path.join(cwd, "report.sarif"), "utf8")) as { version: string }).version, "2.1.0");
      assert.deepEqual(fs.readdirSync(cwd).sort(), ["Dockerfile", "report.sarif"]);
    }));

  it("takes one folder as the root, several places from where it is run", () =>
    withFolder({ "a/Dockerfile": rootDockerfile, "b/Dockerfile": rootDockerfile, "c/x.ts": unusedSuppression }, (cwd) => {
      const pathsOf = (...parameters: string[]): string[] => auditJson(parameters, { cwd }).report.findings.map(({ path: file }) => file);
      assert.deepEqual(pathsOf("a"), ["Dockerfile"]);
      assert.deepEqual(pathsOf("a", "c/x.ts"), ["a/Dockerfile", "c/x.ts"]);
      assert.deepEqual(pathsOf("c/x.ts"), ["c/x.ts"]);
      assert.deepEqual(auditJson([path.join(cwd, "a"), path.join(cwd, "c")], { cwd: "/" }).report.findings.map(({ path: file }) => file), ["a/Dockerfile", "c/x.ts"]);
    }));

  it("tells a PATH from the values of the option before it", () =>
    withFolder({ "a/Dockerfile": rootDockerfile }, (cwd) => {
      for (const parameters of [
        ["--marketplace", "superoffice", "akeneo", "a"],
        ["--marketplace", "superoffice,akeneo", "a"],
        ["a", "--marketplace", "superoffice", "--marketplace", "akeneo"],
      ]) {
        const { report } = auditJson(parameters, { cwd });
        assert.deepEqual([report.marketplaces, report.findings.length], [["akeneo", "superoffice"], 1]);
      }
      assert.equal(auditJson(["--rule", "hardcoded-secret", "a"], { cwd }).report.findings.length, 0);
    }));

  it("makes the safe fixes, says so, and reports what is left", () =>
    withFolder({ "a.ts": `\uFEFF${unusedSuppression.replaceAll("\n", "\r\n")}`, Dockerfile: rootDockerfile }, (cwd) => {
      const { status, stderr, report } = auditJson(["--fix"], { cwd });
      assert.equal(status, 1);
      assert.equal(stderr, "marketlint: fixed 1 finding, wrote a.ts\n");
      assert.equal(fs.readFileSync(path.join(cwd, "a.ts"), "utf8"), "\uFEFFconst a = 1;\r\n");
      assert.deepEqual(report.findings.map(({ rule }) => rule), ["container-runs-as-root"]);
    }));

  it("accepts what a baseline holds, and writes one", () =>
    withFolder({ Dockerfile: rootDockerfile, "a.ts": unusedSuppression }, (cwd) => {
      const written = auditJson(["--write-baseline", "known.json"], { cwd });
      assert.deepEqual([written.status, written.report.summary.errors, written.report.summary.suppressed], [0, 0, 2]);
      assert.equal(run(["audit", "--baseline", "known.json", "--fail-on", "information"], { cwd }).status, 0);
      writeFiles(cwd, { "new/Dockerfile": rootDockerfile });
      const { status, report } = auditJson(["--baseline", "known.json"], { cwd });
      assert.deepEqual([status, report.findings.filter(({ suppression }) => !suppression).map(({ path: file }) => file)], [1, ["new/Dockerfile"]]);
      assert.equal(run(["audit", "--baseline", "known.json", "--write-baseline", "known.json"], { cwd }).status, 0);
      assert.equal(run(["audit", "--baseline", "known.json"], { cwd }).status, 0);
    }));

  it("reads standard input as the file of a name, under the configuration of its place", () =>
    withFolder({ "off/.marketlint.yml": "rules: { container-runs-as-root: off }\n" }, (cwd) => {
      const stdin = (name: string): ReturnType<typeof auditJson> => auditJson(["--stdin", "--stdin-filename", name], { cwd, input: rootDockerfile });
      assert.deepEqual(stdin("x/Dockerfile").report.findings.map(({ path: file }) => file), ["x/Dockerfile"]);
      assert.equal(stdin("x/Dockerfile").status, 1);
      assert.equal(stdin("off/Dockerfile").report.findings.length, 0);
      assert.equal(stdin("a.txt").report.findings.length, 0);
      assert.equal(run(["audit", "--stdin", "--stdin-filename", "a.ts"], { cwd, input: Buffer.from([0, 1, 2]) }).status, 2);
    }));

  it("shards hold together what the whole holds", () =>
    withFolder(dockerfiles(7), (cwd) => {
      const parts = ["1/2", "2/2"].map((shard) => auditJson(["--shard", shard], { cwd }).report.findings.length);
      assert.deepEqual(parts, [4, 3]);
    }));

  it("gives the same report every time", () =>
    withFolder({ ...dockerfiles(5), "a.ts": unusedSuppression }, (cwd) => {
      assert.equal(run(["audit", "--format", "sarif"], { cwd }).stdout, run(["audit", "--format", "sarif", "--threads", "2", "--no-cache"], { cwd }).stdout);
    }));

  it("ends at an interrupt, with the report of what it had", () =>
    withFolder(dockerfiles(600), async (cwd) => {
      const preload = path.join(cwd, "slow.cjs");
      fs.writeFileSync(
        preload,
        `const fs = require("fs");
const open = fs.openSync;
fs.openSync = (file, ...rest) => {
  if (String(file).endsWith("0010/Dockerfile")) process.kill(process.pid, "SIGINT");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
  return open(file, ...rest);
};`,
      );
      const child = spawn(process.execPath, ["--require", preload, cli, "audit", "--format", "json"], { cwd });
      let stdout = "";
      child.stdout.on("data", (part: Buffer) => (stdout += part.toString()));
      const status = await new Promise((resolve) => child.on("close", resolve));
      const { summary, findings } = JSON.parse(stdout) as { summary: { cancelled: boolean; files: number }; findings: unknown[] };
      assert.equal(status, 3);
      assert.ok(summary.cancelled && summary.files < 600 && findings.length > 5, `${findings.length} findings in ${summary.files} files`);
    }));

  it("shows progress on a terminal, and clears it", () =>
    withFolder({ Dockerfile: rootDockerfile }, async (cwd) => {
      const written = (stream: PassThrough): string => String(stream.read() ?? "");
      const stderr = Object.assign(new PassThrough(), { isTTY: true });
      const stdout = new PassThrough();
      const terminal = { cwd, stdin: new PassThrough(), stdout, stderr, env: {}, today: "2026-06-01" };
      assert.equal(await runProgram(["audit"], terminal, new AbortController().signal), 1);
      assert.match(written(stderr), /^\r\u001b\[KAuditing 1 of 1 files\r\u001b\[K$/);
      assert.equal(await runProgram(["audit", "--quiet"], terminal, new AbortController().signal), 1);
      assert.equal(written(stderr), "");
    }));

  it("does not mind a reader that leaves early", () =>
    withFolder(dockerfiles(300), async (cwd) => {
      const child = spawn(process.execPath, [cli, "audit", "--format", "json"], { cwd });
      child.stdout.once("data", () => child.stdout.destroy());
      let stderr = "";
      child.stderr.on("data", (part: Buffer) => (stderr += part.toString()));
      const status = await new Promise((resolve) => child.on("close", resolve));
      assert.equal(stderr, "");
      assert.ok(status === 0 || status === 1, String(status));
    }));

  it("speaks the language server's protocol on standard input and output", async () => {
    const child = spawn(process.execPath, [cli, "lsp", "--stdio"]);
    const send = (message: object): void => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    let answer = "";
    const answered = new Promise<void>((resolve) => {
      child.stdout.on("data", (part: Buffer) => {
        answer += part.toString();
        if (answer.includes('"capabilities"')) resolve();
      });
    });
    send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
    await answered;
    assert.ok(answer.includes('"codeActionProvider"'));
    send({ id: 2, method: "shutdown" });
    send({ method: "exit" });
    assert.equal(await new Promise((resolve) => child.on("close", resolve)), 0);
  });
});
