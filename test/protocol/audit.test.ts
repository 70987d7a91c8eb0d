import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { CancellationToken, CancellationTokenSource, ProgressType } from "vscode-languageserver-protocol/node";
import { auditMethod, type AuditedFile, type AuditPartialResult, type AuditResult } from "../../server/lsp/protocol.ts";
import { startSession, type Session } from "./serverClient.ts";

interface Step {
  readonly kind: string;
  readonly percentage?: number;
}

interface Audited {
  readonly result: AuditResult;
  readonly files: ReadonlyMap<string, AuditedFile>;
  readonly steps: readonly Step[];
}

async function audit(session: Session, params: object, token?: CancellationTokenSource, onPart?: () => void): Promise<Audited> {
  const files = new Map<string, AuditedFile>();
  const steps: Step[] = [];
  const partial = session.connection.onProgress(new ProgressType<AuditPartialResult>(), "part", (part) => {
    for (const file of part.files) files.set(file.uri, file);
    onPart?.();
  });
  const work = session.connection.onProgress(new ProgressType<Step>(), "work", (step) => {
    steps.push(step);
    onPart?.();
  });
  const request = { ...params, partialResultToken: "part", workDoneToken: "work" };
  const result = await session.connection.sendRequest<AuditResult>(auditMethod, request, token?.token ?? CancellationToken.None);
  partial.dispose();
  work.dispose();
  return { result, files, steps };
}

describe("the audit request", () => {
  let session: Session;
  before(async () => {
    session = await startSession({
      files: {
        "package.json": "{}\n",
        Dockerfile: "FROM node:22\n",
        "src/app.ts": 'import express from "express";\nconst app = express();\napp.get("/", (q, res) => { res.cookie("a", "b"); });\n',
        "src/clean.ts": "export const a = 1;\n",
        "bad.ts": "\u0000\u0001\u0002binary",
        "node_modules/x/Dockerfile": "FROM node:22\n",
        ".gitignore": "ignored/\n",
        "ignored/Dockerfile": "FROM node:22\n",
      },
    });
  });
  after(() => session.stop());

  it("sends findings in parts, with progress, and a summary", async () => {
    const { result, files, steps } = await audit(session, {});
    assert.equal(result.cancelled, undefined);
    assert.equal(result.findings, 3);
    assert.equal(result.files, 2);
    assert.deepEqual([...files.keys()].sort(), [session.uri("Dockerfile"), session.uri("src/app.ts")].sort());
    assert.equal(steps[0]?.kind, "begin");
    assert.equal(steps.at(-1)?.kind, "end");
    assert.deepEqual(result.notAnalysed.map(({ uri }) => uri), [session.uri("bad.ts")]);
    assert.match(result.notAnalysed[0]?.reason ?? "", /binary/);
  });

  it("audits what the editor holds, not what the disk does", async () => {
    await session.open("src/app.ts", "export const nothing = 1;\n", "typescript");
    const { result, files } = await audit(session, {});
    assert.equal(result.findings, 1);
    assert.deepEqual([...files.keys()], [session.uri("Dockerfile")]);
    await session.close("src/app.ts");
  });

  it("gives for a file what pulling it gives", async () => {
    await session.open("src/app.ts", undefined, "typescript");
    const { files } = await audit(session, { files: [session.uri("src/app.ts")] });
    assert.deepEqual(files.get(session.uri("src/app.ts"))?.diagnostics, await session.pull("src/app.ts"));
    await session.close("src/app.ts");
  });

  it("answers with what was found so far when it is cancelled", async () => {
    for (let at = 0; at < 2000; at++) {
      const file = path.join(session.folder, `many/${at}/Dockerfile`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, `FROM node:22\n# ${at}\n`);
    }
    const cancel = new CancellationTokenSource();
    const { result } = await audit(session, {}, cancel, () => cancel.cancel());
    assert.equal(result.cancelled, true);
    assert.ok(result.findings < 2003);
  });

  it("says which marketplaces apply and why", async () => {
    fs.mkdirSync(path.join(session.folder, "forge"));
    fs.writeFileSync(path.join(session.folder, "forge/manifest.yml"), "app:\n  id: ari:cloud:ecosystem::app/x\nmodules:\n  macro: []\n");
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: session.uri("forge/manifest.yml"), type: 1 }] });
    await session.open("forge/manifest.yml", undefined, "yaml");
    const status = await session.connection.sendRequest<{ marketplaces: { id: string; reason: string }[] }>("marketlint/status", { uri: session.uri("forge/manifest.yml") });
    assert.deepEqual(status.marketplaces.map(({ id }) => id), ["atlassian"]);
    assert.match(status.marketplaces[0]?.reason ?? "", /manifest/i);
  });
});
