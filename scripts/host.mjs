/**
 * A real VS Code without its download: the npm package `code-server` carries a complete one, which runs
 * as a server on this machine with any browser as its window. It is installed once into `.cache` with a
 * Node of its own, because each of its releases asks for one Node major.
 */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Change both together: the `engines` of code-server name the Node major. */
const CODE_SERVER = "4.139.1";
const NODE = "24.21.0";

const cache = path.join(root, ".cache", `vscode-${CODE_SERVER}`);
const modules = path.join(cache, "node_modules");
const nodePackage = `node-${process.platform}-${process.arch}`;
const node = path.join(modules, nodePackage, "bin/node");
const code = path.join(modules, "code-server/lib/vscode");

const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.colorTheme": "Default Light Modern",
  "window.commandCenter": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "files.hotExit": "off",
  // In a browser VS Code saves by itself unless told not to; on the desktop it does not.
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
};

/** The workspace is not trusted, and nobody is asked. */
const restrictedSettings = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
};

/** Installs VS Code and its Node into `.cache`, unless they are there. Half a minute, 0.8 GB, no compiler. */
export function install() {
  const ready = path.join(cache, ".ready");
  if (fs.existsSync(ready)) return;
  if (process.platform === "win32") throw new Error("the code-server host does not run on Windows; install desktop VS Code");
  console.error(`Installing VS Code (code-server ${CODE_SERVER}) into .cache, once ...`);
  fs.rmSync(cache, { recursive: true, force: true });
  fs.mkdirSync(cache, { recursive: true });
  const dependencies = { "code-server": CODE_SERVER, [nodePackage]: NODE };
  fs.writeFileSync(path.join(cache, "package.json"), JSON.stringify({ private: true, dependencies }));
  // The second folder holds VS Code's own modules: `npm ci` refuses its incomplete shrinkwrap.
  for (const cwd of [cache, code]) {
    const flags = ["--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const result = spawnSync("npm", ["install", ...flags], { cwd, stdio: ["ignore", "ignore", "inherit"] });
    if (result.status !== 0) throw new Error(`npm install failed in ${cwd}`);
  }
  // Its TypeScript is not part of the npm package: without it, the extension for TypeScript only complains.
  fs.rmSync(path.join(code, "extensions/typescript-language-features"), { recursive: true, force: true });
  fs.writeFileSync(ready, "");
}

/**
 * Starts a VS Code of its own on 127.0.0.1: fresh settings, no other extensions, a copy of `folder` as its workspace.
 * @param {{ folder: string, vsix?: string, testing?: boolean, token?: string, copy?: boolean,
 *   restricted?: boolean, settings?: Record<string, unknown>, env?: Record<string, string> }} options
 */
export async function startServer({ folder, vsix, testing = false, token, copy = true, restricted = false, settings = {}, env = {} }) {
  install();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-host-"));
  const workspace = copy ? path.join(scratch, path.basename(path.resolve(folder))) : path.resolve(folder);
  if (copy) fs.cpSync(path.resolve(root, folder), workspace, { recursive: true });
  const settingsFile = path.join(scratch, "user/User/settings.json");
  fs.mkdirSync(path.dirname(settingsFile), { recursive: true });
  fs.writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...(restricted && restrictedSettings), ...settings }));

  const shared = [
    path.join(code, "out/server-main.js"), "--accept-server-license-terms", "--telemetry-level", "off",
    "--server-data-dir", path.join(scratch, "server"), "--user-data-dir", path.join(scratch, "user"),
    "--extensions-dir", path.join(scratch, "extensions"),
  ];
  // A group of its own, so that stopping ends the extension host and the language server as well.
  const options = {
    env: { ...process.env, TMPDIR: scratch, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...env },
    detached: true,
  };
  const clean = () => fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
  if (vsix) installExtension(shared, options, path.resolve(vsix), clean);

  const child = spawn(node, [
    ...shared, "--host", "127.0.0.1", "--port", "0", "--disable-experiments",
    "--disable-update-check", "--disable-getting-started-override",
    ...(restricted ? [] : ["--disable-workspace-trust"]),
    ...(token ? ["--connection-token", token] : ["--without-connection-token"]),
    // Without this flag the page ignores extensionTestsPath.
    ...(testing ? ["--enable-smoke-test-driver"] : []),
  ], options);
  let log = "";
  let stopping = false;
  const stop = async () => {
    stopping = true;
    await endGroup(child);
    clean();
  };
  const port = await listeningPort(child, (text) => (log += text)).catch(async (error) => {
    await stop();
    throw new Error(`${error.message}\n${log}`);
  });
  const ended = new Promise((resolve) => child.on("exit", (status) => resolve({ status, stopping })));
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${file}`;
  const address = (payload = []) => {
    const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
    if (token) query.set("tkn", token);
    return `http://127.0.0.1:${port}/?${query}`;
  };
  return { workspace, address, remote, stop, ended, log: () => log };
}

/** Opens a server's window in a headless Chromium. Its `close` closes the browser, not the server. */
export async function openWindow(server, payload, prepare = async () => {}) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await prepare(page);
  await page.goto(server.address(payload));
  return { page, close: () => browser.close() };
}

/** Where Chromium is: `CHROMIUM`, or the first known place. Throws with advice where there is none. */
export function chromiumPath() {
  const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
  const found = places.find((place) => place && fs.existsSync(place));
  if (!found) throw new Error("no Chromium found: install one, or set CHROMIUM to its path");
  return found;
}

function installExtension(shared, options, vsix, clean) {
  const result = spawnSync(node, [...shared, "--install-extension", vsix], { ...options, encoding: "utf8" });
  if (result.status === 0) return;
  clean();
  throw new Error(`the extension was not installed: ${result.stdout}${result.stderr}`);
}

function listeningPort(child, write) {
  return new Promise((resolve, reject) => {
    let seen = "";
    const take = (chunk) => {
      write(String(chunk));
      if (seen.length < 100_000) seen += chunk;
      const match = /agent listening on (\d+)/.exec(seen);
      if (match) resolve(match[1]);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("exit", (status) => reject(new Error(`VS Code left with status ${status}`)));
  });
}

async function endGroup(child) {
  const gone = new Promise((resolve) => (child.exitCode === null ? child.on("exit", resolve) : resolve()));
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), 5000);
  await gone;
  clearTimeout(timer);
  signalGroup(child, "SIGKILL");
}

/** A group that is gone already is what was wanted. */
function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
