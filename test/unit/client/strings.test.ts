import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../../../", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), "utf8");
const keysOf = (file: string): string[] => Object.keys(JSON.parse(read(file)) as Record<string, string>).sort();
const unique = (strings: Iterable<string>): string[] => [...new Set(strings)].sort();

describe("the extension's strings", () => {
  it("has every string of the manifest in package.nls.json, and no other", () => {
    const used = [...read("package.json").matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key ?? "");
    assert.deepEqual(keysOf("package.nls.json"), unique(used));
  });

  it("has every string of the client in the bundle, and no other", () => {
    const files = readdirSync(fileURLToPath(new URL("client", root)), { recursive: true, encoding: "utf8" });
    const code = files.filter((file) => file.endsWith(".ts")).map((file) => read(`client/${file}`)).join("\n");
    const used = [...code.matchAll(/\bl10n\.t\(\s*"([^"]+)"/g)].map(([, text]) => text ?? "");
    assert.equal(used.length, [...code.matchAll(/\bl10n\.t\(/g)].length, "l10n.t takes a plain string");
    assert.deepEqual(keysOf("l10n/bundle.l10n.json"), unique(used));
  });
});
