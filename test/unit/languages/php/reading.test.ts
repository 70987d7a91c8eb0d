import assert from "node:assert/strict";
import { Document, NotAnalysable } from "../../../../server/core/document.ts";
import { calledClass, calledFunction, calledMethod, phpArgument, phpOptions } from "../../../../server/languages/php/calls.ts";
import { environmentName } from "../../../../server/languages/php/environment.ts";
import { phpAlternatives } from "../../../../server/languages/php/following.ts";
import type { PhpCall, PhpNode } from "../../../../server/languages/php/nodes.ts";
import { loadPhpParser, phpSyntax, type PhpSyntax } from "../../../../server/languages/php/syntax.ts";
import { phpTexts } from "../../../../server/languages/php/texts.ts";
import { unknownPart } from "../../../../server/languages/typescript/builtText.ts";

function read(code: string): { document: Document; syntax: PhpSyntax } {
  const document = new Document("a.php", "php", `<?php\n${code}\n`);
  return { document, syntax: document.syntax(phpSyntax) };
}

/** The first argument of the call of `f`, and all that is read of its file. */
function given(code: string): { node: PhpNode; document: Document; syntax: PhpSyntax; call: PhpCall } {
  const { document, syntax } = read(code);
  const call = syntax.all("call").find((one) => calledFunction(one) === "f");
  const node = call?.arguments[0]?.value;
  assert.ok(call && node, "no f(…)");
  return { node, document, syntax, call };
}

/** The texts that the argument of `f` may be, `?` for what is unknown. */
function texts(code: string): string[] {
  const { node, document } = given(code);
  return phpTexts(node, document).map(({ text }) => text.replaceAll(unknownPart, "?"));
}

describe("reading PHP", () => {
  before(loadPhpParser);

  const put: [string, string, string[]][] = [
    ["a text", "f('a');", ["a"]],
    ["escapes", "f('it\\'s');", ["it's"]],
    ["a constant of the file", "const A = 'x'; f(A);", ["x"]],
    ["a defined constant", "define('A', 'x'); f(\\A);", ["x"]],
    ["a class constant by self", "class C { const A = ['x', 'y']; function g() { f(implode(' ', self::A)); } }", ["x y"]],
    ["a class constant by name, typed", "class C { public const string A = 'x'; } f(C::A);", ["x"]],
    ["another class's constant of the same name", "class C { const A = 'x'; } f(D::A);", ["?"]],
    ["a property with a default", "class C { private $s = 'x'; function g() { f($this->s); } }", ["x"]],
    ["a property that is assigned", "class C { private $s = 'x'; function h($t) { $this->s = $t; } function g() { f($this->s); } }", ["?"]],
    ["a case of an enum", "enum E: string { case A = 'x'; } f(E::A->value);", ["x"]],
    ["a variable", "$a = 'x'; f($a);", ["x"]],
    ["a variable of another function", "function g() { $a = 'x'; } f($a);", ["?"]],
    ["a variable set in branches", "if ($t) { $a = 'x'; } else { $a = 'y'; } f($a);", ["x", "y"]],
    ["a variable that grows", "$a = 'x'; $a .= 'y'; f($a);", ["?"]],
    ["a sum", "const A = 'x'; f(A . '/' . $id . \"/z\");", ["x/?/z"]],
    ["a text with variables", "$h = 'x'; f(\"$h/{$o->id}/y\");", ["x/?/y"]],
    ["a format", "f(sprintf('%s/%2$d/%%', 'x', 5));", ["x/5/%"]],
    ["a query", "f('a?' . http_build_query(['scope' => implode(' ', ['x', 'y']), 'k' => $k]));", ["a?&scope=x y&k=?"]],
    ["a joined list of lists", "const A = ['x']; f(implode(' ', array_merge(A, ['y'])) . implode(',', [...A, 'z']));", ["x yx,z"]],
    ["branches", "f($t ? 'x' : 'y');", ["x", "y"]],
    ["a match", "f(match($t) { 1 => 'x', default => 'y' });", ["x", "y"]],
    ["an element", "$a = ['k' => 'x']; f($a['k']);", ["x"]],
    ["a name that stands for itself", "const A = A; f(A);", ["?"]],
  ];
  for (const [name, code, expected] of put) it(`puts together ${name}`, () => assert.deepEqual(texts(code), expected));

  it("says where a part of a text stands", () => {
    const { node, document } = given("const A = ['read_a', 'read_b']; f(implode(' ', A));");
    const [text] = phpTexts(node, document);
    const range = text?.rangeAt(7, 13);
    assert.equal(range && document.text.slice(range.start, range.end), "read_b");
  });

  it("knows look-ups of the environment", () => {
    for (const code of ["getenv('A')", "env('A', 'x')", "\\env('A')", "$_ENV['A']", "$_SERVER[\"A\"]", "Env::get('A')"]) {
      assert.equal(environmentName(given(`f(${code});`).node), "A", code);
    }
    assert.equal(environmentName(given("f($a['A']);").node), undefined);
  });

  it("reads arguments by place and by name, and stops at a spread", () => {
    const { call } = given("f('a', name: 'b', ...$c);");
    assert.equal(phpArgument(call, 1, "other"), "absent");
    assert.equal(phpArgument(call, 2), "unknown");
    const named = phpArgument(call, 5, "name");
    assert.equal(typeof named === "object" && named.kind === "text" && named.value, "b");
  });

  it("reads options, spreads and merges followed", () => {
    const { node, syntax } = given("$d = ['a' => 1]; f(array_merge($d, ['b' => true, ...$d]));");
    const { entries, open } = phpOptions(node, syntax);
    assert.deepEqual([...entries.keys()], ["a", "b"]);
    assert.equal(open, false);
    const other = given("f([...$o, 'a' => 1]);");
    assert.equal(phpOptions(other.node, other.syntax).open, true);
  });

  it("names classes in full", () => {
    const { syntax } = read("use Symfony\\Component\\HttpFoundation\\{Cookie, Response as R}; new Cookie('a'); R::make(); $x->y();");
    assert.deepEqual(
      syntax.all("call").map((call) => [calledClass(call, syntax), calledMethod(call)]),
      [["Symfony\\Component\\HttpFoundation\\Cookie", undefined], ["Symfony\\Component\\HttpFoundation\\Response", "make"], [undefined, "y"]],
    );
  });

  it("leaves the semicolon out of ranges", () => {
    const { document, syntax } = read("f('a') ;\n");
    const [call] = syntax.all("call");
    assert.equal(call && document.text.slice(call.range.start, call.range.end), "f('a')");
  });

  it("gives what can be read of broken code", () => {
    for (const code of ["$x = g(; f('a');", "class A { function g( { } function h() { f('a'); } }", "f('a'); $s = \"open", "?><p><?= f('a') ?>"]) {
      const { syntax } = read(code);
      assert.ok(syntax.all("call").some((call) => calledFunction(call) === "f"), code);
    }
  });

  it("survives hostile texts", () => {
    for (const code of ["$a=" + "[".repeat(50_000), "$a='a'" + ".'a'".repeat(50_000) + ";", "$ ) ( { ] ".repeat(2_000), "\u0000\uD800", "<<<A\n"]) {
      try {
        read(code);
      } catch (error) {
        assert.ok(error instanceof NotAnalysable, code.slice(0, 20));
      }
    }
    const { node, syntax } = given("$a = $b; $b = $a; f($a);");
    assert.ok(phpAlternatives(node, syntax).length > 0);
  });
});
