import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { audit } from "../../../server/workspace/audit.ts";
import { appendLines, appendTarget } from "../../../server/workspace/appendLines.ts";
import { applyBaseline, baselineOf } from "../../../server/workspace/baseline.ts";
import { encodeText } from "../../../server/workspace/decodeText.ts";
import { fixFiles } from "../../../server/workspace/fixFiles.ts";
import { unusedSuppression, withFolder } from "./folder.ts";

const crlf = unusedSuppression.replaceAll("\n", "\r\n");

describe("fixFiles", () => {
  it("applies safe fixes and keeps mark, encoding, line ends and mode", () =>
    withFolder({ "a.ts": encodeText(crlf, "utf8", true), "b.ts": encodeText(crlf, "utf16le", true), "c.ts": unusedSuppression }, async (root) => {
      fs.chmodSync(path.join(root, "c.ts"), 0o755);
      const fixed = await fixFiles({ root }, await audit({ root }));
      assert.deepEqual(fixed, { files: ["a.ts", "b.ts", "c.ts"], fixes: 3, notFixed: [] });
      assert.deepEqual(fs.readFileSync(path.join(root, "a.ts")), encodeText("const a = 1;\r\n", "utf8", true));
      assert.deepEqual(fs.readFileSync(path.join(root, "b.ts")), encodeText("const a = 1;\r\n", "utf16le", true));
      assert.equal(fs.readFileSync(path.join(root, "c.ts"), "utf8"), "const a = 1;\n");
      assert.equal(fs.statSync(path.join(root, "c.ts")).mode & 0o777, 0o755);
      assert.deepEqual((await audit({ root })).findings, []);
      assert.deepEqual(fs.readdirSync(root).sort(), ["a.ts", "b.ts", "c.ts"]);
    }));

  it("never writes a file whose bytes are not valid", () =>
    withFolder({ "a.ts": Buffer.concat([Buffer.from("// caf\xe9\n", "latin1"), Buffer.from(unusedSuppression)]) }, async (root) => {
      const before = fs.readFileSync(path.join(root, "a.ts"));
      const fixed = await fixFiles({ root }, await audit({ root }));
      assert.deepEqual(fixed.files, []);
      assert.equal(fixed.notFixed.length, 1);
      assert.deepEqual(fs.readFileSync(path.join(root, "a.ts")), before);
    }));

  it("leaves alone what the baseline accepts and what was switched off", () =>
    withFolder({ "a.ts": unusedSuppression, "b/a.ts": unusedSuppression, "b/.marketlint.yml": "rules: { suppression-unused: off }\n" }, async (root) => {
      const result = await audit({ root });
      const baseline = baselineOf(result.findings, "2026-01-01");
      assert.deepEqual(await fixFiles({ root }, result, (findings) => applyBaseline(findings, baseline)), { files: [], fixes: 0, notFixed: [] });
    }));

  it("applies safe fixes of rules across files, and audits again", () =>
    withFolder({ "src/a.ts": unusedSuppression, "src/b.ts": "const b = 1;\n" }, async (root) => {
      const result = await audit({ root });
      const [own] = result.findings;
      assert.ok(own);
      const across = { ...own, rule: "scope-unused", path: "src/b.ts", fixes: [{ title: "Name it", safe: true, edits: [{ range: { start: 6, end: 7 }, region: { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } }, newText: "c" }] }] };
      const fixed = await fixFiles({ root }, { ...result, findings: [...result.findings, across] });
      assert.deepEqual(fixed, { files: ["src/a.ts", "src/b.ts"], fixes: 2, notFixed: [] });
      assert.equal(fs.readFileSync(path.join(root, "src/b.ts"), "utf8"), "const c = 1;\n");
    }));

  it("follows a link to the file that it names", () =>
    withFolder({ "real/a.ts": unusedSuppression }, async (root) => {
      fs.symlinkSync("real/a.ts", path.join(root, "link.ts"));
      const fixed = await fixFiles({ root }, await audit({ root, paths: ["link.ts"] }));
      assert.deepEqual(fixed.files, ["link.ts"]);
      assert.equal(fs.readFileSync(path.join(root, "real/a.ts"), "utf8"), "const a = 1;\n");
      assert.ok(fs.lstatSync(path.join(root, "link.ts")).isSymbolicLink());
    }));
});

describe("appendLines", () => {
  it("makes a file, and adds only what it has not", () => {
    assert.equal(appendLines(undefined, ["A=", "B=", "A="]), "A=\nB=\n");
    assert.equal(appendLines("A=\n", ["A=", "B="]), "A=\nB=\n");
    assert.equal(appendLines("A=\n", ["A="]), undefined);
  });

  it("keeps the file's line breaks, and ends its last line", () => {
    assert.equal(appendLines("A=\r\nB=", ["C="]), "A=\r\nB=\r\nC=\r\n");
    assert.equal(appendLines("A=", ["C="]), "A=\nC=\n");
  });

  it("puts a file beside the nearest package, or where it is already", () =>
    withFolder({ "a/package.json": "{}", "a/b/c/x.ts": "", "d/.env.example": "", "d/e/x.ts": "", "f/x.ts": "" }, (root) => {
      assert.equal(appendTarget(root, "a/b/c/x.ts", ".env.example"), "a/.env.example");
      assert.equal(appendTarget(root, "d/e/x.ts", ".env.example"), "d/.env.example");
      assert.equal(appendTarget(root, "f/x.ts", ".env.example"), ".env.example");
    }));
});
