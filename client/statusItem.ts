import { LanguageStatusSeverity, l10n, languages, window, type Disposable } from "vscode";
import { State, type LanguageClient } from "vscode-languageclient/node";
import { statusMethod, type Status } from "../server/lsp/protocol.ts";
import { documentSelector } from "./languageClient.ts";

/** Shows which marketplaces apply to the active file, and why, in the language status of the editor. */
export function showStatus(client: LanguageClient): Disposable[] {
  const item = languages.createLanguageStatusItem("marketlint.status", documentSelector);
  item.name = "Marketlint";

  const show = (status: Status): void => {
    const titles = status.marketplaces.map(({ title }) => title).join(", ");
    item.text = titles === "" ? l10n.t("Marketlint: general rules") : l10n.t("Marketlint: {0}", titles);
    item.detail = titles === "" ? l10n.t("No marketplace was recognised") : reasons(status);
    item.severity = LanguageStatusSeverity.Information;
    item.busy = status.busy;
    item.command = { command: "marketlint.showOutput", title: l10n.t("Show Output") };
    item.accessibilityInformation = { label: `${item.text}. ${item.detail}` };
  };
  const showStopped = (): void => {
    item.text = l10n.t("Marketlint is not running");
    item.detail = "";
    item.severity = LanguageStatusSeverity.Error;
    item.busy = false;
    item.command = { command: "marketlint.restartServer", title: l10n.t("Restart Server") };
    item.accessibilityInformation = { label: item.text };
  };
  const ask = async (): Promise<void> => {
    const uri = activeUri(client);
    if (uri === undefined || !client.isRunning()) return;
    const status = await client.sendRequest<Status>(statusMethod, { uri });
    if (uri === activeUri(client)) show(status);
  };
  const refresh = (): void => {
    ask().catch((error: unknown) => client.warn("The status was not answered", error, false));
  };

  return [
    item,
    window.onDidChangeActiveTextEditor(refresh),
    client.onNotification(statusMethod, (status: Status) => {
      if (status.uri === activeUri(client)) show(status);
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) refresh();
      if (newState === State.Stopped || newState === State.StartFailed) showStopped();
    }),
  ];
}

function activeUri(client: LanguageClient): string | undefined {
  const document = window.activeTextEditor?.document;
  return document && client.code2ProtocolConverter.asUri(document.uri);
}

function reasons({ marketplaces }: Status): string {
  const why = marketplaces.map(({ reason, path }) => (path === "" ? reason : `${reason} (${path})`));
  if (why.length === 1) return why.join("");
  return marketplaces.map(({ title }, index) => `${title}: ${why[index] ?? ""}`).join("; ");
}
