// From starting the server to the first diagnostics, as a ratio to the shortest run of Node.
import { performance } from "node:perf_hooks";
import { startServer } from "./languageClient.mjs";
import { makeModule, randomNumbers } from "./sourceText.mjs";
import { median, runCommand, shown, table } from "./timing.mjs";

const documents = [
  { kind: "no parser needed (Dockerfile)", name: "Dockerfile", language: "dockerfile", text: "FROM node:22\nCMD node .\n" },
  { kind: "TypeScript parser needed", name: "first.ts", language: "typescript", text: makeModule(randomNumbers(1), 100, 4) },
];

async function firstDiagnostics(root, folder, { name, language, text }) {
  const started = performance.now();
  const server = await startServer(root, folder);
  const items = await server.open(name, language, text);
  const took = performance.now() - started;
  await server.stop();
  return { took, found: items.length };
}

/** Compares for a document with and without a tree and gives the table. */
export async function benchStart({ root, folder, rounds }) {
  const rows = [];
  for (const document of documents) {
    const results = [];
    for (let round = -1; round < rounds; round++) {
      const { wall } = runCommand([process.execPath, "-e", "0"]);
      const { took, found } = await firstDiagnostics(root, folder, document);
      if (round >= 0) results.push({ wall, took, found });
    }
    rows.push([
      document.kind,
      String(results[0]?.found),
      `${shown(median(results.map(({ wall }) => wall)))} ms`,
      `${shown(median(results.map(({ took }) => took)))} ms`,
      shown(median(results.map(({ wall, took }) => took / wall))),
    ]);
  }
  return table(["first document", "findings", "node -e 0", "start to diagnostics", "÷ node -e 0"], rows);
}
