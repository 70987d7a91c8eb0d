/**
 * Pictures of the extension at work, taken from the installed package in a real VS Code: the squiggle, the fix menu, the
 * hover, the audit's findings, and the language status. They go to `.cache/screenshots`; `--write` copies the README's
 * to `docs/images`.
 */
import fs from "node:fs";
import path from "node:path";
import { openWindow, root, startServer } from "./host.mjs";
import { packageExtension, vsixPath } from "./package.mjs";

const sample = path.join(root, "examples/connect/app");
const shownFile = "routes/index.js";
const taken = path.join(root, ".cache/screenshots");
const inReadme = ["squiggle", "fix", "hover", "audit"];
const settings = {
  "editor.fontSize": 15,
  "editor.lineHeight": 1.5,
  "editor.occurrencesHighlight": "off",
  "editor.stickyScroll.enabled": false,
  "workbench.layoutControl.enabled": false,
  "window.title": "${activeEditorShort}${separator}${rootName}",
};

if (!process.argv.includes("--no-build")) packageExtension();
fs.mkdirSync(taken, { recursive: true });
const server = await startServer({ folder: sample, vsix: vsixPath, settings });
const { page, close } = await openWindow(server, [["openFile", server.remote(path.join(server.workspace, shownFile))]]);
try {
  await takePictures();
  console.log(`pictures are in ${path.relative(root, taken)}`);
  if (process.argv.includes("--write")) copyToReadme();
} catch (error) {
  await picture("failure");
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await close();
  await server.stop();
}

async function takePictures() {
  const squiggle = page.locator(".monaco-editor .squiggly-error, .monaco-editor .squiggly-warning").first();
  await squiggle.waitFor({ timeout: 60_000, state: "attached" });
  await page.locator(".monaco-editor .view-lines").first().click({ position: { x: 400, y: 4 } });
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel-container .monaco-list-row").first().waitFor();
  await picture("squiggle");
  await page.keyboard.press("Control+Shift+M");
  await showFixMenu(squiggle);
  await picture("fix");
  await page.keyboard.press("Escape");
  await page.mouse.move(900, 700);
  await squiggle.hover({ force: true });
  await page.locator(".monaco-hover:visible").first().waitFor();
  // The hover of a diagnostic comes first, the server's quotation of the requirement a moment later.
  await page.waitForTimeout(1500);
  await picture("hover");
  await page.keyboard.press("Escape");
  await runCommand("Marketlint: Audit Workspace");
  const done = page.locator(".notification-list-item-message", { hasText: /finding/ }).first();
  await done.waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Show Problems" }).first().click();
  await page.locator(".markers-panel-container .monaco-list-row").first().waitFor();
  await picture("audit");
  await page.locator("#status\\.languageStatus").first().hover();
  await page.waitForTimeout(1500);
  await picture("status");
}

/** A first Ctrl+. often comes before the editor is ready for it. */
async function showFixMenu(squiggle) {
  const menu = page.locator(".action-widget:visible").first();
  for (let attempt = 0; attempt < 5 && !(await menu.isVisible()); attempt++) {
    await squiggle.click({ force: true });
    await page.keyboard.press("Control+.");
    await menu.waitFor({ timeout: 4000 }).catch(() => undefined);
  }
  await menu.waitFor({ timeout: 1000 });
}

async function runCommand(title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget").waitFor();
  await page.keyboard.type(title);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

async function picture(name) {
  await page.screenshot({ path: path.join(taken, `${name}.png`) });
}

function copyToReadme() {
  const folder = path.join(root, "docs/images");
  fs.mkdirSync(folder, { recursive: true });
  for (const name of inReadme) fs.copyFileSync(path.join(taken, `${name}.png`), path.join(folder, `${name}.png`));
}
