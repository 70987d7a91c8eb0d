/**
 * The two hosts of the editor tests. A host's `run({ extension, suites, report, out })` runs the compiled suites in VS
 * Code with the extension in the folder `extension`, and answers with what went wrong, empty where nothing did.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openWindow, root, startServer } from "./host.mjs";

const fixture = path.join(root, "test/editor/workspace");
const patience = 300_000;

/** Why desktop VS Code cannot run here; empty where it can. */
export async function electronObstacle() {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    if (spawnSync("xvfb-run", ["--help"]).error) return "no display, and no xvfb-run";
  }
  try {
    const answer = await fetch("https://update.code.visualstudio.com/api/releases/stable", { signal: AbortSignal.timeout(5000) });
    return answer.ok ? "" : `its download answers ${answer.status}`;
  } catch (error) {
    return `its download is out of reach (${error.cause?.code ?? error.name})`;
  }
}

/** Desktop VS Code, downloaded by @vscode/test-electron. */
export const electronHost = {
  name: "desktop VS Code (@vscode/test-electron)",
  async run({ extension, suites, report, out }) {
    const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "marketlint-electron-"));
    const workspace = path.join(scratch, "workspace");
    fs.cpSync(fixture, workspace, { recursive: true });
    const started = path.join(scratch, "start.cjs");
    fs.writeFileSync(started, `require(${JSON.stringify(path.join(root, "node_modules/@vscode/test-electron"))}).runTests(${JSON.stringify({
      extensionDevelopmentPath: extension,
      extensionTestsPath: suites,
      launchArgs: [workspace, "--disable-extensions", "--user-data-dir", path.join(scratch, "user")],
      extensionTestsEnv: { MARKETLINT_TEST_REPORT: report },
    })}).then((status) => process.exit(status), (error) => { console.error(error.message); process.exit(1); })`);
    const headless = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
    const [command, ...parameters] = [...(headless ? ["xvfb-run", "-a"] : []), process.execPath, started];
    const result = spawnSync(command, parameters, { cwd: root, encoding: "utf8", timeout: patience });
    fs.writeFileSync(path.join(out, "host.log"), `${result.stdout ?? ""}${result.stderr ?? ""}`);
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 9, retryDelay: 200 });
    if (result.error) return `the run did not start: ${result.error.message}`;
    return result.status === 0 ? "" : `the run ended with status ${result.status ?? result.signal}`;
  },
};

/** The VS Code of host.mjs. */
export const codeServerHost = {
  name: "VS Code of code-server, with Chromium as its window",
  async run({ extension, suites, report, out }) {
    const server = await startServer({ folder: fixture, testing: true, env: { MARKETLINT_TEST_REPORT: report } });
    let log = "";
    let window;
    try {
      let ended;
      const status = new Promise((resolve) => (ended = resolve));
      const payload = [
        ["extensionDevelopmentPath", server.remote(extension)],
        ["extensionTestsPath", server.remote(suites)],
      ];
      // VS Code calls these two when the suite's run() settles and when it logs.
      window = await openWindow(server, payload, async (page) => {
        await page.exposeFunction("codeAutomationExit", (code) => ended(code));
        await page.exposeFunction("codeAutomationLog", (type, words) => (log += `[${type}] ${words.join(" ")}\n`));
      });
      const result = await Promise.race([status, new Promise((resolve) => setTimeout(resolve, patience, "a timeout").unref())]);
      await window.page.screenshot({ path: path.join(out, "end.png") });
      return result === 0 ? "" : `the run ended with ${result}`;
    } finally {
      await window?.close();
      await server.stop();
      fs.writeFileSync(path.join(out, "host.log"), log + server.log());
    }
  },
};
