import assert from "node:assert/strict";
import * as path from "node:path";
import { createAnalyser } from "../../../server/analysis/analyse.ts";
import type { Rule } from "../../../server/core/rule.ts";
import { Document } from "../../../server/core/document.ts";
import { languageOf } from "../../../server/languages/languageOf.ts";
import { loadTypeScriptParser } from "../../../server/languages/typescript/syntax.ts";
import { rules } from "../../../server/rules/catalogue.ts";
import { siftFile } from "../../../server/workspace/analyseFile.ts";
import { listFiles } from "../../../server/workspace/listFiles.ts";
import { readDocument } from "../../../server/workspace/readDocument.ts";

const samples = path.join(import.meta.dirname, "../../../examples");

/** Occurs in every text that is not empty, so that a rule with it looks at every file of its languages. */
const anything = [..."etaoinsrhldcumfpgwybvkxjqz0123456789 \n"];

/** The analyser without the gates before decoding and before a tree: every rule looks at every file, whatever words it holds. */
function analyserWithoutShortcuts(): ReturnType<typeof createAnalyser> {
  const always = ({ confirmations: _confirmations, promising: _promising, ...rule }: Rule): Rule => ({
    ...rule,
    triggers: [...new Set([...rule.triggers, ...anything])],
    check: (document, report, hits) => rule.check(document, report, hits.filter(({ trigger }) => rule.triggers.includes(trigger))),
  });
  return createAnalyser(rules.map(always));
}

describe("shortcuts of the analysis", () => {
  it("change no finding and no evidence on any sample", async () => {
    await loadTypeScriptParser();
    const slow = analyserWithoutShortcuts();
    const fast = createAnalyser(rules);
    const { files } = await listFiles(samples);
    let found = 0;
    for (const file of files) {
      const read = readDocument(samples, file);
      assert.ok(read.ok, file);
      const all = await slow.analyse(read.document);
      found += all.findings.length;
      // What is sifted out must have nothing to tell; the rest must tell the same.
      if (siftFile(samples, file)) assert.deepEqual([all.findings, all.suppressions, all.evidence], [[], [], []], file);
      else {
        const some = await fast.analyse(read.document);
        assert.deepEqual(some.findings, all.findings, file);
        assert.deepEqual([some.suppressions, some.evidence], [all.suppressions, all.evidence], file);
      }
    }
    assert.ok(found > 30, `${found} findings in ${files.length} files`);
  });

  it("change no finding on the rules' own examples", async () => {
    await loadTypeScriptParser();
    const slow = analyserWithoutShortcuts();
    const fast = createAnalyser(rules);
    for (const { examples } of rules) {
      for (const { file = "example.ts", code } of [...examples.bad, ...examples.good]) {
        const document = new Document(file, languageOf(file), code.replace(/\[\||\|\]/g, ""));
        assert.deepEqual((await fast.analyse(document)).findings, (await slow.analyse(document)).findings, `${file}: ${code}`);
        const inBytes = fast.mayMatter(file, Buffer.from(document.text));
        if (!inBytes) assert.deepEqual((await slow.analyse(document)).findings, [], `${file}: ${code}`);
      }
    }
  });
});
