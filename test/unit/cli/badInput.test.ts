import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { rootDockerfile, unusedSuppression, withFolder, writeFiles } from "../workspace/folder.ts";
import { auditJson, buildOnce, cli, type JsonReport, type RunOptions } from "./builtCli.ts";

/** A trigger of a rule on JavaScript, so that the parser is asked. */
const cookie = 'import express from "express";\nexpress().get("/", (q, res) => res.cookie("a", "b"));\n';

const aliasBomb = [
  "a: &a [x, x, x, x, x, x, x, x, x]",
  ...Array.from("bcdefghijklmnop", (name, at) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${"abcdefghijklmno"[at]}`).join(", ")}]`),
  "app: { id: 1 }\nmodules: *p\npermissions: { external: *p, scopes: *p }\n",
].join("\n");

const reasonsOf = (report: JsonReport): string[] => report.notAnalysed.map(({ path: file, reason }) => `${file}: ${reason}`);

/** Runs with a measure of the most memory that was in use, in MB. */
function measured(folder: string, parameters: readonly string[], options: RunOptions = {}): ReturnType<typeof auditJson> & { readonly megabytes: number } {
  const measure = path.join(folder, "../measure.cjs");
  const result = path.join(folder, "../megabytes");
  fs.writeFileSync(measure, `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS / 1024)));`);
  const ended = auditJson([folder, ...parameters], { ...options, node: ["--require", measure] });
  return { ...ended, megabytes: Number(fs.readFileSync(result, "utf8")) };
}

