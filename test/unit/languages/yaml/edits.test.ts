import assert from "node:assert/strict";
import { applyEdits } from "../../../../server/analysis/applyFixes.ts";
import { Document } from "../../../../server/core/document.ts";
import type { TextEdit } from "../../../../server/core/finding.ts";
import type { DataObject } from "../../../../server/languages/data/dataNode.ts";
import { valueAt } from "../../../../server/languages/data/dataNode.ts";
import { jsonData } from "../../../../server/languages/json/dataOf.ts";
import { yamlData } from "../../../../server/languages/yaml/dataOf.ts";
import { removeItem, removeMember, setAt, type NewValue } from "../../../../server/languages/yaml/edits.ts";

function rootOf(document: Document): DataObject {
  const root = document.language === "json" ? jsonData(document) : yamlData(document)[0];
  assert.ok(root?.kind === "object");
  return root;
}

function edited(text: string, edit: (document: Document, root: DataObject) => TextEdit | undefined, language: "yaml" | "json" = "yaml"): string | undefined {
  const document = new Document(`a.${language}`, language, text);
  const made = edit(document, rootOf(document));
  return made && applyEdits(text, [made]);
}

const set = (text: string, path: readonly string[], value: NewValue, language?: "yaml" | "json"): string | undefined =>
  edited(text, (document, root) => setAt(document, root, path, value), language);

describe("edits of YAML", () => {
  it("add a member in the indentation of its mapping, behind the comment of the line", () => {
    assert.equal(set("a:\n    b: 1 # one\n    c: 2\n", ["a", "d"], true), "a:\n    b: 1 # one\n    d: true\n    c: 2\n");
  });

  it("add the mappings on the way", () => {
    assert.equal(set("a: 1\n", ["b", "c"], ["x", { y: 1 }]), "a: 1\nb:\n  c:\n    - x\n    - y: 1\n");
  });

  it("add to an item of a list", () => {
    const text = "l:\n- name: x\n  v: 1\n";
    const add = (document: Document, root: DataObject): TextEdit | undefined => {
      const list = valueAt(root, "l");
      const item = list?.kind === "array" ? list.items[0] : undefined;
      return item?.kind === "object" ? setAt(document, item, ["w"], 2) : undefined;
    };
    assert.equal(edited(text, add), "l:\n- name: x\n  w: 2\n  v: 1\n");
  });

  it("add before the first member where none stands on one line", () => {
    assert.equal(set("a:\n  b:\n    c: 1\n", ["a", "d"], 1), "a:\n  d: 1\n  b:\n    c: 1\n");
  });

  it("keep flow notation and Windows line breaks", () => {
    assert.equal(set("a: { b: 1 }\n", ["a", "c"], "x"), "a: { c: x, b: 1 }\n");
    assert.equal(set("a: {}\n", ["a", "c"], 1), "a: {c: 1}\n");
    assert.equal(set("a: 1\r\n", ["b"], 2), "a: 1\r\nb: 2\r\n");
  });

  it("write JSON into JSON", () => {
    assert.equal(set('{ "a": { "b": 1 } }', ["a", "c"], { d: ["x"] }, "json"), '{ "a": { "c": {"d":["x"]}, "b": 1 } }');
  });

  it("replace what is there, and fill in what is empty", () => {
    assert.equal(set("a: 'no' # why\n", ["a"], "yes"), 'a: "yes" # why\n');
    assert.equal(set("a:\nb: 1\n", ["a"], true), "a: true\nb: 1\n");
    assert.equal(set("a: []\n", ["a"], { b: 1 }), "a:\n  b: 1\n");
  });

  it("quote what YAML would read otherwise", () => {
    for (const text of ["yes", "null", "1.4", "a: b", "#x", ""]) {
      const [root] = yamlData(new Document("a.yaml", "yaml", set("a: 1\n", ["b"], text) ?? ""));
      assert.deepEqual(root && valueAt(root, "b")?.kind, "string", text);
    }
  });

  it("leave alone what an alias or a merge key brings in", () => {
    assert.equal(edited("x: &x { s: { p: 1 } }\na:\n  <<: *x\n  q: 1\n", (document, root) => {
      const a = valueAt(root, "a");
      return a?.kind === "object" ? setAt(document, a, ["s", "p"], 2) : undefined;
    }), undefined);
  });

  it("remove a member with the comment behind it", () => {
    const remove = (text: string, at: readonly string[], name: string): string | undefined =>
      edited(text, (document, root) => {
        const holder = at.length === 0 ? root : valueAt(root, ...at);
        const member = holder?.kind === "object" ? holder.members.find((one) => one.name === name) : undefined;
        return holder?.kind === "object" && member ? removeMember(document, holder, member) : undefined;
      });
    assert.equal(remove("a: 1\nb: 2 # two\nc: 3\n", [], "b"), "a: 1\nc: 3\n");
    assert.equal(remove("a: 1\nb:\n  x: 1\n", [], "b"), "a: 1\n");
    assert.equal(remove("a: { b: 1, c: 2 }\n", ["a"], "c"), "a: { b: 1 }\n");
    assert.equal(remove("a:\n  b: 1\n", ["a"], "b"), undefined);
  });

  it("remove an item of a list", () => {
    const remove = (text: string, at: number): string | undefined =>
      edited(text, (document, root) => {
        const list = valueAt(root, "a");
        const item = list?.kind === "array" ? list.items[at] : undefined;
        return list?.kind === "array" && item ? removeItem(document, list.items, item) : undefined;
      });
    assert.equal(remove("a:\n  - x # one\n  - y\n", 0), "a:\n  - y\n");
    assert.equal(remove("a: ['x', y]\n", 0), "a: [y]\n");
    assert.equal(remove("a: [x, 'y']\n", 1), "a: [x]\n");
    assert.equal(remove("a: [x]\n", 0), undefined);
  });
});
