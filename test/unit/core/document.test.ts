import assert from "node:assert/strict";
import { Document, NotAnalysable, type SyntaxProvider } from "../../../server/core/document.ts";

function textDocument(text: string): Document {
  return new Document("folder/a.txt", "text", text);
}

describe("positions in a document", () => {
  it("counts LF, CRLF and a lone CR as line ends", () => {
    const document = textDocument("a\nb\r\nc\rd");
    assert.deepEqual(document.lines, [0, 2, 5, 7]);
    assert.deepEqual([0, 1, 2, 3].map((line) => document.lineEnd(line)), [1, 3, 6, 8]);
  });

  it("has one line where the text is empty, and an empty last line behind a line break", () => {
    assert.deepEqual(textDocument("").lines, [0]);
    assert.deepEqual(textDocument("").positionAt(5), { line: 0, character: 0 });
    assert.deepEqual(textDocument("a\r\n").lines, [0, 3]);
    assert.deepEqual(textDocument("a\r\n").positionAt(3), { line: 1, character: 0 });
  });

  it("counts UTF-16 units: an emoji has two, a tab one", () => {
    const document = textDocument("\t😀x\n😀😀y");
    assert.deepEqual(document.positionAt(document.text.indexOf("x")), { line: 0, character: 3 });
    assert.deepEqual(document.positionAt(document.text.indexOf("y")), { line: 1, character: 4 });
    assert.equal(document.offsetAt({ line: 1, character: 4 }), document.text.indexOf("y"));
  });

  it("turns every offset into a position and back", () => {
    const document = textDocument("one\r\ntwo\n\rthree\r\r\n😀\n");
    for (let offset = 0; offset <= document.text.length; offset++) {
      const position = document.positionAt(offset);
      const back = document.offsetAt(position);
      // Behind the CR of a CRLF there is no column: the line ends before it.
      const insideBreak = document.text[offset] === "\n" && document.text[offset - 1] === "\r";
      assert.equal(back, insideBreak ? offset - 1 : offset, `offset ${offset}`);
    }
  });

  it("moves what lies outside to the nearest end", () => {
    const document = textDocument("ab\ncd");
    assert.deepEqual(document.positionAt(-3), { line: 0, character: 0 });
    assert.deepEqual(document.positionAt(99), { line: 1, character: 2 });
    assert.equal(document.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(document.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(document.offsetAt({ line: -1, character: 4 }), 0);
  });

  it("takes a character that looks like a byte order mark for text: readers take the mark off before", () => {
    assert.deepEqual(textDocument("\uFEFFa").positionAt(1), { line: 0, character: 1 });
  });

  it("knows the line break of its first line", () => {
    assert.equal(textDocument("a\r\nb\n").lineBreak, "\r\n");
    assert.equal(textDocument("a\nb\r\n").lineBreak, "\n");
    assert.equal(textDocument("a").lineBreak, "\n");
  });

  it("knows its file name", () => {
    assert.equal(textDocument("").fileName, "a.txt");
    assert.equal(new Document("b", "text", "").fileName, "b");
  });
});

describe("syntax of a document", () => {
  it("is made once", () => {
    let made = 0;
    const provider: SyntaxProvider<number> = { name: "counter", parse: () => ++made };
    const document = textDocument("x");
    assert.equal(document.syntaxMade(provider), undefined);
    assert.equal(document.syntax(provider), 1);
    assert.equal(document.syntax(provider), 1);
    assert.equal(document.syntaxMade(provider), 1);
    assert.equal(textDocument("x").syntax(provider), 2);
  });

  it("is refused once: the parser is not asked again", () => {
    let asked = 0;
    const provider: SyntaxProvider<never> = {
      name: "refuser",
      parse: () => {
        asked++;
        throw new NotAnalysable("too odd");
      },
    };
    const document = textDocument("x");
    assert.throws(() => document.syntax(provider), NotAnalysable);
    assert.throws(() => document.syntax(provider), NotAnalysable);
    assert.equal(asked, 1);
  });
});
