import { serveThread } from "./workspace/threads/serveThread.ts";

serveThread();
