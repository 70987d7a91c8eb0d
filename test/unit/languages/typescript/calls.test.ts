import assert from "node:assert/strict";
import { argumentAt, calleePath, makerOf, methodCall, type Call } from "../../../../server/languages/typescript/calls.ts";
import type { Node } from "../../../../server/languages/typescript/nodes.ts";
import { declaredType, parameterOf } from "../../../../server/languages/typescript/parameters.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { snippet } from "./snippet.ts";

function call(node: Node): Call {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") throw new Error("no call is marked");
  return node;
}

describe("calls", () => {
  before(loadTypeScriptParser);

  for (const [code, path] of [
    ["[|res.cookie(1)|];", ["res", "cookie"]],
    ["[|a.b['c'](1)|];", ["a", "b", "c"]],
    ["[|this.a?.b(1)|];", ["this", "a", "b"]],
    ["[|new A.B(1)|];", ["A", "B"]],
    ["[|a().b(1)|];", []],
    ["[|a[k](1)|];", []],
  ] as const) {
    it(`the callee of ${code} is ${path.join(".") || "unknown"}`, () => {
      const { nodes, document, syntax } = snippet(code);
      const [node] = nodes;
      const marked = node?.type === "ChainExpression" ? node.expression : node;
      assert.ok(marked, document.text);
      assert.ok(syntax);
      assert.deepEqual(calleePath(call(marked)), path);
    });
  }

  it("names a method through a chain of calls", () => {
    const { node } = snippet('[|res.status(200).cookie("a", "b")|];');
    assert.equal(methodCall(call(node))?.name, "cookie");
    assert.equal(methodCall(call(node))?.receiver.type, "CallExpression");
  });

  it("knows what comes before a spread only", () => {
    const { node } = snippet("[|f(a, ...b, c)|];");
    const marked = call(node);
    assert.equal((argumentAt(marked, 0) as Node).type, "Identifier");
    assert.equal(argumentAt(marked, 1), "unknown");
    assert.equal(argumentAt(marked, 2), "unknown");
    assert.equal(argumentAt(call(snippet("[|f(a)|];").node), 2), "absent");
  });

  for (const [code, expected] of [
    ['import express from "express"; const app = express(); f([|app|])', "express#default"],
    ['const express = require("express"); const r = express.Router(); f([|r|])', "express#Router"],
    ['import { Hono } from "hono"; const app = new Hono().basePath("/"); f([|app|])', "hono#Hono"],
    ['const app = require("express")(); f([|app|])', "express#*"],
    ['import x from "x"; const y = await x(); f([|y|])', "x#default"],
    ["const app = g(); f([|app|])", undefined],
    ["f([|app|])", undefined],
  ] as const) {
    it(`${code} is made by ${expected ?? "something unknown"}`, () => {
      const { node, syntax } = snippet(code);
      const origin = makerOf(node, syntax);
      assert.equal(origin && `${origin.module}#${origin.name}`, expected);
    });
  }
});

describe("parameters", () => {
  before(loadTypeScriptParser);

  for (const [code, expected] of [
    ['app.get("/", (req, res) => { f([|res|]) })', "1 of 2, app.get"],
    ['function h(req, res, next) { f([|res|]) } app.get("/", h)', "1 of 3, app.get"],
    ['const h = async (req, res) => { f([|req|]) }; router.post("/", m, h)', "0 of 2, router.post"],
    ["function h(a, { b }) { f([|b|]) }", undefined],
    ["export function h(req, res) { return () => f([|res|]) }", "1 of 2, "],
    ["const res = x; f([|res|])", undefined],
  ] as const) {
    it(`${code}: ${expected ?? "no parameter"}`, () => {
      const { node, syntax, document } = snippet(code);
      const use = parameterOf(node, syntax);
      const calls = use?.registrations.map(({ callee }) => document.text.slice(...callee.range)).join(" ");
      assert.equal(use && `${use.index} of ${use.count}, ${calls}`, expected);
    });
  }

  it("reads the declared type and where it comes from", () => {
    const named = snippet('import { Response as R } from "express"; function h(res: R) { f([|res|]) }');
    assert.deepEqual(declaredType(named.node, named.syntax), { name: "R", origin: { module: "express", name: "Response" } });
    const qualified = snippet('import express from "express"; const h = (res: express.Response) => f([|res|])');
    assert.deepEqual(declaredType(qualified.node, qualified.syntax), { name: "express.Response", origin: { module: "express", name: "Response" } });
    const none = snippet("function h(res) { f([|res|]) }");
    assert.equal(declaredType(none.node, none.syntax), undefined);
  });
});