describe("bad input", function () {
  this.timeout(120_000);
  before(buildOnce);

  it("costs the files that it is in, with a reason each, and nothing else", () =>
    withFolder({}, (top) => {
      const folder = path.join(top, "app");
      writeFiles(folder, {
        "a.ts": Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(5000)]),
        "picture.xyz": Buffer.alloc(5000),
        "long.js": Buffer.alloc(60_000_000, cookie.replaceAll("\n", " ")),
        "line.js": `${cookie.replaceAll("\n", " ")}var x = [${"1,".repeat(40_000)}1];`,
        "deep.js": `${cookie}const x = ${"[\n".repeat(200_000)}${"]\n".repeat(200_000)};\n`,
        "deep.json": `{"scopes": ${"[\n".repeat(200_000)}${"]\n".repeat(200_000)}}`,
        "atlassian-connect.json": `{"key": "a", "baseUrl": "https://a.example", "authentication": {"type": "none"}, "scopes": ${"[\n".repeat(200_000)}${"]\n".repeat(200_000)}}`,
        "manifest.yml": aliasBomb,
        "latin.js": Buffer.concat([Buffer.from(cookie), Buffer.from("// caf\xe9\n", "latin1")]),
        "empty.ts": "",
        Dockerfile: rootDockerfile,
        "src/deep/Dockerfile": rootDockerfile,
      });
      fs.symlinkSync("..", path.join(folder, "src/up"));
      fs.symlinkSync("loop", path.join(folder, "loop"));
      execFileSync("mkfifo", [path.join(folder, "pipe.ts")]);

      const { status, report, stderr, megabytes } = measured(folder, []);
      assert.equal(stderr, "");
      assert.equal(status, 1);
      const reasons = reasonsOf(report);
      for (const expected of [
        "a.ts: binary data, not text",
        "atlassian-connect.json: nested too deeply for the JSON parser",
        "deep.js: nested too deeply for the parser",
        "latin.js: not valid UTF-8 at byte 91: analysed with replacement characters",
        "line.js: a line is longer than 50000 characters: taken for a bundle or data",
        "long.js: larger than 10 MB",
      ]) {
        assert.ok(reasons.includes(expected), `${expected} is not in\n${reasons.join("\n")}`);
      }
      assert.ok(report.notAnalysed.every(({ path: file }) => /^(?:a\.ts|deep\.js|deep\.json|atlassian-connect\.json|manifest\.yml|latin\.js|line\.js|long\.js)$/.test(file)), reasons.join("\n"));
      assert.deepEqual(
        report.findings.filter(({ rule }) => rule === "container-runs-as-root").map(({ path: file }) => file),
        ["Dockerfile", "src/deep/Dockerfile"],
      );
      assert.ok(report.findings.some(({ path: file, rule }) => file === "latin.js" && rule.startsWith("cookie-")), "what can be read is analysed");
      assert.equal(report.summary.skippedBinary, 1);
      assert.ok(megabytes < 1000, `${megabytes} MB`);
    }));

  it("in the configuration ends with 2, names the line, and still reports the rest", () =>
    withFolder({}, (top) => {
      for (const [text, place] of [
        ["rules:\n  - [\n", /^marketlint: \.marketlint\.yml:\d+:\d+: This is not valid YAML/m],
        ["\u0000\u0001\u0002", /^marketlint: \.marketlint\.yml:1:1: /m],
        [aliasBomb, /^marketlint: \.marketlint\.yml:1:1: There is no key "a"/m],
        ["[".repeat(200_000), /^marketlint: \.marketlint\.yml:1:1: This file cannot be read: nested too deeply for the YAML parser\.$/m],
        [`# ${"x".repeat(1_000_001)}`, /^marketlint: \.marketlint\.yml:1:1: This file cannot be read: it is larger than 1 MB/m],
        ["rules:\n  container-runs-as-rot: off\n", /^marketlint: \.marketlint\.yml:2:3: There is no rule "container-runs-as-rot"; the nearest is "container-runs-as-root"/m],
      ] as const) {
        const folder = path.join(top, "app");
        writeFiles(folder, { ".marketlint.yml": text, Dockerfile: rootDockerfile });
        const { status, report, stderr, megabytes } = measured(folder, []);
        assert.equal(status, 2, text.slice(0, 40));
        assert.match(stderr, place);
        assert.ok(report.findings.some(({ rule }) => rule === "container-runs-as-root"));
        assert.ok(megabytes < 1000, `${megabytes} MB`);
      }
    }));

  it("is a file or folder that may not be read", () =>
    withFolder({}, (top) => {
      const folder = path.join(top, "app");
      writeFiles(folder, { "closed.ts": unusedSuppression, "closed/a.ts": unusedSuppression, "open.ts": unusedSuppression });
      fs.chmodSync(path.join(folder, "closed.ts"), 0);
      fs.chmodSync(path.join(folder, "closed"), 0);
      // Nothing is closed to root, so the audit runs as nobody, on a copy that nobody may read.
      const isRoot = process.getuid?.() === 0;
      const copy = path.join(top, "dist");
      if (isRoot) {
        fs.cpSync(path.dirname(cli), copy, { recursive: true });
        for (const open of [top, folder, copy]) fs.chmodSync(open, 0o755);
      }
      try {
        const { status, report } = auditJson([folder], { cwd: folder, ...(isRoot && { uid: 65_534, cli: path.join(copy, "cli.js") }) });
        assert.equal(status, 0);
        assert.deepEqual(reasonsOf(report), ["closed: the folder could not be listed: permission denied", "closed.ts: permission denied"]);
        assert.deepEqual(report.findings.map(({ path: file }) => file), ["open.ts"]);
      } finally {
        fs.chmodSync(path.join(folder, "closed"), 0o755);
      }
    }));

  it("is a file that is gone, or is no file any more, when its turn comes", () =>
    withFolder({}, (top) => {
      const folder = path.join(top, "app");
      writeFiles(folder, { "a.ts": unusedSuppression, "b/c.ts": unusedSuppression, "d.ts": unusedSuppression, "z.ts": unusedSuppression });
      const preload = path.join(top, "vanish.cjs");
      // What another program does between the listing and the reading.
      fs.writeFileSync(
        preload,
        `const fs = require("fs");
const open = fs.openSync;
fs.openSync = (file, ...rest) => {
  if (String(file).endsWith("a.ts")) {
    fs.rmSync(${JSON.stringify(path.join(folder, "d.ts"))}, { force: true });
    fs.rmSync(${JSON.stringify(path.join(folder, "b"))}, { recursive: true, force: true });
    fs.writeFileSync(${JSON.stringify(path.join(folder, "b"))}, "");
  }
  return open(file, ...rest);
};`,
      );
      const { status, report } = auditJson([folder], { node: ["--require", preload] });
      assert.equal(status, 0);
      assert.deepEqual(reasonsOf(report), ["b/c.ts: disappeared while being read", "d.ts: disappeared while being read"]);
      assert.deepEqual(report.findings.map(({ path: file }) => file), ["a.ts", "z.ts"]);
    }));

  it("gives the same with git and without", () =>
    withFolder({ ".gitignore": "out/\n", "out/Dockerfile": rootDockerfile, Dockerfile: rootDockerfile, "a.ts": unusedSuppression.replaceAll("\n", "\r\n"), "b.ts": `\uFEFF${unusedSuppression}` }, (folder) => {
      const without = auditJson([folder]).stdout;
      execFileSync("git", ["init", "--quiet"], { cwd: folder });
      execFileSync("git", ["add", "--force", "."], { cwd: folder });
      assert.equal(auditJson([folder]).stdout, without);
      assert.deepEqual((JSON.parse(without) as JsonReport).findings.map(({ path: file }) => file), ["Dockerfile", "a.ts", "b.ts"]);
    }));
});
