import { commands, window, type Disposable, type ExtensionContext, type LogOutputChannel } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { ExportFormat } from "../server/lsp/protocol.ts";
import { createFindingsTree, groupings } from "./findings/findingsTree.ts";
import type { FindingPlace } from "./report/messages.ts";
import { createReporter, open, type Reporter } from "./report/report.ts";

/** Registers the report, its exports and the tree of findings. */
export function registerReport(context: ExtensionContext, server: LanguageClient, output: LogOutputChannel): { reporter: Reporter; disposables: Disposable[] } {
  const reporter = createReporter(context, server, output);
  const tree = createFindingsTree();
  reporter.onReport(tree.setReport);
  const grouped = groupings.map((grouping) =>
    commands.registerCommand(`marketlint.groupBy${grouping.charAt(0).toUpperCase()}${grouping.slice(1)}`, () => {
      void commands.executeCommand("setContext", "marketlint.grouping", grouping);
      tree.groupBy(grouping);
    }),
  );
  void commands.executeCommand("setContext", "marketlint.grouping", "file");
  return {
    reporter,
    disposables: [
      reporter,
      window.registerTreeDataProvider("marketlint.findings", tree),
      commands.registerCommand("marketlint.showReport", () => reporter.show()),
      commands.registerCommand("marketlint.refreshFindings", () => reporter.refresh()),
      commands.registerCommand("marketlint.exportReport", (format?: ExportFormat) => reporter.export(format)),
      commands.registerCommand("marketlint.openFinding", (place: FindingPlace) => open(place)),
      ...grouped,
    ],
  };
}
