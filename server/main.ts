import { startServer } from "./lsp/start.ts";

startServer();
