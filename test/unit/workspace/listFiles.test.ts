import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { isLeftOut, listFiles } from "../../../server/workspace/listFiles.ts";
import { withFolder, writeFiles } from "./folder.ts";

const gitFor = (folder: string) => (...parameters: string[]): string =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main", ...parameters], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

const tree = {
  ".gitignore": "*.log\n/build/\n!keep.log\ntmp/\n",
  "a.ts": "",
  "x.log": "",
  "keep.log": "",
  "build/out.js": "",
  "src/build/in.js": "",
  "src/.gitignore": "!x.log\nsecret.ts\n",
  "src/x.log": "",
  "src/secret.ts": "",
  "src/deep/secret.ts": "",
  "src/tmp/a.ts": "",
  "with space/ünï.ts": "",
};
const expected = [".gitignore", "a.ts", "keep.log", "src/.gitignore", "src/build/in.js", "src/x.log", "with space/ünï.ts"];

describe("listFiles", () => {
  it("follows .gitignore files the way git does, nested ones included", () =>
    withFolder(tree, async (folder) => {
      const git = gitFor(folder);
      git("init");
      const listed = git("-c", "core.excludesFile=", "ls-files", "-zco", "--exclude-standard").split("\0").filter(Boolean).sort();
      assert.deepEqual((await listFiles(folder)).files, listed);
      assert.deepEqual(listed, expected);
    }));

  it("lists the same without git, and with everything committed", () =>
    withFolder(tree, async (folder) => {
      assert.deepEqual((await listFiles(folder)).files, expected);
      const git = gitFor(folder);
      git("init");
      git("add", "--force", ".");
      assert.deepEqual((await listFiles(folder)).files, expected);
    }));

  it("reads the patterns above the root, up to the top of the repository, and .git/info/exclude", () =>
    withFolder({ ".gitignore": "*.out\n/app/gen\n", "app/a.out": "", "app/gen/a.ts": "", "app/a.ts": "", "app/b.ts": "" }, async (folder) => {
      const app = path.join(folder, "app");
      assert.deepEqual((await listFiles(app)).files, ["a.out", "a.ts", "b.ts", "gen/a.ts"]);
      gitFor(folder)("init");
      assert.deepEqual((await listFiles(app)).files, ["a.ts", "b.ts"]);
      writeFiles(folder, { ".git/info/exclude": "b.ts\n" });
      assert.deepEqual((await listFiles(app)).files, ["a.ts"]);
    }));

  it("finds the repository's excludes from a work tree", () =>
    withFolder({ "main/a.ts": "", "main/b.ts": "" }, async (folder) => {
      const git = gitFor(path.join(folder, "main"));
      git("init");
      git("add", ".");
      git("commit", "-m", "one");
      git("worktree", "add", "../tree");
      writeFiles(folder, { "main/.git/info/exclude": "b.ts\n" });
      assert.deepEqual((await listFiles(path.join(folder, "tree"))).files, ["a.ts"]);
    }));

  it("lists a folder that its repository ignores when it is asked for", () =>
    withFolder({ ".gitignore": "*\n", "app/a.ts": "" }, async (folder) => {
      gitFor(folder)("init");
      assert.deepEqual((await listFiles(path.join(folder, "app"))).files, ["a.ts"]);
    }));

  it("leaves out others' code, tools' output and data without a .gitignore", () =>
    withFolder(
      { "node_modules/a/i.js": "", "x/vendor/a.php": "", "a.min.js": "", "a.js.map": "", "package-lock.json": "", "i.png": "", "f.woff2": "", "dist/a.js": "", ".env": "" },
      async (folder) => {
        const { files, data } = await listFiles(folder);
        assert.deepEqual(files, [".env", "dist/a.js"]);
        assert.equal(data, 2);
      },
    ));

  it("does not follow links, so that a loop ends", () =>
    withFolder({ "a/b.ts": "" }, async (folder) => {
      fs.symlinkSync("..", path.join(folder, "a/up"));
      fs.symlinkSync("b.ts", path.join(folder, "a/also.ts"));
      fs.symlinkSync("self", path.join(folder, "self"));
      assert.deepEqual((await listFiles(folder)).files, ["a/b.ts"]);
    }));

  it("lists a folder that is gone with the reason", () =>
    withFolder({}, async (folder) => {
      assert.deepEqual(await listFiles(path.join(folder, "none")), {
        files: [],
        unreadable: [{ path: ".", reason: "the folder could not be listed: disappeared while being read" }],
        data: 0,
      });
    }));

  it("says the same of single files", () =>
    withFolder(tree, (folder) => {
      const files = Object.keys(tree).filter((file) => !isLeftOut(folder, file)).sort();
      assert.deepEqual(files, expected);
      assert.equal(isLeftOut(folder, "node_modules/a/index.js"), true);
    }));

  it("does not spend its time on hostile patterns and folders", () =>
    withFolder({ ".gitignore": `${"**/a/".repeat(8)}b\n${"*a".repeat(200)}\n*.log\n`, [`${"a/".repeat(80)}x.ts`]: "", "a.log": "" }, async (folder) => {
      const { files, unreadable } = await listFiles(folder);
      assert.deepEqual(files, [".gitignore"]);
      assert.deepEqual(unreadable, [{ path: Array(65).fill("a").join("/"), reason: "more than 64 folders deep" }]);
    }));

  it("ends when it is told to", () =>
    withFolder({ "a.ts": "" }, (folder) => assert.rejects(listFiles(folder, { signal: AbortSignal.abort() }), { name: "AbortError" })));
});
