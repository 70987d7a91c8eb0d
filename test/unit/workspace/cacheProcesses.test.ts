import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { auditJson, buildOnce, cli, run } from "../cli/builtCli.ts";
import { variedFiles, withCachedFolder, type CachedFolder } from "./cachedAudit.ts";

const many = { ...variedFiles, ".marketlint.yml": "rules: { container-runs-as-root: warning }\n", ...Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`many/${at}.ts`, `res.cookie("a${at}", a);\n`])) };

interface Running {
  readonly ended: Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }>;
  kill(): void;
}

function start({ root, folder }: CachedFolder, ...more: string[]): Running {
  const child = spawn(process.execPath, [cli, "audit", root, "--format", "json", "--cache-folder", folder, ...more], { cwd: root });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (part) => (stdout += String(part)));
  child.stderr.on("data", (part) => (stderr += String(part)));
  return {
    ended: new Promise((resolve) => child.on("close", (status) => resolve({ status, stdout, stderr }))),
    kill: () => child.kill("SIGKILL"),
  };
}

const without = ({ root }: CachedFolder): string => run(["audit", root, "--format", "json", "--no-cache"], { cwd: root }).stdout;

describe("the cache of audits in processes", function () {
  this.timeout(120_000);
  before(buildOnce);

  it("is used and kept unless --no-cache says otherwise, in the folder of --cache-folder or of the user", () =>
    withCachedFolder({ Dockerfile: "FROM a:1\n" }, ({ root, folder }) => {
      const env = { XDG_CACHE_HOME: folder };
      run(["audit", "--no-cache"], { cwd: root, env });
      assert.deepEqual(fs.readdirSync(folder), []);
      run(["audit"], { cwd: root, env });
      assert.deepEqual(fs.readdirSync(folder), ["marketlint"]);
      assert.equal(fs.readdirSync(path.join(folder, "marketlint")).length, 1);
      run(["audit", "--cache-folder", path.join(folder, "a/b")], { cwd: root, env });
      assert.equal(fs.readdirSync(path.join(folder, "a/b")).length, 1);
      assert.equal(fs.statSync(path.join(folder, "a/b")).mode & 0o077, 0);
      return Promise.resolve();
    }));

  it("goes without where there is no home and no right to write, and says so only when asked", () =>
    withCachedFolder({ Dockerfile: "FROM a:1\n" }, ({ root, folder }) => {
      const file = path.join(folder, "file");
      fs.writeFileSync(file, "");
      const quiet = run(["audit"], { cwd: root, env: { XDG_CACHE_HOME: file, HOME: file } });
      assert.deepEqual([quiet.stderr, run(["audit"], { cwd: root, env: { HOME: "", XDG_CACHE_HOME: "" } }).stderr], ["", ""]);
      const asked = run(["audit"], { cwd: root, env: { XDG_CACHE_HOME: file, NODE_DEBUG: "marketlint" } });
      assert.match(asked.stderr, /the cache was not written/);
      assert.equal(asked.stdout, quiet.stdout);
      return Promise.resolve();
    }));

  it("holds through fixes: a file that was fixed is read again", () =>
    withCachedFolder(variedFiles, ({ root, folder }) => {
      const options = { cwd: root };
      run(["audit", "--cache-folder", folder], options);
      auditJson(["--fix", "--cache-folder", folder], options);
      assert.equal(auditJson(["--cache-folder", folder], options).stdout, auditJson(["--no-cache"], options).stdout);
      return Promise.resolve();
    }));

  it("gives four audits at a time the same right result", () =>
    withCachedFolder(many, async (folders) => {
      const right = without(folders);
      for (let round = 0; round < 2; round++) {
        const ended = await Promise.all(Array.from({ length: 4 }, () => start(folders).ended));
        for (const { stdout, stderr } of ended) assert.deepEqual([stdout, stderr], [right, ""]);
      }
      assert.equal(fs.readdirSync(folders.folder).length, 1);
    }));

  it("is right after audits that were killed at ten moments, and none leaves half a report", () =>
    withCachedFolder(many, async (folders) => {
      const right = without(folders);
      const began = Date.now();
      await start(folders).ended;
      const longest = Date.now() - began;
      for (let moment = 1; moment <= 10; moment++) {
        fs.appendFileSync(path.join(folders.root, "many/0.ts"), "\n");
        if (moment % 2 === 0) fs.rmSync(folders.folder, { recursive: true, force: true });
        const report = path.join(folders.folder, "..", `${path.basename(folders.folder)}-${moment}.json`);
        const audit = start(folders, "--output", report);
        setTimeout(() => audit.kill(), (longest * moment) / 10);
        await audit.ended;
        if (fs.existsSync(report)) assert.ok(JSON.parse(fs.readFileSync(report, "utf8")), "a report is whole or not there");
        fs.rmSync(report, { force: true });
      }
      const { status, stdout, stderr } = await start(folders).ended;
      assert.deepEqual([status, stdout, stderr], [1, right, ""]);
    }));
});
