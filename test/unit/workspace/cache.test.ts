import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { exampleSecrets } from "../../../server/rules/secrets/exampleTokens.ts";
import { entryFlags } from "../../../server/workspace/cache/cacheBytes.ts";
import type { AuditRequest } from "../../../server/workspace/audit.ts";
import { bytesIn, cached, engine, fileOf, plain, tableOf, tamper, variedFiles, withCachedFolder, type CachedFolder } from "./cachedAudit.ts";
import { rootDockerfile, unusedSuppression, writeFiles } from "./folder.ts";

const lie = (record: string): string => record.replaceAll('"message":"', '"message":"cached: ');
const messages = (result: { findings: readonly { message: string }[] }): string => result.findings.map(({ message }) => message).join("\n");

/** An audit for which all files are old. */
const later = ({ folder }: CachedFolder): Partial<AuditRequest> => ({ cache: { folder, engine, opened: Date.now() + 60_000 } });

describe("the cache of audits", () => {
  it("changes no result, whether it is empty, new or old", () =>
    withCachedFolder(variedFiles, async (folders) => {
      const without = await plain(folders);
      assert.ok(without.findings.length > 10 && without.notAnalysed.length > 3 && without.skippedBinary > 0);
      for (const state of ["empty", "new", "used"]) assert.deepEqual(await cached(folders), without, state);
      tamper(folders, (record) => record);
      assert.deepEqual(await cached(folders), without, "old");
    }));

  it("is used for files that are as they were", () =>
    withCachedFolder({ Dockerfile: rootDockerfile }, async (folders) => {
      assert.match(messages(await cached(folders)), /root/);
      tamper(folders, lie);
      assert.match(messages(await cached(folders)), /cached/);
    }));

  it("is used for files with other times and the same bytes, once more for the time that they have then", () =>
    withCachedFolder({ Dockerfile: rootDockerfile }, async (folders) => {
      await cached(folders);
      tamper(folders, lie);
      fs.utimesSync(path.join(folders.root, "Dockerfile"), 1, 1);
      for (let round = 0; round < 2; round++) assert.match(messages(await cached(folders)), /cached/);
      assert.equal(tableOf(folders).statuses[1], 1000);
    }));

  it("sees an edit that keeps size and time", () =>
    withCachedFolder({ Dockerfile: rootDockerfile, "a.ts": "const a = 1;\n".padEnd(unusedSuppression.length, " ") }, async (folders) => {
      const places = ["Dockerfile", "a.ts"].map((name) => path.join(folders.root, name));
      for (const place of places) fs.utimesSync(place, 1_000_000, 1_000_000);
      assert.equal((await cached(folders)).findings.length, 1);
      tamper(folders, (record) => record);
      writeFiles(folders.root, { Dockerfile: rootDockerfile.replace("COPY run .", "USER 65534"), "a.ts": unusedSuppression });
      for (const place of places) fs.utimesSync(place, 1_000_000, 1_000_000);
      const { findings } = await cached(folders);
      assert.deepEqual(findings.map(({ rule }) => rule), ["suppression-unused"]);
    }));

  it("does not trust the time of a file that was written while it was audited", () =>
    withCachedFolder({ "a.ts": unusedSuppression, "b.txt": "b" }, async (folders) => {
      await cached(folders);
      const { paths, flags } = tableOf(folders);
      assert.deepEqual(paths, ["a.ts", "b.txt"]);
      for (const bits of flags) assert.ok(bits & entryFlags.young);
    }));

  it("is of no use to another engine, and to other rules", () =>
    withCachedFolder({ Dockerfile: rootDockerfile }, async (folders) => {
      await cached(folders);
      tamper(folders, lie);
      const { folder } = folders;
      assert.doesNotMatch(messages(await cached(folders, { only: new Set(["container-runs-as-root"]) })), /cached/);
      assert.doesNotMatch(messages(await cached(folders, { cache: { folder, engine: "other" } })), /cached/);
      assert.equal(fs.readdirSync(folder).length, 2);
      assert.doesNotMatch(messages(await cached(folders, { cache: { folder, engine } })), /cached/, "the other engine's replaced it");
    }));

  it("serves every configuration: policy is applied behind it", () =>
    withCachedFolder(variedFiles, async (folders) => {
      await cached(folders);
      writeFiles(folders.root, { ".marketlint.yml": "rules: { container-runs-as-root: off, hardcoded-secret: information }\nmarketplaces: [akeneo]\n" });
      assert.deepEqual(await cached(folders), await plain(folders));
      const override = { marketplaces: ["superoffice" as const] };
      assert.deepEqual(await cached(folders, override), await plain(folders, override));
    }));

  it("keeps the files that a part of an audit did not look at", () =>
    withCachedFolder(variedFiles, async (folders) => {
      await cached(folders);
      const { paths } = tableOf(folders);
      for (const part of [{ paths: ["found"] }, { shard: { index: 2, count: 3 } }]) {
        assert.deepEqual(await cached(folders, part), await plain(folders, part));
        assert.deepEqual(tableOf(folders).paths, paths);
      }
    }));

  it("forgets files that are gone", () =>
    withCachedFolder(variedFiles, async (folders) => {
      await cached(folders);
      fs.rmSync(path.join(folders.root, "found"), { recursive: true });
      assert.deepEqual(await cached(folders), await plain(folders));
      assert.ok(!tableOf(folders).paths.some((file) => file.startsWith("found/")));
    }));

  it("knows the files of a root until a folder or a pattern changes", () =>
    withCachedFolder({ ...variedFiles, "a/b/c/nothing.txt": "", ".gitignore": "none\n", ".marketlint.yml": "rules: {}\n" }, async (folders) => {
      const { root } = folders;
      fs.mkdirSync(path.join(root, ".git"));
      const isKept = (): boolean => tableOf(folders).listing !== undefined;
      await cached(folders);
      assert.ok(!isKept(), "its folders were made a moment ago");
      const changes: (() => void)[] = [
        () => writeFiles(root, { "a/b/c/Dockerfile": rootDockerfile }),
        () => fs.rmSync(path.join(root, "a/b/c/Dockerfile")),
        () => writeFiles(root, { ".gitignore": "forge\n" }),
        () => writeFiles(root, { "found/.gitignore": "accepted\n" }),
        () => writeFiles(root, { "found/.gitignore": "*.ts\n" }),
        () => writeFiles(root, { ".marketlint.yml": "ignore: [odd]\n" }),
        () => writeFiles(root, { ".git/info/exclude": "Dockerfile\n" }),
        () => fs.rmSync(path.join(root, "found/.gitignore")),
        () => fs.rmSync(path.join(root, "nothing"), { recursive: true }),
      ];
      for (const change of changes) {
        for (const state of ["first", "used"]) assert.deepEqual(await cached(folders, later(folders)), await plain(folders), `${state} ${String(change)}`);
        assert.ok(isKept(), String(change));
        change();
        assert.deepEqual(await cached(folders), await plain(folders), String(change));
      }
    }));

  it("never holds the text of an open document", () =>
    withCachedFolder({ Dockerfile: rootDockerfile, "a.ts": "const a = 1;\n" }, async (folders) => {
      const overlay = (file: string): string | undefined => (file === "a.ts" ? unusedSuppression : undefined);
      assert.equal((await cached(folders, { overlay })).findings.length, 2);
      assert.equal(tableOf(folders).flags[1], entryFlags.young | entryFlags.listed);
      assert.equal((await cached(folders)).findings.length, 1);
      assert.equal((await cached(folders, { overlay })).findings.length, 2);
    }));

  it("holds no secret", () =>
    withCachedFolder(variedFiles, async (folders) => {
      const found = (await cached(folders)).findings.filter(({ rule }) => rule === "hardcoded-secret");
      assert.ok(found.length > 5);
      const written = bytesIn(folders.folder);
      for (const [secret, name] of exampleSecrets) {
        const from = Math.floor(secret.length * 0.6);
        for (const part of [secret, secret.slice(from, from + 10)]) assert.ok(!written.includes(part), name);
      }
    }));

  it("is rebuilt when it is damaged or cut off anywhere", () =>
    withCachedFolder(variedFiles, async (folders) => {
      const without = await cached(folders);
      const file = fileOf(folders);
      tamper(folders, lie);
      const whole = fs.readFileSync(file);
      for (let part = 0; part <= 12; part++) {
        const at = Math.min(whole.length - 1, Math.floor((whole.length * part) / 12));
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        for (const bytes of [damaged, whole.subarray(0, at)]) {
          fs.writeFileSync(file, bytes);
          assert.deepEqual(await cached(folders), without, `byte ${at}`);
          assert.ok(tableOf(folders).paths.length > 10, "rebuilt");
        }
      }
    })).timeout(60_000);

  it("is done without where it cannot be written", () =>
    withCachedFolder(variedFiles, async (folders) => {
      const without = await plain(folders);
      const file = path.join(folders.folder, "file");
      fs.writeFileSync(file, "");
      for (const folder of [file, path.join(file, "below"), "/proc/none"]) {
        assert.deepEqual(await cached({ ...folders, folder }), without, folder);
      }
    }));

  it("keeps what an interrupted audit had found", () =>
    withCachedFolder(variedFiles, async (folders) => {
      const abort = new AbortController();
      const interrupted = await cached(folders, { signal: abort.signal, onFile: () => abort.abort() });
      assert.ok(interrupted.cancelled);
      assert.deepEqual(await cached(folders), await plain(folders));
    }));
});
