import assert from "node:assert/strict";
import { neededBy, type LockFile } from "../../../../server/languages/dependencies/lockFile.ts";
import { readLock } from "../../../../server/languages/dependencies/lockSyntax.ts";
import { growsInStraightLine } from "../../growth.ts";

const npm3 = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    "": { dependencies: { a: "^1.0.0", own: "*" } },
    "packages/own": { dependencies: { b: "1" } },
    "node_modules/own": { resolved: "packages/own", link: true },
    "node_modules/a": { version: "1.0.0", resolved: "https://r.example/a/-/a-1.0.0.tgz", integrity: "sha512-00", dependencies: { b: "2" }, license: "MIT" },
    "node_modules/a/node_modules/b": { version: "2.0.0", deprecated: "gone" },
    "node_modules/b": { version: "1.0.0" },
    "node_modules/c": { version: "1.0.0", resolved: "git+ssh://git@git.example/c.git#0" },
  },
});
const npm1 = JSON.stringify({
  lockfileVersion: 1,
  dependencies: { a: { version: "1.0.0", requires: { b: "2" }, dependencies: { b: { version: "2.0.0", deprecated: "gone" } } }, b: { version: "1.0.0" }, c: { version: "git+ssh://git@git.example/c.git#0" } },
});
const pnpm9 = "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.0.0(b@2.0.0)\n      own:\n        specifier: workspace:*\n        version: link:packages/own\n  packages/own:\n    devDependencies:\n      b:\n        specifier: '1'\n        version: 1.0.0\npackages:\n  a@1.0.0:\n    resolution: {integrity: sha512-00}\n  b@1.0.0:\n    resolution: {integrity: sha512-00}\n  b@2.0.0:\n    resolution: {integrity: sha512-00}\n    deprecated: gone\nsnapshots:\n  a@1.0.0(b@2.0.0):\n    dependencies:\n      b: 2.0.0\n  b@1.0.0: {}\n  b@2.0.0: {}\n";
const pnpm6 = "lockfileVersion: '6.0'\ndependencies:\n  a:\n    specifier: ^1.0.0\n    version: 1.0.0(b@2.0.0)\npackages:\n  /a@1.0.0(b@2.0.0):\n    resolution: {integrity: sha512-00}\n    dependencies:\n      b: 2.0.0\n  /b@2.0.0:\n    resolution: {integrity: sha512-00}\n    deprecated: gone\n";
const pnpm5 = "lockfileVersion: 5.4\nspecifiers:\n  a: ^1.0.0\ndependencies:\n  a: 1.0.0_b@2.0.0\npackages:\n  /a/1.0.0_b@2.0.0:\n    resolution: {integrity: sha512-00}\n    dependencies:\n      b: 2.0.0\n  /b/2.0.0:\n    resolution: {integrity: sha512-00}\n    deprecated: gone\n";
const classic = '# yarn lockfile v1\n\n\n"@s/a@^1.0.0", "@s/a@^1.0.1":\n  version "1.0.1"\n  resolved "https://r.example/@s/a/-/a-1.0.1.tgz#0"\n  integrity sha512-00\n  dependencies:\n    "@s/b" ">= 2.0.0 < 3"\n    c "npm:real@^1"\n\n"@s/b@>= 2.0.0 < 3":\n  version "2.0.0"\n  resolved "https://r.example/@s/b/-/b-2.0.0.tgz#0"\n\n"c@npm:real@^1":\n  version "1.2.3"\n  resolved "https://r.example/real/-/real-1.2.3.tgz#0"\n';
const berry = '__metadata:\n  version: 8\n\n"a@npm:^1.0.0, a@npm:^1.0.1":\n  version: 1.0.1\n  resolution: "a@npm:1.0.1"\n  dependencies:\n    b: "npm:^2.0.0"\n\n"b@npm:^2.0.0":\n  version: 2.0.0\n  resolution: "b@npm:2.0.0"\n\n"shop@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "shop@workspace:."\n  dependencies:\n    a: "npm:^1.0.0"\n';
const composer = JSON.stringify({ packages: [{ name: "v/a", version: "v1.0.0", require: { php: ">=8.2", "v/b": "^2" }, license: ["MIT"] }], "packages-dev": [{ name: "v/b", version: "2.0.0", abandoned: true }] });

