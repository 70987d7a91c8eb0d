import { randomBytes } from "node:crypto";
import { l10n, Uri, type Webview } from "vscode";
import { reportPage } from "./reportPage.ts";

/** The page of the report in a webview. */
export function reportHtml(webview: Webview, extension: Uri): string {
  const address = (name: string): string => webview.asWebviewUri(Uri.joinPath(extension, "dist", name)).toString();
  return reportPage({
    title: l10n.t("Marketlint report"),
    script: address("reportView.js"),
    style: address("reportView.css"),
    styleSource: webview.cspSource,
    nonce: randomBytes(16).toString("base64"),
  });
}
