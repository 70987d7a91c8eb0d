import assert from "node:assert/strict";
import { Document } from "../../../../server/core/document.ts";
import { attributeNamed } from "../../../../server/languages/xml/attributes.ts";
import { commentedTags, withAncestors } from "../../../../server/languages/xml/elements.ts";
import { xmlSyntax } from "../../../../server/languages/xml/syntax.ts";

function documentOf(text: string): Document {
  return new Document("web.config", "xml", text);
}

describe("XML configuration", () => {
  it("gives attributes with their decoded value and the place of the written one", () => {
    const text = "<!-- 🙂 -->\r\n<a>\r\n  <add\r\n    key='K'\r\n    value=\"x&amp;y>z\" />\r\n</a>";
    const add = documentOf(text).syntax(xmlSyntax).elements.find((element) => element.name === "add");
    const value = attributeNamed(add?.attributes ?? [], "value");
    assert.equal(value?.value, "x&y>z");
    assert.equal(text.slice(value.valueRange.start, value.valueRange.end), "x&amp;y>z");
    assert.deepEqual(withAncestors(add ?? assert.fail("no element")).map((element) => element.name), ["add", "a"]);
  });

  it("gives the tags inside comments with their places", () => {
    const text = '<a>\n<!-- off: <add key="K" value="V"/> and <b -->\n</a>';
    const [tag, ...others] = commentedTags(documentOf(text));
    assert.equal(others.length, 0);
    const value = attributeNamed(tag?.attributes ?? [], "value");
    assert.equal(text.slice(value?.valueRange.start, value?.valueRange.end), "V");
  });

  it("reads past what is not well formed", () => {
    const { elements } = documentOf("<a><b></c><add key='K' value='V'/>").syntax(xmlSyntax);
    assert.ok(elements.some((element) => element.name === "add"));
  });

  it("does not expand entities", () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "yyyyyyyyyy"><!ENTITY z "&x;&x;">]><a v="&z;">&z;</a>';
    const [a] = documentOf(bomb).syntax(xmlSyntax).elements;
    assert.ok((a?.text.length ?? 0) < 10);
  });
});
