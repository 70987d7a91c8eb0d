import assert from "node:assert/strict";
import type { ShellCommand } from "../../../../server/languages/dockerfile/shellCommands.ts";
import { readShell } from "../../../../server/languages/dockerfile/shellReader.ts";
import { growsInStraightLine } from "../../growth.ts";

function read(text: string, escape = "\\"): ShellCommand[] {
  const lookup = (name: string): string | undefined => (name === "V" ? "1.2" : undefined);
  return readShell({ text, escape, joinsOverComments: true, lookup }, 0, text.length);
}

/** Each command's words, an unknown part as `?`. */
function commands(text: string): string[] {
  return read(text).map(({ words }) => words.map((word) => word.text.replaceAll("\0", "?")).join(" "));
}

describe("shell commands of a Dockerfile", () => {
  const cases: [string, string, string[]][] = [
    ["are divided by operators", "a && b || c; d | e & f", ["a", "b", "c", "d", "e", "f"]],
    ["go on over joined lines, comments and empty lines between them", "a \\\n # no && b\n\n  c", ["a c"]],
    ["join a word that is broken", "ab\\\ncd", ["abcd"]],
    ["lose their quotes", `a 'b c' "d e"f g\\ h`, ["a b c d ef g h"]],
    ["keep operators in quotes", `a ';' "&& b" '|'`, ["a ; && b |"]],
    ["end at a comment", "a b # c; d", ["a b"]],
    ["keep a hash inside a word", "a b#c", ["a b#c"]],
    ["have known variables replaced", "a $V ${V}.3 ${W:-x} $W", ["a 1.2 1.2.3 x ?"]],
    ["do not trust a variable that they set themselves", "V=2 a $V", ["V=2 a ?"]],
    ["leave variables in single quotes", "a '$V'", ["a $V"]],
    ["are read inside substitutions", "a $(b `c`) \"$(d)\"", ["a ? ?", "b ?", "c", "d"]],
    ["are read inside brackets", "(a; b) && { c; }", ["a", "b", "{ c", "}"]],
    ["leave redirections out", "a >x 2>&1 <y b &>/dev/null", ["a b"]],
    ["are read inside a shell's argument", `sh -c "a && b"`, ["sh -c a && b", "a", "b"]],
    ["are read in a here-document for the builder", "<<EOF\na\nb # c\nEOF\n", ["a", "b"]],
    ["are read in a here-document for a shell", "bash <<-'X'\n\ta\n\tX\n", ["bash", "a"]],
    ["are not read in other here-documents", "cat <<EOF > /x\na && b\nEOF\n", ["cat"]],
    ["end with what is not closed", `a "b $(c 'd`, ["a b ?", "c d"]],
    ["may be none", " \\\n # only a comment\n", []],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(commands(text), expected));

  it("know what reads their output", () => {
    const [first, second, , fourth] = read("a | b; sh <(c); sh -c \"$(d)\"");
    assert.equal(first?.pipedInto, second);
    assert.equal(fourth?.pipedInto?.words[0]?.text, "sh");
    const inner = read('sh -c "$(d)"').find(({ words }) => words[0]?.text === "d");
    assert.equal(inner?.partOf?.words[0]?.text, "sh");
  });

  it("know the files that they write", () => {
    assert.deepEqual(read("a > x >> 'y z'")[0]?.outputs.map(({ text }) => text), ["x", "y z"]);
  });

  it("have the places of their words", () => {
    const text = 'a \\\n  "b c" $V';
    const words = read(text)[0]?.words ?? [];
    assert.deepEqual(words.map(({ range }) => text.slice(range.start, range.end)), ["a", '"b c"', "$V"]);
  });

  it("use the escape character of Windows", () => {
    assert.deepEqual(read("a `\n  b", "`").map(({ words }) => words.map((word) => word.text)), [["a", "b"]]);
  });

  for (const [name, piece] of [["substitutions", "$(a "], ["braces", "${"], ["quotes", "'\""], ["here-documents", "a <<X\n"], ["joined lines", "\\\n"], ["words", "ab=c "]] as const) {
    it(`take time in proportion to ${name}`, () => growsInStraightLine(name, (size) => read(piece.repeat(size)), 4_000));
  }
});
