import assert from "node:assert/strict";
import { suppressionsOf, type SuppressionComment } from "../../../server/analysis/suppressions.ts";
import { applyEdits } from "../../../server/analysis/applyFixes.ts";
import { Document } from "../../../server/core/document.ts";
import { languageOf } from "../../../server/languages/languageOf.ts";
import { growsInStraightLine } from "../growth.ts";

function read(file: string, text: string): SuppressionComment[] {
  return suppressionsOf(new Document(file, languageOf(file), text));
}

/** What a comment says, in a form that is easy to compare: `line: rules -- reason`. */
function said(comments: readonly SuppressionComment[]): string[] {
  return comments.map(({ line, rules, reason }) => `${line ?? "file"}: ${rules.map((rule) => rule.id).join(" ")} -- ${reason ?? "?"}`);
}

/** The text after the first suppression is removed. */
function removed(file: string, text: string): string {
  const [comment] = read(file, text);
  assert.ok(comment);
  return applyEdits(text, [{ range: comment.removal, newText: "" }]);
}

describe("suppression comments", () => {
  const spellings: [string, string][] = [
    ["a.ts", "// marketlint-disable-line a-rule -- why"],
    ["a.ts", "foo(); // marketlint-disable-line a-rule -- why"],
    ["a.ts", "foo(); /* marketlint-disable-line a-rule -- why */"],
    ["a.tsx", "{/* marketlint-disable-line a-rule -- why */}"],
    ["a.ts", " * marketlint-disable-line a-rule -- why"],
    ["a.ts", "//marketlint-disable-line   a-rule   --   why  "],
    ["Dockerfile", "# marketlint-disable-line a-rule -- why"],
    ["a.yaml", "key: it's # marketlint-disable-line a-rule -- why"],
    [".env", "A=1 # marketlint-disable-line a-rule -- why"],
    ["a.xml", "<a b=\"c\"/> <!-- marketlint-disable-line a-rule -- why -->"],
    ["a.html", "<p>Don't</p><!-- marketlint-disable-line a-rule -- why -->"],
    ["a.json", "\"a\": 1 // marketlint-disable-line a-rule -- why"],
    ["a.cs", "var a = \"'\"; // marketlint-disable-line a-rule -- why"],
    ["a.ts", "const a = 'it\\'s'; // marketlint-disable-line a-rule -- why"],
  ];
  for (const [file, text] of spellings) {
    it(`are read in ${file}: ${text}`, () => assert.deepEqual(said(read(file, text)), ["0: a-rule -- why"]));
  }

  it("accept a line, the next line or a file", () => {
    const text = "// marketlint-disable a -- x\n// marketlint-disable-next-line b -- y\nfoo(); // marketlint-disable-line c -- z\n";
    assert.deepEqual(said(read("a.ts", text)), ["file: a -- x", "2: b -- y", "2: c -- z"]);
  });

  it("stand above one another, and mean the first line that is none of them", () => {
    const text = "// marketlint-disable-next-line a -- x\r\n// marketlint-disable-next-line b -- y\r\n// marketlint-disable-next-line c -- z\r\nfoo();\r\n";
    assert.deepEqual(said(read("a.ts", text)), ["3: a -- x", "3: b -- y", "3: c -- z"]);
  });

  it("name several rules, with or without commas", () => {
    assert.deepEqual(said(read("a.ts", "// marketlint-disable-line a-b, c-d e-f -- x")), ["0: a-b c-d e-f -- x"]);
  });

  it("give the place of each rule", () => {
    const text = "foo(); // marketlint-disable-line a-b, c-d -- x";
    const [comment] = read("a.ts", text);
    assert.deepEqual(comment?.rules.map(({ range }) => text.slice(range.start, range.end)), ["a-b", "c-d"]);
    assert.deepEqual(comment.rules.map(({ region }) => region.start.character), [text.indexOf("a-b"), text.indexOf("c-d")]);
  });

  it("have a reason that may hold anything", () => {
    assert.deepEqual(said(read("a.ts", "// marketlint-disable-line a -- see b-c -- and \"d\" // e")), ["0: a -- see b-c -- and \"d\" // e"]);
  });

  it("have no reason where nothing, or only the placeholder, follows", () => {
    const texts = ["// marketlint-disable-line a", "// marketlint-disable-line a --", "/* marketlint-disable-line a -- */", "// marketlint-disable-line a -- reason", "<!-- marketlint-disable-line a -->"];
    assert.deepEqual(texts.map((text) => said(read("a.ts", text))[0]), texts.map(() => "0: a -- ?"));
  });

  it("are not in strings, in longer words or without a comment mark", () => {
    const texts = ['"// marketlint-disable-line a -- b"', "'# marketlint-disable-line a -- b", "`// marketlint-disable-line a -- b`", "// marketlint-disabled a -- b", "// marketlint-disable-lines a -- b", "marketlint-disable-line a -- b"];
    assert.deepEqual(texts.flatMap((text) => read("a.ts", text)), []);
  });

  const long: [string, (size: number) => string][] = [
    ["spaces before the end", (size) => `// marketlint-disable-line a${" ".repeat(size)}x`],
    ["many rules and separators", (size) => `// marketlint-disable-line ${"a ".repeat(size / 2)}--${" --x".repeat(size / 8)}`],
    ["many openers", (size) => "//".repeat(size / 2) + " marketlint-disable-line a"],
  ];
  for (const [name, line] of long) {
    it(`are found in time in proportion to a long line: ${name}`, () =>
      growsInStraightLine(name, (size) => read("a.ts", line(size)), 8_000));
  }
});

describe("removing a suppression", () => {
  const cases: [string, string, string, string][] = [
    ["takes its line", "a.ts", "a();\n  // marketlint-disable-next-line x -- y\nb();\n", "a();\nb();\n"],
    ["takes its line with a Windows line break", "a.ts", "a();\r\n// marketlint-disable x -- y\r\nb();\r\n", "a();\r\nb();\r\n"],
    ["leaves the code before it", "a.ts", "a();   // marketlint-disable-line x -- y\nb();\n", "a();\nb();\n"],
    ["leaves the code behind it", "a.ts", "  /* marketlint-disable-line x -- y */ a();\n", "  a();\n"],
    ["leaves what is on both sides", "a.ts", "a(1 /* marketlint-disable-line x -- y */, 2);\n", "a(1, 2);\n"],
    ["takes the braces of JSX", "a.tsx", "<p>\n  {/* marketlint-disable-next-line x -- y */}\n  <b/>\n</p>\n", "<p>\n  <b/>\n</p>\n"],
    ["leaves a brace that is a block's", "a.ts", "if (a) {/* marketlint-disable-line x -- y */ b(); }\n", "if (a) { b(); }\n"],
    ["takes a comment of several lines", "a.ts", "/* marketlint-disable x -- y\n   and more */\na();\n", "a();\n"],
    ["takes one line out of a longer comment", "a.ts", "/*\n * marketlint-disable x -- y\n */\na();\n", "/*\n */\na();\n"],
    ["takes a comment of markup", "a.xml", "<!-- marketlint-disable x -- y --><a/>\n", "<a/>\n"],
    ["works on the last line", "a.ts", "a();\n// marketlint-disable x -- y", "a();\n"],
  ];
  for (const [name, file, before, after] of cases) it(name, () => assert.equal(removed(file, before), after));
});
