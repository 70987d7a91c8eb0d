import { l10n, Uri, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { exportFormats, exportMethod, type ExportFormat, type ExportParams } from "../../server/lsp/protocol.ts";

const endings: Readonly<Record<ExportFormat, string>> = { html: "html", markdown: "md", sarif: "sarif", json: "json", csv: "csv" };
const titles: Readonly<Record<ExportFormat, string>> = { html: "HTML", markdown: "Markdown", sarif: "SARIF", json: "JSON", csv: "CSV" };

/** Asks for a format, where none is given, and for a place, and writes the newest report of a folder there. */
export async function exportReport(server: LanguageClient, folder: string, given?: ExportFormat): Promise<Uri | undefined> {
  const format = given ?? (await chooseFormat());
  if (!format) return undefined;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(Uri.parse(folder), `marketlint-report.${endings[format]}`),
    filters: { [titles[format]]: [endings[format]] },
    saveLabel: l10n.t("Export"),
  });
  return target && writeReport(server, folder, format, target);
}

/** Writes the newest report of a folder to a file. Resolves with the file, or with nothing where there is no report. */
export async function writeReport(server: LanguageClient, folder: string, format: ExportFormat, target: Uri): Promise<Uri | undefined> {
  const params: ExportParams = { folder, format };
  const text = await server.sendRequest<string | null>(exportMethod, params);
  if (text === null) {
    void window.showInformationMessage(l10n.t("There is no report yet: audit the workspace first."));
    return undefined;
  }
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return target;
}

async function chooseFormat(): Promise<ExportFormat | undefined> {
  const items = exportFormats.map((format) => ({ label: titles[format], format }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("Format of the report") }))?.format;
}
