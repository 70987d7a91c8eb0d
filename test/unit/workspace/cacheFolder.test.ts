import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { cacheBytes, cacheTable } from "../../../server/workspace/cache/cacheBytes.ts";
import { defaultCacheFolder } from "../../../server/workspace/cache/cacheFolder.ts";
import { cacheLimits, pruneCaches } from "../../../server/workspace/cache/cacheStore.ts";
import { checksum } from "../../../server/workspace/cache/checksum.ts";
import { withFolder } from "./folder.ts";

const day = 86_400_000;
const home = (): string => "/home/me";
const homeless = (): string => {
  throw new Error("no such user");
};

describe("the folder of caches", () => {
  it("is where the system keeps such things", () => {
    assert.equal(defaultCacheFolder({}, "linux", home), "/home/me/.cache/marketlint");
    assert.equal(defaultCacheFolder({ XDG_CACHE_HOME: "/var/c" }, "linux", home), "/var/c/marketlint");
    assert.equal(defaultCacheFolder({ XDG_CACHE_HOME: "c" }, "linux", home), "/home/me/.cache/marketlint");
    assert.equal(defaultCacheFolder({}, "darwin", home), "/home/me/Library/Caches/marketlint");
    assert.equal(defaultCacheFolder({ LOCALAPPDATA: "/Users/me/Local" }, "win32", home), "/Users/me/Local/marketlint");
  });

  it("is nowhere for a user without a home", () => {
    assert.equal(defaultCacheFolder({}, "linux", homeless), undefined);
    assert.equal(defaultCacheFolder({}, "linux", () => ""), undefined);
  });

  it("loses what nobody used for long, what a killed audit left, and the oldest of too many; never what others put there", () =>
    withFolder({ "notes.txt": "", "0123.cache": "" }, (folder) => {
      const now = Date.now();
      const name = (number: number): string => `${number.toString(16).padStart(16, "0")}.cache`;
      const make = (file: string, age: number): void => {
        fs.writeFileSync(path.join(folder, file), "");
        fs.utimesSync(path.join(folder, file), (now - age) / 1000, (now - age) / 1000);
      };
      for (let number = 0; number < cacheLimits.roots + 10; number++) make(name(number), number * 1000);
      make(name(5000), 31 * day);
      make(name(6000), 31 * day);
      make(`.${name(7000)}.old`, day);
      make(`.${name(8000)}.new`, 1000);
      pruneCaches(folder, path.join(folder, name(6000)), now);
      const left = fs.readdirSync(folder);
      assert.equal(left.filter((file) => /^[0-9a-f]{16}\.cache$/.test(file)).length, cacheLimits.roots);
      for (const file of ["notes.txt", "0123.cache", name(0), name(6000), `.${name(8000)}.new`]) assert.ok(left.includes(file), file);
      for (const file of [name(5000), name(cacheLimits.roots), `.${name(7000)}.old`]) assert.ok(!left.includes(file), file);
    }));
});

describe("the bytes of a cache", () => {
  const identity = { engine: "e", root: "/r", rules: "all" };
  const table = {
    paths: ["a", "b/ü"],
    statuses: Float64Array.from([1, 1.7e12 + 0.25, 3, 2 ** 60, 5, 6, 7, 8]),
    flags: Uint8Array.from([0, 4]),
    records: ["hash{}"],
    lists: [["x", "y"]],
  };

  it("are read back, from any place in memory", () => {
    for (const one of [table, { paths: [], statuses: new Float64Array(), flags: new Uint8Array(), records: [], lists: [] }]) {
      const bytes = cacheBytes(identity, one);
      const moved = new Uint8Array(bytes.length + 3).subarray(3);
      moved.set(bytes);
      for (const read of [cacheTable(identity, bytes), cacheTable(identity, moved)]) {
        assert.ok(read);
        assert.deepEqual({ ...read, flags: Uint8Array.from(read.flags) }, one);
      }
    }
  });

  it("are refused where one bit differs, where one is missing, and to others", () => {
    const bytes = cacheBytes(identity, table);
    for (let at = 0; at < bytes.length; at++) {
      const other = Uint8Array.from(bytes);
      other[at] = (other[at] ?? 0) ^ 0x10;
      assert.equal(cacheTable(identity, other), undefined, `byte ${at}`);
      assert.equal(cacheTable(identity, bytes.subarray(0, at)), undefined, `${at} bytes`);
    }
    for (const part of ["engine", "root", "rules"]) assert.equal(cacheTable({ ...identity, [part]: "other" }, bytes), undefined);
  });

  it("have a checksum that tells order, length and place", () => {
    const sums = ["", "\0", "\0\0\0\0", "abcd", "abdc", "abcdabdc", "abdcabcd", "abcde"].map((text) => checksum(Buffer.from(text)));
    assert.equal(new Set(sums).size, sums.length);
    const bytes = Buffer.from("xabcdefgh");
    assert.equal(checksum(bytes.subarray(1)), checksum(Buffer.from("abcdefgh")));
  });
});
