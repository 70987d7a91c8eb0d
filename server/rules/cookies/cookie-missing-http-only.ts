import { defineRule } from "../../core/rule.ts";
import { isForgeryToken, isPreference, isSignIn } from "./cookieNames.ts";
import { cookieFiles } from "./cookieFiles.ts";
import { reportCookies, type CookieDemand } from "./reportCookies.ts";

/**
 * A token against forged requests must be readable by the page's script, so it is exempt. The fix is safe
 * where the name says that the cookie is a sign-in and the file reads no cookies from a page: no script has
 * business with those. Any other cookie may be read by a script that is not in this file, so a person decides.
 */
const demand: CookieDemand = {
  flag: "httpOnly",
  consequence: "scripts on the page can read it",
  ofScripts: "is written by a script, so it cannot be HttpOnly: every script on the page can read it.",
  isExempt: (cookie) => isForgeryToken(cookie.wording) || isForgeryToken(cookie.name ?? ""),
  isSafe: (cookie, document) =>
    (cookie.isSession || isSignIn(cookie.name ?? "")) && !document.text.includes("document.cookie"),
  atMost: (cookie) => (isPreference(cookie.name ?? "") ? "information" : undefined),
};

export default defineRule({
  id: "cookie-missing-http-only",
  title: "Cookie is readable by scripts",
  ...cookieFiles,
  requirements: [
    "superoffice/cookies-http-only",
    "atlassian/cookie-attributes",
    "akeneo/no-vulnerabilities",
    "openchannel/web-integration-tested",
  ],
  severity: "error",
  cwe: [1004],
  fix: "safe",
  documentation: {
    wrong:
      "A server sends a cookie without the `HttpOnly` attribute. Looked at are the responses, functions and session packages that marketplace apps are written with: Express, Fastify, Koa, Hapi, NestJS, Next.js, Nuxt, SvelteKit, Remix, Astro, Hono, Elysia, Bun, Deno, their session packages, Auth.js, the texts of `Set-Cookie` headers and the answers of AWS functions; `setcookie`, Symfony's and Laravel's settings in PHP; `HttpCookie`, `CookieOptions` and `web.config` in C# apps. Each library's own defaults count, those of the version in the nearest `package.json`: Koa or SvelteKit are reported only where they switch the attribute off. Options are followed through constants, spreads and later assignments; where anything unknown could add the attribute, nothing is reported. A session or a token that a script of the page writes (`document.cookie`, js-cookie, react-cookie) cannot have the attribute at all and is reported, too; what a script keeps for itself is not.",
    why: "A cookie without `HttpOnly` is in `document.cookie`. One injected script, from a flaw in the app or from a package it loads, then reads the session and sends it away. Reviewers list the cookies in the browser's tools, so this is among the first things they see.",
    fix: "The quick fix adds `httpOnly: true` to the options, or `HttpOnly` to the header. Options that other cookies share are copied rather than changed. With the name of a session or a token the fix is applied together with others; for any other cookie check first that no script reads it. What a script has to know belongs into the page or into an answer of the server, not into a cookie. A token that a script writes has to be set by the server instead: there is no quick fix for that.",
    suppress:
      "When a script of the app has to read this very cookie and it holds nothing that a thief could use. Tokens against forged requests (`XSRF-TOKEN`, `csrf…`) are recognised by name and need no comment; cookies that are being deleted are left alone too.",
  },
  examples: {
    bad: [
      {
        name: "no options at all",
        code: 'import express from "express";\nconst app = express();\napp.post("/login", (req, res) => {\n  [|res.cookie|]("session", createSession(req.body.user));\n  res.redirect("/");\n});\n',
        fixed: 'import express from "express";\nconst app = express();\napp.post("/login", (req, res) => {\n  res.cookie("session", createSession(req.body.user), { httpOnly: true });\n  res.redirect("/");\n});\n',
      },
      {
        name: "switched off, among other options with comments",
        code: 'export function signIn(response: Response, token: string): void {\n  response.cookie("token", token, {\n    path: "/", // the whole app\n    [|httpOnly: false|], // for now\n    secure: true,\n  });\n}\n',
        fixed: 'export function signIn(response: Response, token: string): void {\n  response.cookie("token", token, {\n    path: "/", // the whole app\n    httpOnly: true, // for now\n    secure: true,\n  });\n}\n',
      },
      {
        name: "options through a constant that has one use",
        code: 'const options = {\n  secure: true,\n  maxAge: 3600_000 // one hour\n};\n\nrouter.get("/", (req, res) => {\n  res.status(200).[|cookie|]("sid", req.id, options).send("ok");\n});\n',
        fixed: 'const options = {\n  secure: true,\n  maxAge: 3600_000, // one hour\n  httpOnly: true\n};\n\nrouter.get("/", (req, res) => {\n  res.status(200).cookie("sid", req.id, options).send("ok");\n});\n',
      },
      {
        name: "options that several cookies share",
        code: 'const shared = { secure: true };\nrouter.get("/", (req, res) => {\n  [|res.cookie|]("access_token", a, shared);\n  [|res.cookie|]("refresh_token", b, shared);\n});\n',
        fixed: 'const shared = { secure: true };\nrouter.get("/", (req, res) => {\n  res.cookie("access_token", a, { ...shared, httpOnly: true });\n  res.cookie("refresh_token", b, { ...shared, httpOnly: true });\n});\n',
      },
      {
        name: "defaults spread into options",
        code: 'const defaults = { path: "/", sameSite: "lax" } as const;\nfunction remember(res, id) {\n  [|res.cookie|]("session", id, { ...defaults, secure: true });\n}\n',
        fixed: 'const defaults = { path: "/", sameSite: "lax" } as const;\nfunction remember(res, id) {\n  res.cookie("session", id, { ...defaults, secure: true, httpOnly: true });\n}\n',
      },
      {
        name: "express-session with the attribute off",
        code: 'const session = require("express-session");\napp.use(session({ secret: process.env.SECRET, cookie: { [|httpOnly: false|], secure: true } }));\n',
        fixed: 'const session = require("express-session");\napp.use(session({ secret: process.env.SECRET, cookie: { httpOnly: true, secure: true } }));\n',
      },
      {
        name: "cookie-session with the attribute off, by a later assignment",
        code: 'import cookieSession from "cookie-session";\nconst options: CookieSessionOptions = { keys };\n[|options.httpOnly = false|];\napp.use(cookieSession(options));\n',
        fixed: 'import cookieSession from "cookie-session";\nconst options: CookieSessionOptions = { keys };\noptions.httpOnly = true;\napp.use(cookieSession(options));\n',
      },
      {
        name: "a header with an unknown value and known attributes",
        code: 'response.setHeader("Set-Cookie", [|`last_contact=${contactId}; Path=/; Secure; SameSite=None`|]);\n',
        fixed: 'response.setHeader("Set-Cookie", `last_contact=${contactId}; Path=/; Secure; SameSite=None; HttpOnly`);\n',
      },
      {
        name: "headers in a list and in an object",
        code: 'res.setHeader("set-cookie", ["a=1; HttpOnly", [|"b=2; Secure"|]]);\nexport const answer = { statusCode: 302, headers: { Location: "/", "Set-Cookie": [|"sid=" + id + "; Path=/"|] } };\nreturn new Response(null, { headers: { "Set-Cookie": [|`t=${t}`|] } });\n',
        fixed: 'res.setHeader("set-cookie", ["a=1; HttpOnly", "b=2; Secure; HttpOnly"]);\nexport const answer = { statusCode: 302, headers: { Location: "/", "Set-Cookie": "sid=" + id + "; Path=/; HttpOnly" } };\nreturn new Response(null, { headers: { "Set-Cookie": `t=${t}; HttpOnly` } });\n',
      },
      {
        name: "each branch is judged",
        code: 'app.get("/", (req, res) => {\n  [|res.cookie|]("sid", id, remember ? { maxAge: month } : { httpOnly: true });\n});\n',
        fixed: 'app.get("/", (req, res) => {\n  res.cookie("sid", id, remember ? { maxAge: month, httpOnly: true } : { httpOnly: true });\n});\n',
      },
      {
        name: "a setting of the page",
        code: 'app.get("/", (req, res) => {\n  [|res.cookie|]("theme", req.query.theme);\n});\n',
        fixed: 'app.get("/", (req, res) => {\n  res.cookie("theme", req.query.theme, { httpOnly: true });\n});\n',
      },
      {
        name: "Next.js, one object",
        code: 'import { cookies } from "next/headers";\nexport async function signIn(token: string) {\n  const store = await cookies();\n  [|store.set|]({ name: "session", value: token, secure: true });\n}\n',
        fixed: 'import { cookies } from "next/headers";\nexport async function signIn(token: string) {\n  const store = await cookies();\n  store.set({ name: "session", value: token, secure: true, httpOnly: true });\n}\n',
      },
      {
        name: "Nuxt, whose functions need no import",
        file: "server/api/in.ts",
        code: 'export default defineEventHandler((event) => {\n  [|setCookie|](event, "session", "v", { secure: true });\n});\n',
        fixed: 'export default defineEventHandler((event) => {\n  setCookie(event, "session", "v", { secure: true, httpOnly: true });\n});\n',
        files: { "package.json": '{ "dependencies": { "nuxt": "^4.0.0" } }' },
      },
      {
        name: "Koa, switched off",
        code: 'import Koa from "koa";\nnew Koa().use((ctx) => {\n  ctx.cookies.set("sid", id, { [|httpOnly: false|] });\n});\n',
        fixed: 'import Koa from "koa";\nnew Koa().use((ctx) => {\n  ctx.cookies.set("sid", id, { httpOnly: true });\n});\n',
      },
      {
        name: "NextAuth 4 takes what is given for all there is",
        code: 'import NextAuth from "next-auth";\nexport default [|NextAuth|]({ providers, cookies: { sessionToken: { name: "sid", options: { sameSite: "lax", path: "/" } } } });\n',
        fixed: 'import NextAuth from "next-auth";\nexport default NextAuth({ providers, cookies: { sessionToken: { name: "sid", options: { sameSite: "lax", path: "/", httpOnly: true } } } });\n',
        files: { "package.json": '{ "dependencies": { "next-auth": "^4.24.0" } }' },
      },
      {
        name: "a token that a script writes",
        code: 'import Cookies from "js-cookie";\n[|Cookies.set|]("access_token", token, { secure: true });\ndocument.cookie = [|`jwt=${token}; Secure`|];\n',
      },
      {
        name: "a function of AWS",
        code: 'export const handler = async () => ({ statusCode: 200, cookies: [[|"sid=1; Secure"|]], body: "" });\n',
        fixed: 'export const handler = async () => ({ statusCode: 200, cookies: ["sid=1; Secure; HttpOnly"], body: "" });\n',
      },
      {
        name: "PHP, arguments",
        file: "in.php",
        code: "<?php\n[|setcookie|]('session', $id, time() + 3600, '/', '', true);\n",
        fixed: "<?php\nsetcookie('session', $id, ['expires' => time() + 3600, 'path' => '/', 'domain' => '', 'secure' => true, 'httponly' => true]);\n",
      },
      {
        name: "PHP, options and settings",
        file: "in.php",
        code: "<?php\nsetcookie('session', $id, ['secure' => true, 'httponly' => [|false|]]);\nini_set('session.cookie_httponly', [|0|]);\n[|setcookie|]('a', $b, [\n    'secure' => true,\n    'path' => '/',\n]);\n",
        fixed: "<?php\nsetcookie('session', $id, ['secure' => true, 'httponly' => true]);\nini_set('session.cookie_httponly', 1);\nsetcookie('a', $b, [\n    'secure' => true,\n    'path' => '/',\n    'httponly' => true,\n]);\n",
      },
      {
        name: "C#",
        file: "In.cs",
        code: 'var cookie = [|new HttpCookie|]("sid", id);\ncookie.Secure = true;\nResponse.Cookies.Add(cookie);\n[|Response.Cookies.Append|]("a", b);\noptions.Cookie.HttpOnly = [|false|];\n',
        fixed: 'var cookie = new HttpCookie("sid", id) { HttpOnly = true };\ncookie.Secure = true;\nResponse.Cookies.Add(cookie);\nResponse.Cookies.Append("a", b, new CookieOptions { HttpOnly = true });\noptions.Cookie.HttpOnly = true;\n',
      },
      {
        name: "web.config",
        file: "Web.config",
        code: '<configuration><system.web><[|httpCookies|] requireSSL="true" /></system.web></configuration>\n',
        fixed: '<configuration><system.web><httpCookies httpOnlyCookies="true" requireSSL="true" /></system.web></configuration>\n',
      },
    ],
    good: [
      { name: "the attribute is set", code: 'app.get("/", (req, res) => {\n  res.cookie("sid", id, { httpOnly: true });\n});\n' },
      {
        name: "a token against forged requests",
        code: 'app.get("/", (req, res) => {\n  res.cookie("XSRF-TOKEN", token, { secure: true });\n  res.cookie(CSRF_COOKIE, token, { httpOnly: false });\n  res.cookie("t", req.csrfToken());\n  res.append("Set-Cookie", `csrf=${token}; Secure`);\n});\n',
      },
      { name: "options from elsewhere", code: 'import { options } from "./cookies.ts";\napp.get("/", (req, res) => {\n  res.cookie("sid", id, options);\n  res.cookie("sid", id, { ...options, secure: true });\n  res.cookie("sid", id, optionsFor(req));\n});\n' },
      { name: "set by a later assignment", code: 'app.get("/", (req, res) => {\n  const options: CookieOptions = { secure: true };\n  options.httpOnly = true;\n  res.cookie("sid", id, options);\n});\n' },
      { name: "set in a branch", code: 'app.get("/", (req, res) => {\n  const options = {};\n  if (!req.query.debug) {\n    options.httpOnly = true;\n  }\n  res.cookie("sid", id, options);\n});\n' },
      { name: "set by a function that gets the options", code: 'app.get("/", (req, res) => {\n  const options = { secure: true };\n  harden(options);\n  res.cookie("sid", id, options);\n});\n' },
      { name: "an unknown value", code: 'app.get("/", (req, res) => {\n  res.cookie("sid", id, { httpOnly: settings.httpOnly });\n  res.cookie("sid", id, { httpOnly: !isPublic });\n});\n' },
      { name: "a cookie that is being deleted", code: 'app.post("/logout", (req, res) => {\n  res.clearCookie("sid");\n  res.cookie("sid", "", { maxAge: 0 });\n  res.cookie("sid", "gone", { expires: new Date(0) });\n  res.cookie("sid", "gone", { maxAge: -1 });\n  res.setHeader("Set-Cookie", "sid=; Max-Age=0; Path=/");\n  res.setHeader("Set-Cookie", "sid=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT");\n});\n' },
      { name: "the session packages set it by themselves", code: 'import session from "express-session";\nimport cookieSession from "cookie-session";\napp.use(session({ secret, cookie: { maxAge: 1000, secure: true } }));\napp.use(session({ secret, cookie }));\napp.use(cookieSession({ keys }));\n' },
      { name: "another package with the same name of a function", code: 'import session from "./session.ts";\napp.use(session({ cookie: { httpOnly: false } }));\n' },
      { name: "a test client's answer", code: 'import request from "supertest";\nconst res = await request(app).get("/");\nexpect(res).to.have.cookie("sid", "1");\nrequest(app).get("/").end((err, res) => res.cookie("sid", "1"));\n' },
      { name: "a cookie that is read or sent by a client", code: 'import { CookieJar } from "tough-cookie";\nconst sid = req.cookie("sid");\njar.cookie("sid", "1");\nconst answer = await fetch(url, { headers: { Cookie: "sid=1" } });\nanswer.headers.get("set-cookie");\n' },
      { name: "headers with unknown attributes", code: 'res.setHeader("Set-Cookie", serialize("sid", id));\nres.setHeader("Set-Cookie", `sid=${id}; ${flags}`);\nres.setHeader("Set-Cookie", `${cookie}; Path=/`);\nres.setHeader("Set-Cookie", "sid=" + id + attributes);\nheaders.set("Set-Cookie", `sid=${id}; Path=/${open ? "" : "; HttpOnly"}`);\n' },
      { name: "headers that have it, in any case", code: 'res.setHeader("Set-Cookie", [`a=${a}; Path=/; httponly`, "b=1;HttpOnly;Secure"]);\nres.writeHead(200, { "Set-Cookie": "a=b; HTTPONLY" });\nres.set("Content-Type", "text/html; charset=utf-8");\n' },
      { name: "Fastify takes its defaults from the registration", code: 'import fastify from "fastify";\nconst app = fastify();\napp.get("/", (request, reply) => {\n  reply.setCookie("sid", id, { path: "/" });\n});\n' },
      { name: "the words in a comment and in a text", code: '// res.cookie("sid", id) is what the old code did with express-session\nconst help = "res.cookie(\'sid\', id)";\n' },
      { name: "a test", file: "test/login.test.ts", code: 'app.get("/", (req, res) => {\n  res.cookie("sid", "1");\n});\n' },
      { name: "libraries that set it", code: 'import Koa from "koa";\nimport { getIronSession } from "iron-session";\nnew Koa().use(async (ctx) => {\n  ctx.cookies.set("sid", id);\n  const session = await getIronSession(ctx.req, ctx.res, { password, cookieName: "sid" });\n});\n' },
      { name: "SvelteKit", file: "src/routes/+page.server.ts", code: 'export const actions = {\n  default: async ({ cookies }) => {\n    cookies.set("sid", id, { path: "/" });\n    cookies.delete("sid", { path: "/" });\n  },\n};\n' },
      { name: "NextAuth 5 merges what is given", code: 'import NextAuth from "next-auth";\nexport const { auth } = NextAuth({ providers, cookies: { sessionToken: { options: { sameSite: "lax" } } } });\n', files: { "package.json": '{ "dependencies": { "next-auth": "5.0.0-beta.25" } }' } },
      { name: "what the page's script keeps for itself", code: 'import Cookies from "js-cookie";\nCookies.set("theme", "dark");\nCookies.set("is_session_hint", "1");\nCookies.remove("access_token");\ndocument.cookie = "consent=yes; Secure";\ndocument.cookie = "token=; Max-Age=0";\n' },
      { name: "a request's cookies are nobody's", code: 'import { NextResponse } from "next/server";\nexport function middleware(request) {\n  request.cookies.set("sid", "1");\n  return NextResponse.next({ request });\n}\n' },
      { name: "a cookie jar", code: 'import { CookieJar, Cookie } from "tough-cookie";\nconst jar = new CookieJar();\nawait jar.setCookie("sid=1", "https://a.example");\njar.setCookieSync(new Cookie({ key: "sid", value: "1" }), url);\n' },
      { name: "options of another session", code: 'import { createServerClient } from "@supabase/ssr";\ncreateServerClient(url, key, { cookies: { setAll(all) { all.forEach(({ name, value, options }) => store.set(name, value, options)); } } });\n' },
      { name: "PHP", file: "in.php", code: "<?php\nsetcookie('session', $id, 0, '/', '', true, true);\nsetcookie('session', $id, ['HttpOnly' => true]);\nsetcookie('session', $id, $options);\nsetcookie('session', '', time() - 3600);\nsetcookie('XSRF-TOKEN', $token);\n$cookie = new Symfony\\Component\\HttpFoundation\\Cookie('a', $b);\n" },
      { name: "C#", file: "In.cs", code: 'var cookie = new HttpCookie("sid", id) { HttpOnly = true };\nResponse.Cookies.Add(cookie);\nvar old = new HttpCookie("sid") { Expires = DateTime.Now.AddDays(-1) };\nResponse.Cookies.Add(old);\nResponse.Cookies.Append("a", b, options);\nreturn new CookieOptions();\nservices.AddAntiforgery(options => { options.Cookie.HttpOnly = false; });\n' },
      { name: "C#, where the configuration sets it", file: "In.cs", code: 'Response.Cookies.Add(new HttpCookie("sid", id));\n', files: { "Web.config": '<configuration><system.web><httpCookies httpOnlyCookies="true" /></system.web></configuration>' } },
      { name: "web.config", file: "Web.config", code: '<configuration><system.web><httpCookies httpOnlyCookies="true" requireSSL="true" /></system.web></configuration>\n' },
    ],
  },
  check: (document, report) => reportCookies(document, report, demand),
});
