import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Diagnostic, Hover, MarkupContent } from "vscode-languageserver-protocol";
import { edited, startSession, type Session } from "./serverClient.ts";

const cookies = `import express from "express";
const app = express();
app.get("/", (req, res) => {
  res.cookie("sid", "1", { secure: true });
  res.cookie("refresh_token", "2", { secure: true });
});
`;

/** The words of a diagnostic: plain text always, since no client shows more. */
function messageOf(diagnostic: Diagnostic | undefined): string {
  return typeof diagnostic?.message === "string" ? diagnostic.message : "";
}

function codes(diagnostics: readonly { code?: unknown }[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

describe("a client that pulls diagnostics", () => {
  let session: Session;
  before(async () => {
    session = await startSession({ files: { "package.json": '{ "name": "app" }\n', "app.ts": cookies } });
  });
  after(() => session.stop());

  it("is offered pull diagnostics and gets nothing pushed", async () => {
    assert.deepEqual(session.initialized.capabilities.diagnosticProvider, {
      identifier: "marketlint",
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    await session.open("app.ts");
    assert.deepEqual(codes(await session.pull("app.ts")), ["cookie-missing-http-only", "cookie-missing-http-only"]);
    assert.deepEqual(session.published, []);
  });

  it("gets the rule's page with each diagnostic", async () => {
    const [first] = await session.pull("app.ts");
    assert.equal(first?.source, "marketlint");
    assert.match(first.codeDescription?.href ?? "", /^https:\/\/.*\/docs\/rules\/cookie-missing-http-only\.md$/);
  });

  it("answers unchanged while nothing changed", async () => {
    const params = { textDocument: { uri: session.uri("app.ts") } };
    const ask = (previousResultId?: string): Promise<{ kind: string; resultId: string }> => session.connection.sendRequest("textDocument/diagnostic", { ...params, ...(previousResultId !== undefined && { previousResultId }) });
    let last = await ask();
    assert.equal(last.kind, "full");
    // Right after the start the search for apps may still change what holds: each change is one new answer.
    let again = await ask(last.resultId);
    for (let changes = 0; again.kind === "full" && changes < 20; changes++) {
      last = again;
      await new Promise((resolve) => setTimeout(resolve, 50));
      again = await ask(last.resultId);
    }
    assert.equal(again.kind, "unchanged");
  });

  it("fixes one finding with a preferred, versioned edit", async () => {
    const [first] = await session.pull("app.ts");
    assert.ok(first);
    const actions = await session.actions("app.ts", first.range, [first], ["quickfix"]);
    const preferred = actions.filter((action) => action.isPreferred);
    assert.equal(preferred.length, 1);
    const change = preferred[0]?.edit?.documentChanges?.[0];
    assert.ok(change && "textDocument" in change);
    assert.equal(change.textDocument.version, 1);
    await session.change("app.ts", edited(cookies, preferred[0]?.edit, session.uri("app.ts")));
    assert.equal((await session.pull("app.ts")).length, 1);
  });

  it("fixes all findings of one rule", async () => {
    await session.change("app.ts", cookies);
    const [first] = await session.pull("app.ts");
    assert.ok(first);
    const actions = await session.actions("app.ts", first.range, [first]);
    const all = actions.find((action) => action.title.startsWith("Fix all 2 findings of cookie-missing-http-only"));
    assert.ok(all, actions.map((action) => action.title).join("; "));
    await session.change("app.ts", edited(cookies, all.edit, session.uri("app.ts")));
    assert.deepEqual(await session.pull("app.ts"), []);
  });

  it("fixes everything safe with source.fixAll.marketlint and with its parent kind", async () => {
    await session.change("app.ts", cookies);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const kind of ["source.fixAll.marketlint", "source.fixAll"]) {
      const [action, ...others] = await session.actions("app.ts", range, [], [kind]);
      assert.deepEqual(others, []);
      assert.equal(action?.kind, "source.fixAll.marketlint");
      const text = edited(cookies, action.edit, session.uri("app.ts"));
      assert.equal(text.match(/httpOnly: true/g)?.length, 2);
    }
    assert.deepEqual(await session.actions("app.ts", range, [], ["source.organizeImports"]), []);
  });

  it("suppresses a finding once the placeholder is replaced by a reason", async () => {
    const [first] = await session.pull("app.ts");
    assert.ok(first);
    const actions = await session.actions("app.ts", first.range, [first]);
    const suppress = actions.find((action) => action.title === "Suppress cookie-missing-http-only here, with a reason");
    const withPlaceholder = edited(cookies, suppress?.edit, session.uri("app.ts"));
    assert.match(withPlaceholder, /^ {2}\/\/ marketlint-disable-next-line cookie-missing-http-only -- reason$/m);
    await session.change("app.ts", withPlaceholder);
    assert.deepEqual(codes(await session.pull("app.ts")), ["suppression-incomplete", "cookie-missing-http-only", "cookie-missing-http-only"]);
    await session.change("app.ts", withPlaceholder.replace("-- reason", "-- read by the sign-in script"));
    assert.deepEqual(codes(await session.pull("app.ts")), ["cookie-missing-http-only"]);
  });

  it("shows the clause on hover, with links", async () => {
    await session.change("app.ts", cookies);
    const [first] = await session.pull("app.ts");
    const hover = await session.connection.sendRequest<Hover | null>("textDocument/hover", {
      textDocument: { uri: session.uri("app.ts") },
      position: first?.range.start,
    });
    const { kind, value } = hover?.contents as MarkupContent;
    assert.equal(kind, "markdown");
    assert.match(value, /SuperOffice/);
    assert.match(value, /CWE-1004/);
    assert.match(value, /docs\/rules\/cookie-missing-http-only\.md/);
  });

  it("keeps the findings behind a template that is just being typed, at their moved places", async () => {
    const typed = cookies.replace("const app = express();", "const app = express();\nconst half = `");
    await session.change("app.ts", typed);
    const lines = (await session.pull("app.ts")).map(({ range }) => range.start.line);
    assert.deepEqual(lines, [4, 5]);
  });

  it("answers for the newest version when typing is faster than the analysis", async () => {
    const pulls: Promise<unknown>[] = [];
    for (let at = 0; at < 20; at++) {
      await session.change("app.ts", cookies.repeat(20) + `// ${at}\n`);
      pulls.push(session.pull("app.ts").catch(() => undefined));
    }
    await session.change("app.ts", "const a = 1;\n");
    assert.deepEqual(await session.pull("app.ts"), []);
    await Promise.all(pulls);
  });

  it("answers at once after an edit: other findings have moved, and a refresh follows when the syntax says more", async () => {
    await session.change("app.ts", cookies);
    await session.pull("app.ts");
    const before = session.refreshes();
    await session.insert("app.ts", [
      { line: 5, character: 0, text: '  res.cookie("third", "3", { secure: true });\n' },
      { line: 1, character: 0, text: "\n\n" },
    ]);
    assert.deepEqual((await session.pullNow("app.ts")).map(({ range }) => range.start.line), [5, 6]);
    const deadline = Date.now() + 5_000;
    while (session.refreshes() === before && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(session.refreshes() > before);
    assert.deepEqual((await session.pullNow("app.ts")).map(({ range }) => range.start.line), [5, 6, 7]);
  });

  it("finds a secret in the edited stretch at once, without reading the syntax", async () => {
    const { exampleSecrets } = await import("../../server/rules/secrets/exampleTokens.ts");
    const token = [...exampleSecrets].find(([, shown]) => /github/i.test(shown))?.[0] ?? "";
    await session.change("app.ts", cookies);
    await session.pull("app.ts");
    await session.change("app.ts", cookies.replace('"1"', `"${token}"`));
    assert.ok(codes(await session.pullNow("app.ts")).includes("hardcoded-secret"));
  });

  it("finds in an untitled document by its language", async () => {
    await session.open("untitled:Untitled-1", cookies, "typescript");
    assert.equal((await session.pull("untitled:Untitled-1")).length, 2);
    await session.close("untitled:Untitled-1");
  });

  it("uses UTF-16 columns behind an emoji and counts CRLF as one line break", async () => {
    await session.change("app.ts", 'import express from "express";\r\nconst app = express();\r\napp.get("/", (q, res) => { const s = "🎉"; res.cookie("sid", s, { secure: true }); });\r\n');
    const [first] = await session.pull("app.ts");
    assert.equal(first?.range.start.line, 2);
    assert.equal(first.range.start.character, 'app.get("/", (q, res) => { const s = "🎉"; '.length);
  });

  it("follows a configuration file that is written while the editor runs", async () => {
    await session.change("app.ts", cookies);
    assert.equal((await session.pull("app.ts")).length, 2);
    const file = path.join(session.folder, ".marketlint.yml");
    fs.writeFileSync(file, "rules:\n  cookie-missing-http-only: off\n");
    const before = session.refreshes();
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: session.uri(".marketlint.yml"), type: 1 }] });
    assert.deepEqual(await session.pull("app.ts"), []);
    assert.ok(session.refreshes() > before);
    fs.writeFileSync(file, 'ignore: ["app.ts"]\n');
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: session.uri(".marketlint.yml"), type: 2 }] });
    assert.deepEqual(await session.pull("app.ts"), [], "an excluded file has no findings");
    fs.rmSync(file);
    await session.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: session.uri(".marketlint.yml"), type: 3 }] });
    assert.equal((await session.pull("app.ts")).length, 2);
  });

  it("follows the editor's settings at once", async () => {
    session.settings = { rules: { "cookie-missing-http-only": "information" } };
    await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await session.connection.sendRequest("marketlint/status", { uri: session.uri("app.ts") });
    assert.deepEqual((await session.pull("app.ts")).map(({ severity }) => severity), [3, 3]);
    session.settings = {};
    await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  });

  it("shows problems of the configuration in the file itself", async () => {
    const text = "rules:\n  cookie-missing-htp-only: off\nmarketplace: [atlassian]\n";
    await session.open(".marketlint.yml", text, "yaml");
    const found = await session.pull(".marketlint.yml");
    assert.deepEqual(codes(found), ["configuration-invalid", "configuration-invalid"]);
    assert.match(messageOf(found[0]), /cookie-missing-http-only/);
    assert.match(messageOf(found[1]), /marketplaces/);
    await session.close(".marketlint.yml");
  });
});

