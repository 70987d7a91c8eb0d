import { l10n, ViewColumn, window, type Disposable, type Uri, type WebviewPanel } from "vscode";
import type { FromView, ShownReport, ToView } from "./messages.ts";
import { reportHtml } from "./reportHtml.ts";

/** What the view may set off. */
export type ReportActions = (message: Exclude<FromView, { kind: "ready" }>) => void;

/** The one panel with the report; opened again it comes to the front. */
export interface ReportPanel extends Disposable {
  show(): void;
  /** Shows a report, now or as soon as the panel is open. */
  setReport(report: ShownReport): void;
  setBusy(busy: boolean): void;
}

/** Makes the panel; nothing is shown before `show`. */
export function createReportPanel(extension: Uri, act: ReportActions): ReportPanel {
  let panel: WebviewPanel | undefined;
  let report: ShownReport | undefined;
  let busy = false;

  const tell = (message: ToView): void => void panel?.webview.postMessage(message);
  const tellAll = (): void => {
    if (report) tell({ kind: "report", report });
    tell({ kind: "busy", busy });
  };

  return {
    show() {
      if (panel) {
        panel.reveal();
        return;
      }
      const options = { enableScripts: true, retainContextWhenHidden: true, enableFindWidget: true, localResourceRoots: [extension] };
      panel = window.createWebviewPanel("marketlint.report", l10n.t("Marketlint report"), ViewColumn.Active, options);
      panel.onDidDispose(() => (panel = undefined));
      panel.webview.onDidReceiveMessage((message: FromView) => {
        if (message.kind === "ready") tellAll();
        else act(message);
      });
      panel.webview.html = reportHtml(panel.webview, extension);
    },
    setReport(shown) {
      report = shown;
      tell({ kind: "report", report: shown });
    },
    setBusy(now) {
      busy = now;
      tell({ kind: "busy", busy: now });
    },
    dispose() {
      panel?.dispose();
    },
  };
}
