import assert from "node:assert/strict";
import { constantOf, type Constant } from "../../../../server/languages/typescript/constants.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { snippet } from "./snippet.ts";

/** A constant as short text: `"a"`, `1`, `?`, `"a"|"b"`, `[1,…]`, `a${}b`. */
function short(constant: Constant): string {
  switch (constant.kind) {
    case "string":
      return JSON.stringify(constant.value);
    case "number":
    case "boolean":
      return String(constant.value);
    case "regex":
      return `/${constant.pattern}/${constant.flags}`;
    case "template":
      return constant.parts.map((part) => part.text ?? "${}").join("");
    case "array":
      return `[${constant.elements.map(short).join(",")}${constant.open ? ",…" : ""}]`;
    case "either":
      return constant.options.map(short).join("|");
    case "object":
      return "{}";
    case "unknown":
      return "?";
    default:
      return constant.kind;
  }
}

const cases: readonly [code: string, expected: string][] = [
  ['f([|"a"|])', '"a"'],
  ["f([|-1|], 2)", "-1"],
  ["f([|!0|])", "true"],
  ["f([|null|])", "null"],
  ["f([|undefined|])", "undefined"],
  ["f([|/a+/gi|])", "/a+/gi"],
  ["f([|`a b`|])", '"a b"'],
  ["f([|`a ${x} b`|])", "a ${} b"],
  ["const x = 1; f([|`a ${x} b`|])", '"a 1 b"'],
  ['f([|"a" + "b" + 1|])', '"ab1"'],
  ['f([|"a" + x + "b" + "c"|])', "a${}bc"],
  ["f([|1 + 2|])", "?"],
  ['const a = "x"; f([|a|])', '"x"'],
  ['const a = "x" as const; f([|a|])', '"x"'],
  ['const a = "x" satisfies string; f([|a!|])', '"x"'],
  ['const a = <string>"x"; f([|(a)|])'.replace("[|(a)|]", "([|a|])"), '"x"'],
  ['let a = "x"; f([|a|])', '"x"'],
  ['let a = "x"; a = "y"; f([|a|])', '"x"|"y"'],
  ['let a = "x"; a += "y"; f([|a|])', "?"],
  ['let a; if (b) a = "x"; else a = "y"; f([|a|])', '"x"|"y"'],
  ["function g(a) { f([|a|]) }", "?"],
  ['function g(a = "x") { f([|a|]) }', "?"],
  ["for (const a of list) f([|a|])", "?"],
  ['const O = { a: "x" }; f([|O.a|])', '"x"'],
  ['const O = { a: "x" } as const; f([|O["a"]|])', '"x"'],
  ['const K = "a"; const O = { [K]: "x" }; f([|O[K]|])', '"x"'],
  ['const O = Object.freeze({ a: { b: "x" } }); f([|O.a.b|])', '"x"'],
  ['const O = { a: "x" }; O.a = "y"; f([|O.a|])', '"y"'],
  ['const O = { a: "x" }; if (z) O.a = "y"; f([|O.a|])', '"x"|"y"'],
  ['const O = { a: "x" }; f([|O.a|]); O.a = "y";', '"x"'],
  ['const O = { a: "x" }; O[k] = "y"; f([|O.a|])', "?"],
  ['const O = { a: "x", ...p }; f([|O.a|])', "?"],
  ['const O = { ...p, a: "x" }; f([|O.a|])', '"x"'],
  ['const B = { a: "x" }; const O = { ...B }; f([|O.a|])', '"x"'],
  ['const { a } = { a: "x" }; f([|a|])', '"x"'],
  ['const { a: { b = "y" } } = { a: { b: "x" } }; f([|b|])', '"y"|"x"'],
  ["const { a } = process.env; f([|a|])", "?"],
  ['enum E { A = "x", B = "y" } f([|E.B|])', '"y"'],
  ["f([|process.env.A|])", "?"],
  ['f([|process.env.A || "x"|])', '?|"x"'],
  ['f([|process.env.A ?? "x"|])', '?|"x"'],
  ['f([|"a" || "x"|])', '"a"'],
  ['f([|c ? "a" : "b"|])', '"a"|"b"'],
  ['f([|`${c ? "a" : "b"}-x`|])', '"a-x"|"b-x"'],
  ['f([|["a", "b"]|])', '["a","b"]'],
  ['const a = ["a"]; f([|[...a, "b"]|])', '["a","b"]'],
  ['f([|[...a, "b"]|])', '["b",…]'],
  ['f([|["a", "b"].join(" ")|])', '"a b"'],
  ['const SCOPES = ["a", "b"] as const; f([|SCOPES.join()|])', '"a,b"'],
  ['f([|["a", x].join("; ")|])', "a; ${}"],
  ['f([|["a"].concat(["b"]).join("")|])', '"ab"'],
  ["f([|String(1)|])", '"1"'],
  ['f([|" A ".trim().toLowerCase()|])', '"a"'],
  ['const L = ["a", "b"]; f([|L[1]|])', '"b"'],
  ['const L = ["a"]; L.push("b"); f([|L[0]|])', '"a"'],
  ['class C { private readonly a = "x"; m() { f([|this.a|]) } }', '"x"'],
  ['class C { a = "x"; m() { this.a = y; f([|this.a|]) } }', "?"],
  ['class C { static a = "x"; m() { f([|C.a|]) } }', '"x"'],
  ['class C { static a = "x" } C.a = y; f([|C.a|])', "?"],
  ['class C { o = { a: "x" }; m() { this.o.a = y; f([|this.o.a|]) } }', "?"],
  ['const g = () => "x"; f([|g()|])', '"x"'],
  ['function g() { return "x" } f([|g()|])', '"x"'],
  ['function g() { return g() } f([|g()|])', "?"],
  ["const a = b; const b = a; f([|a|])", "?"],
  ["const { a } = a; f([|a|])", "?"],
  ["f([|{ a: 1 }|])", "{}"],
  ['import { a } from "./b.ts"; f([|a|])', "?"],
  ['const x = y; f([|(1, "x")|])'.replace("[|(1, \"x\")|]", '([|1, "x"|])'), '"x"'],
];

describe("constants", () => {
  before(loadTypeScriptParser);

  for (const [code, expected] of cases) {
    it(`${code} is ${expected}`, () => {
      const { node, syntax } = snippet(code);
      assert.equal(short(constantOf(node, syntax)), expected);
    });
  }

  it("stands where the literal stands", () => {
    const { nodes, syntax } = snippet('const A = { b: [|"x"|] }; f([|A.b|]);');
    const [literal, use] = nodes;
    assert.ok(literal && use);
    assert.equal(constantOf(use, syntax).node, literal);
  });

  it("walks a long sum without deep recursion", () => {
    const { node, syntax } = snippet(`f([|${Array.from({ length: 400 }, () => '"a"').join(" + ")}|])`);
    assert.equal(short(constantOf(node, syntax)).length, 402);
  });

  it("gives up on a chain of names that no person writes", () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `const a${index + 1} = a${index};`);
    const { node, syntax } = snippet(`const a0 = "x";\n${lines.join("\n")}\nf([|a3000|])`);
    assert.equal(constantOf(node, syntax).kind, "unknown");
  });

  it("gives up on what branches without end", () => {
    const lines = Array.from({ length: 40 }, (_, index) => `const a${index + 1} = c ? a${index} + "x" : a${index} + "y";`);
    const { node, syntax } = snippet(`const a0 = "";\n${lines.join("\n")}\nf([|a40|])`);
    assert.equal(constantOf(node, syntax).kind, "unknown");
  });
});
