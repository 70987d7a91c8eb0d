import assert from "node:assert/strict";
import { closeAll, file, finding, marketlint, open, pause, problems, read, set, type, untilProblems, write } from "./editorActions.ts";

/** Longer than the wait before a pull after typing, so that a second, doubled result would have come. */
const settledMilliseconds = 1500;

describe("squiggles", () => {
  let original: string;
  before(async () => {
    await marketlint();
    original = await read(file("src/login.ts"));
  });
  afterEach(closeAll);

  const files: [string, string[]][] = [
    ["src/login.ts", ["5:cookie-missing-http-only"]],
    ["service/Dockerfile", ["0:container-runs-as-root"]],
    ["manifest.yml", ["16:forge-egress-wildcard"]],
  ];
  for (const [path, expected] of files) {
    it(`appear in ${path}, each once`, async () => {
      await open(file(path));
      await untilProblems(file(path), expected);
      await pause(settledMilliseconds);
      assert.deepEqual(problems(file(path)), expected);
    });
  }

  it("link to the rule's page", async () => {
    await open(file("src/login.ts"));
    const { code, source } = await finding(file("src/login.ts"), "cookie-missing-http-only");
    assert.equal(source, "marketlint");
    assert.ok(typeof code === "object" && code.target.toString().includes("cookie-missing-http-only"));
  });

  it("go when the fault is repaired by typing, and come back when it is undone", async () => {
    const editor = await open(file("src/login.ts"));
    await untilProblems(file("src/login.ts"), ["5:cookie-missing-http-only"]);
    await type(editor, "{ secure", "{ httpOnly: true, secure");
    await untilProblems(file("src/login.ts"), []);
    await type(editor, "{ httpOnly: true, secure", "{ secure");
    await untilProblems(file("src/login.ts"), ["5:cookie-missing-http-only"]);
  });

  it("move with the text above", async () => {
    const editor = await open(file("src/login.ts"));
    await untilProblems(file("src/login.ts"), ["5:cookie-missing-http-only"]);
    await type(editor, "export const app", "// one line more\nexport const app");
    await untilProblems(file("src/login.ts"), ["6:cookie-missing-http-only"]);
  });

  it("go when the file is closed", async () => {
    await open(file("src/login.ts"));
    await untilProblems(file("src/login.ts"), ["5:cookie-missing-http-only"]);
    await closeAll();
    await untilProblems(file("src/login.ts"), []);
  });

  it("wait for the save where the settings say so", async () => {
    await set("marketlint", "run", "onSave");
    try {
      const editor = await open(file("src/login.ts"));
      await untilProblems(file("src/login.ts"), ["5:cookie-missing-http-only"]);
      await type(editor, "{ secure", "{ httpOnly: true, secure");
      await pause(settledMilliseconds);
      assert.deepEqual(problems(file("src/login.ts")), ["5:cookie-missing-http-only"]);
      await editor.document.save();
      await untilProblems(file("src/login.ts"), []);
    } finally {
      await set("marketlint", "run", undefined);
      await write(file("src/login.ts"), original);
    }
  });

  it("follow a rule's setting at once", async () => {
    await open(file("src/login.ts"));
    await untilProblems(file("src/login.ts"), ["5:cookie-missing-http-only"]);
    await set("marketlint", "rules", { "cookie-missing-http-only": "off" });
    try {
      await untilProblems(file("src/login.ts"), []);
    } finally {
      await set("marketlint", "rules", undefined);
    }
    await untilProblems(file("src/login.ts"), ["5:cookie-missing-http-only"]);
  });
});
