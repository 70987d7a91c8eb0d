import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { Document } from "../../../server/core/document.ts";
import { yamlNesting } from "../../../server/languages/yaml/nesting.ts";
import { yamlSyntax } from "../../../server/languages/yaml/syntax.ts";

describe("yamlNesting", () => {
  for (const [text, depth] of [
    ["", 0],
    ["a: 1\nb: 2\n", 1],
    ["a:\n  b:\n    c: 1\nd: 1\n", 3],
    ["- - - a", 4],
    ["- a\n- b\n", 2],
    ["a: [[1], {b: [2]}]", 4],
    ["a: ]]]][", 2],
    ["-x\n--- a\n", 1],
    ["? a\n: b\n", 2],
    ["a:\r\n  b:\r\n    - c\r\n", 4],
  ] as const) {
    it(`is ${depth} for ${JSON.stringify(text)}`, () => {
      assert.equal(yamlNesting(text), depth);
    });
  }
});

describe("yamlSyntax", () => {
  const parse = (text: string): number => yamlSyntax.parse(new Document("a.yaml", "yaml", text)).documents.length;

  for (const [name, text] of [
    ["brackets", "[".repeat(200_000)],
    ["brackets over many lines", "a: [\n".repeat(100_000)],
    ["braces", "{a: ".repeat(50_000)],
    ["dashes", "- ".repeat(20_000)],
    ["question marks", "? ".repeat(20_000)],
    ["indentation", Array.from({ length: 1000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")],
    ["indented dashes", Array.from({ length: 1000 }, (_, at) => `${" ".repeat(at)}-`).join("\n")],
  ] as const) {
    it(`refuses what nests too deeply, before the parser sees it: ${name}`, () => {
      assert.throws(() => parse(text), { name: "NotAnalysable", message: "nested too deeply for the YAML parser" });
    });
  }

  it("reads what people write, and all examples", () => {
    assert.equal(parse(`${"a: {b: [1]}\n".repeat(20_000)}`), 1);
    for (const entry of fs.readdirSync("examples", { recursive: true, withFileTypes: true })) {
      if (/\.ya?ml$/.test(entry.name)) parse(fs.readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
    }
  });
});
