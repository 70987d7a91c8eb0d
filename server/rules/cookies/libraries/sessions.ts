import { allByDefault, nothingByDefault, type FlagDefaults } from "../cookieAttributes.ts";
import type { CookieSetter } from "../cookieSetter.ts";

const hapiKeys = { httpOnly: "isHttpOnly", secure: "isSecure", sameSite: "isSameSite", maxAge: "ttl" } as const;
const httpOnlyAlone: FlagDefaults = { httpOnly: "set", secure: "left-out", sameSite: "left-out" };
const byConnection: FlagDefaults = { httpOnly: "set", secure: "by-connection", sameSite: "left-out" };
const ownSession = { session: true, options: 0 } as const;
const authModules = ["next-auth", "@auth/sveltekit", "@auth/express", "@auth/solid-start", "@auth/qwik", "auth-astro"];
const authCookies = ["sessionToken", "callbackUrl", "csrfToken", "pkceCodeVerifier", "state", "nonce"];

/**
 * Options of packages that keep a session or a sign-in. Defaults as in the code of express-session 1.19, cookie-session 2.1,
 * koa-session 7.0, @fastify/session 11.1, @fastify/secure-session 8.4, @hapi/statehood 8.2, @hapi/cookie 12.0, @hapi/yar 11.0,
 * iron-session 8.0, next-auth 4.24 (what is given replaces the defaults) and @auth/core 0.41 (it is merged with them),
 * better-auth 1.7, lucia 3.2, csurf 1.11, csrf-csrf 4.0.
 */
export const sessionSetters: readonly CookieSetter[] = [
  { library: "express-session", call: { kind: "export", modules: ["express-session"], names: ["*"] }, ...ownSession, nested: ["cookie"], name: ["name"], defaultName: "connect.sid", defaults: httpOnlyAlone, path: "/", age: "milliseconds", refusesPlainConnections: true },
  { library: "cookie-session", call: { kind: "export", modules: ["cookie-session"], names: ["*"] }, ...ownSession, name: ["name"], defaultName: "session", defaults: byConnection, path: "/", age: "milliseconds", refusesPlainConnections: true },
  { library: "koa-session", call: { kind: "export", modules: ["koa-session"], names: ["*", "createSession"] }, ...ownSession, name: ["key"], defaultName: "koa.sess", defaults: byConnection, path: "/", age: "milliseconds", refusesPlainConnections: true },
  { library: "@fastify/session", call: { kind: "plugin", modules: ["@fastify/session"], form: "arguments" }, session: true, options: 1, nested: ["cookie"], name: ["cookieName"], defaults: { ...allByDefault, sameSite: "left-out" }, path: "/", age: "milliseconds", refusesPlainConnections: true },
  { library: "@fastify/secure-session", call: { kind: "plugin", modules: ["@fastify/secure-session"], form: "arguments" }, session: true, options: 1, nested: ["cookie"], name: ["cookieName"], unlessGiven: "cookieOptions", defaults: httpOnlyAlone },
  { library: "Hapi", call: { kind: "method", names: ["state"], texts: {}, modules: ["@hapi/hapi", "hapi"] }, arguments: 2, options: 1, name: 0, keys: hapiKeys, defaults: allByDefault, age: "milliseconds", lax: "Lax" },
  { library: "Hapi", call: { kind: "method", names: ["state"], texts: {}, modules: ["@hapi/hapi", "hapi"] }, arguments: 3, options: 2, name: 0, value: 1, keys: hapiKeys, defaults: allByDefault, age: "milliseconds", lax: "Lax" },
  { library: "@hapi/cookie", call: { kind: "method", names: ["strategy"], texts: { 1: "cookie" }, modules: [] }, session: true, options: 2, nested: ["cookie"], name: ["cookie", "name"], keys: hapiKeys, defaults: allByDefault, path: "/", age: "milliseconds", lax: "Lax" },
  { library: "@hapi/yar", call: { kind: "plugin", modules: ["@hapi/yar"], form: "object" }, ...ownSession, nested: ["options", "cookieOptions"], name: ["options", "name"], keys: hapiKeys, defaults: allByDefault, path: "/", age: "milliseconds", lax: "Lax" },
  { library: "iron-session", call: { kind: "export", modules: ["iron-session"], names: ["getIronSession"] }, arguments: 3, session: true, options: 2, nested: ["cookieOptions"], name: ["cookieName"], defaults: allByDefault, path: "/" },
  { library: "iron-session", call: { kind: "export", modules: ["iron-session"], names: ["getIronSession"] }, arguments: 2, session: true, options: 1, nested: ["cookieOptions"], name: ["cookieName"], defaults: allByDefault, path: "/" },
  { library: "better-auth", call: { kind: "export", modules: ["better-auth"], names: ["betterAuth"] }, ...ownSession, nested: ["advanced", "defaultCookieAttributes"], name: [], defaults: { ...allByDefault, secure: "by-connection" }, path: "/" },
  { library: "lucia", call: { kind: "export", modules: ["lucia"], names: ["Lucia"] }, session: true, options: 1, nested: ["sessionCookie", "attributes"], name: ["sessionCookie", "name"], defaults: allByDefault, path: "/" },
  { library: "Supabase", call: { kind: "export", modules: ["@supabase/ssr"], names: ["createServerClient"] }, session: true, options: 2, nested: ["cookieOptions"], name: ["cookieOptions", "name"], defaults: { httpOnly: "elsewhere", secure: "elsewhere", sameSite: "set" }, path: "/" },
  { library: "csurf", call: { kind: "export", modules: ["csurf"], names: ["*"] }, options: 0, nested: ["cookie"], nestedOnly: true, name: ["cookie", "key"], defaultName: "_csrf", defaults: nothingByDefault, path: "/" },
  { library: "csrf-csrf", call: { kind: "export", modules: ["csrf-csrf"], names: ["doubleCsrf"] }, options: 0, nested: ["cookieOptions"], name: ["cookieName"], defaults: allByDefault, path: "/" },
  ...authCookies.map((cookie): CookieSetter => ({
    library: "Auth.js",
    call: { kind: "export", modules: authModules, names: ["*", "NextAuth", "getServerSession", "SvelteKitAuth", "ExpressAuth"] },
    options: 0,
    nested: ["cookies", cookie, "options"],
    nestedOnly: true,
    name: ["cookies", cookie, "name"],
    ...(cookie === "sessionToken" && { session: true as const }),
    defaults: { httpOnly: "set", secure: "by-connection", sameSite: "set" },
    before: { module: "next-auth", major: 5, defaults: nothingByDefault },
    path: "/",
  })),
];
