import assert from "node:assert/strict";
import { NotAnalysable, Document } from "../../../../server/core/document.ts";
import { memberNamed, valueAt } from "../../../../server/languages/data/dataNode.ts";
import { insertMembers } from "../../../../server/languages/data/edits.ts";
import { jsonData } from "../../../../server/languages/json/dataOf.ts";

function documentOf(text: string): Document {
  return new Document("a.json", "json", text);
}

/** The text after members are put behind the one named `a`. */
function inserted(text: string): string {
  const document = documentOf(text);
  const root = jsonData(document);
  const after = memberNamed(root, "a");
  assert.ok(root?.kind === "object" && after);
  const edit = insertMembers(document, root, after, ['"n": 1']);
  assert.ok(edit);
  return text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
}

describe("JSON as data", () => {
  it("gives the text of a string without its quotes, and says whether it is written so", () => {
    const text = '// 🙂\r\n{"a": "b", "c": "d\\u0065"}';
    const plain = valueAt(jsonData(documentOf(text)), "a");
    assert.ok(plain?.kind === "string" && plain.verbatim);
    assert.equal(text.slice(plain.range.start, plain.range.end), "b");
    const escaped = valueAt(jsonData(documentOf(text)), "c");
    assert.ok(escaped?.kind === "string" && !escaped.verbatim);
    assert.equal(escaped.value, "de");
  });

  it("takes the last member where a name occurs twice", () => {
    const node = valueAt(jsonData(documentOf('{"a": 1, "a": 2}')), "a");
    assert.equal(node?.kind === "other" && node.value, 2);
  });

  it("reads what broken text leaves", () => {
    for (const text of ["", "{", '{"a', '{"a":', '{"a": "b', "[1,", '{"a" 1}', "nul"]) {
      assert.doesNotThrow(() => valueAt(jsonData(documentOf(text)), "a", "b"));
    }
    const open = valueAt(jsonData(documentOf('{"a": "bc')), "a");
    assert.ok(open?.kind === "string");
    assert.deepEqual({ ...open.range }, { start: 7, end: 9 });
  });

  it("says that nesting beyond the stack cannot be read", () => {
    assert.throws(() => jsonData(documentOf("[".repeat(200_000))), NotAnalysable);
  });

  it("puts a member on a line of its own where the others are, commas and comments kept", () => {
    assert.equal(inserted('{ "a": 0, "b": 1 }'), '{ "a": 0, "n": 1, "b": 1 }');
    assert.equal(inserted('{\n  "a": 0 // last\n}'), '{\n  "a": 0,\n  "n": 1 // last\n}');
    assert.equal(inserted('{\r\n\t"a": 0,\r\n}'), '{\r\n\t"a": 0,\r\n\t"n": 1,\r\n}');
  });
});
