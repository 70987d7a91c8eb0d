import { l10n, ProgressLocation, Range, window, workspace, type CancellationToken, type Disposable, type ExtensionContext, type LogOutputChannel, type Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { reportMethod, type ExportFormat, type ReportParams, type WorkspaceReport } from "../../server/lsp/protocol.ts";
import { fileOf, fixAllSafe, fixFinding, fixFindings, positionOf } from "./applyFixes.ts";
import { auditHistory, rememberAudit } from "./auditHistory.ts";
import { exportReport, writeReport } from "./exportReport.ts";
import type { FindingPlace, FromView } from "./messages.ts";
import { createReportPanel } from "./reportPanel.ts";

/** The report on the workspace: shown, exported, and read by the tree of findings. */
export interface Reporter extends Disposable {
  /** Audits, then shows the report. */
  show(): Promise<WorkspaceReport | undefined>;
  /** Audits again. Resolves with nothing where the server failed or the audit was ended. */
  refresh(): Promise<WorkspaceReport | undefined>;
  export(format?: ExportFormat): Promise<Uri | undefined>;
  /** Writes the newest report of the first folder to a file. */
  write(format: ExportFormat, target: Uri): Promise<Uri | undefined>;
  readonly newest: WorkspaceReport | undefined;
  /** Called with every new report. */
  onReport(listener: (report: WorkspaceReport) => void): void;
}

/** Makes the reporter and its panel. */
export function createReporter(context: ExtensionContext, server: LanguageClient, output: LogOutputChannel): Reporter {
  const listeners: ((report: WorkspaceReport) => void)[] = [];
  let newest: WorkspaceReport | undefined;
  let running: Promise<WorkspaceReport | undefined> | undefined;
  const panel = createReportPanel(context.extensionUri, (message) => void act(message).catch((error: unknown) => output.error(String(error))));

  const refresh = (): Promise<WorkspaceReport | undefined> => {
    running ??= audit().finally(() => {
      running = undefined;
      panel.setBusy(false);
    });
    return running;
  };

  async function audit(): Promise<WorkspaceReport | undefined> {
    panel.setBusy(true);
    const options = { location: ProgressLocation.Window, title: l10n.t("Auditing the workspace") };
    try {
      const work = (_progress: unknown, token: CancellationToken) => server.sendRequest<WorkspaceReport>(reportMethod, {} satisfies ReportParams, token);
      const report = await window.withProgress(options, work);
      await rememberAudit(context.workspaceState, report, Date.now());
      newest = report;
      panel.setReport({ ...report, trend: auditHistory(context.workspaceState) });
      for (const listener of listeners) listener(report);
      return report;
    } catch (error) {
      output.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage(l10n.t("The audit did not finish: the server failed."));
      return undefined;
    }
  }

  const exportNewest = async (format?: ExportFormat): Promise<Uri | undefined> => {
    const folder = await chooseFolder(newest ?? (await refresh()));
    return folder === undefined ? undefined : exportReport(server, folder, format);
  };

  async function act(message: Exclude<FromView, { kind: "ready" }>): Promise<void> {
    switch (message.kind) {
      case "refresh":
        await refresh();
        return;
      case "open":
        await open(message.place);
        return;
      case "export":
        await exportNewest(message.format);
        return;
      case "fix":
        if (!(await fixFinding(message.place))) void window.showInformationMessage(l10n.t("The file has changed: audit again."));
        break;
      case "fixRule":
        await fixFindings(placesOf(newest, (finding) => finding.rule === message.rule));
        break;
      case "fixSafe":
        await fixAllSafe(filesOf(placesOf(newest, (finding) => finding.fixes[0]?.safe === true)));
        break;
    }
    await refresh();
  }

  return {
    async show() {
      panel.show();
      return refresh();
    },
    refresh,
    export: exportNewest,
    async write(format, target) {
      const folder = (newest ?? (await refresh()))?.folders[0]?.uri;
      return folder === undefined ? undefined : writeReport(server, folder, format, target);
    },
    get newest() {
      return newest;
    },
    onReport: (listener) => void listeners.push(listener),
    dispose() {
      panel.dispose();
    },
  };
}

type Finding = WorkspaceReport["folders"][number]["report"]["findings"][number];

function placesOf(report: WorkspaceReport | undefined, wanted: (finding: Finding) => boolean): FindingPlace[] {
  return (report?.folders ?? []).flatMap(({ uri, report: { findings } }) =>
    findings.filter((finding) => !finding.suppression && wanted(finding)).map(({ path, rule, start }) => ({ folder: uri, path, rule, ...start })),
  );
}

function filesOf(places: readonly FindingPlace[]): Uri[] {
  return [...new Map(places.map((place) => [`${place.folder} ${place.path}`, fileOf(place)])).values()];
}

/** Opens the file of a finding at its place. */
export async function open(place: FindingPlace): Promise<void> {
  const position = positionOf(place);
  await window.showTextDocument(await workspace.openTextDocument(fileOf(place)), { selection: new Range(position, position), preview: true });
}

async function chooseFolder(report: WorkspaceReport | undefined): Promise<string | undefined> {
  const folders = report?.folders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  const items = folders.map(({ uri, name }) => ({ label: name, uri }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("Folder of the report") }))?.uri;
}
