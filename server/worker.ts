import { loadEngine } from "./workspace/loadEngine.ts";

void loadEngine().then(({ serveThread }) => serveThread());
