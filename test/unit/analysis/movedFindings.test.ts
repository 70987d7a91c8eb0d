import assert from "node:assert/strict";
import { changeBetween, completedByLastGood, provisionalAnalysis } from "../../../server/analysis/movedFindings.ts";
import { Document } from "../../../server/core/document.ts";
import { analysed, wordRule } from "./madeRules.ts";

const rules = [wordRule("bad-word", "bad")];

/** The marked findings of `before`, at their places in `after`, as lines of `line:character`. */
async function kept(before: string, after: string): Promise<string[]> {
  const lastGood = { changes: [changeBetween(before, after)], analysis: await analysed(rules, "a.ts", before) };
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
    const lastGood = { changes: [changeBetween("bad\n", text)], analysis: await analysed(rules, "a.ts", "bad\n") };
    const completed = completedByLastGood(new Document("a.ts", "typescript", text), await analysed(rules, "a.ts", text), lastGood);
    assert.equal(completed.findings.length, 1);
  });
});

describe("findings right after edits", () => {
  it("move between two edits of one change, and none is lost", async () => {
    const before = "x\nbad\ny\n";
    const after = "x!\nbad\ny!\n";
    const changes = [
      { start: 7, oldEnd: 7, newEnd: 8 },
      { start: 1, oldEnd: 1, newEnd: 2 },
    ];
    const document = new Document("a.ts", "typescript", after);
    const { findings } = provisionalAnalysis(document, { analysis: await analysed(rules, "a.ts", before), changes }, () => []);
    assert.deepEqual(findings.map(({ region }) => region.start), [{ line: 1, character: 0 }]);
  });

  it("have text rules look again in every edited stretch, at its final place", async () => {
    const filler = "-".repeat(40_000);
    const changes = [
      { start: 0, oldEnd: 0, newEnd: 3 },
      { start: 40_003, oldEnd: 40_003, newEnd: 40_006 },
      { start: 10, oldEnd: 20, newEnd: 10 },
    ];
    const seen: [number, number][] = [];
    const document = new Document("a.ts", "typescript", filler.slice(0, 40_000 - 4));
    provisionalAnalysis(document, { analysis: await analysed(rules, "a.ts", ""), changes }, (_document, within) => {
      seen.push([within.start, within.end]);
      return [];
    });
    assert.deepEqual(seen, [
      [0, 8_003],
      [31_993, 39_996],
      [0, 8_010],
    ]);
  });

  it("do not say that a suppression is not needed, while the edit took its finding", async () => {
    const before = "// marketlint-disable-next-line bad-word -- a reason\nbad\nbad\n";
    const analysis = await analysed(rules, "a.ts", before);
    const at = before.indexOf("bad\n");
    const ranAfter = (start: number): readonly string[] => {
      const document = new Document("a.ts", "typescript", `${before.slice(0, start)}x${before.slice(start)}`);
      return provisionalAnalysis(document, { analysis, changes: [{ start, oldEnd: start, newEnd: start + 1 }] }, () => []).ran;
    };
    assert.deepEqual(ranAfter(at + 1), []);
    assert.deepEqual(ranAfter(before.length), ["bad-word"]);
  });
});
