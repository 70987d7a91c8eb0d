import { createAnalysisThread } from "./workspace/threads/analysisThread.ts";

// The thread loads the rules while this one loads the protocol: what takes longest at the start runs side by side.
const thread = createAnalysisThread({ warm: true });
void import("./lsp/start.ts").then(({ startServer }) => startServer(thread));
