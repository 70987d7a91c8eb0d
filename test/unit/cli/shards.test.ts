import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { rootDockerfile, unusedSuppression, withFolder } from "../workspace/folder.ts";
import { buildOnce, run } from "./builtCli.ts";

const manifest = "app:\n  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555\nmodules:\n  macro:\n    - key: m\n      function: f\npermissions:\n  scopes: [read:jira-work, write:jira-work]\n";

describe("the shards of an audit", function () {
  this.timeout(120_000);
  before(buildOnce);

  it("make the whole, byte for byte", () =>
    withFolder(
      {
        "manifest.yml": manifest,
        "src/index.ts": 'import api, { route } from "@forge/api";\nexport const f = () => api.asUser().requestJira(route`/rest/api/3/myself`);\n',
        "a/Dockerfile": rootDockerfile,
        "a b/ü#?.ts": unusedSuppression + unusedSuppression,
        "binary.ts": Buffer.from([0x89, 0x50, 0, 0]),
        ...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`many/${at}.ts`, at % 3 === 0 ? unusedSuppression : `export const a = ${at};\n`])),
      },
      (cwd) => {
        const sarif = ["audit", ".", "--format", "sarif", "--fail-on", "never", "--no-cache"];
        const whole = run(sarif, { cwd });
        assert.equal(whole.status, 0, whole.stderr);
        const count = (text: string): number => (JSON.parse(text) as { runs: { results: unknown[] }[] }).runs[0]?.results.length ?? 0;
        const parts = [1, 2, 3, 4].map((index) => {
          const file = path.join(cwd, `../${path.basename(cwd)}-${index}.sarif`);
          assert.equal(run([...sarif, "--shard", `${index}/4`, "--output", file], { cwd }).status, 0);
          return file;
        });
        try {
          assert.ok(parts.every((file) => count(fs.readFileSync(file, "utf8")) < count(whole.stdout)), "no shard is the whole");
          const merged = run(["merge", ...[...parts].reverse()], { cwd });
          assert.equal(merged.status, 0, merged.stderr);
          assert.ok(count(whole.stdout) > 10);
          assert.equal(merged.stdout, whole.stdout);
        } finally {
          for (const file of parts) fs.rmSync(file, { force: true });
        }
      },
    ));

  it("are told apart from other files", () =>
    withFolder({ "a.json": "{}", "b.sarif": '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Other"}},"results":[]}]}' }, (cwd) => {
      for (const [parameters, message] of [
        [["merge"], /FILE/],
        [["merge", "none.sarif"], /FILE: "none\.sarif" cannot be read/],
        [["merge", "a.json"], /a\.json is no SARIF report/],
        [["merge", "b.sarif"], /b\.sarif is no report of Marketlint/],
      ] as const) {
        const { status, stderr } = run(parameters, { cwd });
        assert.equal(status, 2);
        assert.match(stderr, message);
      }
    }));
});
