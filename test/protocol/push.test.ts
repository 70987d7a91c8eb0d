import assert from "node:assert/strict";
import { edited, pushClient, startSession, type Session } from "./serverClient.ts";

const cookie = `import express from "express";
const app = express();
app.get("/", (req, res) => {
  res.cookie("sid", "1", { httpOnly: true });
});
`;

describe("a client that only takes pushed diagnostics", () => {
  let session: Session;
  before(async () => {
    session = await startSession({ files: { "package.json": "{}\n", "app.js": cookie, Dockerfile: "FROM node:22\n" }, capabilities: pushClient });
  });
  after(() => session.stop());

  it("is not offered pull diagnostics", () => {
    assert.equal(session.initialized.capabilities.diagnosticProvider, undefined);
  });

  it("gets findings with the version they are for", async () => {
    await session.open("app.js", undefined, "javascript");
    const { version, diagnostics } = await session.awaitPublished("app.js", ({ diagnostics }) => diagnostics.length > 0);
    assert.equal(version, 1);
    assert.deepEqual(diagnostics.map(({ code }) => code), ["cookie-missing-secure"]);
    assert.equal(diagnostics[0]?.codeDescription, undefined, "the client did not say that it knows links");
  });

  it("gets an empty list when the fix is applied, as plain changes", async () => {
    const { diagnostics } = await session.awaitPublished("app.js", ({ diagnostics }) => diagnostics.length > 0);
    const [first] = diagnostics;
    assert.ok(first);
    const actions = await session.actions("app.js", first.range, [first]);
    const fix = actions.find(({ edit }) => edited(cookie, edit, session.uri("app.js")).includes("secure: true"));
    assert.ok(fix?.edit?.changes, "a client without documentChanges gets changes");
    await session.change("app.js", edited(cookie, fix.edit, session.uri("app.js")));
    await session.awaitPublished("app.js", ({ version, diagnostics }) => version === 2 && diagnostics.length === 0);
  });

  it("only ever gets the newest version's findings last", async () => {
    for (let at = 0; at < 10; at++) await session.change("app.js", cookie + `// ${at}\n`);
    await session.change("app.js", "const a = 1;\n");
    const last = await session.awaitPublished("app.js", ({ version }) => version === 13);
    assert.deepEqual(last.diagnostics, []);
  });

  it("gets an empty list when a document is closed", async () => {
    await session.open("Dockerfile", undefined, "dockerfile");
    await session.awaitPublished("Dockerfile", ({ diagnostics }) => diagnostics.length === 1);
    await session.close("Dockerfile");
    await session.awaitPublished("Dockerfile", ({ diagnostics }) => diagnostics.length === 0);
  });
});

describe("the server over Node IPC", () => {
  it("starts and finds as over stdio", async () => {
    const session = await startSession({ files: { Dockerfile: "FROM node:22\n" }, transport: "ipc" });
    try {
      await session.open("Dockerfile", undefined, "dockerfile");
      assert.deepEqual((await session.pull("Dockerfile")).map(({ code }) => code), ["container-runs-as-root"]);
    } finally {
      await session.stop();
    }
  });
});
