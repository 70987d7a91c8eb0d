import assert from "node:assert/strict";
import { Document } from "../../../../server/core/document.ts";
import { memberNamed, valueAt, type DataNode } from "../../../../server/languages/data/dataNode.ts";
import { membersBelow } from "../../../../server/languages/data/walk.ts";
import { yamlData } from "../../../../server/languages/yaml/dataOf.ts";
import { unmark } from "../../rules/ruleBench.ts";

function read(text: string): DataNode | undefined {
  return yamlData(new Document("a.yml", "yaml", text))[0];
}

/** Reads a marked text and checks that the strings of the list `l` stand exactly at the marks. */
function assertMarked(code: string, values: readonly string[]): void {
  const { text, ranges } = unmark(code);
  const list = valueAt(read(text), "l");
  const items = list?.kind === "array" ? list.items : [];
  const strings = items.flatMap((item) => (item.kind === "string" ? [item] : []));
  assert.deepEqual(strings.map((item) => item.value), values);
  assert.deepEqual(strings.map((item) => ({ ...item.range })), ranges);
}

describe("YAML as data", () => {
  it("gives the text of a string without its quotes, in block and flow lists", () => {
    assertMarked("l:\n  - [|a b|] # c\n  - '[|*|]'\n  - \"[|x|]\"\n", ["a b", "*", "x"]);
    assertMarked("l: ['[|a|]', [|b|], \"[|c|]\"]\n", ["a", "b", "c"]);
  });

  it("counts UTF-16 units, with Windows line ends and characters outside the basic plane", () => {
    assertMarked("# 🙂\r\nl:\r\n  - '[|a🙂b|]'\r\n  - [|c|]\r\n", ["a🙂b", "c"]);
  });

  it("leaves a text open that is never closed", () => {
    const node = valueAt(read('a: "b'), "a");
    assert.equal(node?.kind === "string" && node.range.end, 5);
  });

  it("gives the content of a block without header and indentation", () => {
    assertMarked("l:\n  - >-\n    [|folded text|]\n", ["folded text"]);
  });

  it("follows an alias to the last anchor before it", () => {
    assertMarked("a: &x [|one|]\nl: [*x]\nb: &x two\n", ["one"]);
  });

  it("takes an alias without an anchor for a text whose quotes were forgotten", () => {
    assertMarked("l:\n  - [|*.example.com|]\n", ["*.example.com"]);
  });

  it("merges members, the object's own ones winning, also in a circle", () => {
    const root = read("a: &a\n  x: 1\n  y: 2\nb:\n  <<: *a\n  y: 3\nc: &c\n  <<: *c\n  z: 4\n");
    assert.deepEqual(valueAt(root, "b", "x"), { kind: "other", range: { start: 11, end: 12 }, value: 1 });
    const y = valueAt(root, "b", "y");
    assert.equal(y?.kind === "other" && y.value, 3);
    assert.ok(valueAt(root, "c", "z"));
  });

  it("gives a member its name, its value and the place of both", () => {
    const text = '"a b": [c]\n';
    const member = memberNamed(read(text), "a b");
    assert.ok(member);
    assert.equal(text.slice(member.nameRange.start, member.nameRange.end), "a b");
    assert.equal(text.slice(member.range.start, member.range.end), '"a b": [c]');
  });

  it("visits each member once, however many aliases lead to it", () => {
    const bomb = ["a0: &a0 [{ x: 1 }]"];
    for (let level = 1; level < 40; level++) bomb.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`);
    const seen = [...membersBelow(read(bomb.join("\n")) ?? assert.fail("no data"))];
    assert.equal(seen.length, 41);
  });

  it("gives what broken text leaves to read", () => {
    for (const text of ["", "a: [", "a:\n\t- b", "{", "- - -", "? a\n: b", "a: *b\nb: &b", "%YAML", "--- |", "a: !!binary x"]) {
      assert.doesNotThrow(() => [...yamlData(new Document("a.yml", "yaml", text))].map((node) => [...membersBelow(node)]));
    }
  });
});
