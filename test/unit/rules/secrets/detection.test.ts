import assert from "node:assert/strict";
import fs from "node:fs";
import { measure } from "../../../detection/measure.ts";
import { detectionPage } from "../../../detection/page.ts";

describe("detection on the labelled corpus", () => {
  it("finds at least 98 % at a precision of at least 99 %, as docs/detection.md says", async function () {
    this.timeout(120_000);
    const { scores, total } = await measure();
    assert.ok(total.secrets >= 600, `${total.secrets} secrets`);
    assert.ok(total.cases - total.secrets >= 600, `${total.cases - total.secrets} near misses`);
    assert.ok(total.found / total.secrets >= 0.98, `${total.found} of ${total.secrets} found`);
    assert.ok(total.found / (total.found + total.wrong) >= 0.99, `${total.wrong} false findings`);
    assert.equal(fs.readFileSync("docs/detection.md", "utf8"), detectionPage(scores, total), "run npm run bench:detection -- --write");
  });
});
