import assert from "node:assert/strict";
import { commands, workspace, type Diagnostic, type Uri } from "vscode";
import type { AuditResult } from "../../server/lsp/protocol.ts";
import { allProblems, closeAll, file, marketlint, open, ours, pause, problems, read, ruleOf, set, type, until, untilProblems, write } from "./editorActions.ts";

const everything = [
  "manifest.yml: 16:forge-egress-wildcard",
  "service/Dockerfile: 0:container-runs-as-root",
  "src/basket.ts: 5:cookie-missing-http-only",
  "src/login.ts: 5:cookie-missing-http-only",
];
const basket = "src/basket.ts";
const basketProblem = ["5:cookie-missing-http-only"];

async function auditWorkspace(): Promise<AuditResult> {
  const result = await commands.executeCommand<AuditResult | undefined>("marketlint.auditWorkspace");
  assert.ok(result, "the audit ended");
  return result;
}

/**
 * VS Code tells nothing of a file that is made and deleted in one breath, so wait until it has seen the file. Of a
 * file in a folder that is as new, it may only tell of the folder: writing once more makes it look.
 */
async function writeNoticed(uri: Uri, text: string): Promise<void> {
  const watcher = workspace.createFileSystemWatcher("**/*");
  let noticed = false;
  const notice = (seen: Uri): boolean => (noticed ||= seen.toString() === uri.toString());
  watcher.onDidCreate(notice);
  watcher.onDidChange(notice);
  await write(uri, text);
  const again = setInterval(() => void write(uri, text), 1_000);
  await until(`${uri.path} is noticed`, () => noticed);
  clearInterval(again);
  watcher.dispose();
}

/** What a user sees of a finding, without what only the protocol needs. */
function visible(diagnostics: readonly Diagnostic[]): unknown {
  return diagnostics
    .map((each) => ({ range: each.range, message: each.message, severity: each.severity, rule: ruleOf(each), source: each.source }))
    .sort((left, right) => left.range.start.compareTo(right.range.start));
}

describe("an audit", () => {
  let original: string;
  before(async () => {
    await marketlint();
    original = await read(file(basket));
  });
  afterEach(async () => {
    await closeAll();
    await write(file(basket), original);
    await commands.executeCommand("marketlint.restartServer");
  });

  it("fills Problems with the findings of files that nobody opened", async () => {
    assert.deepEqual(allProblems(), []);
    const result = await auditWorkspace();
    assert.deepEqual(allProblems(), everything);
    assert.deepEqual([result.findings, result.files, result.cancelled ?? false], [4, 4, false]);
  });

  it("shows open and closed files' findings once each", async () => {
    await open(file("src/login.ts"));
    await untilProblems(file("src/login.ts"), ["5:cookie-missing-http-only"]);
    await auditWorkspace();
    await pause(1000);
    assert.deepEqual(allProblems(), everything);
  });

  it("finds in a closed file what the squiggles show once it is opened", async () => {
    await auditWorkspace();
    const audited = visible(ours(file(basket)));
    await open(file(basket));
    await pause(1500);
    assert.deepEqual(visible(ours(file(basket))), audited);
    assert.deepEqual(problems(file(basket)), basketProblem);
  });

  it("has its findings come back when a file is closed unchanged", async () => {
    await auditWorkspace();
    await open(file(basket));
    await pause(1000);
    await closeAll();
    await untilProblems(file(basket), basketProblem);
  });

  it("has no finding come back that was repaired and saved", async () => {
    await auditWorkspace();
    const editor = await open(file(basket));
    await untilProblems(file(basket), basketProblem);
    await type(editor, "{ secure", "{ httpOnly: true, secure");
    await untilProblems(file(basket), []);
    await editor.document.save();
    await closeAll();
    await pause(1500);
    assert.deepEqual(problems(file(basket)), []);
  });

  it("has the saved text's finding come back when a repair is thrown away", async () => {
    await auditWorkspace();
    const editor = await open(file(basket));
    await type(editor, "{ secure", "{ httpOnly: true, secure");
    await untilProblems(file(basket), []);
    await closeAll();
    await untilProblems(file(basket), basketProblem);
  });

  it("is kept true when a closed file changes on disk", async () => {
    await auditWorkspace();
    await write(file(basket), original.replace("{ secure", "{ httpOnly: true, secure"));
    await untilProblems(file(basket), []);
  });

  it("loses the findings of files that the configuration leaves out, or whose rule it switches off", async () => {
    await auditWorkspace();
    await write(file(".marketlint.yml"), "ignore: [src/basket.ts]\nrules:\n  container-runs-as-root: off\n");
    try {
      await untilProblems(file(basket), []);
      await untilProblems(file("service/Dockerfile"), []);
      assert.deepEqual(allProblems(), everything.filter((problem) => /manifest|login/.test(problem)));
    } finally {
      await workspace.fs.delete(file(".marketlint.yml"));
    }
  });

  it("follows a setting", async () => {
    await auditWorkspace();
    await set("marketlint", "rules", { "cookie-missing-http-only": "off" });
    try {
      await untilProblems(file(basket), []);
    } finally {
      await set("marketlint", "rules", undefined);
    }
    await untilProblems(file(basket), basketProblem);
  });

  it("loses the findings of a deleted file, and of a deleted folder", async () => {
    await writeNoticed(file("gone/a.ts"), original);
    await writeNoticed(file("gone/deep/b.ts"), original);
    await auditWorkspace();
    assert.deepEqual(problems(file("gone/a.ts")), basketProblem);
    await workspace.fs.delete(file("gone/a.ts"));
    await untilProblems(file("gone/a.ts"), []);
    assert.deepEqual(problems(file("gone/deep/b.ts")), basketProblem);
    await workspace.fs.delete(file("gone"), { recursive: true });
    await untilProblems(file("gone/deep/b.ts"), []);
  });

  it("of the current file counts that file", async () => {
    await open(file(basket));
    await untilProblems(file(basket), basketProblem);
    const result = await commands.executeCommand<AuditResult | undefined>("marketlint.auditFile");
    assert.deepEqual([result?.findings, result?.files], [1, 1]);
    assert.deepEqual(problems(file(basket)), basketProblem);
  });

  it("is cancelled, and keeps what was found so far", async () => {
    const names = Array.from({ length: 400 }, (_, index) => `many/file${index}.ts`);
    await Promise.all(names.map((name) => write(file(name), original)));
    try {
      const audit = auditWorkspace();
      await until("first findings", () => allProblems().length > 0);
      await commands.executeCommand("marketlint.cancelAudit");
      const result = await audit;
      assert.equal(result.cancelled, true);
      assert.ok(result.findings < names.length, `${result.findings} findings`);
      assert.equal(allProblems().length, result.findings);
    } finally {
      await workspace.fs.delete(file("many"), { recursive: true });
    }
  });
});
