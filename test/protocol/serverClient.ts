import { spawn, type ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";

import { ruleHeads } from "../../server/rules/ruleHeads.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const server = path.join(root, "dist/server.js");

/** What a modern client says of itself. */
export const pullClient: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"], snippetEditSupport: true },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedDocumentSupport: false, codeDescriptionSupport: true, relatedInformation: true },
    publishDiagnostics: { codeDescriptionSupport: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } }, isPreferredSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
  },
};

/** What an older client says: it only takes what is sent. */
export const pushClient: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
    hover: { contentFormat: ["plaintext"] },
  },
};

/** A running server and the client side of its connection. */
export interface Session {
  readonly connection: ProtocolConnection;
  readonly folder: string;
  readonly initialized: InitializeResult;
  /** Everything the server published, in order. */
  readonly published: PublishDiagnosticsParams[];
  /** How often the server asked to pull again. */
  readonly refreshes: () => number;
  settings: unknown;
  uri(file: string): string;
  open(file: string, text?: string, languageId?: string): Promise<void>;
  change(file: string, text: string): Promise<void>;
  /** Inserts text at places that are given as they are before all insertions, last place first. */
  insert(file: string, insertions: readonly { readonly line: number; readonly character: number; readonly text: string }[]): Promise<void>;
  close(file: string): Promise<void>;
  /** The diagnostics once the analysis of the newest version is done. */
  pull(file: string): Promise<Diagnostic[]>;
  /** The diagnostics as the first answer has them. */
  pullNow(file: string): Promise<Diagnostic[]>;
  /** The diagnostics last published for a file once `accept` likes them. Rejects after ten seconds. */
  awaitPublished(file: string, accept: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams>;
  actions(file: string, range: Range, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]>;
  text(file: string): string;
  stop(): Promise<void>;
}

/** Options of a session. */
export interface SessionOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly capabilities?: ClientCapabilities;
  /** With `files`, rules that these do not name are those that the tests' files are made for. */
  readonly settings?: unknown;
  readonly transport?: "stdio" | "ipc";
  /** Use this folder instead of a new one. */
  readonly folder?: string;
}

/** Writes files into a new folder below the system's temporary one. */
export function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-protocol-"));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return folder;
}

function connect(transport: "stdio" | "ipc"): { child: ChildProcess; connection: ProtocolConnection } {
  if (transport === "ipc") {
    const child = spawn(process.execPath, [server, "--node-ipc"], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    return { child, connection: createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)) };
  }
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  return {
    child,
    connection: createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
  };
}

/** What the files of these tests are made for. */
const fewRules: ReadonlySet<string> = new Set(["container-runs-as-root", "cookie-missing-http-only", "cookie-missing-secure", "forge-egress-wildcard", "hardcoded-secret"]);

/** Settings with all other rules off, so that a new rule changes nothing of what files of a few lines show. */
function withFewRules(settings: unknown): object {
  const others = ruleHeads.filter(({ id, concern }) => concern !== "marketlint" && concern !== "scopes" && !fewRules.has(id));
  const given = (settings ?? {}) as { readonly rules?: object };
  return { ...given, rules: { ...Object.fromEntries(others.map(({ id }) => [id, "off"])), ...given.rules } };
}

