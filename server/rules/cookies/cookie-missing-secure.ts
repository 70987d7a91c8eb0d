import { defineRule } from "../../core/rule.ts";
import { cookieFiles } from "./cookieFiles.ts";
import { promisingPrefix } from "./cookieNames.ts";
import { reportCookies, type CookieDemand } from "./reportCookies.ts";
import { isForOtherSites } from "./writtenCookie.ts";

/**
 * The fix is safe for cookies that a program sends itself: a marketplace app is reached by https, and on a
 * developer's machine browsers take `http://localhost` for trustworthy. Session packages look at the
 * connection as the server sees it: behind a proxy that is not declared as trusted they would send no
 * cookie at all, so there a person decides.
 */
const demand: CookieDemand = {
  flag: "secure",
  consequence: "it also travels over unencrypted connections",
  // Browsers throw those away, which other rules tell.
  isExempt: (cookie) => isForOtherSites(cookie) || promisingPrefix.test(cookie.name ?? ""),
  isSafe: (cookie) => !cookie.refusesPlainConnections,
};

export default defineRule({
  id: "cookie-missing-secure",
  title: "Cookie travels over unencrypted connections",
  ...cookieFiles,
  requirements: [
    "superoffice/cookies-secure",
    "atlassian/cookie-attributes",
    "akeneo/no-vulnerabilities",
    "openchannel/web-integration-tested",
  ],
  severity: "error",
  cwe: [614],
  fix: "safe",
  documentation: {
    wrong:
      "A server sends a cookie without the `Secure` attribute. The same libraries, headers and languages are looked at as for [cookie-missing-http-only](cookie-missing-http-only.md). Options are followed through constants, spreads and later assignments; a value that is not known (`secure: isProduction`, `secure: req.secure`, `\"auto\"`) counts as right, and so does a condition on the environment with one right branch. Koa, cookie-session and Symfony decide by the connection where nothing is said, so there only `secure: false` is reported. Cookies that browsers throw away without it are told by [cookie-same-site-none-without-secure](cookie-same-site-none-without-secure.md) and [cookie-prefix-violated](cookie-prefix-violated.md).",
    why: "Without `Secure` the browser sends the cookie to the plain `http` address of the same host as well. Anyone on the way who answers or redirects one such request reads the session. A cookie for a page in a frame of another site (`SameSite=None`) is not even stored without it.",
    fix: "The quick fix adds `secure: true` to the options, or `Secure` to the header. Options that other cookies share are copied rather than changed. With express-session and cookie-session the server has to see that the connection is encrypted: behind a proxy set `app.set(\"trust proxy\", 1)` in the same change, or no session is stored. For work on `http` alone write `secure: process.env.NODE_ENV === \"production\"`.",
    suppress: "When the server is reachable on the loopback interface only. A cookie that is being deleted needs no comment.",
  },
  examples: {
    bad: [
      {
        name: "no options at all",
        code: 'import express from "express";\nconst app = express();\napp.post("/login", (req, res) => {\n  [|res.cookie|]("session", createSession(req.body.user));\n  res.redirect("/");\n});\n',
        fixed: 'import express from "express";\nconst app = express();\napp.post("/login", (req, res) => {\n  res.cookie("session", createSession(req.body.user), { secure: true });\n  res.redirect("/");\n});\n',
      },
      {
        name: "switched off, in a handler that has a name",
        code: 'function layout(request, response) {\n  response.cookie("layout", request.body.layout, {\n    httpOnly: true,\n    [|secure: false|], /* for now */\n  });\n}\napp.put("/layout", layout);\n',
        fixed: 'function layout(request, response) {\n  response.cookie("layout", request.body.layout, {\n    httpOnly: true,\n    secure: true, /* for now */\n  });\n}\napp.put("/layout", layout);\n',
      },
      {
        name: "a constant that is false",
        code: 'const IS_SECURE = false;\nconst options = { httpOnly: true, [|secure: IS_SECURE|] };\nexport const handler = (_req: Request, res: Response) => res.cookie("sid", id, options);\n',
        fixed: 'const IS_SECURE = false;\nconst options = { httpOnly: true, secure: true };\nexport const handler = (_req: Request, res: Response) => res.cookie("sid", id, options);\n',
      },
      {
        name: "options of a class",
        code: 'import { Res } from "@nestjs/common";\nimport type { Response } from "express";\nexport class AuthController {\n  private readonly options = {\n    httpOnly: true,\n    sameSite: "lax" as const,\n  };\n\n  login(@Res({ passthrough: true }) res: Response) {\n    [|res.cookie|]("token", this.tokens.issue(), this.options);\n  }\n}\n',
        fixed: 'import { Res } from "@nestjs/common";\nimport type { Response } from "express";\nexport class AuthController {\n  private readonly options = {\n    httpOnly: true,\n    sameSite: "lax" as const,\n    secure: true,\n  };\n\n  login(@Res({ passthrough: true }) res: Response) {\n    res.cookie("token", this.tokens.issue(), this.options);\n  }\n}\n',
      },
      {
        name: "express-session without the option",
        code: 'import session from "express-session";\napp.use(\n  [|session|]({\n    secret: process.env.SESSION_SECRET,\n    resave: false,\n    // eight hours\n    cookie: { maxAge: 8 * 3600_000 },\n  }),\n);\n',
        fixed: 'import session from "express-session";\napp.use(\n  session({\n    secret: process.env.SESSION_SECRET,\n    resave: false,\n    // eight hours\n    cookie: { maxAge: 8 * 3600_000, secure: true },\n  }),\n);\n',
      },
      {
        name: "express-session without any cookie options",
        code: 'const session = require("express-session");\nconst options = {\n  secret: process.env.SESSION_SECRET,\n  resave: false\n};\napp.use([|session|](options));\n',
        fixed: 'const session = require("express-session");\nconst options = {\n  secret: process.env.SESSION_SECRET,\n  resave: false,\n  cookie: { secure: true }\n};\napp.use(session(options));\n',
      },
      {
        name: "cookie-session with the attribute off",
        code: 'import cookieSession from "cookie-session";\napp.use(cookieSession({ name: "board", keys: [process.env.COOKIE_KEY], [|secure: false|] }));\n',
        fixed: 'import cookieSession from "cookie-session";\napp.use(cookieSession({ name: "board", keys: [process.env.COOKIE_KEY], secure: true }));\n',
      },
      {
        name: "headers with and without further attributes",
        code: 'response.writeHead(302, { Location: "/", "Set-Cookie": [|"launched=1; Path=/; HttpOnly"|] });\nheaders.append("set-cookie", [|`sid=${id}; Max-Age=${age}; HttpOnly; `|]);\n',
        fixed: 'response.writeHead(302, { Location: "/", "Set-Cookie": "launched=1; Path=/; HttpOnly; Secure" });\nheaders.append("set-cookie", `sid=${id}; Max-Age=${age}; HttpOnly; Secure`);\n',
      },
      {
        name: "branches that both lack it",
        code: 'app.get("/", (req, res) => {\n  let options = { httpOnly: true };\n  if (req.query.remember) options = { httpOnly: true, maxAge: month };\n  [|res.cookie|]("sid", id, options);\n});\n',
        fixed: 'app.get("/", (req, res) => {\n  let options = { httpOnly: true, secure: true };\n  if (req.query.remember) options = { httpOnly: true, maxAge: month, secure: true };\n  res.cookie("sid", id, options);\n});\n',
      },
      {
        name: "a cookie that scripts may read",
        code: 'app.get("/", (req, res) => {\n  [|res.cookie|](\n    "XSRF-TOKEN",\n    req.csrfToken(),\n  );\n});\n',
        fixed: 'app.get("/", (req, res) => {\n  res.cookie(\n    "XSRF-TOKEN",\n    req.csrfToken(),\n    { secure: true },\n  );\n});\n',
      },
      {
        name: "Fastify, switched off",
        code: 'import type { FastifyReply } from "fastify";\nexport function signIn(reply: FastifyReply) {\n  return reply.code(200).setCookie("sid", id, { path: "/", [|secure: false|] }).send();\n}\n',
        fixed: 'import type { FastifyReply } from "fastify";\nexport function signIn(reply: FastifyReply) {\n  return reply.code(200).setCookie("sid", id, { path: "/", secure: true }).send();\n}\n',
      },
      {
        name: "Hono and cookie",
        code: 'import { serialize } from "cookie";\nimport { setCookie } from "hono/cookie";\nexport const signIn = (c) => [|setCookie|](c, "sid", id, { httpOnly: true });\nexport const text = [|serialize|]("sid", id, { httpOnly: true });\n',
        fixed: 'import { serialize } from "cookie";\nimport { setCookie } from "hono/cookie";\nexport const signIn = (c) => setCookie(c, "sid", id, { httpOnly: true, secure: true });\nexport const text = serialize("sid", id, { httpOnly: true, secure: true });\n',
      },
      {
        name: "Remix and Astro",
        code: 'import { createCookieSessionStorage } from "@remix-run/node";\nimport type { APIRoute } from "astro";\nexport const storage = [|createCookieSessionStorage|]({ cookie: { name: "__session", httpOnly: true, secrets } });\nexport const GET: APIRoute = ({ cookies }) => [|cookies.set|]("sid", id, { httpOnly: true });\n',
        fixed: 'import { createCookieSessionStorage } from "@remix-run/node";\nimport type { APIRoute } from "astro";\nexport const storage = createCookieSessionStorage({ cookie: { name: "__session", httpOnly: true, secrets, secure: true } });\nexport const GET: APIRoute = ({ cookies }) => cookies.set("sid", id, { httpOnly: true, secure: true });\n',
      },
      {
        name: "Hapi, under its own names",
        code: 'server.auth.strategy("session", "cookie", { cookie: { name: "sid", password, [|isSecure: false|] } });\n',
        fixed: 'server.auth.strategy("session", "cookie", { cookie: { name: "sid", password, isSecure: true } });\n',
      },
      {
        name: "Fastify's plugin for sessions, without options for the cookie",
        code: 'import secureSession from "@fastify/secure-session";\n[|app.register|](secureSession, { key });\n',
        fixed: 'import secureSession from "@fastify/secure-session";\napp.register(secureSession, { key, cookie: { secure: true } });\n',
      },
      {
        name: "PHP and Laravel",
        file: "config/session.php",
        code: "<?php\n[|setcookie|]('session', $id, ['httponly' => true]);\nsession_set_cookie_params(['secure' => [|false|]]);\nreturn ['http_only' => true, 'secure' => [|false|]];\n",
        fixed: "<?php\nsetcookie('session', $id, ['httponly' => true, 'secure' => true]);\nsession_set_cookie_params(['secure' => true]);\nreturn ['http_only' => true, 'secure' => true];\n",
      },
      {
        name: "C#",
        file: "In.cs",
        code: 'Response.Cookies.Append("a", b, new CookieOptions { HttpOnly = true, Secure = [|false|] });\nservices.AddSession(options => { options.Cookie.SecurePolicy = [|CookieSecurePolicy.None|]; });\n',
        fixed: 'Response.Cookies.Append("a", b, new CookieOptions { HttpOnly = true, Secure = true });\nservices.AddSession(options => { options.Cookie.SecurePolicy = CookieSecurePolicy.Always; });\n',
      },
      {
        name: "web.config",
        file: "Web.config",
        code: '<configuration><system.web>\n  <httpCookies httpOnlyCookies="true" requireSSL="[|false|]" />\n  <authentication mode="Forms"><[|forms|] loginUrl="~/in" /></authentication>\n</system.web></configuration>\n',
        fixed: '<configuration><system.web>\n  <httpCookies httpOnlyCookies="true" requireSSL="true" />\n  <authentication mode="Forms"><forms requireSSL="true" loginUrl="~/in" /></authentication>\n</system.web></configuration>\n',
      },
    ],
    good: [
      { name: "the attribute is set", code: 'app.get("/", (req, res) => {\n  res.cookie("sid", id, { httpOnly: true, secure: true });\n});\n' },
      { name: "by the environment", code: 'const isProduction = process.env.NODE_ENV === "production";\napp.get("/", (req, res) => {\n  res.cookie("sid", id, { secure: isProduction });\n  res.cookie("sid", id, { secure: process.env.NODE_ENV === "production" });\n  res.cookie("sid", id, { secure: process.env.NODE_ENV !== "development" ? true : false });\n  res.cookie("sid", id, { secure: req.secure });\n});\n' },
      { name: "one branch by the environment", code: 'app.get("/", (req, res) => {\n  res.cookie("sid", id, isProduction ? { secure: true } : {});\n  res.cookie("sid", id, { httpOnly: true, ...(isProduction && { secure: true }) });\n});\n' },
      { name: "assigned in production", code: 'import session from "express-session";\nconst options = { secret: process.env.SECRET, cookie: {} };\nif (app.get("env") === "production") {\n  app.set("trust proxy", 1);\n  options.cookie.secure = true;\n}\napp.use(session(options));\n' },
      { name: "automatic", code: 'import session from "express-session";\napp.use(session({ secret, cookie: { secure: "auto" } }));\n' },
      { name: "put right for each request", code: 'import session from "express-session";\napp.use(session({ secret }));\napp.use((req, res, next) => {\n  req.session.cookie.secure = req.secure;\n  next();\n});\n' },
      { name: "cookie-session goes by the connection", code: 'import cookieSession from "cookie-session";\napp.set("trust proxy", 1);\napp.use(cookieSession({ name: "board", keys: [process.env.COOKIE_KEY] }));\n' },
      { name: "options from elsewhere", code: 'import session from "express-session";\nimport { sessionOptions, cookie } from "./settings.ts";\napp.use(session(sessionOptions));\napp.use(session({ ...sessionOptions, resave: false }));\napp.use(session({ secret, cookie }));\napp.use(session({ secret, cookie: { ...cookie, maxAge: 1 } }));\n' },
      { name: "merged with unknown options", code: 'import merge from "lodash/merge";\nconst options = { httpOnly: true };\nmerge(options, settings.cookie);\napp.get("/", (req, res) => {\n  res.cookie("sid", id, options);\n  res.cookie("sid", id, Object.assign({}, options, overrides));\n});\n' },
      { name: "arguments in a spread", code: 'app.get("/", (req, res) => {\n  res.cookie(...cookie);\n  res.cookie("sid", ...rest);\n});\n' },
      { name: "a cookie that is being deleted", code: 'app.post("/logout", (req, res) => {\n  res.clearCookie("sid", { httpOnly: true });\n  res.cookie("sid", "", { httpOnly: true });\n  res.cookie("sid", "none", { expires: new Date(Date.now() - 1000) });\n});\n' },
      { name: "not a response", code: 'browser.cookie("sid", "1");\n$.cookie("sid", "1", { secure: false });\nexpect(res).to.have.cookie("sid", "1");\nagent.jar.cookie("sid", "1");\ndocument.cookie = "a=b";\n' },
      { name: "answers of a client", code: 'api.get("/").then((response) => response.cookie("sid", "1"));\nimport type { Response } from "supertest";\nfunction check(res: Response) {\n  res.cookie("sid", "1");\n}\n' },
      { name: "headers that have it or may have it", code: 'res.setHeader("Set-Cookie", `sid=${id}; HttpOnly; Secure`);\nres.setHeader("Set-Cookie", `sid=${id}; HttpOnly${https ? "; Secure" : ""}`);\nres.setHeader("Set-Cookie", cookie.serialize("sid", id));\nres.setHeader("Set-Cookie", ["sid=" + id, "Path=/", ...flags].join("; "));\nlet text = "sid=1";\nif (https) text += "; Secure";\nres.setHeader("Set-Cookie", text);\n' },
      { name: "no cookie in the header", code: 'const schema = { headers: { "Set-Cookie": { type: "string", example: "sid=1" } } };\nconst names = ["Set-Cookie", "Location"];\nres.removeHeader("Set-Cookie");\nlog("set-cookie", "sid=1");\n' },
      { name: "code that is being typed", code: 'app.get("/", (req, res) => {\n  res.cookie("sid", \n});\nres.setHeader("Set-Cookie", \n' },
      { name: "libraries that set it, or go by the connection", code: 'import Koa from "koa";\nimport { Lucia } from "lucia";\nnew Koa().use((ctx) => ctx.cookies.set("sid", id));\nnew Lucia(adapter, { sessionCookie: { attributes: { secure: process.env.NODE_ENV === "production" } } });\n' },
      { name: "Hono's prefix sets it", code: 'import { setCookie } from "hono/cookie";\nexport const signIn = (c) => setCookie(c, "sid", id, { prefix: "secure" });\n' },
      { name: "a session of Fastify", code: 'import session from "@fastify/session";\napp.register(session, { secret: process.env.SECRET });\n' },
      { name: "browsers throw it away, which another rule tells", code: 'res.setHeader("Set-Cookie", `sid=${id}; SameSite=None`);\nres.setHeader("Set-Cookie", `__Host-sid=${id}; Path=/`);\n' },
      { name: "PHP and Laravel", file: "config/session.php", code: "<?php\nsetcookie('session', $id, ['secure' => $isSecure]);\nsetcookie('session', $id, 0, '/', '', isset($_SERVER['HTTPS']), true);\nreturn ['secure' => env('SESSION_SECURE_COOKIE'), 'http_only' => true];\n" },
      { name: "C#", file: "In.cs", code: 'var options = new CookieOptions { Secure = !environment.IsDevelopment() };\nResponse.Cookies.Append("a", b, options);\noptions.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;\nvar cookie = new HttpCookie("sid");\nHarden(cookie);\nResponse.Cookies.Add(cookie);\n' },
      { name: "web.config that the release changes", file: "Web.config", code: '<configuration><system.web><httpCookies httpOnlyCookies="true" requireSSL="false" /></system.web></configuration>\n', files: { "Web.Release.config": '<configuration><system.web><httpCookies requireSSL="true" xdt:Transform="SetAttributes" /></system.web></configuration>' } },
    ],
  },
  check: (document, report) => reportCookies(document, report, demand),
});
