import assert from "node:assert/strict";
import { applyEdits } from "../../../../server/analysis/applyFixes.ts";
import type { TextEdit } from "../../../../server/core/finding.ts";
import { addArgument, insertProperty, removeProperty, replaceNode } from "../../../../server/languages/typescript/edits.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { snippet, type Snippet } from "./snippet.ts";

function edited({ document }: Snippet, edit: TextEdit | undefined): string {
  return edit ? applyEdits(document.text, [edit]) : document.text;
}

function inserted(code: string): string {
  const one = snippet(code);
  return edited(one, one.node.type === "ObjectExpression" ? insertProperty(one.document, one.node, "z: 1") : undefined);
}

function removed(code: string): string {
  const one = snippet(code);
  const literal = one.node.parent;
  return edited(one, literal?.type === "ObjectExpression" ? removeProperty(one.document, literal, one.node) : undefined);
}

function added(code: string): string {
  const one = snippet(code);
  const call = one.node.type === "ChainExpression" ? one.node.expression : one.node;
  return edited(one, call.type === "CallExpression" || call.type === "NewExpression" ? addArgument(one.document, call, "z") : undefined);
}

function rows(title: string, change: (code: string) => string, cases: readonly (readonly [string, string])[]): void {
  describe(title, () => {
    for (const [code, expected] of cases) {
      it(JSON.stringify(code), () => assert.equal(change(code), expected));
    }
  });
}

describe("edits", () => {
  before(loadTypeScriptParser);

  rows("insert a property", inserted, [
    ["f([|{}|])", "f({ z: 1 })"],
    ["f([|{ }|])", "f({ z: 1 })"],
    ["f([|{\n}|])", "f({ z: 1 })"],
    ["f([|{ a: 1 }|])", "f({ a: 1, z: 1 })"],
    ["f([|{a: 1}|])", "f({a: 1, z: 1})"],
    ["f([|{ a: 1, }|])", "f({ a: 1, z: 1, })"],
    ["f([|{ a: (1) }|])", "f({ a: (1), z: 1 })"],
    ["f([|{ a: 1 /* x */ }|])", "f({ a: 1, z: 1 /* x */ })"],
    ["f([|{ /* none */ }|])", "f({ /* none */ z: 1 })"],
    ["f([|{\n  // none\n}|])", "f({\n  // none\n  z: 1\n})"],
    ["f([|{\n  a: 1\n}|])", "f({\n  a: 1,\n  z: 1\n})"],
    ["f([|{\n  a: 1,\n}|])", "f({\n  a: 1,\n  z: 1,\n})"],
    ["f([|{\r\n\ta: 1,\r\n}|])", "f({\r\n\ta: 1,\r\n\tz: 1,\r\n})"],
    ["f([|{\n  a: 1, // x\n}|])", "f({\n  a: 1, // x\n  z: 1,\n})"],
    ["f([|{\n  a: 1 // x\n}|])", "f({\n  a: 1, // x\n  z: 1\n})"],
    ["f([|{\n  a: 1 /* x */\n}|])", "f({\n  a: 1, /* x */\n  z: 1\n})"],
    ["f([|{\n  a: 1 // x\n  , b: 2\n}|])", "f({\n  a: 1 // x\n  , b: 2,\n  z: 1\n})".replace("  z", "  z")],
    ["f([|{ a: 1,\n  b: 2 }|])", "f({ a: 1,\n  b: 2, z: 1 })"],
    ["f([|{ ...a }|])", "f({ ...a, z: 1 })"],
    ["f([|{ a: () => {} }|])", "f({ a: () => {}, z: 1 })"],
    ["f([|{ a: 1 // last }\n}|])", "f({ a: 1, z: 1 // last }\n})"],
  ]);

  rows("remove a property", removed, [
    ["f({ [|a: 1|] })", "f({ })"],
    ["f({ [|a: 1|], b: 2 })", "f({ b: 2 })"],
    ["f({ a: 1, [|b: 2|] })", "f({ a: 1 })"],
    ["f({ a: 1, [|b: 2|], c: 3 })", "f({ a: 1, c: 3 })"],
    ["f({\n  a: 1,\n  [|b: 2|],\n})", "f({\n  a: 1,\n})"],
    ["f({\n  [|a: 1|],\n  b: 2\n})", "f({\n  b: 2\n})"],
    ["f({\n  a: 1,\n  [|b: 2|]\n})", "f({\n  a: 1\n})"],
    ["f({\n  a: 1, // x\n  [|b: 2|]\n})", "f({\n  a: 1, // x\n})"],
  ]);

  rows("add an argument", added, [
    ["[|f()|];", "f(z);"],
    ["[|f( )|];", "f(z );"],
    ["[|f(a)|];", "f(a, z);"],
    ["[|f(a, )|];", "f(a, z, );"],
    ["[|f((a))|];", "f((a), z);"],
    ["[|f<T>()|];", "f<T>(z);"],
    ["[|a?.()|];", "a?.(z);"],
    ["[|new A()|];", "new A(z);"],
    ["[|new A|];", "new A;"],
    ["[|f(\n  a,\n  b\n)|];", "f(\n  a,\n  b,\n  z\n);"],
    ["[|f(\n  a,\n)|];", "f(\n  a,\n  z,\n);"],
    ["[|f(a /* x */)|];", "f(a, z /* x */);"],
    ["[|f(() => {\n})|];", "f(() => {\n}, z);"],
  ]);

  it("replaces a node", () => {
    const one = snippet("f({ a: [|false|] })");
    assert.equal(edited(one, replaceNode(one.node, "true")), "f({ a: true })");
  });
});
