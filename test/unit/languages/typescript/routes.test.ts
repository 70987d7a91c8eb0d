import assert from "node:assert/strict";
import { handlersBefore } from "../../../../server/languages/typescript/routeGuards.ts";
import { routesIn } from "../../../../server/languages/typescript/routes.ts";
import { loadTypeScriptParser } from "../../../../server/languages/typescript/syntax.ts";
import { growsInStraightLine } from "../../growth.ts";
import { snippet } from "./snippet.ts";

/** Each route as `get /a: sure, (possible), …`; the dots where there may be others. */
function routes(code: string): string[] {
  const { syntax, document } = snippet(code);
  const text = (node: { range: readonly [number, number] }): string => document.text.slice(...node.range);
  return routesIn(syntax).map((route) => {
    const { sure, possible, complete } = handlersBefore(route, syntax);
    const all = [...sure.map(text), ...possible.map((node) => `(${text(node)})`), ...(complete ? [] : ["…"])];
    return `${route.verb} ${route.paths?.join("|") ?? "?"}: ${all.join(", ")}`;
  });
}

const express = "import express from 'express'; const app = express(); ";
const router = `${express}const r = express.Router(); `;

const cases: readonly [what: string, code: string, expected: readonly string[]][] = [
  ["middleware before, not behind", `${express}app.use(a); app.get('/x', h); app.use(b);`, ["get /x: a"]],
  ["handlers of the route", `${express}app.get('/x', a, [b, c], h);`, ["get /x: a, b, c"]],
  ["a list under a name", `${express}const guards = [a, b]; app.post('/x', guards, h);`, ["post /x: a, b"]],
  ["a list that cannot be read", `${express}app.get('/x', ...guards, h);`, ["get /x: …"]],
  ["a chain", `${express}app.use(a).get('/x', h).use(b).get('/y', h);`, ["get /x: a", "get /y: a, b"]],
  ["a chain from the start", "import express from 'express'; const app = express().use(a); app.get('/x', h);", ["get /x: a"]],
  ["paths", `${express}app.use('/api', a); app.use('/web', b); app.get('/api/x', h);`, ["get /api/x: a"]],
  ["paths with parameters", `${express}app.use('/:id', a); app.get('/1/x', h);`, ["get /1/x: a"]],
  ["paths that begin alike", `${express}app.use('/api', a); app.get('/apiary', h);`, ["get /apiary: "]],
  ["a path that is not known", `${express}app.use(`.concat("`${p}/x`", `, a); app.get('/x', h);`), ["get /x: (a)"]],
  ["every path", `${express}app.all('*', a); app.get('/x', h);`, ["all *: ", "get /x: a"]],
  ["a branch", `${express}if (p) app.use(a); app.get('/x', h);`, ["get /x: (a)"]],
  ["app.route()", `${express}app.route('/x').all(a).get(b, h);`, ["all /x: ", "get /x: a, b"]],
  ["a router", `${router}r.use(a); r.get('/x', h); app.use(b); app.use('/api', c, r);`, ["get /x: b, c, a"]],
  ["a router for a path", `${router}r.get('/x', h); app.use('/api/x', b); app.use('/web', c); app.use('/api', r);`, ["get /x: b"]],
  ["a router mounted twice", `${router}r.get('/x', h); app.use('/a', a, r); app.use('/b', b, a, r);`, ["get /x: a, (b)"]],
  ["a router that others use", `${router}r.get('/x', h); export default r;`, ["get /x: …"]],
  ["module.exports", `${router}r.get('/x', h); module.exports = r;`, ["get /x: …"]],
  ["an app that is handed on", `${express}setup(app); app.get('/x', h);`, ["get /x: …"]],
  ["an app that is handed to a package", `import http from 'http'; ${express}http.createServer(app); app.get('/x', h);`, ["get /x: "]],
  ["a parameter", "import { Express } from 'express'; export function routes(app: Express) { app.get('/x', h) }", ["get /x: …"]],
  ["a setting", `${express}app.get('env'); map.get('x', y);`, []],
  ["a field", "import express from 'express'; class S { app = express(); m() { this.app.use(a); this.app.get('/x', h) } }", ["get /x: a, …"]],
  ["Koa", "import Koa from 'koa'; import Router from '@koa/router'; const app = new Koa(); const r = new Router(); app.use(a); r.use(b); r.get('n', '/x', c, h); app.use(r.routes());", ["get /x: a, b, c"]],
  ["Fastify's hooks", "import Fastify from 'fastify'; const app = Fastify(); app.get('/x', { preHandler: [a] }, h); app.addHook('onRequest', b); app.addHook('onSend', c);", ["get /x: b, a"]],
  ["Fastify's route()", "import Fastify from 'fastify'; const app = Fastify(); app.route({ method: 'POST', url: '/x', preHandler: a, handler: h });", ["post /x: a"]],
  ["Fastify's plugins", "import Fastify from 'fastify'; const app = Fastify(); app.addHook('preHandler', a); app.register(async (f) => { f.addHook('preHandler', b); f.get('/x', h) });", ["get /x: a, b"]],
  ["Hono", "import { Hono } from 'hono'; const app = new Hono(); app.use('/api/*', a); app.get('/api/x', b, h); app.get('/y', h);", ["get /api/x: a, b", "get /y: "]],
];

describe("routes", () => {
  before(loadTypeScriptParser);

  for (const [what, code, expected] of cases) {
    it(`reads ${what}`, () => {
      assert.deepEqual(routes(code), expected);
    });
  }

  it("reads an app in proportion", () => {
    const made = new Map<number, ReturnType<typeof snippet>>();
    return growsInStraightLine("routes", (size) => {
      const code = `${express}app.use(a);${Array.from({ length: size }, (_, index) => `app.get('/x${index}', h);`).join("\n")}`;
      const known = made.get(size) ?? snippet(code);
      const { syntax } = known;
      made.set(size, known);
      for (let round = 0; round < 200; round++) for (const route of routesIn(syntax)) handlersBefore(route, syntax);
    }, 200);
  });
});
