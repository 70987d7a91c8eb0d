import assert from "node:assert/strict";
import * as vscode from "vscode";
import { commands, Uri, window, workspace } from "vscode";
import type { MarketlintApi } from "../../client/extension.ts";
import { closeAll, file, marketlint, read, until, write } from "./editorActions.ts";

/** The part of the API for language-model tools that the test uses; older editors have none. */
interface ToolApi {
  readonly lm?: {
    readonly tools?: readonly { readonly name: string }[];
    invokeTool?(name: string, options: { readonly input: object; readonly toolInvocationToken: undefined }): Thenable<{ readonly content: readonly { readonly value?: string }[] }>;
  };
}

describe("the report", () => {
  let api: MarketlintApi;
  let manifest: string;
  before(async () => {
    api = await marketlint();
    manifest = await read(file("manifest.yml"));
  });
  afterEach(async () => {
    await closeAll();
    await write(file("manifest.yml"), manifest);
  });

  it("opens as a view of its own, once", async () => {
    const titles = (): string[] => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await commands.executeCommand("marketlint.showReport");
    await until("the report is open", () => titles().includes("Marketlint report"));
    await commands.executeCommand("marketlint.showReport");
    assert.equal(titles().filter((title) => title === "Marketlint report").length, 1);
  });

  it("holds the findings and the requirements of the workspace", async () => {
    const report = await api.report.refresh();
    const [folder] = report?.folders ?? [];
    assert.ok(folder);
    assert.ok(folder.report.findings.some(({ path, rule }) => path === "manifest.yml" && rule === "forge-egress-wildcard"));
    assert.ok(folder.report.requirements.some(({ id, status }) => id === "atlassian/egress-explicit" && status === "breached"));
    assert.deepEqual(folder.report.marketplaces, ["atlassian"]);
  });

  for (const [format, pattern] of [["html", /^<!doctype html>/], ["markdown", /^## Marketlint/], ["sarif", /"version": "2\.1\.0"/], ["json", /"requirements"/], ["csv", /^severity,rule,/]] as const) {
    it(`is exported as ${format}`, async () => {
      const target = Uri.joinPath(file("manifest.yml"), "..", "..", `report.${format}`);
      const written = await api.report.write(format, target);
      assert.equal(written?.toString(), target.toString());
      assert.match(new TextDecoder().decode(await workspace.fs.readFile(target)), pattern);
      await workspace.fs.delete(target);
    });
  }

  it("leads to a finding", async () => {
    const report = await api.report.refresh();
    const [folder] = report?.folders ?? [];
    const finding = folder?.report.findings.find(({ rule }) => rule === "forge-egress-wildcard");
    assert.ok(folder && finding);
    await commands.executeCommand("marketlint.openFinding", { folder: folder.uri, path: finding.path, rule: finding.rule, ...finding.start });
    const shown = window.activeTextEditor;
    assert.deepEqual([shown?.document.uri.toString(), shown?.selection.active.line], [file("manifest.yml").toString(), finding.start.line - 1]);
  });

  it("orders the tree of findings", async () => {
    for (const grouping of ["Rule", "Requirement", "File"]) await commands.executeCommand(`marketlint.groupBy${grouping}`);
    await commands.executeCommand("marketlint.findings.focus");
  });

  it("answers an agent", async function () {
    const { lm } = vscode as unknown as ToolApi;
    const { tools, invokeTool } = lm ?? {};
    if (!invokeTool) return;
    assert.ok(tools?.some(({ name }) => name === "marketlint_findings"));
    const ask = async (name: string, input: object): Promise<string> => {
      const { content } = await invokeTool(name, { input, toolInvocationToken: undefined });
      return content.map(({ value }) => value ?? "").join("");
    };
    const { findings } = JSON.parse(await ask("marketlint_findings", { rule: "forge-egress-wildcard" })) as { findings: { path: string }[] };
    assert.deepEqual(findings.map(({ path }) => path), ["manifest.yml"]);
    assert.match(await ask("marketlint_explain", { rule: "forge-egress-wildcard" }), /^# forge-egress-wildcard/);
  });
});
