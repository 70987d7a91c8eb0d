import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { FileResult } from "../../../server/workspace/fileResults.ts";
import { analyseOnThreads } from "../../../server/workspace/threads/analyseOnThreads.ts";
import { createAnalysisThread } from "../../../server/workspace/threads/analysisThread.ts";

/**
 * A stand-in for the rules: it obeys the thread's messages, hangs on `hang`, exits on `die`, throws on
 * `throw`, eats memory on `eat`, and answers everything else.
 */
const naughtyThread = `
const { parentPort, workerData } = require("node:worker_threads");
const shared = new Int32Array(workerData);
parentPort.on("message", ({ id, task }) => {
  task.files.forEach((path, at) => {
    Atomics.store(shared, 1, at);
    if (Atomics.load(shared, 0) === id) return;
    if (path === "hang") for (;;);
    if (path === "die") process.exit(0);
    if (path === "throw") throw new Error("naughty");
    if (path === "eat") { const all = []; for (;;) all.push(new Array(1000).fill(at)); }
    parentPort.postMessage({ id, kind: "part", files: [{ path, notAnalysed: [], skipped: false, analysis: { path } }] });
  });
  parentPort.postMessage({ id, kind: Atomics.load(shared, 0) === id ? "aborted" : "end" });
});
`;

describe("analysis on threads", () => {
  let folder: string;
  let file: string;
  before(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-thread-"));
    file = path.join(folder, "naughty.cjs");
    fs.writeFileSync(file, naughtyThread);
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function results(files: readonly string[], signal?: AbortSignal): Promise<Map<string, FileResult>> {
    const taken = new Map<string, FileResult>();
    const take = (result: FileResult): void => {
      assert.ok(!taken.has(result.path), `${result.path} came twice`);
      taken.set(result.path, result);
    };
    const makeThread = (): ReturnType<typeof createAnalysisThread> => createAnalysisThread({ file, fileMilliseconds: 400, heapMegabytes: 64 });
    await analyseOnThreads({ root: folder, files, ...(signal && { signal }) }, take, 2, makeThread);
    return taken;
  }

  for (const [name, reason] of [
    ["hang", "its analysis took longer than 0.4 seconds"],
    ["die", "the analysis ended without an answer"],
    ["throw", "its analysis failed"],
    ["eat", "its analysis needed more than 64 MB of memory"],
  ] as const) {
    it(`a file to ${name} on costs itself alone, with the reason`, async () => {
      const taken = await results(["a", "b", name, "c"]);
      assert.deepEqual([...taken.keys()].sort(), ["a", "b", "c", name].sort());
      assert.deepEqual(taken.get(name)?.notAnalysed, [{ path: name, reason }]);
      for (const good of ["a", "b", "c"]) assert.deepEqual(taken.get(good)?.notAnalysed, []);
    });
  }

  it("every file comes once, over many batches", async () => {
    const files = Array.from({ length: 1_000 }, (_, at) => `file ${at}`);
    assert.deepEqual([...(await results(files)).keys()].sort(), files.sort());
  });

  it("an ended audit rejects with the signal's reason and leaves no thread", async () => {
    const abort = new AbortController();
    const files = Array.from({ length: 10_000 }, (_, at) => `file ${at}`);
    const running = results(files, abort.signal);
    setTimeout(() => abort.abort(), 50);
    await assert.rejects(running, { name: "AbortError" });
  });
});
