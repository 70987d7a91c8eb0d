import assert from "node:assert/strict";
import { Document } from "../../../server/core/document.ts";
import { commentFree, withoutSlashComments } from "../../../server/marketplaces/commentFree.ts";

describe("text without comments", () => {
  it("leaves out line and block comments", () => {
    assert.equal(withoutSlashComments("a // b\nc /* d\n e */ f"), "a  \nc   f");
    assert.equal(withoutSlashComments("a /* never closed"), "a  ");
    assert.equal(withoutSlashComments("a // last line"), "a  ");
  });

  it("keeps what looks like a comment inside a literal", () => {
    for (const code of ['"http://a"', "'http://a'", "`http://a`", '"\\"//"', "x = /[/]\\/\\//;", "x = /'/; y = '//';"]) {
      assert.equal(withoutSlashComments(code), code);
    }
  });

  it("follows template expressions to any depth", () => {
    assert.equal(withoutSlashComments("`${a /* x */}//${`${{ b: 1 }}//`}`"), "`${a  }//${`${{ b: 1 }}//`}`");
    assert.equal(withoutSlashComments("`${a}` // x"), "`${a}`  ");
  });

  it("recovers at the line's end from a literal that does not close", () => {
    assert.equal(withoutSlashComments("it's\nb // c"), "it's\nb  ");
    assert.equal(withoutSlashComments("a / b // c"), "a / b  ");
  });

  it("goes by the language, and by the extension where we read none", () => {
    const read = (path: string, text: string) => commentFree(new Document(path, "text", text));
    assert.equal(read("a.py", "a = 1 # b\nu = 'x#y'"), "a = 1 \nu = 'x#y'");
    assert.equal(read("a.php", "$a; // b"), "$a;  ");
    assert.equal(read("a.vue", "<a/><!-- b --><c/>"), "<a/> <c/>");
    assert.equal(read("a.md", "text"), undefined);
    assert.equal(read("constructor", "text"), undefined);
  });
});
