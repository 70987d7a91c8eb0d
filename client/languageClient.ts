import * as path from "node:path";
import { CodeActionKind, workspace, type CodeActionContext, type ExtensionContext, type LogOutputChannel, type TextDocument } from "vscode";
import {
  DiagnosticPullMode,
  LanguageClient,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from "vscode-languageclient/node";
import { diagnosticSource, settingsSection, showReferencesCommand } from "../server/lsp/protocol.ts";
import type { FindingStore } from "./findingStore.ts";

/** Every text file on disk, because secrets lie in any; the server decides by name what else to check. No notebook cells. */
export const documentSelector = [{ scheme: "file" }, { scheme: "untitled" }];

/** Makes the language client; starts nothing yet. */
export function createLanguageClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  findings: FindingStore,
): LanguageClient {
  const server = { module: path.join(context.extensionPath, "dist", "server.js"), transport: TransportKind.ipc };
  const serverOptions: ServerOptions = {
    run: server,
    debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
  const options: LanguageClientOptions = {
    documentSelector,
    initializationOptions: { commands: [showReferencesCommand] },
    outputChannel: output,
    traceOutputChannel: output,
    diagnosticCollectionProvider: findings.pullCollection,
    diagnosticPullOptions: { onChange: true, onSave: true, filter: isLeftOut },
    middleware: {
      provideCodeActions: (document, range, context, token, next) =>
        mayHaveActions(context) ? next(document, range, context, token) : [],
    },
  };
  return new LanguageClient("marketlint", "Marketlint", serverOptions, options);
}

/** Whether the setting keeps this document from being checked at this event. */
function isLeftOut(document: TextDocument, mode: DiagnosticPullMode): boolean {
  if (mode !== DiagnosticPullMode.onType) return false;
  return workspace.getConfiguration(settingsSection, document).get("run") === "onSave";
}

/** Spares a request at every move of the cursor: without a finding of ours there, only source actions are left. */
function mayHaveActions(context: CodeActionContext): boolean {
  if (context.only !== undefined && CodeActionKind.Source.intersects(context.only)) return true;
  return context.diagnostics.some(({ source }) => source === diagnosticSource);
}