/** Starts the built server and initialises it. */
export async function startSession(options: SessionOptions = {}): Promise<Session> {
  const { capabilities = pullClient, transport = "stdio" } = options;
  const folder = options.folder ?? makeFolder(options.files ?? {});
  const { child, connection } = connect(transport);
  const published: PublishDiagnosticsParams[] = [];
  const texts = new Map<string, { text: string; version: number }>();
  let refreshed = 0;
  const session = { settings: options.settings ?? {} };
  const settings = (): unknown => (options.folder === undefined ? withFewRules(session.settings) : session.settings);
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => void published.push(params));
  connection.onRequest("workspace/diagnostic/refresh", () => {
    refreshed++;
    return null;
  });
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(settings));
  connection.onRequest("workspace/workspaceFolders", () => [{ uri: pathToFileURL(folder).toString(), name: "ws" }]);
  connection.listen();

  const uri = (file: string): string => (file.includes("://") || file.startsWith("untitled:") ? file : pathToFileURL(path.join(folder, file)).toString());
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(folder).toString(),
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: "ws" }],
    capabilities,
    initializationOptions: settings(),
  });
  await connection.sendNotification("initialized", {});

  return Object.assign(session, {
    connection,
    folder,
    initialized,
    published,
    refreshes: () => refreshed,
    uri,
    async open(file: string, text?: string, languageId = "plaintext") {
      const content = text ?? fs.readFileSync(path.join(folder, file), "utf8").replace(/^\uFEFF/, "");
      texts.set(file, { text: content, version: 1 });
      await connection.sendNotification("textDocument/didOpen", { textDocument: { uri: uri(file), languageId, version: 1, text: content } });
    },
    async change(file: string, text: string) {
      const version = (texts.get(file)?.version ?? 0) + 1;
      texts.set(file, { text, version });
      await connection.sendNotification("textDocument/didChange", { textDocument: { uri: uri(file), version }, contentChanges: [{ text }] });
    },
    async insert(file: string, insertions: readonly { line: number; character: number; text: string }[]) {
      const before = texts.get(file) ?? { text: "", version: 0 };
      const contentChanges = insertions.map(({ line, character, text }) => ({
        range: { start: { line, character }, end: { line, character } },
        text,
      }));
      const text = insertions.reduce((current, one) => {
        const at = offsetIn(current, one);
        return current.slice(0, at) + one.text + current.slice(at);
      }, before.text);
      texts.set(file, { text, version: before.version + 1 });
      await connection.sendNotification("textDocument/didChange", { textDocument: { uri: uri(file), version: before.version + 1 }, contentChanges });
    },
    async close(file: string) {
      texts.delete(file);
      await connection.sendNotification("textDocument/didClose", { textDocument: { uri: uri(file) } });
    },
    async pull(file: string) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const report = await connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri: uri(file) } });
        // Right after an edit the answer is what is known already; the whole follows when the typing rests.
        const provisional = report.resultId?.includes("p") ?? false;
        if (!provisional) return report.kind === "full" ? report.items : [];
        if (Date.now() > deadline) throw new Error("the analysis did not come in time");
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async pullNow(file: string) {
      const report = await connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri: uri(file) } });
      return report.kind === "full" ? report.items : [];
    },
    async awaitPublished(file: string, accept: (params: PublishDiagnosticsParams) => boolean) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const last = published.filter((one) => one.uri === uri(file)).at(-1);
        if (last && accept(last)) return last;
        if (Date.now() > deadline) throw new Error(`not published in time; last: ${JSON.stringify(last)}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async actions(file: string, range: Range, diagnostics: Diagnostic[], only?: string[]) {
      return (
        (await connection.sendRequest<CodeAction[] | null>("textDocument/codeAction", {
          textDocument: { uri: uri(file) },
          range,
          context: { diagnostics, ...(only && { only }) },
        })) ?? []
      );
    },
    text: (file: string) => texts.get(file)?.text ?? "",
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await new Promise<void>((resolve) => {
        if (child.exitCode !== null) resolve();
        child.once("exit", () => resolve());
      });
      connection.dispose();
      if (!options.folder) fs.rmSync(folder, { recursive: true, force: true });
    },
  });
}

function offsetIn(text: string, { line, character }: { line: number; character: number }): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  return lines.slice(0, line).join("").length + character;
}

/** The text of one document after a workspace edit; snippets become their placeholder's text. */
export function edited(text: string, edit: WorkspaceEdit | undefined, uri: string): string {
  const fromChanges = edit?.changes?.[uri] ?? [];
  const fromDocuments = (edit?.documentChanges ?? []).flatMap((change) =>
    "textDocument" in change && change.textDocument.uri === uri ? change.edits : [],
  );
  const edits = [...fromChanges, ...fromDocuments].map((one) => ({
    start: offsetIn(text, one.range.start),
    end: offsetIn(text, one.range.end),
    newText: newTextOf(one),
  }));
  return edits
    .sort((left, right) => right.start - left.start)
    .reduce((current, one) => current.slice(0, one.start) + one.newText + current.slice(one.end), text);
}

function newTextOf(edit: TextEdit | SnippetTextEdit): string {
  if ("newText" in edit) return edit.newText;
  return edit.snippet.value.replace(/\$\{1:((?:[^}\\]|\\.)*)\}/, "$1").replace(/\\([\\$}])/g, "$1");
}
