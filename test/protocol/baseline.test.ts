import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { DiagnosticSeverity, DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver-protocol/node";
import { run } from "../unit/cli/builtCli.ts";
import { makeFolder, pullClient, startSession, type Session } from "./serverClient.ts";

const rule = "superoffice-application-token-in-code";
const rules = { rules: { [rule]: "error" }, marketplaces: ["superoffice"] };
const dockerfile = "FROM debian:12\nCOPY . .\n";
const tagged = { ...pullClient, textDocument: { ...pullClient.textDocument, diagnostic: { ...pullClient.textDocument?.diagnostic, tagSupport: { valueSet: [1 as const] } } } };

/** A folder whose findings of today are in its baseline. */
function folderWithBaseline(): string {
  const folder = makeFolder({ Dockerfile: dockerfile });
  assert.equal(run(["audit", "--write-baseline", ".marketlint-baseline.json"], { cwd: folder }).status, 0);
  return folder;
}

describe("the baseline in an editor", function () {
  this.timeout(60_000);
  let session: Session;
  const start = async (settings: object): Promise<Session> => (session = await startSession({ folder: folderWithBaseline(), capabilities: tagged, settings: { ...rules, ...settings } }));
  afterEach(() => session.stop());

  it("hides what was accepted, and shows what is new", async () => {
    await start({});
    await session.open("Dockerfile", undefined, "dockerfile");
    assert.deepEqual(await session.pull("Dockerfile"), []);
    await session.change("Dockerfile", `${dockerfile}RUN curl https://a.example/install | sh\n`);
    const fresh = await session.pull("Dockerfile");
    assert.ok(fresh.length > 0 && fresh.every(({ range }) => range.start.line >= 2), JSON.stringify(fresh));
  });

  it("shows it faintly, with the day", async () => {
    await start({ baselineFindings: "faint" });
    await session.open("Dockerfile", undefined, "dockerfile");
    const faint = await session.pull("Dockerfile");
    assert.ok(faint.length > 0);
    for (const { severity, tags, message } of faint) {
      assert.equal(severity, DiagnosticSeverity.Hint);
      assert.deepEqual(tags, [1]);
      assert.match(typeof message === "string" ? message : message.value, /in the baseline since \d{4}-\d{2}-\d{2}$/);
    }
  });

  it("shows it like the rest, or looks at no baseline", async () => {
    for (const settings of [{ baselineFindings: "shown" }, { baseline: "" }, { baseline: "other.json" }]) {
      await start(settings);
      await session.open("Dockerfile", undefined, "dockerfile");
      const shown = await session.pull("Dockerfile");
      assert.ok(shown.some(({ severity }) => severity !== DiagnosticSeverity.Hint), JSON.stringify(settings));
      await session.stop();
    }
    await start({});
  });

  it("follows the file", async () => {
    await start({});
    await session.open("Dockerfile", undefined, "dockerfile");
    assert.deepEqual(await session.pull("Dockerfile"), []);
    const file = path.join(session.folder, ".marketlint-baseline.json");
    fs.rmSync(file);
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: session.uri(".marketlint-baseline.json"), type: FileChangeType.Deleted }] });
    assert.ok((await session.pull("Dockerfile")).length > 0);
    fs.writeFileSync(file, "{ broken");
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: session.uri(".marketlint-baseline.json"), type: FileChangeType.Created }] });
    assert.ok((await session.pull("Dockerfile")).length > 0, "a broken baseline accepts nothing");
  });
});
