import assert from "node:assert/strict";
import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { Document } from "../../../../server/core/document.ts";
import httpOnly from "../../../../server/rules/cookies/cookie-missing-http-only.ts";
import secure from "../../../../server/rules/cookies/cookie-missing-secure.ts";
import { cookieSetters } from "../../../../server/rules/cookies/cookieSetters.ts";

const analyser = createAnalyser([httpOnly, secure]);

/** A file that sets a cookie with one library, and how many findings of either rule it has. */
interface Case {
  readonly library: string;
  readonly httpOnly: number;
  readonly secure: number;
  readonly code: string;
  readonly path?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const nextAuth = 'import NextAuth from "next-auth"; export default NextAuth({ cookies: { sessionToken: { name: "sid", options: { path: "/" } } } });';

const cases: readonly Case[] = [
  { library: "Express", httpOnly: 1, secure: 1, code: 'app.get("/", (req, res) => res.cookie("sid", id));' },
  { library: "Fastify", httpOnly: 0, secure: 0, code: 'app.get("/", (request, reply) => { reply.setCookie("sid", id); });' },
  { library: "Fastify", httpOnly: 1, secure: 1, code: 'import cookie from "@fastify/cookie"; app.register(cookie, { secret }); app.get("/", (request, reply) => { reply.setCookie("sid", id); });' },
  { library: "Fastify", httpOnly: 0, secure: 0, code: 'import cookie from "@fastify/cookie"; app.register(cookie, { parseOptions }); app.get("/", (request, reply) => { reply.setCookie("sid", id); });' },
  { library: "Next.js", httpOnly: 1, secure: 1, code: 'import { cookies } from "next/headers"; export async function a() { (await cookies()).set("sid", id); }' },
  { library: "Next.js", httpOnly: 1, secure: 1, code: 'import { cookies } from "next/headers"; export async function a() { cookies().set({ name: "sid", value: id }); }' },
  { library: "Next.js", httpOnly: 1, secure: 0, code: 'import { NextResponse } from "next/server"; export function middleware() { const answer = NextResponse.next(); answer.cookies.set("sid", id, { secure: true }); return answer; }' },
  { library: "Koa", httpOnly: 0, secure: 0, code: 'export const a = (ctx) => { ctx.cookies.set("sid", id); };' },
  { library: "Koa", httpOnly: 1, secure: 1, code: 'export const a = (ctx) => { ctx.cookies.set("sid", id, { httpOnly: false, secure: false }); };' },
  { library: "SvelteKit", httpOnly: 1, secure: 0, path: "src/routes/+server.ts", code: 'export const GET = ({ cookies }) => { cookies.set("sid", id, { path: "/", httpOnly: false }); cookies.set("a", id, { path: "/" }); };' },
  { library: "Astro", httpOnly: 1, secure: 1, code: 'import { defineMiddleware } from "astro:middleware"; export const onRequest = defineMiddleware((context, next) => { context.cookies.set("sid", id); return next(); });' },
  { library: "Bun", httpOnly: 1, secure: 1, code: 'Bun.serve({ routes: { "/": (req) => { req.cookies.set("sid", id); return new Response(); } } });' },
  { library: "Elysia", httpOnly: 1, secure: 1, code: 'import { Elysia } from "elysia"; new Elysia().get("/", ({ cookie: { sid } }) => { sid.set({ value: id, httpOnly: false, secure: false }); }).get("/b", ({ cookie }) => { cookie.sid.set({ value: id }); });' },
  { library: "h3", httpOnly: 1, secure: 1, path: "server/api/a.ts", dependencies: { nuxt: "^3.1.0" }, code: 'export default defineEventHandler((event) => { setCookie(event, "sid", id); });' },
  { library: "h3", httpOnly: 0, secure: 0, path: "server/api/a.ts", code: 'export default defineEventHandler((event) => { setCookie(event, "sid", id); });' },
  { library: "Hono", httpOnly: 2, secure: 2, code: 'import { setCookie, setSignedCookie } from "hono/cookie"; export const a = async (c) => { setCookie(c, "sid", id); await setSignedCookie(c, "sid", id, secret); setCookie(c, "b", id, { prefix: "host" }); };' },
  { library: "Deno", httpOnly: 1, secure: 1, code: 'import { setCookie } from "jsr:@std/http@1/cookie"; setCookie(headers, { name: "sid", value: id });' },
  { library: "cookie", httpOnly: 2, secure: 2, code: 'import { serialize, stringifySetCookie } from "cookie"; serialize("sid", id); stringifySetCookie({ name: "sid", value: id }); serialize("sid", "", { maxAge: 0 });' },
  { library: "nookies", httpOnly: 1, secure: 1, code: 'import nookies from "nookies"; export const a = (ctx) => { nookies.set(ctx, "board", id, {}); nookies.set(null, "board", id); };' },
  { library: "Remix", httpOnly: 2, secure: 2, code: 'import { createCookie, createCookieSessionStorage } from "react-router"; export const a = createCookie("board"); export const b = createCookieSessionStorage({ cookie: { name: "__session" } });' },
  { library: "express-session", httpOnly: 0, secure: 1, code: 'import session from "express-session"; app.use(session({ secret }));' },
  { library: "cookie-session", httpOnly: 0, secure: 1, code: 'import session from "cookie-session"; app.use(session({ keys, secure: false }));' },
  { library: "koa-session", httpOnly: 1, secure: 0, code: 'import session from "koa-session"; app.use(session({ httpOnly: false }, app));' },
  { library: "@fastify/session", httpOnly: 0, secure: 1, code: 'import session from "@fastify/session"; app.register(session, { secret, cookie: { secure: false } }); app.register(session, { secret });' },
  { library: "@fastify/secure-session", httpOnly: 0, secure: 1, code: 'import session from "@fastify/secure-session"; app.register(session, { key, cookie: { path: "/" } }); app.register(session, { key, cookieOptions });' },
  { library: "Hapi", httpOnly: 1, secure: 1, code: 'server.state("board", { isSecure: false }); export const a = (request, h) => { h.state("board", id, { isHttpOnly: false }); };' },
  { library: "@hapi/cookie", httpOnly: 0, secure: 1, code: 'server.auth.strategy("session", "cookie", { cookie: { name: "sid", isSecure: false } });' },
  { library: "@hapi/yar", httpOnly: 0, secure: 1, code: 'await server.register({ plugin: require("@hapi/yar"), options: { cookieOptions: { password, isSecure: false } } });' },
  { library: "iron-session", httpOnly: 0, secure: 1, code: 'import { getIronSession } from "iron-session"; await getIronSession(store, { password, cookieOptions: { secure: false } }); await getIronSession(req, res, { password });' },
  { library: "better-auth", httpOnly: 1, secure: 0, code: 'import { betterAuth } from "better-auth"; export const auth = betterAuth({ advanced: { defaultCookieAttributes: { httpOnly: false } } });' },
  { library: "lucia", httpOnly: 0, secure: 1, code: 'import { Lucia } from "lucia"; export const lucia = new Lucia(adapter, { sessionCookie: { attributes: { secure: false } } });' },
  { library: "Supabase", httpOnly: 0, secure: 1, code: 'import { createServerClient } from "@supabase/ssr"; createServerClient(url, key, { cookieOptions: { secure: false } });' },
  { library: "csurf", httpOnly: 0, secure: 1, code: 'import csurf from "csurf"; app.use(csurf({ cookie: true })); app.use(csurf());' },
  { library: "csrf-csrf", httpOnly: 0, secure: 1, code: 'import { doubleCsrf } from "csrf-csrf"; doubleCsrf({ getSecret, cookieName: "x-csrf", cookieOptions: { secure: false, httpOnly: false } });' },
  { library: "Auth.js", httpOnly: 1, secure: 1, dependencies: { "next-auth": "^4.24.0" }, code: nextAuth },
  { library: "Auth.js", httpOnly: 0, secure: 0, dependencies: { "next-auth": "5.0.0-beta.25" }, code: nextAuth },
  { library: "js-cookie", httpOnly: 1, secure: 1, code: 'import Cookies from "js-cookie"; Cookies.set("token", t); Cookies.set("theme", "dark"); Cookies.remove("token");' },
  { library: "universal-cookie", httpOnly: 1, secure: 1, code: 'import Cookies from "universal-cookie"; const cookies = new Cookies(); cookies.set("jwt", t); cookies.set("lang", "en");' },
  { library: "react-cookie", httpOnly: 1, secure: 1, code: 'import { useCookies } from "react-cookie"; export function A() { const [cookies, setCookie] = useCookies(["token"]); setCookie("token", t); setCookie("name", n); }' },
  { library: "cookies-next", httpOnly: 1, secure: 1, code: 'import { setCookie } from "cookies-next"; setCookie("board", id, { req, res }); setCookie("board", id);' },
];

describe("libraries that set cookies", () => {
  for (const { library, path = "example.ts", dependencies, code, ...expected } of cases) {
    it(`${library}: ${code}`, async () => {
      const manifest = new Document("package.json", "json", JSON.stringify({ dependencies }));
      const has = (file: string): boolean => file === "package.json" && dependencies !== undefined;
      const neighbours = { has, read: (file: string) => (has(file) ? manifest : undefined) };
      const { findings, notAnalysed } = await analyser.analyse(new Document(path, "typescript", code, neighbours));
      assert.deepEqual(notAnalysed, []);
      const found = findings.map(({ rule }) => rule);
      assert.deepEqual(
        { httpOnly: found.filter((rule) => rule === httpOnly.id).length, secure: found.filter((rule) => rule === secure.id).length },
        expected,
      );
    });
  }

  it("are all shown here", () => {
    const shown = new Set(cases.map(({ library }) => library));
    assert.deepEqual([...new Set(cookieSetters.map(({ library }) => library))].filter((library) => !shown.has(library)), []);
  });
});
