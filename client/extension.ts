import { commands, l10n, window, type ExtensionContext, type LogOutputChannel, type Uri } from "vscode";
import { State, type LanguageClient } from "vscode-languageclient/node";
import { statusMethod, type Status } from "../server/lsp/protocol.ts";
import { createAuditor } from "./audit.ts";
import { watchChangedFiles } from "./changedFiles.ts";
import { createFindingStore, type FindingStore } from "./findingStore.ts";
import { createLanguageClient } from "./languageClient.ts";
import { registerLanguageModelTools } from "./languageModelTools.ts";
import { registerReport } from "./reportCommands.ts";
import type { Reporter } from "./report/report.ts";
import { registerShowReferences } from "./showReferences.ts";
import { showStatus } from "./statusItem.ts";

/** What other extensions, and our tests, get from `extensions.getExtension("marketlint.marketlint")`. */
export interface MarketlintApi {
  /** Which marketplaces apply to a file, and why. */
  status(file: Uri): Promise<Status>;
  readonly report: Pick<Reporter, "refresh" | "write">;
}

let client: LanguageClient | undefined;

/** Starts the language server and registers the commands. Called once by VS Code. */
export async function activate(context: ExtensionContext): Promise<MarketlintApi> {
  const output = window.createOutputChannel("Marketlint", { log: true });
  const findings = createFindingStore();
  const server = createLanguageClient(context, output, findings);
  const auditor = createAuditor(server, findings, output);
  client = server;

  const { reporter, disposables } = registerReport(context, server, output);
  const auditActive = (file?: Uri) => {
    const wanted = file ?? window.activeTextEditor?.document.uri;
    return wanted && auditor.auditFile(wanted);
  };
  context.subscriptions.push(
    output,
    findings,
    watchChangedFiles(server, findings, output),
    ...showStatus(server),
    registerShowReferences(server),
    ...disposables,
    ...registerLanguageModelTools(server),
    commands.registerCommand("marketlint.auditWorkspace", auditor.auditWorkspace),
    commands.registerCommand("marketlint.auditFile", auditActive),
    commands.registerCommand("marketlint.cancelAudit", auditor.cancel),
    commands.registerCommand("marketlint.restartServer", () => {
      auditor.cancel();
      return restart(server, findings, output);
    }),
    commands.registerCommand("marketlint.showOutput", () => output.show()),
  );
  await start(server, output);
  return {
    report: reporter,
    status: (file) => server.sendRequest<Status>(statusMethod, { uri: server.code2ProtocolConverter.asUri(file) }),
  };
}

/** Stops the language server. Called once by VS Code. */
export async function deactivate(): Promise<void> {
  if (client?.state === State.Running) await client.stop();
}

/** A failed start is shown by the client and the status item; the commands stay, so that a restart can be tried. */
async function start(server: LanguageClient, output: LogOutputChannel): Promise<void> {
  try {
    await server.start();
  } catch (error) {
    output.error(l10n.t("The server did not start"), error);
  }
}

async function restart(server: LanguageClient, findings: FindingStore, output: LogOutputChannel): Promise<void> {
  try {
    await server.stop();
  } catch (error) {
    // A server that hangs does not answer; the client ends its process then.
    output.warn(l10n.t("The server did not stop by itself"), error);
  }
  findings.clear();
  await start(server, output);
}
