import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { auditJson, buildOnce, cli } from "../unit/cli/builtCli.ts";
import { rootDockerfile, withFolder } from "../unit/workspace/folder.ts";

interface Answer {
  readonly isError?: boolean;
  readonly text: string;
}

/** Talks to `marketlint mcp` in a folder as an agent's client does. */
async function withClient<Result>(cwd: string, use: (ask: (name: string, parameters: object) => Promise<Answer>, client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ name: "test", version: "1.0.0" });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [cli, "mcp"], cwd }));
  const ask = async (name: string, parameters: object): Promise<Answer> => {
    const { content, isError } = await client.callTool({ name, arguments: { ...parameters } });
    const [first] = content as { type: string; text: string }[];
    return { text: first?.text ?? "", ...(isError === true && { isError }) };
  };
  try {
    return await use(ask, client);
  } finally {
    await client.close();
  }
}

interface Findings {
  readonly total: number;
  readonly findings: readonly { readonly rule: string; readonly path: string; readonly severity: string; readonly fingerprint: string }[];
}

describe("marketlint mcp", function () {
  this.timeout(60_000);
  before(buildOnce);

  it("has two tools, which only read", () =>
    withFolder({ "a.ts": "" }, (cwd) =>
      withClient(cwd, async (_ask, client) => {
        const { tools } = await client.listTools();
        assert.deepEqual(tools.map(({ name }) => name), ["marketlint_findings", "marketlint_explain"]);
        for (const { annotations } of tools) assert.equal(annotations?.readOnlyHint, true);
      }),
    ));

  for (const sample of fs.readdirSync("examples", { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const folder = path.resolve("examples", sample.name, "app");
    it(`gives what the command line gives: ${sample.name}`, () =>
      withClient(folder, async (ask) => {
        const { text } = await ask("marketlint_findings", { limit: 1000 });
        const { findings, total } = JSON.parse(text) as Findings;
        const { report } = auditJson(["--fail-on", "never"], { cwd: folder });
        assert.equal(total, findings.length);
        assert.deepEqual(findings, report.findings.filter(({ suppression }) => !suppression));
      }));
  }

  it("takes a path, a rule, a severity and a limit", () =>
    withFolder({ "a/Dockerfile": rootDockerfile, "b/Dockerfile": rootDockerfile }, (cwd) =>
      withClient(cwd, async (ask) => {
        const rule = "container-runs-as-root";
        const findings = async (question: object): Promise<Findings> => JSON.parse((await ask("marketlint_findings", question)).text) as Findings;
        assert.deepEqual((await findings({ rule })).findings.map((one) => one.path), ["a/Dockerfile", "b/Dockerfile"]);
        assert.deepEqual((await findings({ rule, path: "b" })).findings.map((one) => one.path), ["b/Dockerfile"]);
        const limited = await findings({ rule, limit: 1 });
        assert.deepEqual([limited.total, limited.findings.length], [2, 1]);
        assert.ok((await findings({ severity: "error" })).findings.every(({ severity }) => severity === "error"));
      }),
    ));

  it("explains a rule, and says which one was meant", () =>
    withFolder({ "a.ts": "" }, (cwd) =>
      withClient(cwd, async (ask) => {
        assert.match((await ask("marketlint_explain", { rule: "cookie-missing-secure" })).text, /^# cookie-missing-secure/);
        const wrong = await ask("marketlint_explain", { rule: "cookie-mising-secure" });
        assert.deepEqual([wrong.isError, wrong.text], [true, 'There is no rule "cookie-mising-secure"; the nearest is "cookie-missing-secure".']);
      }),
    ));

  it("tells nothing of files outside the folder, and changes none in it", () =>
    withFolder({ "in/Dockerfile": rootDockerfile, "out/Dockerfile": rootDockerfile }, (cwd) => {
      fs.symlinkSync(path.join(cwd, "out"), path.join(cwd, "in/link"), "dir");
      return withClient(path.join(cwd, "in"), async (ask) => {
        for (const outside of ["../out", "/etc/passwd", "link", "../out/Dockerfile"]) {
          const answer = await ask("marketlint_findings", { path: outside });
          assert.equal(answer.isError, true, outside);
          assert.match(answer.text, /is outside the workspace/);
        }
        assert.match((await ask("marketlint_findings", { path: "none" })).text, /There is no "none"/);
        assert.deepEqual(fs.readdirSync(path.join(cwd, "in")).sort(), ["Dockerfile", "link"]);
      });
    }));
});
