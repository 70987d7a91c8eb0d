import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** What the script, the generator and a run of the rule's tests read. */
const needed = ["server", "scripts", "test/unit/rules", "README.md", "package.json", "tsconfig.json", ".mocharc.json"];

interface Run {
  readonly status: number | null;
  readonly output: string;
}

describe("npm run new-rule", () => {
  let copy: string;
  before(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-new-rule-"));
    for (const part of needed) fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    fs.symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"), "dir");
  });
  after(() => fs.rmSync(copy, { recursive: true, force: true }));

  function run(command: string, ...args: string[]): Run {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: copy, encoding: "utf8" });
    return { status, output: stdout + stderr };
  }
  const newRule = (...args: string[]): Run => run(path.join(copy, "scripts/new-rule.mjs"), ...args);
  const rule = "server/rules/transport/plain-http-accepted.ts";

  it("refuses a concern that does not exist and names those that do", () => {
    const { status, output } = newRule("cokies", "plain-http-accepted");
    assert.equal(status, 2);
    assert.match(output, /no concern "cokies"\. The concerns are secrets, cookies, /);
    assert.doesNotMatch(output, /marketlint/);
  });

  for (const id of ["PlainHttp", "plain_http_accepted", "http", "plain-http-", "../plain-http", "1-http"]) {
    it(`refuses the id ${id}`, () => {
      const { status, output } = newRule("transport", id);
      assert.equal(status, 2);
      assert.ok(output.includes(`"${id}" is no rule id.`), output);
    });
  }

  it("refuses an id that another concern has", () => {
    const { status, output } = newRule("cookies", "forge-egress-wildcard");
    assert.equal(status, 2);
    assert.match(output, /already: server\/rules\/scopes\/forge-egress-wildcard\.ts/);
  });

  it("refuses ids that are kept for suppression comments", () => {
    assert.equal(newRule("transport", "suppression-too-broad").status, 2);
  });

  for (const args of [[], ["transport"], ["transport", "plain-http-accepted", "more"]]) {
    it(`says how it is used with ${args.length} arguments`, () => {
      const { status, output } = newRule(...args);
      assert.equal(status, 2);
      assert.match(output, /^Usage: npm run new-rule -- CONCERN RULE-ID/);
    });
  }

  it("wrote nothing so far", () => {
    assert.ok(!fs.existsSync(path.join(copy, rule)));
  });

  it("writes a rule and its test, and puts the rule into the catalogue", () => {
    const { status, output } = newRule("transport", "plain-http-accepted");
    assert.equal(status, 0, output);
    assert.match(fs.readFileSync(path.join(copy, rule), "utf8"), /id: "plain-http-accepted"[^]*concern: "transport"/);
    assert.ok(fs.existsSync(path.join(copy, "test/unit/rules/transport/plain-http-accepted.test.ts")));
    assert.match(fs.readFileSync(path.join(copy, "server/rules/catalogue.ts"), "utf8"), /transport\/plain-http-accepted\.ts/);
    assert.match(fs.readFileSync(path.join(copy, "server/rules/ruleIds.ts"), "utf8"), /"plain-http-accepted"/);
  });

  it("does not overwrite what it wrote", () => {
    assert.equal(newRule("transport", "plain-http-accepted").status, 2);
  });

  it("makes a rule that runs, and tests that fail for what is left to write alone", function () {
    this.timeout(60_000);
    const mocha = path.join(root, "node_modules/mocha/bin/mocha.js");
    const specs = ["test/unit/rules/examples.test.ts", "test/unit/rules/transport/plain-http-accepted.test.ts"];
    const { output } = run(mocha, "--reporter", "json", "--grep", "plain-http-accepted", ...specs);
    assert.match(output, /"stats"/);
    const report = JSON.parse(output.slice(output.indexOf("{"))) as { passes: unknown[]; failures: { title: string; err: { message: string } }[] };
    assert.deepEqual(report.failures.map(({ title }) => title).sort(), ["has nothing left to fill in", "says in one sentence what is wrong"]);
    assert.match(report.failures.map(({ err }) => err.message).join("\n"), /documentation\.wrong[^]*examples\.bad\.0\.name/);
    assert.ok(report.passes.length >= 14, `${report.passes.length} passed`);
  });
});
