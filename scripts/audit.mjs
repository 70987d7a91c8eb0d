// `npm run audit -- PATH`: the command line on PATH, built first where the sources are newer than the bundle.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { newestTime } from "./newest.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = path.join(root, "dist", "cli.js");
const sources = ["server", "package.json", "package-lock.json", "scripts/build.mjs"].map((place) => path.join(root, place));
const built = fs.statSync(cli, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (newestTime(sources) > built) {
  const { buildAll } = await import("./build.mjs");
  await buildAll();
}
// npm runs scripts in the package's folder; paths are meant from where the user stands.
const cwd = process.env.INIT_CWD ?? process.cwd();
const { status, signal } = spawnSync(process.execPath, [cli, "audit", ...process.argv.slice(2)], { cwd, stdio: "inherit" });
process.exitCode = status ?? (signal ? 130 : 3);
