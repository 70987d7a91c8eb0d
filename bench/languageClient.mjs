// The client's side of the Language Server Protocol, as small as a measurement can have it.
import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";

/** A client that pulls diagnostics. Where it can be asked to pull again, the server answers before it has parsed. */
function capabilities(refreshSupport) {
  return {
    workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport } },
    textDocument: { diagnostic: {}, publishDiagnostics: {} },
  };
}

/** Starts the built server for a folder; it is ready to open documents when the promise resolves. */
export async function startServer(root, folder, { refreshSupport = true } = {}) {
  const environment = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };
  const child = spawn(process.execPath, [path.join(root, "dist/server.js"), "--stdio"], { stdio: ["pipe", "pipe", "inherit"], env: environment });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({})));
  let refreshed = () => undefined;
  connection.onRequest("workspace/diagnostic/refresh", () => {
    refreshed();
    return null;
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: "bench" }], capabilities: capabilities(refreshSupport) });
  await connection.sendNotification("initialized", {});

  let version = 1;
  const uriOf = (name) => pathToFileURL(path.join(folder, name)).href;
  const pull = async (name) => (await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: uriOf(name) } })).items;
  return {
    pull,
    /** Resolves when the server next asks to pull again. Rejects after a minute. */
    async refresh() {
      await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("the server did not ask to pull again")), 60_000);
        refreshed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    async open(name, languageId, text) {
      await connection.sendNotification("textDocument/didOpen", { textDocument: { uri: uriOf(name), languageId, version: 1, text } });
      return pull(name);
    },
    async replace(name, range, text) {
      version++;
      await connection.sendNotification("textDocument/didChange", { textDocument: { uri: uriOf(name), version }, contentChanges: [{ range, text }] });
      return pull(name);
    },
    async stop() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await ended;
      connection.dispose();
    },
  };
}
