import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { FileChangeType, type ClientCapabilities, type Diagnostic } from "vscode-languageserver-protocol/node";
import { pullClient, pushClient, startSession, type Session } from "./serverClient.ts";

const manifest = `app:
  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555
modules:
  jira:issuePanel:
    - key: panel
      resource: main
      title: Panel
      function: run
  function:
    - key: run
      handler: index.run
permissions:
  scopes:
    - read:jira-user
`;
const head = 'import api, { route } from "@forge/api";\n';
const whoAmI = "export const run = () => api.asUser().requestJira(route`/rest/api/3/myself`);\n";
const project = "export const make = () => api.asUser().requestJira(route`/rest/api/3/project`, { method: 'POST' });\n";
const files = {
  "manifest.yml": manifest,
  "package.json": '{ "dependencies": { "@forge/api": "1" } }',
  "src/index.js": head + whoAmI,
  "src/other.js": "export const nothing = 1;\n",
};

function scopesIn(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code)).filter((code) => code === "scope-missing" || code === "scope-unused").sort();
}

/** Pulls until the scope findings are these. */
async function awaitScopes(session: Session, wanted: readonly string[], file = "manifest.yml"): Promise<readonly Diagnostic[]> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const diagnostics = await session.pull(file);
    if (JSON.stringify(scopesIn(diagnostics)) === JSON.stringify(wanted)) return diagnostics;
    assert.ok(Date.now() < deadline, `${JSON.stringify(scopesIn(diagnostics))} instead of ${JSON.stringify(wanted)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A session whose index is known to be complete, since it says that a scope is missing. */
async function withSession(capabilities: ClientCapabilities, use: (session: Session) => Promise<void>): Promise<void> {
  const session = await startSession({ files, capabilities });
  try {
    await use(session);
  } finally {
    await session.stop();
  }
}

describe("rules across files in an editor", () => {
  it("say in the manifest what an edit of another open file changes", () =>
    withSession(pullClient, async (session) => {
      await session.open("manifest.yml");
      await session.open("src/index.js");
      await session.pull("src/index.js");
      await session.change("src/index.js", head + whoAmI + project);
      await session.pull("src/index.js");
      const refreshed = session.refreshes();
      const [missing] = (await awaitScopes(session, ["scope-missing"])).filter(({ code }) => code === "scope-missing");
      assert.match(missing?.relatedInformation?.[0]?.location.uri ?? "", /\/src\/index\.js$/);
      await session.change("src/index.js", head + whoAmI);
      await session.pull("src/index.js");
      await awaitScopes(session, []);
      assert.ok(session.refreshes() > refreshed, "the client is told to ask for the manifest again");
      await session.change("src/index.js", head);
      await session.pull("src/index.js");
      await awaitScopes(session, ["scope-unused"]);
    }));

  it("push what an edit of another open file changes", () =>
    withSession(pushClient, async (session) => {
      await session.open("manifest.yml");
      await session.open("src/index.js");
      await session.change("src/index.js", head + whoAmI + project);
      await session.awaitPublished("manifest.yml", ({ diagnostics }) => scopesIn(diagnostics).join() === "scope-missing");
      await session.change("src/index.js", head + whoAmI);
      await session.awaitPublished("manifest.yml", ({ diagnostics }) => scopesIn(diagnostics).length === 0);
    }));

  it("follow files that change, come and go on the disk", () =>
    withSession(pullClient, async (session) => {
      const tell = async (file: string, type: FileChangeType): Promise<void> =>
        session.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: session.uri(file), type }] });
      const write = (file: string, text: string): void => fs.writeFileSync(path.join(session.folder, file), text);
      await session.open("manifest.yml");
      write("src/other.js", head + project);
      await tell("src/other.js", FileChangeType.Changed);
      await awaitScopes(session, ["scope-missing"]);
      write("src/other.js", "export {};\n");
      await tell("src/other.js", FileChangeType.Changed);
      await awaitScopes(session, []);
      write("src/new.js", head + project);
      await tell("src/new.js", FileChangeType.Created);
      await awaitScopes(session, ["scope-missing"]);
      fs.rmSync(path.join(session.folder, "src/new.js"));
      await tell("src/new.js", FileChangeType.Deleted);
      await awaitScopes(session, []);
    }));

  it("take the text of the disk again once a document is closed", () =>
    withSession(pullClient, async (session) => {
      await session.open("manifest.yml");
      await session.open("src/other.js", head + project);
      await session.pull("src/other.js");
      await awaitScopes(session, ["scope-missing"]);
      await session.close("src/other.js");
      await awaitScopes(session, []);
    }));

  it("keep their findings at their places while the manifest is typed in", () =>
    withSession(pullClient, async (session) => {
      await session.open("src/index.js", head + whoAmI + project);
      await session.pull("src/index.js");
      await session.open("manifest.yml");
      const [before] = (await awaitScopes(session, ["scope-missing"])).filter(({ code }) => code === "scope-missing");
      await session.insert("manifest.yml", [{ line: 0, character: 0, text: "# a comment\n" }]);
      const [typed] = (await session.pullNow("manifest.yml")).filter(({ code }) => code === "scope-missing");
      assert.equal(typed?.range.start.line, (before?.range.start.line ?? 0) + 1);
      const [after] = (await session.pull("manifest.yml")).filter(({ code }) => code === "scope-missing");
      assert.equal(after?.range.start.line, (before?.range.start.line ?? 0) + 1);
    }));

  it("see a wrapper that is called in another file", () =>
    withSession(pullClient, async (session) => {
      await session.open("manifest.yml");
      await session.open("src/index.js", `${head}export const call = (path, options) => api.asUser().requestJira(path, options);\n${whoAmI}`);
      await session.open("src/other.js", 'import { route } from "@forge/api";\nimport { call } from "./index.js";\nexport const make = () => call(route`/rest/api/3/project`, { method: "POST" });\n');
      await session.pull("src/other.js");
      await awaitScopes(session, ["scope-missing"]);
    }));
});
