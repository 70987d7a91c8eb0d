import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import type { AnalysisThread } from "../workspace/threads/analysisThread.ts";
import { serve } from "./server.ts";

/**
 * Starts the language server on what the arguments name: `--stdio`, `--node-ipc`, `--socket=N` or `--pipe=NAME`.
 * It analyses on `thread` and ends with the connection.
 */
export function startServer(thread: AnalysisThread): void {
  const connection = createConnection(ProposedFeatures.all);
  serve(connection, thread);
  connection.listen();
}
