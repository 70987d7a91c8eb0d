import assert from "node:assert/strict";
import { Document } from "../../../server/core/document.ts";
import { audit, type AuditedFile, type AuditResult } from "../../../server/workspace/audit.ts";
import { rootDockerfile, unusedSuppression, withFolder } from "./folder.ts";

const placesOf = (result: AuditResult): string[] =>
  result.findings.map(({ path, rule, severity, suppression }) => `${path} ${rule} ${severity}${suppression ? ` (${suppression.kind})` : ""}`);

const forgeManifest = "app:\n  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555\nmodules:\n  macro:\n    - key: m\n      function: f\npermissions:\n  external:\n    fetch:\n      backend:\n        - '*'\n";

describe("audit", () => {
  it("finds, judges and sorts", () =>
    withFolder({ "b/Dockerfile": rootDockerfile, "a.ts": unusedSuppression, "c.txt": "nothing" }, async (root) => {
      const result = await audit({ root });
      assert.deepEqual(placesOf(result), ["a.ts suppression-unused warning", "b/Dockerfile container-runs-as-root error"]);
      assert.deepEqual([result.files, result.notAnalysed, result.cancelled, result.marketplaces], [3, [], false, []]);
    }));

  it("keeps accepted findings, with their reason", () =>
    withFolder({ Dockerfile: `# marketlint-disable container-runs-as-root -- a build image\n${rootDockerfile}` }, async (root) => {
      const { findings } = await audit({ root });
      assert.deepEqual(findings.map(({ rule, suppression }) => [rule, suppression]), [
        ["container-runs-as-root", { kind: "comment", reason: "a build image" }],
      ]);
    }));

  it("applies the configuration of each folder", () =>
    withFolder(
      {
        "a/Dockerfile": rootDockerfile,
        "b/Dockerfile": rootDockerfile,
        "c/Dockerfile": rootDockerfile,
        "a/.marketlint.yml": "rules: { container-runs-as-root: off }\n",
        "b/.marketlint.yml": "rules: { container-runs-as-root: information }\nmarketplaces: [openchannel]\n",
        ".marketlint.yml": "ignore: [c]\n",
      },
      async (root) => {
        const result = await audit({ root });
        assert.deepEqual(placesOf(result), ["b/Dockerfile container-runs-as-root information"]);
        assert.deepEqual(result.marketplaces, ["openchannel"]);
        assert.equal(result.configurationErrors, 0);
      },
    ));

  it("finds the faults of every configuration, also of one without files beside it", () =>
    withFolder({ "a/.marketlint.yml": "ruels: {}\n", "b/.marketlint.yml": "rules: 3\n", Dockerfile: rootDockerfile }, async (root) => {
      const result = await audit({ root });
      assert.equal(result.configurationErrors, 2);
      assert.deepEqual(placesOf(result), [
        "Dockerfile container-runs-as-root error",
        "a/.marketlint.yml configuration-invalid error",
        "b/.marketlint.yml configuration-invalid error",
      ]);
    }));

  it("judges by the app that a file belongs to, and lets the caller name the marketplaces", () =>
    withFolder({ "forge/manifest.yml": forgeManifest, "forge/package.json": "{}", "other/package.json": "{}", "other/Dockerfile": rootDockerfile }, async (root) => {
      const result = await audit({ root });
      assert.deepEqual(result.apps.map((app) => [app.root, app.marketplaces]), [["forge", ["atlassian"]]]);
      assert.deepEqual(result.marketplaces, ["atlassian"]);
      const overridden = await audit({ root, marketplaces: ["superoffice"] });
      assert.deepEqual([overridden.marketplaces, overridden.apps], [["superoffice"], []]);
      assert.ok(overridden.findings.every((finding) => finding.requirements.every((id) => id.startsWith("superoffice/"))));
    }));

  it("tells each file once, and again where its findings change when all marketplaces are known", () =>
    withFolder({ Dockerfile: rootDockerfile, "z.ts": 'import { x } from "@superoffice/webapi";\nawait fetch("https://online.superoffice.com/login/common/oauth/authorize");\n' }, async (root) => {
      const told: AuditedFile[] = [];
      const result = await audit({ root, onFile: (file) => told.push(file) });
      const dockerfile = told.filter(({ path }) => path === "Dockerfile");
      assert.deepEqual(dockerfile.at(-1)?.findings, result.findings.filter(({ path }) => path === "Dockerfile"));
      assert.equal(dockerfile.length, result.marketplaces.length > 0 ? 2 : 1);
      assert.equal(told.filter(({ path }) => path === "z.ts").length, 1);
    }));

  it("takes the text of open documents, of files that are not on disk too", () =>
    withFolder({ Dockerfile: "FROM scratch\n" }, async (root) => {
      const overlay = (file: string): string | undefined => (file === "Dockerfile" || file === "new/Dockerfile" ? rootDockerfile : undefined);
      assert.equal((await audit({ root, overlay })).findings.length, 1);
      assert.deepEqual(placesOf(await audit({ root, overlay, paths: ["new/Dockerfile"] })), ["new/Dockerfile container-runs-as-root error"]);
    }));

  it("audits named files and folders with the policy of the whole", () =>
    withFolder({ "manifest.yml": forgeManifest, "a/Dockerfile": rootDockerfile, "b/Dockerfile": rootDockerfile, ".gitignore": "b/\n", ".marketlint.yml": "ignore: [c.ts]\n", "c.ts": "" }, async (root) => {
      const whole = await audit({ root });
      const part = await audit({ root, paths: ["a", "b/Dockerfile", "c.ts", "none.ts"] });
      assert.deepEqual(part.findings.filter(({ path }) => path === "a/Dockerfile"), whole.findings.filter(({ path }) => path === "a/Dockerfile"));
      assert.deepEqual(placesOf(part), ["a/Dockerfile container-runs-as-root error", "b/Dockerfile container-runs-as-root error"]);
      assert.deepEqual(part.notAnalysed, [
        { path: "c.ts", reason: "left out by the configuration" },
        { path: "none.ts", reason: "disappeared while being read" },
      ]);
    }));

  it("gives together in parts what it gives as a whole", () =>
    withFolder(Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`${name}/Dockerfile`, rootDockerfile])), async (root) => {
      const parts = await Promise.all([1, 2, 3].map((index) => audit({ root, shard: { index, count: 3 } })));
      assert.deepEqual(parts.flatMap(placesOf).sort(), placesOf(await audit({ root })));
    }));

  it("lists what could not be analysed, and audits the rest", () =>
    withFolder({ "a.ts": Buffer.from([0x89, 0x50, 0, 0]), "b.js": `a = "${"x".repeat(60_000)}"; // marketlint-disable\n`, "c.bin.dat": Buffer.from([0, 1]), Dockerfile: Buffer.concat([Buffer.from("# caf\xe9\n", "latin1"), Buffer.from(rootDockerfile)]) }, async (root) => {
      const result = await audit({ root });
      assert.deepEqual(placesOf(result), ["Dockerfile container-runs-as-root error"]);
      assert.deepEqual(result.notAnalysed.map(({ path, reason }) => `${path}: ${reason}`), [
        "Dockerfile: not valid UTF-8 at byte 5: analysed with replacement characters",
        "a.ts: binary data, not text",
        "b.js: a line is longer than 50000 characters: taken for a bundle or data",
      ]);
      assert.equal(result.skippedBinary, 1);
    }));

  it("lists a file on which the engine itself fails, and audits the rest", () =>
    withFolder({ "a.ts": unusedSuppression, "b.ts": unusedSuppression }, async (root) => {
      const before = Object.getOwnPropertyDescriptor(Document.prototype, "fileName");
      assert.ok(before?.get);
      const get = before.get;
      Object.defineProperty(Document.prototype, "fileName", {
        configurable: true,
        get(this: Document) {
          if (this.path === "a.ts") throw new TypeError("made by a test");
          return get.call(this) as string;
        },
      });
      try {
        const result = await audit({ root });
        assert.deepEqual(result.notAnalysed, [{ path: "a.ts", reason: "internal error: TypeError" }]);
        assert.equal(result.internalErrors.length, 1);
        assert.deepEqual(placesOf(result), ["b.ts suppression-unused warning"]);
      } finally {
        Object.defineProperty(Document.prototype, "fileName", before);
      }
    }));

  it("ends early when it is told to, with what was found so far", () =>
    withFolder(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}/Dockerfile`, rootDockerfile])), async (root) => {
      const controller = new AbortController();
      const result = await audit({ root, signal: controller.signal, onProgress: (done) => done === 10 && controller.abort() });
      assert.deepEqual([result.cancelled, result.files, result.findings.length], [true, 10, 10]);
      const nothing = await audit({ root, signal: AbortSignal.abort() });
      assert.deepEqual([nothing.cancelled, nothing.files], [true, 0]);
    }));

  it("looks only for the rules that are named", () =>
    withFolder({ Dockerfile: rootDockerfile, "a.ts": unusedSuppression }, async (root) => {
      assert.deepEqual(placesOf(await audit({ root, only: new Set(["container-runs-as-root"]) })), ["Dockerfile container-runs-as-root error"]);
    }));
});
