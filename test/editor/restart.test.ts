import { commands } from "vscode";
import { allProblems, closeAll, file, marketlint, open, until, untilProblems } from "./editorActions.ts";

describe("a restart of the server", () => {
  before(marketlint);
  afterEach(closeAll);

  it("restores the squiggles of open files and clears the audit's findings", async () => {
    await open(file("src/login.ts"));
    await untilProblems(file("src/login.ts"), ["5:cookie-missing-http-only"]);
    await commands.executeCommand("marketlint.auditWorkspace");
    await commands.executeCommand("marketlint.restartServer");
    const left = JSON.stringify(["src/login.ts: 5:cookie-missing-http-only"]);
    await until(left, () => JSON.stringify(allProblems()) === left);
  });
});
