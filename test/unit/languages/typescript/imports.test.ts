import assert from "node:assert/strict";
import { importedModules, isModule, originOf } from "../../../../server/languages/typescript/imports.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { snippet } from "./snippet.ts";

const cases: readonly [code: string, expected: string | undefined][] = [
  ['import express from "express"; f([|express|])', "express#default"],
  ['import express from "express"; f([|express.Router|])', "express#Router"],
  ['import * as express from "express"; f([|express|])', "express#*"],
  ['import * as express from "express"; f([|express.default|])', "express#default"],
  ['import * as jwt from "jsonwebtoken"; f([|jwt.sign|])', "jsonwebtoken#sign"],
  ['import { sign } from "jsonwebtoken"; f([|sign|])', "jsonwebtoken#sign"],
  ['import { sign as s } from "jsonwebtoken"; f([|s|])', "jsonwebtoken#sign"],
  ['import { "a b" as s } from "m"; f([|s|])', "m#a b"],
  ['import x = require("m"); f([|x.y|])', "m#y"],
  ['const express = require("express"); f([|express|])', "express#*"],
  ['const { sign: s } = require("jsonwebtoken"); f([|s|])', "jsonwebtoken#sign"],
  ['const { a: { b } } = require("m"); f([|b|])', "m#a.b"],
  ['const s = require("jsonwebtoken").sign; f([|s|])', "jsonwebtoken#sign"],
  ['const s = require("m").default; f([|s|])', "m#default"],
  ["const m = require(`m`); f([|m[\"a\"].b|])", "m#a.b"],
  ['const { x } = await import("m"); f([|x|])', "m#x"],
  ['const m = await import("m"); f([|m.default.x|])', "m#x"],
  ['const m = __importDefault(require("m")); f([|m.default|])', "m#default"],
  ['import fs from "node:fs"; f([|fs|])', "fs#default"],
  ['import a from "a"; const b = a; const c = b.d; f([|c|])', "a#d"],
  ['import a from "a"; const { d: c } = a; f([|c|])', "a#d"],
  ['import a from "a"; let b = a; b = other; f([|b|])', undefined],
  ['import a from "a"; function g(a) { f([|a|]) }', undefined],
  ['const require = x; const m = require("m"); f([|m|])', undefined],
  ["const m = require(name); f([|m|])", undefined],
  ["const a = b; const b = a; f([|a|])", undefined],
  ["f([|process|])", undefined],
];

describe("imports", () => {
  before(loadTypeScriptParser);

  for (const [code, expected] of cases) {
    it(`${code} is ${expected ?? "unknown"}`, () => {
      const { node, syntax } = snippet(code);
      const origin = originOf(node, syntax);
      assert.equal(origin && `${origin.module}#${origin.name}`, expected);
    });
  }

  it("takes default, namespace and require for the module", () => {
    assert.ok(isModule({ module: "m", name: "*" }, "m"));
    assert.ok(isModule({ module: "m", name: "default" }, "m"));
    assert.ok(!isModule({ module: "m", name: "x" }, "m"));
    assert.ok(!isModule(undefined, "m"));
  });

  it("lists what is imported in every way", () => {
    const { syntax } = snippet('import "a"; import b = require("b"); const c = require("node:c"); import("d"); const e = require(e);');
    assert.deepEqual([...importedModules(syntax)].sort(), ["a", "b", "c", "d"]);
  });
});
