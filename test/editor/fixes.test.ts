import assert from "node:assert/strict";
import { commands } from "vscode";
import { apply, closeAll, file, finding, fixesOf, hoverText, marketlint, open, read, set, type, untilProblems, write } from "./editorActions.ts";

const login = "src/login.ts";
const rule = "cookie-missing-http-only";

describe("a finding's fixes", () => {
  let original: string;
  before(async () => {
    await marketlint();
    original = await read(file(login));
  });
  afterEach(async () => {
    await closeAll();
    await write(file(login), original);
  });

  it("remove it", async () => {
    const { document } = await open(file(login));
    const fixes = await fixesOf(document.uri, await finding(document.uri, rule));
    const preferred = fixes.find(({ isPreferred }) => isPreferred);
    await apply(preferred);
    assert.match(document.getText(), /httpOnly: true/);
    await untilProblems(document.uri, []);
  });

  it("suppress it once the reason is typed, and not before", async () => {
    const { document } = await open(file(login));
    const fixes = await fixesOf(document.uri, await finding(document.uri, rule));
    await apply(fixes.find(({ title }) => title.startsWith(`Suppress ${rule} here`)));
    await untilProblems(document.uri, ["5:suppression-incomplete", `6:${rule}`]);
    // The reason is selected, as after a choice in the menu.
    await commands.executeCommand("type", { text: "only the demo sets it" });
    assert.match(document.getText(), /^ {2}\/\/ marketlint-disable-next-line cookie-missing-http-only -- only the demo sets it$/m);
    await untilProblems(document.uri, []);
  });

  it("are none where the text is right", async () => {
    const { document } = await open(file(login));
    const { range } = await finding(document.uri, rule);
    const above = range.with(range.start.with(0, 0), range.start.with(0, 1));
    const diagnostic = { ...(await finding(document.uri, rule)), range: above };
    assert.deepEqual(await fixesOf(document.uri, diagnostic), []);
  });

  it("are all applied on save, where they are safe and the settings ask for it", async () => {
    await set("editor", "codeActionsOnSave", { "source.fixAll.marketlint": "explicit" });
    try {
      const editor = await open(file(login));
      await finding(editor.document.uri, rule);
      await type(editor, '"value"', '"other"');
      await commands.executeCommand("workbench.action.files.save");
      assert.match(await read(file(login)), /"other".*httpOnly: true/);
      await untilProblems(editor.document.uri, []);
    } finally {
      await set("editor", "codeActionsOnSave", undefined);
    }
  });

  it("come with a hover that quotes the requirement", async () => {
    const { document } = await open(file(login));
    const text = await hoverText(document.uri, await finding(document.uri, rule));
    assert.match(text, /Atlassian · 7\.4 Cookie attributes \(MUST\)/);
  });
});
