import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { withFolder, writeFiles } from "../workspace/folder.ts";
import { buildOnce, run } from "./builtCli.ts";

describe("wrong usage", function () {
  this.timeout(60_000);
  before(buildOnce);

  for (const [name, parameters, message] of [
    ["an unknown option", ["audit", "--colour"], /--colour/],
    ["an unknown command", ["audti"], /audti/],
    ["no command", [], /Usage: marketlint/],
    ["an unknown format", ["audit", "--format", "xml"], /--format.*xml/],
    ["an option without its value", ["audit", "--output"], /--output/],
    ["an unknown severity", ["audit", "--fail-on", "fatal"], /--fail-on.*fatal/],
    ["an unknown marketplace", ["audit", "--marketplace", "atlasian"], /--marketplace.*atlasian.*"atlassian"/],
    ["an unknown rule", ["audit", "--rule", "container-runs-as-rot"], /--rule.*"container-runs-as-root"/],
    ["an empty rule", ["audit", "--rule", ","], /--rule/],
    ["a path that is not there", ["audit", "nowhere"], /PATH: "nowhere" does not exist/],
    ["one such path of two", ["audit", ".", "nowhere"], /PATH: "nowhere"/],
    ["a shard of none", ["audit", "--shard", "0/3"], /--shard/],
    ["a shard beyond the last", ["audit", "--shard", "4/3"], /--shard/],
    ["a shard that is no shard", ["audit", "--shard", "1"], /--shard/],
    ["no threads", ["audit", "--threads", "0"], /--threads/],
    ["threads that are no number", ["audit", "--threads", "many"], /--threads/],
    ["standard input without a name", ["audit", "--stdin"], /--stdin-filename/],
    ["a name without standard input", ["audit", "--stdin-filename", "a.ts"], /--stdin/],
    ["standard input and a path", ["audit", "--stdin", "--stdin-filename", "a.ts", "."], /--stdin/],
    ["standard input and fixing", ["audit", "--stdin", "--stdin-filename", "a.ts", "--fix"], /--fix/],
    ["a baseline that is not there", ["audit", "--baseline", "none.json"], /--baseline: none\.json does not exist/],
    ["a baseline that is none", ["audit", "--baseline", "broken.json"], /--baseline: broken\.json/],
    ["output into no folder", ["audit", "--output", "none/report.txt"], /--output/],
    ["output over a folder", ["audit", "--output", "folder"], /--output.*folder/],
    ["a baseline into no folder", ["audit", "--write-baseline", "none/b.json"], /--write-baseline/],
    ["changes since nothing", ["audit", "--changed-since", "nowhere"], /--changed-since.*nowhere/],
    ["changes since an option", ["audit", "--changed-since=--exec=x"], /--changed-since/],
    ["explaining nothing", ["explain"], /RULE/],
    ["explaining what is no rule", ["explain", "cookie-mising-secure"], /RULE.*"cookie-missing-secure"/],
    ["requirements of none", ["requirements", "--marketplace", "x"], /--marketplace/],
    ["a language server without a transport", ["lsp"], /--stdio/],
  ] as const) {
    it(`ends with 2 and names it: ${name}`, () =>
      withFolder({ "broken.json": "{", "folder/a.txt": "" }, (cwd) => {
        const { status, stdout, stderr } = run(parameters, { cwd });
        assert.equal(status, 2, stderr);
        assert.match(stderr, message);
        assert.equal(stdout, "");
        assert.doesNotMatch(stderr, /\n +at /, "a message, not a stack");
      }));
  }

  it("help and version end with 0", () => {
    const { version } = JSON.parse(fs.readFileSync("package.json", "utf8")) as { version: string };
    assert.deepEqual(run(["--version"]), { status: 0, stdout: `${version}\n`, stderr: "" });
    for (const parameters of [["--help"], ["audit", "--help"], ["help", "audit"]]) {
      const { status, stdout } = run(parameters);
      assert.equal(status, 0);
      assert.match(stdout, /Usage: marketlint/);
    }
    const help = run(["audit", "--help"]).stdout;
    for (const option of ["format", "output", "marketplace", "rule", "fail-on", "fix", "baseline", "write-baseline", "changed-since", "no-cache", "threads", "shard", "stdin", "stdin-filename", "quiet"]) {
      assert.match(help, new RegExp(` --${option}[ \\n]`), option);
    }
  });
});

describe("lists", function () {
  this.timeout(60_000);
  before(buildOnce);

  it("rules have the keys of the contract", () => {
    const { status, stdout } = run(["rules", "--format", "json"]);
    assert.equal(status, 0);
    const rules = JSON.parse(stdout) as Record<string, unknown>[];
    for (const rule of rules) {
      for (const key of ["id", "title", "concern", "severity", "languages", "fixable", "requirements", "cwe", "docs"]) assert.ok(key in rule, key);
      assert.ok(fs.existsSync(`docs/rules/${String(rule.id)}.md`), String(rule.id));
    }
    const lines = run(["rules"]).stdout.trimEnd().split("\n");
    assert.deepEqual(lines.map((line) => line.split(" ")[0]), rules.map(({ id }) => id));
  });

  it("requirements have the keys of the contract, of all marketplaces or of some", () => {
    const all = JSON.parse(run(["requirements", "--format", "json"]).stdout) as { id: string; marketplace: string }[];
    for (const requirement of all) {
      assert.deepEqual(Object.keys(requirement), ["id", "marketplace", "clause", "word", "check", "rules", "evidence", "source"]);
    }
    const some = JSON.parse(run(["requirements", "--marketplace", "akeneo", "superoffice", "--format", "json"]).stdout) as { id: string }[];
    assert.deepEqual(some, all.filter(({ marketplace }) => marketplace === "akeneo" || marketplace === "superoffice"));
    assert.ok(run(["requirements"]).stdout.includes("atlassian/"));
  });

  it("explains a rule with its page", () => {
    const { status, stdout } = run(["explain", "container-runs-as-root"]);
    assert.equal(status, 0);
    assert.match(stdout, /^container-runs-as-root\n|^# container-runs-as-root\n/);
    assert.match(stdout, /marketlint-disable-next-line container-runs-as-root -- /);
  });

  it("init writes a configuration for what it finds, which holds, and never over another", () =>
    withFolder({ "package.json": '{ "dependencies": { "@superoffice/webapi": "^1.0.0" } }' }, (cwd) => {
      const first = run(["init"], { cwd });
      assert.deepEqual([first.status, first.stderr], [0, ""]);
      const text = fs.readFileSync(path.join(cwd, ".marketlint.yml"), "utf8");
      assert.match(text, /^marketplaces: \[superoffice\]$/m);
      // Every comment that shows a key is right once its mark is taken away.
      writeFiles(cwd, { "all/.marketlint.yml": text.replace(/^# (?=(?: {2}|[a-z]+:( |$)))/gm, "").replace(/^ {2}superoffice: .*$/m, "") });
      const audit = run(["audit", "--format", "json"], { cwd });
      assert.equal(audit.status, 0, audit.stderr + audit.stdout);
      const again = run(["init"], { cwd });
      assert.equal(again.status, 2);
      assert.match(again.stderr, /\.marketlint\.yml/);
      assert.equal(fs.readFileSync(path.join(cwd, ".marketlint.yml"), "utf8"), text);
    }));
});
