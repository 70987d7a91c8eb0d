import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { Document } from "../../../../server/core/document.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import rule from "../../../../server/rules/secrets/hardcoded-secret.ts";
import { corpus } from "../../../detection/measure.ts";
import { startSession } from "../../../protocol/serverClient.ts";
import { buildOnce, run } from "../../cli/builtCli.ts";
import { withFolder, type Files } from "../../workspace/folder.ts";

/** Every file of a folder with what is below it. */
function filesBelow(folder: string): string[] {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** A workspace with a secret in each of 200 files and more, of all formats and places; each has its own folder. */
function planted(): { files: Files; secrets: readonly string[] } {
  // Words of people stand in names and messages too: a text of them says nothing about a leak.
  const cases = corpus().filter(({ secrets, files }) => !files && secrets.some((secret) => /\d/.test(secret) && secret.length >= 10));
  const chosen = cases.filter((_, index) => index % Math.floor(cases.length / 240) === 0);
  return {
    files: Object.fromEntries(chosen.map((one, index) => [`part${index}/${one.path}`, one.text])),
    secrets: chosen.flatMap(({ secrets }) => secrets),
  };
}

/** The secret itself, and as JSON, HTML and base64 would write it. */
function forms(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [secret, json, secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"), encodeURIComponent(secret), Buffer.from(secret).toString("base64")];
}

describe("no output holds a secret that stands in the files", function () {
  this.timeout(180_000);
  before(buildOnce);
  const { files, secrets } = planted();

  function holdsNone(text: string, where: string): void {
    for (const secret of secrets) {
      for (const form of forms(secret)) assert.ok(!text.includes(form), `${where} holds a secret of ${secret.length} characters that begins with ${secret.slice(0, 4)}`);
    }
  }

  it("plants 200 and more", () => {
    assert.ok(secrets.length >= 200, `${secrets.length}`);
  });

  it("reports in every format, standard error, the cache, and a baseline", () =>
    withFolder(files, (cwd) =>
      withFolder({}, (cache) => {
        for (const format of ["pretty", "json", "sarif", "markdown", "html", "csv", "junit", "gitlab", "github"]) {
          const { stdout, stderr, status } = run(["audit", "--format", format, "--cache-folder", cache, "--fail-on", "never"], { cwd });
          assert.equal(status, 0, stderr);
          assert.ok(stdout.length > 10_000, `${format} has findings`);
          holdsNone(stdout, format);
          holdsNone(stderr, `standard error of ${format}`);
        }
        run(["audit", "--write-baseline", "baseline.json", "--cache-folder", cache, "--fail-on", "never"], { cwd });
        holdsNone(fs.readFileSync(path.join(cwd, "baseline.json"), "utf8"), "the baseline");
        const kept = filesBelow(cache);
        assert.ok(kept.length > 0);
        for (const file of kept) {
          // Bytes as they are, and as UTF-16 would have them.
          const bytes = fs.readFileSync(file);
          holdsNone(bytes.toString("latin1"), `the cache file ${path.basename(file)}`);
          holdsNone(bytes.toString("utf16le"), `the cache file ${path.basename(file)}`);
        }
      }),
    ));

  it("diagnostics, hovers, code actions and what the server says besides", () =>
    withFolder(files, async (folder) => {
      const session = await startSession({ folder });
      try {
        let count = 0;
        for (const [file, text] of Object.entries(files).filter((_, index) => index % 4 === 0)) {
          await session.open(file, String(text));
          const diagnostics = await session.pull(file);
          count += diagnostics.length;
          holdsNone(JSON.stringify(diagnostics), `diagnostics of ${file}`);
          for (const diagnostic of diagnostics) {
            const actions = await session.actions(file, diagnostic.range, [diagnostic]);
            holdsNone(JSON.stringify(actions), `actions in ${file}`);
            const hover = await session.connection.sendRequest("textDocument/hover", { textDocument: { uri: session.uri(file) }, position: diagnostic.range.start });
            holdsNone(JSON.stringify(hover), `hover in ${file}`);
          }
        }
        assert.ok(count > 40, `${count} diagnostics`);
      } finally {
        await session.stop();
      }
    }));

  it("a rule that throws, even with the text in its message", async () => {
    const text = Object.values(files).join("\n").slice(0, 100_000);
    const throwing = { ...rule, check: (document: Document) => { throw new Error(document.text); } };
    const analysis = await createAnalyser([throwing]).analyse(new Document("src/a.sh", languageOf("src/a.sh"), text));
    assert.equal(analysis.notAnalysed.length, 1);
    holdsNone(JSON.stringify(analysis), "the crash");
  });
});
