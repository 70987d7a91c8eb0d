import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { Version } from "@cyclonedx/cyclonedx-library/Spec";
import { JsonStrictValidator } from "@cyclonedx/cyclonedx-library/Validation";
import { withFolder } from "../workspace/folder.ts";
import { buildOnce, run } from "./builtCli.ts";

const files = {
  "package.json": JSON.stringify({ name: "shop", version: "1.2.0", dependencies: { "@s/a": "^1.0.0" }, devDependencies: { tool: "1.0.0" } }),
  "package-lock.json": JSON.stringify({
    name: "shop",
    lockfileVersion: 3,
    packages: {
      "": { name: "shop" },
      "node_modules/@s/a": { version: "1.0.0", integrity: `sha512-${Buffer.alloc(64, 1).toString("base64")}`, dependencies: { b: "2" } },
      "node_modules/b": { version: "2.0.0", license: "(MIT OR Apache-2.0)" },
      "node_modules/tool": { version: "1.0.0", license: "SEE LICENSE IN LICENSE.txt", resolved: "git+ssh://git:word@git.example/tool.git#0" },
    },
  }),
  "node_modules/@s/a/package.json": JSON.stringify({ name: "@s/a", version: "1.0.0", license: "MIT" }),
  "api/composer.json": JSON.stringify({ name: "v/api", require: { "v/a": "^1.0" } }),
  "api/composer.lock": JSON.stringify({ packages: [{ name: "v/a", version: "v1.0.0", license: ["MIT"] }] }),
  "page/package.json": JSON.stringify({ private: true, dependencies: { react: "^19.0.0" } }),
};

interface Bom {
  readonly components: readonly { readonly "bom-ref": string; readonly purl?: string; readonly scope?: string; readonly licenses?: readonly unknown[]; readonly hashes?: readonly { readonly alg: string; readonly content: string }[] }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

describe("the software bill of materials", function () {
  this.timeout(120_000);
  before(buildOnce);

  it("is valid CycloneDX 1.6, the same each time, and says what is not in it", () =>
    withFolder(files, async (cwd) => {
      const { status, stdout, stderr } = run(["sbom"], { cwd });
      assert.equal(status, 0);
      assert.match(stderr, /page\/package\.json: there is no lock file, so its dependencies are not in the bill of materials/);
      assert.equal(await new JsonStrictValidator(Version.v1dot6).validate(stdout), null);
      assert.equal(run(["sbom", ".", "--output", "out.json"], { cwd }).status, 0);
      assert.equal(fs.readFileSync(path.join(cwd, "out.json"), "utf8"), stdout);
      const { components, dependencies } = JSON.parse(stdout) as Bom;
      const tool = "pkg:npm/tool@1.0.0?vcs_url=git%2Bssh%3A%2F%2Fgit.example%2Ftool.git%230";
      assert.deepEqual(components.flatMap(({ purl, scope }) => (purl === undefined ? [] : [`${purl} ${scope ?? ""}`])).sort(), ["pkg:composer/v/a@1.0.0 required", "pkg:npm/%40s/a@1.0.0 required", "pkg:npm/b@2.0.0 required", `${tool} excluded`]);
      const a = components.find(({ purl }) => purl === "pkg:npm/%40s/a@1.0.0");
      assert.deepEqual(a?.licenses, [{ license: { id: "MIT" } }]);
      assert.deepEqual(a.hashes, [{ alg: "SHA-512", content: "01".repeat(64) }]);
      const graph = new Map(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
      assert.deepEqual(graph.get("pkg:npm/%40s/a@1.0.0"), ["pkg:npm/b@2.0.0"]);
      assert.deepEqual([...(graph.get("app") ?? [])].sort(), ["app:api/composer.json", "pkg:npm/%40s/a@1.0.0", tool]);
    }));

  it("comes with the submission pack", () =>
    withFolder(files, async (cwd) => {
      run(["report", "--marketplace", "akeneo", "--output", "out"], { cwd });
      assert.equal(await new JsonStrictValidator(Version.v1dot6).validate(fs.readFileSync(path.join(cwd, "out/sbom.cdx.json"), "utf8")), null);
    }));
});
