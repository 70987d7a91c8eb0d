import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { AuditResult } from "../../../server/workspace/audit.ts";
import { fixFiles } from "../../../server/workspace/fixFiles.ts";
import { neighboursBelow } from "../../../server/workspace/neighbourFiles.ts";
import { cached, plain, tableOf, withCachedFolder, type CachedFolder } from "./cachedAudit.ts";
import { withFolder, writeFiles, type Files } from "./folder.ts";

const scopes = (...names: readonly string[]): string =>
  `app:\n  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555\nmodules:\n  jira:issuePanel:\n    - key: panel\n      resource: main\n      title: Panel\n      function: run\n  function:\n    - key: run\n      handler: index.run\npermissions:\n  scopes:\n${names.map((name) => `    - ${name}\n`).join("")}`;
const head = 'import api, { route } from "@forge/api";\n';
const whoAmI = `${head}export const run = () => api.asUser().requestJira(route\`/rest/api/3/myself\`);\n`;
const makeProject = `${head}export const make = () => api.asUser().requestJira(route\`/rest/api/3/project\`, { method: "POST" });\n`;

const files: Files = {
  "manifest.yml": scopes("read:jira-user", "write:jira-work"),
  "package.json": '{ "dependencies": { "@forge/api": "1" } }',
  "src/index.js": whoAmI,
  "src/make.js": makeProject,
};

const rules = new Set(["scope-missing", "scope-unused"]);

function linesOf({ findings }: AuditResult): string[] {
  return findings.map(({ path: file, region, rule, suppression }) => `${file}:${region.start.line + 1} ${rule}${suppression ? " accepted" : ""}`);
}

/** Entries count as old only some seconds after the files were written. */
const later = (folders: CachedFolder): Parameters<typeof cached>[1] => ({ cache: { folder: folders.folder, engine: "test", opened: Date.now() + 10_000 } });

describe("an audit across files", () => {
  const all = ["manifest.yml:13 scope-missing", "manifest.yml:15 scope-unused"];

  it("reports in the file that is to be changed", () =>
    withCachedFolder(files, async (folders) => assert.deepEqual(linesOf(await plain(folders, { only: rules })), all)));

  it("of a part sees the facts of the whole, and reports on the part", () =>
    withCachedFolder(files, async (folders) => {
      assert.deepEqual(linesOf(await plain(folders, { only: rules, paths: ["manifest.yml"] })), all);
      assert.deepEqual(linesOf(await plain(folders, { only: rules, paths: ["src"] })), []);
      const shards = await Promise.all([1, 2, 3].map((index) => plain(folders, { only: rules, shard: { index, count: 3 } })));
      assert.deepEqual(shards.flatMap(linesOf), all);
    }));

  it("takes the texts of open documents", () =>
    withCachedFolder(files, async (folders) => {
      const overlay = (file: string): string | undefined => (file === "src/make.js" ? "export {};\n" : undefined);
      assert.deepEqual(linesOf(await plain(folders, { only: rules, overlay })), ["manifest.yml:15 scope-unused"]);
    }));

  it("is accepted by comments, and says which are not needed", () =>
    withCachedFolder(files, async (folders) => {
      const text = scopes("read:jira-user", "write:jira-work").replace("    - read", "    # marketlint-disable-next-line scope-unused -- to be\n    - read").replace("    - write", "    # marketlint-disable-next-line scope-unused -- kept for a customer\n    - write");
      writeFiles(folders.root, { "manifest.yml": text });
      const found = linesOf(await plain(folders));
      assert.deepEqual(found.filter((line) => /scope-unused|suppression/.test(line)), ["manifest.yml:14 suppression-unused", "manifest.yml:17 scope-unused accepted"]);
    }));

  it("keeps what it found: an unchanged audit runs nothing again", () =>
    withCachedFolder(files, async (folders) => {
      await cached(folders);
      const first = await cached(folders, later(folders));
      const table = tableOf(folders);
      assert.ok(table.across);
      assert.deepEqual(await cached(folders, later(folders)), first);
      assert.deepEqual(tableOf(folders), table);
    }));

  it("forgets what it found when any file changes, comes or goes", () =>
    withCachedFolder(files, async (folders) => {
      await cached(folders, { ...later(folders), only: rules });
      for (const change of [
        () => writeFiles(folders.root, { "src/make.js": "export {};\n" }),
        () => writeFiles(folders.root, { "src/new.js": makeProject }),
        () => fs.rmSync(path.join(folders.root, "src/new.js")),
        () => writeFiles(folders.root, { "manifest.yml": scopes("read:jira-user") }),
      ]) {
        change();
        assert.deepEqual(linesOf(await cached(folders, { ...later(folders), only: rules })), linesOf(await plain(folders, { only: rules })));
      }
    }));

  it("analyses a file again whose neighbour changed", () =>
    withCachedFolder({ ...files, "src/paths.js": 'export const path = "/rest/api/3/myself";\n' }, async (folders) => {
      writeFiles(folders.root, { "src/index.js": `import api, { assumeTrustedRoute } from "@forge/api";\nimport { path } from "./paths.js";\nexport const run = () => api.asUser().requestJira(assumeTrustedRoute(path));\n` });
      const only = { only: new Set(["scope-unused"]) };
      const before = linesOf(await cached(folders, { ...later(folders), ...only }));
      writeFiles(folders.root, { "src/paths.js": 'export const path = "/rest/api/3/issue/X-1";\n' });
      const after = linesOf(await cached(folders, { ...later(folders), ...only }));
      assert.deepEqual(after, linesOf(await plain(folders, only)));
      assert.notDeepEqual(after, before);
    }));

  it("fixes leave what rules across files found to a person unless it is safe", () =>
    withCachedFolder(files, async (folders) => {
      const result = await plain(folders, { only: rules });
      assert.equal((await fixFiles({ root: folders.root, only: rules }, result)).fixes, 0);
    }));
});

describe("neighbours on the disk", () => {
  it("are the files below the root, but for links out of it, data, and the code of others", () =>
    withFolder({ "secret.ts": "export const s = 1;\n" }, (outside) =>
      withFolder({ "a.ts": "a", "b.bin.ts": Buffer.from([0, 1]), "node_modules/m/package.json": "{}", "node_modules/m/index.js": "1" }, (root) => {
        fs.symlinkSync(path.join(outside, "secret.ts"), path.join(root, "link.ts"));
        fs.symlinkSync(path.join(root, "a.ts"), path.join(root, "inside.ts"));
        const { read } = neighboursBelow(root, (file) => (file === "open.ts" ? "open" : undefined)).forOne();
        assert.deepEqual(["a.ts", "inside.ts", "open.ts", "node_modules/m/package.json"].map((file) => read(file)?.text), ["a", "a", "open", "{}"]);
        for (const file of ["link.ts", "b.bin.ts", "none.ts", "node_modules/m/index.js", "../x.ts", "/etc/passwd", "", "sub/../a.ts"]) assert.equal(read(file), undefined, file);
      }),
    ));
});
