import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { AuditedRoot } from "../reports/auditedRoot.ts";
import { createMcpServer } from "./server.ts";

/** Serves the Model Context Protocol over standard input and output until the client leaves. */
export async function startMcpServer(root: AuditedRoot): Promise<void> {
  const server = createMcpServer(root);
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.on("end", resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
}
