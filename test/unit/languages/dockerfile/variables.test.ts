import assert from "node:assert/strict";
import { expandWord, isKnown, unknownPart } from "../../../../server/languages/dockerfile/variables.ts";

const values = new Map<string, string | undefined>([
  ["A", "one"],
  ["EMPTY", ""],
  ["UNSET", undefined],
]);
const expand = (text: string, escape?: string): string => expandWord(text, (name) => values.get(name), escape);

describe("variables of a Dockerfile", () => {
  const cases: [string, string][] = [
    ["plain", "plain"],
    ["$A", "one"],
    ["${A}", "one"],
    ["x${A}y$A-z", "xoneyone-z"],
    ["${A:-two}", "one"],
    ["${UNSET:-two}", "two"],
    ["${EMPTY:-two}", "two"],
    ["${EMPTY-two}", ""],
    ["${A:+two}", "two"],
    ["${UNSET:+two}", ""],
    ["${UNSET:-${A}}", "one"],
    ["${UNSET:-a${NOT:-b}}c", "abc"],
    ['"$A"', "one"],
    ["'$A'", "$A"],
    ["\\$A", "$A"],
    ["$", "$"],
    ["a$ b", "a$ b"],
    ["", ""],
  ];
  for (const [text, value] of cases) it(`${text} is ${value}`, () => assert.equal(expand(text), value));

  it("are not known without a value", () => {
    for (const text of ["$UNSET", "${NOT}", "x$NOT", "${UNSET:-$NOT}"]) assert.ok(!isKnown(expand(text)), text);
    assert.equal(expand("node:${NOT}-alpine"), `node:${unknownPart}-alpine`);
  });

  it("are not known in a form that is not understood", () => {
    for (const text of ["${A#o}", "${A%e}", "${A/o/a}", "${A:?no}", "${}", "${A", "${1}"]) assert.ok(!isKnown(expand(text)), text);
  });

  it("use the escape character of the file", () => {
    assert.equal(expand("`$A", "`"), "$A");
    assert.equal(expand("c:\\$A", "`"), "c:\\one");
  });

  it("end at any depth and length", () => {
    assert.ok(!isKnown(expand("${UNSET:-".repeat(5_000) + "x" + "}".repeat(5_000))));
    assert.equal(expand("$A".repeat(100_000)).length, 300_000);
  });
});
