import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./server.ts";

/**
 * Starts the language server on what the arguments name: `--stdio`, `--node-ipc`, `--socket=N` or `--pipe=NAME`.
 * It ends with the connection.
 */
export function startServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  serve(connection);
  connection.listen();
}
