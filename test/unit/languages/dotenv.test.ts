import assert from "node:assert/strict";
import { Document } from "../../../server/core/document.ts";
import { dotenvSyntax } from "../../../server/languages/dotenv/syntax.ts";

/** `name=value` of every entry; the ranges must cut out the same. */
function entries(text: string): string[] {
  const document = new Document(".env", "dotenv", text);
  return document.syntax(dotenvSyntax).map(({ name, nameRange, value, valueRange }) => {
    assert.equal(text.slice(nameRange.start, nameRange.end), name);
    assert.equal(text.slice(valueRange.start, valueRange.end), value);
    return `${name}=${value}`;
  });
}

describe("environment files", () => {
  it("are read line by line, comments and blank lines left out", () => {
    assert.deepEqual(entries("# top\nA=1\n\n  B = two words  \r\nexport C=3\n#D=4\nno assignment\n"), ["A=1", "B=two words", "C=3"]);
  });

  it("have values in three kinds of quotes, which are taken off", () => {
    assert.deepEqual(entries("A=\"x # y\"\nB='it is'\nC=`z` # rest\n"), ["A=x # y", "B=it is", "C=z"]);
  });

  it("have quoted values of several lines, such as keys", () => {
    assert.deepEqual(entries("KEY=\"-----BEGIN\nabc\n-----END\"\nB=2\n"), ["KEY=-----BEGIN\nabc\n-----END", "B=2"]);
  });

  it("escape a quote in double quotes only", () => {
    assert.deepEqual(entries("A=\"a\\\"b\"\nB='c\\'\n"), ["A=a\\\"b", "B=c\\"]);
  });

  it("end a value without quotes at a comment behind a blank", () => {
    assert.deepEqual(entries("A=x#y # z\nB=\t\n"), ["A=x#y", "B="]);
  });

  it("have an unclosed quote while they are being typed", () => {
    assert.deepEqual(entries("A=\"half\nB=2\n"), ["A=\"half", "B=2"]);
  });

  it("name a variable that is also a part of the line's beginning", () => {
    assert.deepEqual(entries("export export=1\nexport o=2\n"), ["export=1", "o=2"]);
  });
});
