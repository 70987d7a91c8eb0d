import { nothingByDefault } from "../cookieAttributes.ts";
import type { CookieSetter, SetterCall } from "../cookieSetter.ts";

const denoModules = ["@std/http", "@std/http/cookie", "jsr:@std/http", "jsr:@std/http/cookie", "https://deno.land/std/http/cookie.ts", "https://deno.land/std/http/mod.ts"];
const remixModules = ["@remix-run/node", "@remix-run/cloudflare", "@remix-run/deno", "@remix-run/server-runtime", "react-router", "@shopify/remix-oxygen"];
const serializers: SetterCall = { kind: "export", modules: ["cookie", "cookie-es"], names: ["serialize", "serializeCookie"] };
const sessionStorages = ["createCookieSessionStorage", "createSessionStorage", "createMemorySessionStorage", "createFileSessionStorage", "createWorkersKVSessionStorage"];

/**
 * Functions that make a cookie. Defaults as in the code of h3 2.0, hono 4.13, @remix-run/server-runtime 2.17, react-router
 * 7.18, cookie 1.1, nookies 2.5, cookies-next 6.1, and of Deno's standard library 1.0.
 */
export const functionSetters: readonly CookieSetter[] = [
  { library: "h3", call: { kind: "export", modules: ["h3", "#imports", "nitropack/runtime"], names: ["setCookie"], automatic: "nuxt" }, options: 3, name: 1, value: 2, defaults: nothingByDefault, path: "/" },
  { library: "Hono", call: { kind: "export", modules: ["hono/cookie", "hono/helper", "hono/middleware"], names: ["setCookie"] }, options: 3, name: 1, value: 2, defaults: nothingByDefault, unlessGiven: "prefix", path: "/", lax: "Lax" },
  { library: "Hono", call: { kind: "export", modules: ["hono/cookie", "hono/helper"], names: ["setSignedCookie"] }, options: 4, name: 1, value: 2, defaults: nothingByDefault, unlessGiven: "prefix", path: "/", lax: "Lax" },
  { library: "Deno", call: { kind: "export", modules: denoModules, names: ["setCookie"] }, options: 1, name: ["name"], value: ["value"], defaults: nothingByDefault, lax: "Lax" },
  { library: "cookie", call: serializers, options: 2, name: 0, value: 1, defaults: nothingByDefault },
  { library: "cookie", call: { kind: "export", modules: ["cookie"], names: ["stringifySetCookie"] }, options: 0, name: ["name"], value: ["value"], defaults: nothingByDefault },
  { library: "nookies", call: { kind: "export", modules: ["nookies"], names: ["setCookie", "set"] }, options: 3, name: 1, value: 2, defaults: nothingByDefault, byScript: "without-response" },
  { library: "Remix", call: { kind: "export", modules: remixModules, names: ["createCookie"] }, options: 1, name: 0, defaults: { ...nothingByDefault, sameSite: "set" }, path: "/" },
  { library: "Remix", call: { kind: "export", modules: remixModules, names: sessionStorages }, options: 0, nested: ["cookie"], name: ["cookie", "name"], session: true, defaults: { ...nothingByDefault, sameSite: "set" }, path: "/" },
];
