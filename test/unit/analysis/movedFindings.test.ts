import assert from "node:assert/strict";
import { changeBetween, completedByLastGood } from "../../../server/analysis/movedFindings.ts";
import { Document } from "../../../server/core/document.ts";
import { analysed, wordRule } from "./madeRules.ts";

const rules = [wordRule("bad-word", "bad")];

/** The marked findings of `before`, at their places in `after`, as lines of `line:character`. */
async function kept(before: string, after: string): Promise<string[]> {
  const lastGood = { text: before, analysis: await analysed(rules, "a.ts", before) };
  const document = new Document("a.ts", "typescript", after);
  const empty = { ...(await analysed([], "a.ts", after)) };
  return completedByLastGood(document, empty, lastGood).findings.map(({ range, region }) => {
    assert.equal(document.text.slice(range.start, range.end), "bad");
    assert.deepEqual(region.start, document.positionAt(range.start));
    return `${region.start.line}:${region.start.character}`;
  });
}

describe("the change between two texts", () => {
  it("is the smallest stretch", () => {
    assert.deepEqual(changeBetween("abcd", "abXcd"), { start: 2, oldEnd: 2, newEnd: 3 });
    assert.deepEqual(changeBetween("abcd", "ad"), { start: 1, oldEnd: 3, newEnd: 1 });
    assert.deepEqual(changeBetween("aaa", "aaaa"), { start: 3, oldEnd: 3, newEnd: 4 });
    assert.deepEqual(changeBetween("same", "same"), { start: 4, oldEnd: 4, newEnd: 4 });
  });
});

describe("findings of the last good version", () => {
  it("move with lines that are added and taken away", async () => {
    assert.deepEqual(await kept("a\nbad\n", "a\n`\n\nbad\n"), ["3:0"]);
    assert.deepEqual(await kept("a\nline\nbad\n", "a\nbad\n"), ["1:0"]);
  });

  it("stay before the change", async () => {
    assert.deepEqual(await kept("bad\na\n", "bad\na`\n"), ["0:0"]);
  });

  it("are dropped where the change touches them", async () => {
    assert.deepEqual(await kept("bad bad\n", "bad b`ad\n"), ["0:0"]);
  });

  it("are not shown twice", async () => {
    const text = "bad\n`";
    const lastGood = { text: "bad\n", analysis: await analysed(rules, "a.ts", "bad\n") };
    const completed = completedByLastGood(new Document("a.ts", "typescript", text), await analysed(rules, "a.ts", text), lastGood);
    assert.equal(completed.findings.length, 1);
  });
});
