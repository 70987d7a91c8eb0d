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
const fixedFinding = { line: 19, column: 10 };
const hoveredFinding = { line: 46, column: 10 };
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
  await page.keyboard.press("Control+B");
  await showProblems();
  await goTo(fixedFinding);
  await picture("squiggle");
  await page.keyboard.press("Control+J");
  await goTo(fixedFinding);
  await showFixMenu();
  await picture("fix");
  await page.keyboard.press("Escape");
  await goTo(hoveredFinding);
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  // The diagnostic comes first, the server's quotation of the requirement a moment later.
  await page.locator(".monaco-hover:visible", { hasText: "MUST" }).first().waitFor();
  await picture("hover");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+B");
  await runCommand("Marketlint: Audit Workspace");
  await page.locator(".notification-list-item-message", { hasText: /\d+ findings in \d+ files/ }).first().waitFor({ timeout: 60_000 });
  await picture("audit-message");
  await page.getByRole("button", { name: "Show Problems" }).first().click();
  await page.locator(".markers-panel-container .monaco-list-row").first().waitFor();
  await page.mouse.move(900, 300);
  await goTo(fixedFinding);
  await picture("audit");
  await page.locator("#status\\.languageStatus").first().hover();
  await page.locator(".monaco-hover:visible", { hasText: "Marketlint" }).first().waitFor();
  await picture("status");
}

async function showProblems() {
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel-container .monaco-list-row").first().waitFor();
}

/** Puts the place into the middle and the keyboard into the editor. */
async function goTo({ line, column }) {
  await page.keyboard.press("Control+G");
  await page.locator(".quick-input-widget").waitFor();
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** A first Ctrl+. often comes before the editor is ready for it. */
async function showFixMenu() {
  const menu = page.locator(".action-widget:visible").first();
  for (let attempt = 0; attempt < 5 && !(await menu.isVisible()); attempt++) {
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
