// The index of a workspace: built in the background beside an audit of the same files, and one edit beside its analysis.
import fs from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { startServer } from "./languageClient.mjs";
import { makeForgeApp, makeForgeModule } from "./makeForgeApp.mjs";
import { randomNumbers } from "./sourceText.mjs";
import { median, ratio, runCommand, shown, table } from "./timing.mjs";

const usualFiles = 5_000;

/** A call that needs a scope the app does not ask for. */
const call = "export const make = () => api.asUser().requestJira(route`/rest/api/3/project`, { method: \"POST\" });\n";

const isMissing = ({ code }) => code === "scope-missing";

function forgeApp(root, appFiles) {
  const folder = path.join(root, ".cache/bench", `forge-${appFiles}`);
  if (!fs.existsSync(folder)) {
    const part = `${folder}.part`;
    fs.rmSync(part, { recursive: true, force: true });
    makeForgeApp(part, appFiles);
    fs.renameSync(part, folder);
  }
  return folder;
}

/** From the start of a server to the first finding across files in the manifest, with a file open that makes it. */
async function indexTime(root, folder) {
  const started = performance.now();
  const server = await startServer(root, folder, { refreshSupport: true });
  await server.open("src/index.ts", "typescript", fs.readFileSync(path.join(folder, "src/index.ts"), "utf8") + call);
  for (let items = await server.open("manifest.yml", "yaml", fs.readFileSync(path.join(folder, "manifest.yml"), "utf8")); !items.some(isMissing); ) {
    await server.refresh();
    items = await server.pull("manifest.yml");
  }
  const wall = performance.now() - started;
  await server.stop();
  return { wall };
}

/** Types the call and takes it back; gives how long the manifest took to say so, and how long the file alone. */
async function edits(root, folder, scratch, rounds) {
  const name = "src/index.ts";
  const text = makeForgeModule(randomNumbers(1), 0, 300);
  const end = { line: text.split("\n").length - 1, character: 0 };
  const typed = { start: end, end: { line: end.line + 1, character: 0 } };
  const inApp = await startServer(root, folder, { refreshSupport: false });
  // The same file in a folder without an app: nothing to compare it with.
  const alone = await startServer(root, scratch, { refreshSupport: false });
  await inApp.open("manifest.yml", "yaml", fs.readFileSync(path.join(folder, "manifest.yml"), "utf8"));
  await inApp.open(name, "typescript", text + call);
  await alone.open(name, "typescript", text + call);
  while (!(await inApp.pull("manifest.yml")).some(isMissing)) await new Promise((resolve) => setTimeout(resolve, 100));
  const rows = [];
  for (let edit = -2; edit < rounds * 2; edit++) {
    const [range, added] = edit % 2 === 0 ? [typed, ""] : [{ start: end, end }, call];
    const began = performance.now();
    await inApp.replace(name, range, added);
    const found = (await inApp.pull("manifest.yml")).some(isMissing);
    const across = performance.now() - began;
    if (found !== (added !== "")) throw new Error(`the manifest ${found ? "still" : "does not"} lack a scope`);
    const since = performance.now();
    await alone.replace(name, range, added);
    if (edit >= 0) rows.push({ across, single: performance.now() - since });
  }
  await inApp.stop();
  await alone.stop();
  return rows;
}

/** Compares and gives the table. */
export async function benchIndex({ root, rounds, scratch, files: appFiles = usualFiles }) {
  const folder = forgeApp(root, appFiles);
  const audits = [];
  const indexes = [];
  for (let round = -1; round < rounds; round++) {
    const audit = runCommand([process.execPath, path.join(root, "dist/cli.js"), "audit", folder, "--no-cache", "--fail-on", "never", "--format", "json"]);
    const index = await indexTime(root, folder);
    if (round < 0) continue;
    audits.push(audit);
    indexes.push(index);
  }
  const rows = await edits(root, folder, scratch, rounds);
  const wall = (list) => `${shown(median(list.map((one) => one.wall)))} ms`;
  return table(["figure", "measured", "beside", "ratio", "goal"], [
    [`index of ${appFiles} files, from the start of the server`, wall(indexes), `audit ${wall(audits)}`, shown(ratio(indexes, audits, (one) => one.wall)), "2"],
    [
      "edit of one file to the manifest's findings",
      `${shown(median(rows.map(({ across }) => across)))} ms`,
      `analysis of the file ${shown(median(rows.map(({ single }) => single)))} ms`,
      shown(median(rows.map(({ across, single }) => across / single))),
      "1.5",
    ],
  ]);
}
