import assert from "node:assert/strict";
import { commands, Position, window, type CodeLens, type CompletionItem, type CompletionList, type Hover } from "vscode";
import { apply, closeAll, file, finding, fixesOf, marketlint, open, problems, read, set, type, until, untilProblems, write } from "./editorActions.ts";

const manifest = "forge/manifest.yml";
const code = "forge/src/index.ts";
const lastCall = "  return me.json();";
const newCall = "  await api.asUser().requestJira(route`/rest/api/3/issue`, { method: \"POST\" });\n";

/** The titles of the lenses that the editor would show over a file. */
async function lenses(path: string): Promise<string[]> {
  const all = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", file(path), 20);
  return all.flatMap(({ command }) => (command ? [command.title] : []));
}

async function untilLens(path: string, title: string): Promise<void> {
  await until(`the lens ${title}`, async () => (await lenses(path)).includes(title));
}

async function proposals(path: string, position: Position): Promise<CompletionItem[]> {
  const list = await commands.executeCommand<CompletionList>("vscode.executeCompletionItemProvider", file(path), position);
  return list.items;
}

describe("scopes and calls", () => {
  const original: Record<string, string> = {};
  before(async () => {
    await marketlint();
    for (const path of [manifest, code]) original[path] = await read(file(path));
  });
  afterEach(async () => {
    await closeAll();
    for (const [path, text] of Object.entries(original)) await write(file(path), text);
  });

  it("a typed call makes its scope missing in the open manifest, the fix adds it, and without the call it is unused", async () => {
    const { document } = await open(file(manifest));
    const editor = await open(file(code));
    await untilProblems(document.uri, []);
    await type(editor, lastCall, newCall + lastCall);
    await until("scope-missing in the manifest", () => problems(document.uri).some((problem) => problem.endsWith("scope-missing")));
    const fixes = await fixesOf(document.uri, await finding(document.uri, "scope-missing"));
    await apply(fixes.find(({ title }) => title.includes("write:jira-work")));
    assert.match(document.getText(), /- read:jira-user\n {4}- write:jira-work\n/);
    await untilProblems(document.uri, []);
    await type(editor, newCall, "");
    await until("scope-unused in the manifest", () => problems(document.uri).some((problem) => problem.endsWith("scope-unused")));
    await apply((await fixesOf(document.uri, await finding(document.uri, "scope-unused"))).find(({ title }) => title === "Remove write:jira-work"));
    assert.equal(document.getText(), original[manifest]);
    await untilProblems(document.uri, []);
  });

  it("a lens over the scopes counts them, and follows the code", async () => {
    await open(file(manifest));
    await untilLens(manifest, "1 asked, 1 used");
    const editor = await open(file(code));
    await type(editor, lastCall, newCall + lastCall);
    await untilLens(manifest, "1 asked, 1 used, 1 missing");
    await set("marketlint", "codeLens", false);
    try {
      await until("no lens", async () => (await lenses(manifest)).length === 0);
    } finally {
      await set("marketlint", "codeLens", undefined);
    }
    await untilLens(manifest, "1 asked, 1 used, 1 missing");
  });

  it("a click on the lens shows the calls", async () => {
    await open(file(manifest));
    await untilLens(manifest, "1 asked, 1 used");
    const [lens] = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", file(manifest), 20);
    assert.equal(lens?.command?.command, "marketlint.showReferences");
    await commands.executeCommand(lens.command.command, ...((lens.command.arguments ?? []) as unknown[]));
    await until("the call is shown beside the manifest", () => window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith(code)));
  });

  it("a hover says which calls need a scope", async () => {
    const { document } = await open(file(manifest));
    await untilLens(manifest, "1 asked, 1 used");
    const position = document.positionAt(document.getText().indexOf("read:jira-user") + 3);
    const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position);
    const text = hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value))).join("\n");
    assert.match(text, /Read users.*\n\nNeeded by 1 place:\n\n- \[forge\/src\/index\.ts:4\]/s);
  });

  it("completion in a list that is half written proposes what the calls need first", async () => {
    const editor = await open(file(manifest));
    await untilLens(manifest, "1 asked, 1 used");
    await type(editor, "    - read:jira-user", "    - read:ji");
    const line = editor.document.lineCount - 2;
    const items = await proposals(manifest, new Position(line, "    - read:ji".length));
    const own = items.filter(({ label }) => (typeof label === "string" ? label : label.label).startsWith("read:jira"));
    const first = own.sort((left, right) => (left.sortText ?? "").localeCompare(right.sortText ?? ""))[0];
    assert.deepEqual([first?.label, first?.detail, first?.preselect], ["read:jira-user", "needed by 1 call", true]);
  });
});
