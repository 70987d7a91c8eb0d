import assert from "node:assert/strict";
import { libraryObject, type ObjectSource } from "../../../../server/languages/typescript/libraryObjects.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { snippetAmong } from "./workspace.ts";

const table: readonly ObjectSource<"app" | "response" | "context" | "cookies" | "jwt">[] = [
  { kind: "app", module: "express", made: ["*", "Router"], types: ["Express", "Application", "Router"], chained: new Set(["use", "get"]) },
  { kind: "response", module: "express", types: ["Response"], handed: { by: "app", methods: new Set(["get", "use"]), parameter: (count) => (count === 4 ? 2 : 1) } },
  { kind: "context", module: "koa", types: ["Context"] },
  { kind: "cookies", module: "koa", member: { of: "context", name: "cookies" } },
  { kind: "cookies", module: "next/headers", made: ["cookies"] },
  { kind: "jwt", module: "jsonwebtoken", exported: ["*"] },
];
const express = "import express from 'express'; ";

const cases: readonly [code: string, expected: string | undefined][] = [
  [`${express}const app = express(); f([|app|])`, "app"],
  [`${express}f([|express().use(x)|])`, "app"],
  ["import { Router as R } from 'express'; const r = R(); f([|r|])", "app"],
  ["const express = require('express'); const r = express.Router(); f([|r|])", "app"],
  [`${express}class S { app = express(); m() { f([|this.app|]) } }`, "app"],
  [`${express}class S { constructor() { this.app = express(); } m() { f([|this.app|]) } }`, "app"],
  ["import type { Express } from 'express'; class S { constructor(private app: Express) { } m() { f([|this.app|]) } }", "app"],
  ["import type { Express } from 'express'; class S { app!: Express; m() { f([|this.app|]) } }", "app"],
  ["import type { Response } from 'express'; function h(req, res: Response) { f([|res|]) }", "response"],
  ["import e from 'express'; function h(req, res: e.Response) { f([|res|]) }", "response"],
  [`${express}const app = express(); app.get('/', (req, res) => f([|res|]))`, "response"],
  [`${express}const app = express(); app.use(h); function h(error, req, res, next) { f([|res|]) }`, "response"],
  ["import { Context } from 'koa'; (ctx: Context) => f([|ctx.cookies|])", "cookies"],
  ["import { Context } from 'koa'; (ctx: Context) => { const { cookies } = ctx; f([|cookies|]) }", "cookies"],
  ["import { cookies } from 'next/headers'; const c = await cookies(); f([|c|])", "cookies"],
  ["const { cookies } = await import('next/headers'); f([|(await cookies())|])".replace("[|(await cookies())|]", "[|await cookies()|]"), "cookies"],
  ["import * as jwt from 'jsonwebtoken'; f([|jwt|])", "jwt"],
  ["import { app } from './app'; f([|app|])", "app"],
  ["import app from './app'; f([|app|])", "app"],
  ["import { make } from './app'; const app = make(); f([|app|])", "app"],
  [`${express}const app = p ? express() : express.Router(); f([|app|])`, "app"],
  [`${express}const app = p ? express() : other(); f([|app|])`, undefined],
  ["import express from 'other'; const app = express(); f([|app|])", undefined],
  ["function h(app) { f([|app|]) }", undefined],
];

describe("library objects", () => {
  before(loadTypeScriptParser);

  for (const [code, expected] of cases) {
    it(`${code} is ${expected ?? "unknown"}`, () => {
      const files = { "src/app.ts": `${express}export const app = express(); export const make = () => express(); export default app;` };
      const { node, syntax } = snippetAmong(files, code, "src/main.ts");
      assert.equal(libraryObject(node, table, syntax), expected);
    });
  }
});
