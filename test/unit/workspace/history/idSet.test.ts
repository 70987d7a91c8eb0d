import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createIdSet } from "../../../../server/workspace/history/idSet.ts";

describe("a set of ids", () => {
  it("knows each id and kind once, also when it has grown", () => {
    const set = createIdSet();
    const ids = Array.from({ length: 5000 }, (_, at) => createHash("sha1").update(String(at)).digest("hex"));
    for (const id of ids) assert.equal(set.add(id, 0), true);
    for (const id of ids) assert.equal(set.add(id, 0), false);
    for (const id of ids) assert.equal(set.add(id, 2), true);
    assert.equal(set.size, 10_000);
  });

  it("takes ids that begin with zeros", () => {
    const set = createIdSet();
    assert.equal(set.add("0".repeat(40), 0), true);
    assert.equal(set.add(`${"0".repeat(39)}1`, 0), false);
  });
});