describe("fixes that reach other files", () => {
  it("moves a secret to the environment and appends a line to .env.example", async () => {
    const { exampleSecrets } = await import("../../server/rules/secrets/exampleTokens.ts");
    const token = [...exampleSecrets].find(([, shown]) => /github/i.test(shown))?.[0] ?? "";
    assert.notEqual(token, "");
    const text = `export const githubToken = "${token}";\n`;
    const session = await startSession({ files: { "package.json": "{}\n", "src/a.ts": text, ".env.example": "PORT=3000" } });
    try {
      await session.open("src/a.ts", text, "typescript");
      const [finding] = await session.pull("src/a.ts");
      assert.equal(finding?.code, "hardcoded-secret");
      assert.ok(!messageOf(finding).includes(token));
      const action = (await session.actions("src/a.ts", finding.range, [finding])).find(({ title }) => title.includes("process.env"));
      assert.equal(action?.isPreferred, undefined, "the value must be set before the program runs: a person decides");
      assert.equal(edited(text, action?.edit, session.uri("src/a.ts")), `export const githubToken = process.env.GITHUB_TOKEN;\nif (!githubToken) throw new Error("GITHUB_TOKEN is not set.");\n`);
      assert.equal(edited("PORT=3000", action?.edit, session.uri(".env.example")), "PORT=3000\nGITHUB_TOKEN=\n");
    } finally {
      await session.stop();
    }
  });
});
