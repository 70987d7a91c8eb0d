import assert from "node:assert/strict";
import { Document } from "../../../../server/core/document.ts";
import { closing, dottedNameEnding, enclosing, statementAround } from "../../../../server/languages/csharp/reading.ts";
import { csharpSyntax, type CsharpToken } from "../../../../server/languages/csharp/tokens.ts";
import { growsInStraightLine } from "../../growth.ts";

function tokensOf(text: string): readonly CsharpToken[] {
  return new Document("A.cs", "csharp", text).syntax(csharpSyntax).tokens;
}

function stringsOf(text: string): (string | undefined)[] {
  return tokensOf(text).flatMap((token) => (token.kind === "string" ? [token.value] : []));
}

describe("C# as words", () => {
  it("leaves comments and preprocessor lines out", () => {
    const text = "#region it's\n/* a */ x // b \"c\"\n/// <c>d</c>\n#endregion\ny";
    assert.deepEqual(tokensOf(text).map((token) => token.text), ["x", "y"]);
  });

  it("knows strings of every kind, and the value of those without holes", () => {
    assert.deepEqual(stringsOf(String.raw`"a\"b" @"c:\""d" "" 'x'`), ['a"b', 'c:\\"d', ""]);
    assert.deepEqual(stringsOf('$"a{{b}}" $"a{b}" $@"c{d ?? "e"}f" @$"g"'), ["a{b}", undefined, undefined, "g"]);
    assert.deepEqual(stringsOf('"""\n  a "b"\n  """ $$"""{a}""" $$"""{{a}}"""'), ['a "b"', "{a}", undefined]);
    assert.deepEqual(stringsOf(String.raw`"\u0041\x42\n"`), ["AB\n"]);
  });

  it("ends a string that is never closed with its line, a verbatim one with the file", () => {
    assert.deepEqual(tokensOf('x = "abc\ny').map((token) => token.text), ["x", "=", '"abc', "y"]);
    assert.deepEqual(tokensOf('x = "abc\r\ny').map((token) => token.text), ["x", "=", '"abc', "y"]);
    assert.equal(tokensOf('x = @"abc\ny').length, 3);
  });

  it("keeps operators whole", () => {
    const text = "a == b => c ??= d ?? e?.f!.g::h >= i";
    const marks = tokensOf(text).flatMap((token) => (token.kind === "punctuation" ? [token.text] : []));
    assert.deepEqual(marks, ["==", "=>", "??=", "??", "?.", "!", ".", "::", ">="]);
  });

  it("places every word where it is written", () => {
    const text = 'var 🙂 = @class.Ünïcode("x", \'"\', 1.5f); // end';
    for (const { text: written, range } of tokensOf(text)) {
      assert.equal(text.slice(range.start, range.end).replace(/^@/, ""), written.replace(/^@/, ""));
    }
  });

  it("reads dotted names over line breaks, comments and null operators", () => {
    const tokens = tokensOf("x = global::A /* . */ .B!\n  ?.C");
    const { names, continues } = dottedNameEnding(tokens, tokens.length - 1);
    assert.deepEqual(names, ["global", "A", "B", "C"]);
    assert.ok(!continues);
    const called = tokensOf("f().B");
    assert.ok(dottedNameEnding(called, called.length - 1).continues);
  });

  it("finds brackets and statements", () => {
    const tokens = tokensOf("void F() { a(); b(c, d[0]); }");
    const c = tokens.findIndex((token) => token.text === "c");
    const open = enclosing(tokens, c);
    assert.equal(tokens[open - 1]?.text, "b");
    assert.equal(tokens[closing(tokens, open) + 1]?.text, ";");
    const statement = statementAround(tokens, c);
    assert.equal(tokens[statement?.first ?? -1]?.text, "b");
    assert.equal(statementAround(tokensOf("a b c"), 1), undefined);
  });

  it("takes any text in linear time", async () => {
    for (const part of ['"', '$"{', "/*", "@\"", '"""', "'", "{", "\\", "#", "\u0000", "ApplicationToken."]) {
      await growsInStraightLine(part, (size) => tokensOf(part.repeat(size / part.length)), 12_500);
    }
  });
});
