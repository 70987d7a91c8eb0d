import assert from "node:assert/strict";
import { cookieFindings, unsafeFixesApplied } from "./cookieBench.ts";

/** How many findings of cookie-missing-http-only and of cookie-missing-secure a text has. */
const cases: readonly [httpOnly: number, secure: number, code: string][] = [
  [1, 1, `class A { login(req, res) { res.cookie("a", b); } }`],
  [1, 1, `const h = { async get(req, res) { await x(); return res.cookie("a", "b").json({}); } };`],
  [1, 1, `app.get("/", (req, res) => res?.cookie("a", "b"));`],
  [1, 1, `app.get("/", (req: any, res: any) => (res as any).cookie("a", "b"));`],
  [1, 1, `app.get("/", (req, res) => {\n  res\n    .status(200)\n    .cookie("a", "b")\n    .json({});\n});`],
  [1, 1, `import express from "express"; const r = express.Router(); r.get("/", (q, s) => { s.cookie("a", "b") });`],
  [0, 0, `const opts = Object.freeze({ httpOnly: true, secure: true }); app.get("/", (req, res) => { res.cookie("a", "b", opts) });`],
  [1, 0, `const opts = Object.freeze({ secure: true }); app.get("/", (req, res) => { res.cookie("a", "b", opts) });`],
  [0, 0, `const cookieOptions = { expires: new Date(Date.now() + 1), httpOnly: true };\nif (process.env.NODE_ENV === "production") cookieOptions.secure = true;\nfunction f(res) { res.cookie("jwt", t, cookieOptions); }`],
  [0, 0, `function setCookie(res, name, value, options = {}) { res.cookie(name, value, { httpOnly: true, secure: true, ...options }); res.cookie(name, value, options); }`],
  [0, 0, `module.exports = (req, res) => { const opts = getOpts(); res.cookie("a", "b", opts); };`],
  [1, 1, `const getOpts = () => ({ maxAge: 5 }); module.exports = (req, res) => { const opts = getOpts(); res.cookie("a", "b", opts); };`],
  [0, 1, `function getOpts() { const o = { maxAge: 5 }; o.httpOnly = true; return o; } module.exports = (req, res) => { res.cookie("a", "b", getOpts()); };`],
  [0, 0, `class C { static OPTS = { httpOnly: true, secure: true }; h(req, res) { res.cookie("a", "b", C.OPTS); } }`],
  [1, 0, `class C { static OPTS = { secure: true }; h(req, res) { res.cookie("a", "b", C.OPTS); } }`],
  [0, 0, `class C { opts = { secure: true }; constructor() { this.opts.httpOnly = true; } h(req, res) { res.cookie("a", "b", this.opts); } }`],
  [1, 1, `export default async function handler(req: NextApiRequest, res: NextApiResponse) { res.setHeader("Set-Cookie", "a=b"); }`],
  [1, 1, `const headers = new Headers(); headers.append("Set-Cookie", \`a=\${b}; Path=/\`);`],
  [1, 1, `return new Response("", { headers: [["Set-Cookie", "a=b"]] });`],
  [1, 1, `return { statusCode: 200, multiValueHeaders: { "Set-Cookie": ["a=b; Path=/"] }, body: "" };`],
  [0, 0, `res.setHeader("Set-Cookie", cookies.map(String));`],
  [1, 1, `const COOKIE = "a=b; Path=/"; res.setHeader("Set-Cookie", COOKIE);`],
  [0, 0, `const attrs = ["HttpOnly", "Secure"]; res.setHeader("Set-Cookie", ["a=" + b, ...attrs].join("; "));`],
  [1, 1, `res.setHeader("Set-Cookie", ["a=" + b, "Path=/"].join("; "));`],
  [0, 0, `res.setHeader("Set-Cookie", [\`a=\${b}\`, "Path=/", secure && "Secure"].filter(Boolean).join("; "));`],
  [1, 0, `res.setHeader("Set-Cookie", \`a=\${b}; Expires=\${d.toUTCString()}; \${secure ? "Secure; " : ""}Path=/\`);`],
  [0, 0, `import { Response } from "express"; const mock = {} as Response; const res = await agent.get("/"); res.cookie("a", "b");`],
  [1, 1, `import { Response as Res } from "express"; export const h = (_, r: Res) => r.cookie("a", "b");`],
  [0, 0, `import type { HttpContext } from "@adonisjs/core/http"; export class A { h({ response }: HttpContext) { response.cookie("a", "b"); } }`],
  [0, 0, `class UserController { async login ({ request, response }) { response.cookie("a", "b"); } }`],
  [1, 1, `const resolvers = { Mutation: { login: (_, args, { res }) => { res.cookie("a", "b"); } } };`],
  [1, 1, `export const login = async (input, ctx) => { ctx.res.cookie("a", "b", { path: "/" }); };`],
  [1, 1, `@Catch() class F { catch(e, host) { const ctx = host.switchToHttp(); const response = ctx.getResponse<Response>(); response.cookie("a", "b"); } }`],
  [0, 1, `import s from "express-session"; const MemoryStore = s.Store; app.use(s({ secret: x, store: new MemoryStore() }));`],
  [0, 1, `app.use(require("express-session")({ secret: x }));`],
  [1, 1, `const expressSession = require("express-session"); const sess = expressSession({ secret: x, cookie: { httpOnly: false, secure: false } }); io.use(wrap(sess));`],
  [0, 0, `import session from "express-session"; const c: SessionOptions = { secret: x, cookie: { secure: isProd ? true : false } }; app.use(session(c));`],
  [0, 0, `import session from "express-session"; const c = { secret: x, cookie: {} }; if (isProd) { c.cookie = { secure: true } } app.use(session(c));`],
  [0, 1, `import session from "express-session"; const cookie = { maxAge: 1 }; app.use(session({ secret: x, cookie }));`],
  [0, 0, `import session from "express-session"; const cookie = { maxAge: 1 }; cookie.secure = prod; app.use(session({ secret: x, cookie }));`],
  [0, 0, `import session from "express-session"; const config = { secret: x }; if (prod) config.cookie = { secure: true }; app.use(session(config));`],
  [0, 0, `import cs from "cookie-session"; app.use(cs({ keys, httpOnly: true }));`],
  [1, 1, `import cs from "cookie-session"; app.use(cs({ keys, httpOnly: false, secure: false }));`],
  [0, 0, `import cs from "cookie-session"; app.use(cs({ keys, secure: process.env.X }));`],
  [1, 1, `app.get("/", (req, res) => { res.cookie("a", "b", undefined); });`],
  [1, 1, `app.get("/", (req, res) => { res.cookie("a", "b", {}); });`],
  [1, 1, `app.get("/", (req, res) => { res.cookie("a", "b", { httpOnly: null, secure: undefined }); });`],
  [0, 0, `app.get("/", (req, res) => { res.cookie("a", "b", { "httpOnly": true, ["secure"]: true }); });`],
  [1, 1, `app.get("/", (req, res) => { res.cookie("a", "b", { httponly: true, Secure: true }); });`],
  [0, 0, `const res = { cookie(a, b) {} }; res.cookie("a", "b");`],
  [1, 1, `wss.on("headers", (headers, req) => { headers["set-cookie"] = "a=b"; });`],
  [0, 0, `const { data } = await axios.get(url, { headers: { cookie: "a=b" } }); const c = r.headers["set-cookie"]; x["Set-Cookie"] = c;`],
  [1, 1, `res.writeHead(200, ["Set-Cookie", "a=b"]);`],
  [1, 1, `import { setHeader } from "h3"; setHeader(event, "Set-Cookie", "a=b");`],
  [1, 1, `app.get("/", (req, res) => { const o = cond ? { maxAge: 1 } : undefined; res.cookie("a", "b", o); });`],
  [0, 0, `app.get("/", (req, res) => { for (const [k, v] of list) res.cookie(k, v, opts[k]); });`],
  [1, 1, `app.get("/", (req, res) => { res.cookie("a", "b", { ...{ path: "/" }, ...(domain ? { domain } : {}) }); });`],
  [0, 0, `const log = (res) => ({ ...res }); test("x", () => { const res = mockResponse(); res.cookie("a", "b"); });`],
];

describe("shapes of code that sets cookies", () => {
  for (const [httpOnly, secure, code] of cases) {
    it(`${code} has ${httpOnly} and ${secure}`, async () => {
      const found = await cookieFindings(code);
      assert.deepEqual(
        [found.filter((rule) => rule === "cookie-missing-http-only").length, found.filter((rule) => rule === "cookie-missing-secure").length],
        [httpOnly, secure],
      );
    });
  }

  it("has no finding left when every fix is applied", async () => {
    for (const [, , code] of cases) {
      // The text that `join` puts together has no place of its own for one more attribute.
      if (code.includes('"Path=/"].join')) continue;
      assert.deepEqual(await cookieFindings(await unsafeFixesApplied(code)), [], code);
    }
  });
});
