import assert from "node:assert/strict";
import { Document } from "../../../server/core/document.ts";
import { scriptsOf } from "../../../server/languages/html/scripts.ts";

/** The scripts of a page, after making sure that every one stands where it stood, in a text of the same lines. */
function scripts(html: string): string {
  const text = scriptsOf(new Document("a.html", "html", html));
  assert.equal(text.length, html.length);
  for (let at = 0; at < html.length; at++) {
    const character = text[at] ?? "";
    assert.ok(character === " " || character === html[at] || (character === ";" && html[at] === "<"), `offset ${at}`);
    if (/[\r\n]/.test(html[at] ?? "")) assert.equal(character, html[at]);
  }
  return text.replace(/[ \r\n]+/g, " ").trim();
}

describe("scripts in HTML", () => {
  it("stay where they are, and the rest is blank", () => {
    assert.equal(scripts("<p>a()</p>\n<script>b()</script>\n<script type=module>c()</script>"), "b(); c();");
  });

  it("stay where they are behind Windows line breaks, lone CRs, tabs and emoji", () => {
    assert.equal(scripts("<p>\r\n\r\n😀</p>\r<script>\r\n\tb(\"😀\")\r\n</script>\r\n<script>c()</script>"), "b(\"😀\") ; c();");
  });

  it("are those that a browser runs", () => {
    const html = '<script type="text/javascript">a()</script><script type="application/json">{"b":1}</script><script type="text/template"><i>c()</i></script><script type="">d()</script><script src="e.js"></script>';
    assert.equal(scripts(html), "a(); d();");
  });

  it("are not in comments, in strings of attributes, or after the end", () => {
    assert.equal(scripts("<!-- <script>a()</script> --><p title='<script>b()</script>'>x</p>"), "");
  });

  it("are found in templates and in bodies that are not whole", () => {
    assert.equal(scripts("<template><script>a()</script></template><table><script>b()</script><p"), "a(); b();");
    assert.equal(scripts("<script>c("), "c(");
  });

  it("are found in a page that nests deeply", () => {
    assert.equal(scripts(`${"<div>".repeat(3_000)}<script>a()</script>`), "a();");
  });
});
