import assert from "node:assert/strict";
import { applyEdits, fixesTogether } from "../../../server/analysis/applyFixes.ts";
import { fixToFixedPoint } from "../../../server/analysis/fixToFixedPoint.ts";
import { Document } from "../../../server/core/document.ts";
import type { Fix, LocatedFinding } from "../../../server/core/finding.ts";
import { analysed, judged, ruleLike } from "./madeRules.ts";

const edit = (start: number, end: number, newText: string): { range: { start: number; end: number }; newText: string } => ({ range: { start, end }, newText });

/** Findings as rules report them, one for each group of fixes, at the place of its first edit. */
async function findingsWith(...groups: Fix[][]): Promise<readonly LocatedFinding[]> {
  const rule = ruleLike({
    check(_document, report) {
      for (const fixes of groups) {
        const start = fixes[0]?.edits[0]?.range.start ?? 0;
        report({ range: { start, end: start + 1 }, message: "", fixes });
      }
    },
  });
  return (await analysed([rule], "a.ts", "bad 456789")).findings;
}

const fix = (...edits: Fix["edits"]): Fix => ({ title: "", safe: true, edits });

describe("edits", () => {
  it("are applied in any order", () => {
    assert.equal(applyEdits("0123456789", [edit(5, 7, "b"), edit(0, 1, "a"), edit(10, 10, "c")]), "a1234b789c");
  });

  it("may touch", () => assert.equal(applyEdits("0123", [edit(0, 2, "a"), edit(2, 4, "b")]), "ab"));

  it("keep emoji whole", () => assert.equal(applyEdits("😀x😀", [edit(2, 3, "é")]), "😀é😀"));
});

describe("fixes that can be made together", () => {
  async function chosen(...groups: Fix[][]): Promise<string> {
    const together = fixesTogether(await findingsWith(...groups), (one) => one.safe);
    return applyEdits("bad 456789", together.flatMap((one) => one.fix.edits));
  }

  it("are the first fix of each finding", async () => {
    assert.equal(await chosen([fix(edit(0, 1, "A")), fix(edit(1, 2, "x"))], [fix(edit(4, 5, "B"))]), "Aad B56789");
  });

  it("leave out what overlaps an earlier one", async () => {
    assert.equal(await chosen([fix(edit(0, 4, "A"))], [fix(edit(3, 5, "B"))]), "A456789");
    assert.equal(await chosen([fix(edit(0, 4, "A"))], [fix(edit(2, 2, "B"))]), "A456789");
  });

  it("leave out a second insertion at one place", async () => {
    assert.equal(await chosen([fix(edit(4, 4, "A"))], [fix(edit(4, 4, "B"))]), "bad A456789");
  });

  it("leave out a fix whose second edit overlaps, whole", async () => {
    assert.equal(await chosen([fix(edit(4, 5, "A"))], [fix(edit(6, 7, "x"), edit(4, 5, "y"))]), "bad A56789");
  });

  it("leave out what the caller does not accept", async () => {
    assert.equal(await chosen([{ ...fix(edit(0, 1, "A")), safe: false }], [fix(edit(4, 5, "B"))]), "bad B56789");
  });
});

describe("fixing until nothing is left", () => {
  const shorten = ruleLike({
    id: "too-long",
    check(_document, report, hits) {
      const at = hits[0]?.offset;
      if (at !== undefined) report({ range: { start: at, end: at + 3 }, message: "", fixes: [fix(edit(at, at + 3, ""))] });
    },
  });

  it("makes what becomes possible by other fixes", async () => {
    const document = new Document("a.ts", "typescript", "bad bbadad bad");
    const fixed = await fixToFixedPoint(document, ({ path, text }) => judged([shorten], path, text));
    assert.equal(fixed.document.text, "  ");
    assert.equal(fixed.fixes, 4);
  });

  it("ends where two fixes undo each other", async () => {
    const restless = ruleLike({
      check(_document, report, hits) {
        for (const { offset } of hits) {
          report({ range: { start: offset, end: offset + 3 }, message: "", fixes: [fix(edit(offset, offset + 3, "bad"))] });
        }
      },
    });
    const fixed = await fixToFixedPoint(new Document("a.ts", "typescript", "bad"), ({ path, text }) => judged([restless], path, text));
    assert.equal(fixed.document.text, "bad");
  });

  it("leaves accepted findings alone", async () => {
    const text = "bad // marketlint-disable-line too-long -- kept\n";
    const fixed = await fixToFixedPoint(new Document("a.ts", "typescript", text), (document) => judged([shorten], document.path, document.text));
    assert.equal(fixed.document.text, text);
    assert.equal(fixed.fixes, 0);
  });
});
