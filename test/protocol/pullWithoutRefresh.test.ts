import assert from "node:assert/strict";
import { pullClient, startSession } from "./serverClient.ts";

/** Neovim 0.11: it asks for diagnostics, and has no way to be told to ask again. */
const capabilities = { ...pullClient, workspace: { ...pullClient.workspace, diagnostics: { refreshSupport: false } } };

describe("a client that pulls and cannot be told to pull again", () => {
  it("is sent what changes when the configuration does", async () => {
    const text = "FROM node:22\n";
    const session = await startSession({ capabilities, files: { Dockerfile: text } });
    try {
      assert.equal(session.initialized.capabilities.diagnosticProvider, undefined);
      await session.open("Dockerfile");
      await session.awaitPublished("Dockerfile", ({ diagnostics }) => diagnostics.length === 1);
      session.settings = { rules: { "container-runs-as-root": "off" } };
      await session.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      await session.awaitPublished("Dockerfile", ({ diagnostics }) => diagnostics.length === 0);
    } finally {
      await session.stop();
    }
  });
});
