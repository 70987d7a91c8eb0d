import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as http from "node:http";
import type { AddressInfo } from "node:net";
import * as path from "node:path";
import axe from "axe-core";
import { build } from "esbuild";
import { chromium, type Browser, type Page } from "playwright-core";
import type { ShownReport, ToView } from "../../client/report/messages.ts";
import { reportPage } from "../../client/report/reportPage.ts";
import { reportShape } from "../../server/reports/index.ts";
import { fullReport } from "../unit/reports/reportSamples.ts";
import { themes } from "./themes.ts";

/** Where pictures are kept, for who wants to look at them. */
const pictures = path.resolve(".cache/pictures");

/** What a webview finds in its page: an object to send messages by, and the theme's colours. A text, since it runs in the page. */
function editorFor(theme: keyof typeof themes): string {
  return `
    globalThis.sent = [];
    let kept;
    globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => sent.push(message), getState: () => kept, setState: (state) => { kept = state; } });
    document.addEventListener("DOMContentLoaded", () => {
      for (const [name, value] of Object.entries(${JSON.stringify(themes[theme])})) document.documentElement.style.setProperty(name, value);
    });`;
}

describe("the report view, in a browser", function () {
  this.timeout(60_000);
  let browser: Browser;
  let server: http.Server;
  let address: string;
  let report: ShownReport;

  before(async () => {
    const bundled = await build({ entryPoints: ["client/report/view/main.ts"], bundle: true, format: "iife", target: "es2022", write: false });
    const script = bundled.outputFiles[0]?.text ?? "";
    const style = fs.readFileSync("client/report/view/view.css", "utf8");
    server = http.createServer(({ url = "" }, response) => {
      const [type, text] = url.endsWith(".js") ? ["text/javascript", script] : url.endsWith(".css") ? ["text/css", style] : ["text/html", page()];
      response.setHeader("content-type", `${type}; charset=utf-8`).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
    const day = Date.UTC(2026, 5, 1);
    const trend = [5, 3, 4, 2].map((errors, at) => ({ at: day + at * 86_400_000, errors, warnings: errors * 2, information: 1 }));
    report = { folders: [{ uri: "file:///w", name: "w", report: reportShape(await fullReport()) }], trend };
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  const page = (): string => reportPage({ title: "Marketlint report", script: "/view.js", style: "/view.css", styleSource: address, nonce: "bm9uY2U=" });

  /** Opens the view as the editor does: with its colours, and an object to send messages by. */
  async function open(theme: keyof typeof themes = "dark", shown: ShownReport = report): Promise<Page> {
    const opened = await browser.newPage({ viewport: { width: 1100, height: 900 }, colorScheme: theme === "light" ? "light" : "dark" });
    await opened.addInitScript({ content: editorFor(theme) });
    await opened.goto(address);
    await tell(opened, { kind: "report", report: shown });
    await tell(opened, { kind: "busy", busy: false });
    return opened;
  }

  const tell = (opened: Page, message: ToView): Promise<void> => opened.evaluate((data) => (globalThis as unknown as { postMessage(data: unknown, origin: string): void }).postMessage(data, "*"), message);
  const sent = async (opened: Page): Promise<{ kind: string }[]> => opened.evaluate(() => (globalThis as unknown as { sent: { kind: string }[] }).sent);
  const rows = (opened: Page): Promise<number> => opened.locator("section[aria-labelledby=findings] tbody tr").count();

  for (const theme of ["dark", "light", "high contrast"] as const) {
    it(`has nothing that keeps anybody out: ${theme}`, async () => {
      const opened = await open(theme);
      await opened.locator("section[aria-labelledby=findings]").waitFor();
      await opened.addScriptTag({ content: axe.source }).catch(() => opened.evaluate(axe.source));
      const { violations } = await opened.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run());
      fs.mkdirSync(pictures, { recursive: true });
      await opened.screenshot({ path: path.join(pictures, `report-${theme.replace(" ", "-")}.png`), fullPage: true });
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`), []);
      await opened.close();
    });
  }

  it("shows names from the workspace as text, and runs nothing but its script", async () => {
    const opened = await open();
    await opened.locator("section[aria-labelledby=findings]").waitFor();
    assert.equal(await opened.locator("img").count(), 0);
    assert.ok((await opened.locator("main").textContent())?.includes("<img src=x onerror=alert(1)>.ts"));
    const ran = await opened.evaluate(() => {
      const page = globalThis as unknown as { document: { createElement(name: string): { textContent: string }; body: { append(node: unknown): void } }; injected?: boolean };
      const script = page.document.createElement("script");
      script.textContent = "globalThis.injected = true";
      page.document.body.append(script);
      return page.injected;
    });
    assert.equal(ran, undefined, "the policy lets no other script run");
    await opened.close();
  });

  it("filters by text and severity, and keeps the place of who types", async () => {
    const opened = await open();
    const all = await rows(opened);
    await opened.locator("#filter-text").click();
    await opened.keyboard.type("manifest");
    assert.equal(await opened.locator("#filter-text").inputValue(), "manifest");
    const some = await rows(opened);
    assert.ok(some > 0 && some < all);
    await opened.locator("#filter-text").fill("");
    await opened.locator("#filter-severity").selectOption("error");
    const errors = await opened.locator("section[aria-labelledby=findings] tbody td:first-child").allTextContents();
    assert.ok(errors.length > 0 && errors.every((severity) => severity === "error"));
    await opened.close();
  });

  it("sorts by the keyboard", async () => {
    const opened = await open();
    const head = opened.locator("section[aria-labelledby=findings] th button", { hasText: "Place" });
    await head.focus();
    await opened.keyboard.press("Enter");
    const places = (): Promise<string[]> => opened.locator("section[aria-labelledby=findings] button.place").allTextContents();
    const up = await places();
    await opened.keyboard.press("Enter");
    assert.deepEqual(await opened.locator("th[aria-sort=descending]").count(), 1);
    assert.notDeepEqual(await places(), up);
    await opened.close();
  });

  it("asks the editor to open, to fix, to audit and to export", async () => {
    const opened = await open();
    await opened.locator("button.place").first().click();
    await opened.getByRole("button", { name: "Audit again" }).click();
    await opened.getByRole("button", { name: "Export as SARIF" }).click();
    await opened.getByRole("button", { name: "Fix all safe findings" }).click();
    await opened.getByRole("button", { name: "Fix all findings of the chosen rule" }).click();
    assert.deepEqual((await sent(opened)).map(({ kind }) => kind), ["ready", "open", "refresh", "export", "fixSafe", "fixRule"]);
    await opened.close();
  });

  it("shows requirements, accepted findings with reasons, and what was not analysed", async () => {
    const opened = await open();
    const text = (await opened.locator("main").textContent()) ?? "";
    for (const part of ["Requirements (", "breached", "needs evidence", "Accepted findings (", "a <b>build</b> image", "Not analysed (", "binary.ts"]) assert.ok(text.includes(part), part);
    await opened.locator("#filter-status").selectOption("breached");
    const statuses = await opened.locator("section[aria-labelledby=requirements] tbody td:first-child").allTextContents();
    assert.ok(statuses.length > 0 && statuses.every((status) => status === "breached"));
    await opened.close();
  });

  it("says that there is nothing where there is nothing", async () => {
    const empty = report.folders.map((folder) => ({ ...folder, report: { ...folder.report, findings: [], notAnalysed: [], requirements: [], marketplaces: [] } }));
    const opened = await open("dark", { folders: empty, trend: [] });
    const text = (await opened.locator("main").textContent()) ?? "";
    for (const part of ["There are no findings.", "No marketplace was detected", "This is the first audit"]) assert.ok(text.includes(part), part);
    await opened.close();
  });
});
