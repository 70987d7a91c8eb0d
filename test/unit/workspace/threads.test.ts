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

  async function results(files: readonly string[], signal?: AbortSignal, siftHere = false): Promise<Map<string, FileResult>> {
    const taken = new Map<string, FileResult>();
    const take = (result: FileResult): void => {
      assert.ok(!taken.has(result.path), `${result.path} came twice`);
      taken.set(result.path, result);
    };
    // Only who hangs is to be timed: on a busy machine the others may take long to start.
    const fileMilliseconds = files.includes("hang") ? 2_000 : 15_000;
    const makeThread = (): ReturnType<typeof createAnalysisThread> => createAnalysisThread({ file, fileMilliseconds, heapMegabytes: 64 });
    await analyseOnThreads({ root: folder, files, siftHere, ...(signal && { signal }) }, take, 2, makeThread);
    return taken;
  }

  for (const [name, reason] of [
    ["hang", "its analysis took longer than 2 seconds"],
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

  it("every file comes once where the caller sifts too, and only what needs it is analysed", async () => {
    const files = Array.from({ length: 1_000 }, (_, at) => `${at % 3 ? "plain" : "FROM"}/${at}/Dockerfile`);
    for (const name of files) {
      fs.mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), name.startsWith("FROM") ? "FROM scratch\n" : "# nothing here\n");
    }
    const taken = await results(files, undefined, true);
    assert.deepEqual([...taken.keys()].sort(), files.sort());
    for (const name of files.filter((one) => one.startsWith("FROM"))) assert.ok(taken.get(name)?.analysis, `${name} was not analysed`);
  });

  it("an ended audit rejects where the caller sifts too", async () => {
    const abort = new AbortController();
    const files = Array.from({ length: 20_000 }, (_, at) => `none ${at}`);
    const running = results(files, abort.signal, true);
    setTimeout(() => abort.abort(), 20);
    await assert.rejects(running, { name: "AbortError" });
  });

  it("a lost file is listed where the caller sifts too", async () => {
    const taken = await results(["a", "hang", "b"], undefined, true);
    assert.deepEqual([...taken.keys()].sort(), ["a", "b", "hang"]);
    assert.deepEqual(taken.get("hang")?.notAnalysed, [{ path: "hang", reason: "its analysis took longer than 2 seconds" }]);
  });

  it("an ended audit rejects with the signal's reason and leaves no thread", async () => {
    const abort = new AbortController();
    const files = Array.from({ length: 10_000 }, (_, at) => `file ${at}`);
    const running = results(files, abort.signal);
    setTimeout(() => abort.abort(), 50);
    await assert.rejects(running, { name: "AbortError" });
  });
});
