import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

const root = process.cwd();
const folders = ["server", "client", "scripts", "test", "docs", "bench", "examples", "schemas"];
/** Pages that people write; the others are generated. */
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...["docs", "docs/decisions"].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith(".md")).map((name) => `${folder}/${name}`),
  ),
];

const linkTarget = /\]\(([^)#:\s]+)(?:#[^)\s]*)?\)/g;
const quoted = /`([^`\s]+)`/g;
/** A file of ours: with a folder, or the bare name of a source file. */
const ourPath = /^(?:(?:server|client|scripts|test|docs|bench|examples|schemas|dist|\.ci)\/[\w./-]*|[\w-]+\.(?:ts|mjs|cjs))$/;
/** Made by a build, made up for an explanation, or with a word to fill in. */
const notThere = /^dist\/|tls-verification-disabled|^example\.ts$|\/NAME(?:\/|$)/;

const names = new Set(
  folders.flatMap((folder) =>
    fs.readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true }).map((entry) => entry.name),
  ),
);

function exists(named: string): boolean {
  return named.includes("/") ? fs.existsSync(path.join(root, named)) : names.has(named);
}

describe("the documentation", () => {
  for (const page of pages) {
    const text = fs.readFileSync(path.join(root, page), "utf8");

    it(`of ${page} links to what is there`, () => {
      const targets = [...text.matchAll(linkTarget)].map((match) => match[1] ?? "");
      const missing = targets.filter((target) => !fs.existsSync(path.join(root, path.dirname(page), target)));
      assert.deepEqual(missing, []);
    });

    it(`of ${page} names files that are there`, () => {
      const named = [...text.matchAll(quoted)].map((match) => match[1] ?? "").filter((one) => ourPath.test(one) && !notThere.test(one));
      assert.deepEqual(named.filter((one) => !exists(one)), []);
    });
  }
});