/** Ids that one dependency needs, as names and versions, sorted. */
function below(lock: LockFile, name: string, specifier: string, project = ""): string[] {
  const id = lock.resolve(project, name, specifier);
  return id === undefined ? [] : [...neededBy(lock, [id])].map((one) => `${lock.packages.get(one)?.name ?? "?"} ${lock.packages.get(one)?.version ?? "?"}`).sort();
}

describe("lock files", () => {
  const cases: [string, string, string, string, string, string[]][] = [
    ["npm 3", "package-lock.json", npm3, "a", "^1.0.0", ["a 1.0.0", "b 2.0.0"]],
    ["npm 1", "npm-shrinkwrap.json", npm1, "a", "^1.0.0", ["a 1.0.0", "b 2.0.0"]],
    ["pnpm 9", "pnpm-lock.yaml", pnpm9, "a", "^1.0.0", ["a 1.0.0", "b 2.0.0"]],
    ["pnpm 6", "pnpm-lock.yaml", pnpm6, "a", "^1.0.0", ["a 1.0.0", "b 2.0.0"]],
    ["pnpm 5", "pnpm-lock.yaml", pnpm5, "a", "^1.0.0", ["a 1.0.0", "b 2.0.0"]],
    ["yarn 1", "yarn.lock", classic, "@s/a", "^1.0.1", ["@s/a 1.0.1", "@s/b 2.0.0", "real 1.2.3"]],
    ["yarn 4", "yarn.lock", berry, "a", "^1.0.1", ["a 1.0.1", "b 2.0.0"]],
    ["composer", "composer.lock", composer, "v/a", "^1.0", ["v/a 1.0.0", "v/b 2.0.0"]],
  ];
  for (const [name, file, text, dependency, specifier, wanted] of cases) {
    it(`of ${name} say what is installed`, () => assert.deepEqual(below(readLock(file, text), dependency, specifier), wanted));
  }

  it("know members of a workspace, and do not take them for packages", () => {
    for (const lock of [readLock("package-lock.json", npm3), readLock("pnpm-lock.yaml", pnpm9)]) {
      assert.deepEqual(lock.projects, ["", "packages/own"]);
      assert.equal(lock.resolve("", "own", "*"), undefined);
      assert.deepEqual(below(lock, "b", "1", "packages/own"), ["b 1.0.0"]);
    }
  });

  it("say what is given up, and what no registry gives", () => {
    for (const [, file, text] of cases.slice(0, 5)) {
      const lock = readLock(file, text);
      assert.deepEqual([...lock.packages.values()].filter(({ deprecated }) => deprecated === "gone").map(({ name, version }) => `${name} ${version}`), ["b 2.0.0"]);
    }
    assert.equal(readLock("package-lock.json", npm3).packages.get("node_modules/c")?.fromRegistry, false);
    assert.equal(readLock("package-lock.json", npm1).packages.get("node_modules/c")?.fromRegistry, false);
  });

  it("that are broken or strange are refused, and never throw anything else", () => {
    for (const file of ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "composer.lock", "bun.lock"]) {
      for (const text of ["", "{", "null", "[]", "a: [", '{"packages":{"node_modules/a":null,"":5}}', '{"packages":[null,5]}', "packages:\n  /: 5\n  x@: {}\nsnapshots: 5\n", "__proto__:\n  version 1\n", "__metadata:\na@b:\n"]) {
        try {
          readLock(file, text).resolve("", "toString", "*");
        } catch (error) {
          assert.equal((error as Error).name, "NotAnalysable", `${file}: ${text}`);
        }
      }
    }
  });

  it("of yarn 1 are read in time in proportion to their length", () =>
    growsInStraightLine("a lock file of yarn 1", (size) => readLock("yarn.lock", `${" ".repeat(size)}"${"a ".repeat(size)}\n${classic.repeat(size)}`), 200));
});
