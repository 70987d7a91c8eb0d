import assert from "node:assert/strict";
import { objectsOf, propertiesOf } from "../../../../server/languages/typescript/objects.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { snippet, type Snippet } from "./snippet.ts";
import { growsInStraightLine } from "../../growth.ts";

/** A reading as short text: `a=1 b=2|3 c?=4 …`; `?=` may be absent, `*` is unknown, `…` is open, `!` may be edited. */
function short({ node, syntax, document }: Snippet): string {
  const reading = propertiesOf(node, syntax);
  const properties = [...reading.properties.values()].map(({ name, values, definite }) => {
    const texts = values.map(({ value }) => (value ? document.text.slice(...value.range) : "*"));
    return `${name}${definite ? "=" : "?="}${texts.join("|")}`;
  });
  return [...properties, ...(reading.open ? ["…"] : []), ...(reading.literal ? ["!"] : [])].join(" ");
}

const cases: readonly [code: string, expected: string][] = [
  ["f([|{ a: 1, b: 2 }|])", "a=1 b=2 !"],
  ["f([|{}|])", "!"],
  ["f([|{ a, 'b-c': 2, 3: 3 }|])", "a=a b-c=2 3=3 !"],
  ["f([|{ a: 1, a: 2 }|])", "a=2 !"],
  ["f([|{ get a() { return 1 }, b() {} }|])", "a=1 b=() {} !"],
  ["f([|{ [k]: 1, a: 2 }|])", "a=2 … !"],
  ["f([|{ a: 2, [k]: 1 }|])", "a=2|* … !"],
  ["const K = 'a'; f([|{ [K]: 1 }|])", "a=1 !"],
  ["const o = { a: 1 }; f([|o|])", "a=1 !"],
  ["const o = { a: 1 }; f([|o|]); f(o)", "a=1"],
  ["const o = { a: 1 }; f(o); f([|o|])", "a=1|* …"],
  ["const o = { a: 1 }; x.f([|o|]); x.f(o)", "a=1"],
  ["export const o = { a: 1 }; f([|o|])", "a=1"],
  ["import { o } from './o'; f([|o|])", "…"],
  ["function g(o) { f([|o|]) }", "…"],
  ["const b = { a: 1 }; f([|{ ...b, c: 2 }|])", "a=1 c=2 !"],
  ["const b = { a: 1 }; f([|{ a: 2, ...b }|])", "a=1 !"],
  ["f([|{ a: 1, ...b, c: 2 }|])", "a=1|* c=2 … !"],
  ["f([|{ a: 1, ...(x && { a: 2, b: 3 }) }|])", "a=1|2 b?=3 !"],
  ["f([|{ ...(x ? { a: 1 } : {}) }|])", "a?=1 !"],
  ["f([|{ ...(x ? { a: 1 } : { a: 2 }) }|])", "a=1|2 !"],
  ["f([|{ ...null, ...undefined, a: 1 }|])", "a=1 !"],
  ["f([|Object.assign({}, { a: 1 }, { b: 2 })|])", "a=1 b=2"],
  ["f([|Object.assign({ a: 1 }, p)|])", "a=1|* …"],
  ["const o = {}; o.a = 1; f([|o|])", "a=1 !"],
  ["const o = { a: 1 }; o.a = 2; f([|o|])", "a=2 !"],
  ["const o = {}; if (x) o.a = 1; f([|o|])", "a?=1 !"],
  ["const o = { a: 1 }; if (x) { o.a = 2; } f([|o|])", "a=1|2 !"],
  ["const o = {}; f([|o|]); o.a = 1;", "!"],
  ["const o = {}; for (;;) { f([|o|]); o.a = 1; }", "a?=1 !"],
  ["const o = {}; function g() { f([|o|]) } o.a = 1;", "a?=1 !"],
  ["const o = {}; o[k] = 1; f([|o|])", "… !"],
  ["const o = { a: 1, b: 2 }; delete o.a; f([|o|])", "b=2 !"],
  ["const o = { a: 1 }; if (x) delete o.a; f([|o|])", "a?=1 !"],
  ["const o = { a: 1 }; delete o[k]; f([|o|])", "a=1|* … !"],
  ["const o = { a: 1 }; Object.assign(o, { b: 2 }); f([|o|])", "a=1 b=2"],
  ["const o = { a: 1 }; harden(o); f([|o|])", "a=1|* …"],
  ["function g(x) { return x.a } const o = { a: 1 }; g(o); f([|o|])", "a=1"],
  ["function g(x) { x.a = 2 } const o = { a: 1 }; g(o); f([|o|])", "a=1|* …"],
  ["import { merge } from 'lodash'; const o = { a: 1 }; merge(o, p); f([|o|])", "a=1|* …"],
  ["import session from 's'; const o = { a: 1 }; session(o); f([|o|])", "a=1"],
  ["const p = { o: { a: 1 } }; f([|p.o|])", "a=1 !"],
  ["const p = { o: [|{ a: 1 }|] }; if (x) p.o.a = 2; f(p)", "a=1|2|* … !"],
  ["const p = { o: [|{ a: 1 }|] }; if (x) p.o.b = 2; x.f(p)", "a=1 b?=2 !"],
  ["const g = () => ({ a: 1 }); f([|g()|])", "a=1 !"],
  ["const g = () => ({ a: 1 }); f([|g()|]); f(g())", "a=1"],
  ["function g() { const o = { a: 1 }; o.b = 2; return o } f([|g()|])", "a=1 b?=2 !"],
  ["let o = { a: 1 }; if (x) o = { b: 2 }; f([|o|])", "a?=1 b?=2"],
  ["f([|x ? { a: 1 } : { a: 2, b: 3 }|])", "a=1|2 b?=3"],
  ["f([|p || { a: 1 }|])", "a?=1 …"],
  ["class C { o = { a: 1 }; m() { f([|this.o|]); g(this.o) } }", "a=1"],
  ["class C { o = { a: 1 }; m() { Object.assign(this.o, p); f([|this.o|]) } }", "…"],
  ["export const g = () => ({ a: 1 }); f([|g()|])", "a=1"],
  ["class C { private o = { a: 1 }; m() { f([|this.o|]) } }", "a=1 !"],
  ["class C { o() { return { a: 1 } } m() { f([|this.o()|]) } }", "a=1"],
  ["class C { get o() { return { a: 1 } } m() { f([|this.o|]) } }", "a=1 !"],
  ["class C { static o() { return { a: 1 } } } f([|C.o()|])", "a=1"],
  ["class C { constructor() { this.o = { a: 1 } } m() { f([|this.o|]) } }", "a=1"],
  ["class C { constructor() { this.o = { a: 1 } } m() { this.o = p; f([|this.o|]) } }", "…"],
  ["class C { m() { this.o = { a: 1 }; f([|this.o|]) } }", "…"],
  ["class C { o = { a: 1 } } const c = new C(); f([|c.o|])", "a=1 !"],
  ["const c = { o() { return { a: 1 } } }; f([|c.o()|])", "a=1"],
  ["const c = { o: () => ({ a: 1 }) }; f([|c.o()|])", "a=1"],
  ["const g = memoize(() => ({ a: 1 })); f([|g()|])", "a=1 !"],
  ["const o = useMemo(() => ({ a: 1 }), []); f([|o|])", "a=1"],
  ["const o = structuredClone({ a: 1 }); f([|o|])", "a=1 !"],
  ["const o = Object.freeze({ a: 1 } satisfies T); f([|o|])", "a=1 !"],
  ["const { o = { a: 1 } } = p; f([|o|])", "a?=1 …"],
  ["function g(o = { a: 1 }) { f([|o|]) }", "…"],
  ["const o = { a: 1 } as const; f([|o|])", "a=1 !"],
  ["const o = { ...o }; f([|o|])", "…"],
  ["let o; f([|o|])", "…"],
];

describe("objects", () => {
  before(loadTypeScriptParser);

  for (const [code, expected] of cases) {
    it(`${code} has ${expected || "nothing"}`, () => {
      assert.equal(short(snippet(code)), expected);
    });
  }

  it("reads an object that is built up line by line in proportion", () => {
    const made = new Map<number, ReturnType<typeof snippet>>();
    const read = (size: number): void => {
      const lines = Array.from({ length: size }, (_, index) => `o.p${index} = g(o);`);
      const known = made.get(size) ?? snippet(`const o = {};\n${lines.join("\n")}\nf([|o|])`);
      made.set(size, known);
      for (let round = 0; round < 100; round++) assert.ok(propertiesOf(known.node, known.syntax).open);
    };
    return growsInStraightLine("an object", read, 400);
  });

  it("gives branches with the tests that decide for them", () => {
    const { node, syntax, document } = snippet("f([|x ? { a: 1 } : y ? { b: 2 } : {}|])");
    const found = objectsOf(node, syntax).map(({ node: object, conditions }) =>
      [...conditions, object].map(({ range }) => document.text.slice(...range)).join(" "),
    );
    assert.deepEqual(found, ["x { a: 1 }", "x y { b: 2 }", "x y {}"]);
  });
});
