/**
 * `npm start [-- FOLDER]`: builds and packs the extension, and opens a sample app, or FOLDER, in a real VS Code that has
 * it installed: desktop VS Code where `code` is on the path, else the code-server host on 127.0.0.1.
 * `--code-server` takes the host in any case. `--check` starts the host, looks in Chromium whether the extension is
 * there and shows a finding, stops, and ends with 0 or 1.
 */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openWindow, root, startServer } from "./host.mjs";
import { packageExtension, vsixPath } from "./package.mjs";

const options = process.argv.slice(2);
const given = options.find((option) => !option.startsWith("--"));
const folder = path.resolve(given ?? path.join(root, "examples/connect/app"));
const isWindows = process.platform === "win32";

try {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`no folder ${folder}`);
  console.log("Building and packing the extension ...");
  packageExtension();
  if (options.includes("--check")) await check();
  else if (!options.includes("--code-server") && code("--version").status === 0) openOnDesktop();
  else await serve();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** The sample is opened as a copy, so that repairing it leaves the repository as it is. */
function openOnDesktop() {
  const installed = code("--install-extension", vsixPath, "--force");
  if (installed.status !== 0) throw new Error(`code --install-extension failed:\n${installed.stdout}${installed.stderr}`);
  const opened = given ? folder : path.join(fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-sample-")), "app");
  if (!given) fs.cpSync(folder, opened, { recursive: true });
  const shown = firstFinding(opened);
  code(opened, ...(shown ? ["--goto", `${path.join(opened, shown.path)}:${shown.line}`] : []));
  console.log(`VS Code has Marketlint installed and opens ${opened}`);
}

async function serve() {
  let end;
  const wanted = new Promise((resolve) => (end = resolve));
  process.on("SIGINT", () => end("stopped")).on("SIGTERM", () => end("stopped"));
  const orphaned = whenOrphaned(() => end("stopped"));
  const server = await startHost();
  console.log(`VS Code with Marketlint is open at\n\n  ${server.address(firstFile(server))}\n\nStop it with Ctrl+C.`);
  const reason = await Promise.race([wanted, server.ended.then(({ status }) => `VS Code left with status ${status}`)]);
  clearInterval(orphaned);
  await server.stop();
  if (reason !== "stopped") throw new Error(`${reason}\n${server.log()}`);
  console.log("Stopped.");
}

/** npm passes a signal on to its shell only, and the shell goes without telling: then this process is its own parent's no more. */
function whenOrphaned(act) {
  const parent = process.ppid;
  return setInterval(() => process.env.npm_lifecycle_event && process.ppid !== parent && act(), 500);
}

async function check() {
  for (const restricted of [false, true]) {
    const server = await startHost(restricted);
    try {
      await checkWindow(server, restricted);
    } finally {
      await server.stop();
    }
  }
  console.log("The page loads, the extension is listed, and a finding is shown, in restricted mode too.");
}

async function checkWindow(server, restricted) {
  const { page, close } = await openWindow(server, firstFile(server));
  try {
    const squiggles = ".squiggly-error, .squiggly-warning, .squiggly-info";
    await page.locator(squiggles).first().waitFor({ timeout: 60_000, state: "attached" });
    const banner = page.getByText("Restricted Mode is intended for safe code browsing").first();
    if (restricted) await banner.waitFor({ timeout: 30_000 });
    else if (await banner.isVisible()) throw new Error("the window is in restricted mode");
    await page.keyboard.press("Control+Shift+X");
    await page.locator(".extension-list-item .name", { hasText: "Marketlint" }).first().waitFor({ timeout: 30_000 });
  } finally {
    await page.screenshot({ path: path.join(root, ".cache/start-check.png") });
    await close();
  }
}

/** Only who knows the token may use the editor: it runs commands on this machine. */
function startHost(restricted = false) {
  return startServer({ folder, copy: given === undefined, restricted, vsix: vsixPath, token: randomBytes(16).toString("hex") });
}

function firstFile(server) {
  const shown = firstFinding(server.workspace);
  return shown ? [["openFile", server.remote(path.join(server.workspace, shown.path))]] : [];
}

/** The first finding of the command line, to have something to show; nothing where there is none or it cannot tell. */
function firstFinding(audited) {
  const parameters = [path.join(root, "dist/cli.js"), "audit", audited, "--format", "json", "--no-cache"];
  const { status, stdout } = spawnSync(process.execPath, parameters, { encoding: "utf8", maxBuffer: 1 << 28, timeout: 60_000 });
  if (status !== 0 && status !== 1) return undefined;
  const [first] = JSON.parse(stdout).findings;
  return first && { path: first.path, line: first.start.line };
}

function code(...parameters) {
  return spawnSync("code", parameters, { encoding: "utf8", shell: isWindows });
}
