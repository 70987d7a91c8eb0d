import assert from "node:assert/strict";
import { commands, extensions } from "vscode";
import { closeAll, file, marketlint, open } from "./editorActions.ts";

describe("the extension", () => {
  after(closeAll);

  it("activates when a file of a known language is opened", async () => {
    await open(file("src/login.ts"));
    await marketlint();
    assert.equal(extensions.getExtension("marketlint.marketlint")?.isActive, true);
  });

  it("has its commands", async () => {
    const known = await commands.getCommands(true);
    const wanted = ["auditWorkspace", "auditFile", "cancelAudit", "restartServer", "showOutput"];
    assert.deepEqual(wanted.filter((name) => !known.includes(`marketlint.${name}`)), []);
  });

  it("says which marketplaces apply to a file, and why", async () => {
    const { marketplaces, uri } = await (await marketlint()).status(file("src/login.ts"));
    assert.equal(uri, file("src/login.ts").toString());
    assert.deepEqual(marketplaces.map(({ id }) => id), ["atlassian"]);
    assert.match(marketplaces[0]?.reason ?? "", /manifest/i);
    assert.equal(marketplaces[0]?.path, "manifest.yml");
  });
});
