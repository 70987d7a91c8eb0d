import { allByDefault, nothingByDefault, type FlagDefaults } from "../cookieAttributes.ts";
import type { CookieSetter, JarPlace } from "../cookieSetter.ts";

const common = { options: 2, name: 0, value: 1 } as const;
const oneObject = { options: 0, name: ["name"], value: ["value"] } as const;

/** Koa's `cookies` 0.9: HttpOnly by itself, Secure on encrypted connections. */
const byConnection: FlagDefaults = { httpOnly: "set", secure: "by-connection", sameSite: "left-out" };
const atRegistration: FlagDefaults = { httpOnly: "elsewhere", secure: "elsewhere", sameSite: "elsewhere" };

const koa: JarPlace = { member: "cookies", named: false, modules: /^(?:koa|koa-router|@koa\/router|koa-.*)$/, owner: /^ctx$/ };
const svelteKit: JarPlace = { member: "cookies", named: false, modules: /^(?:@sveltejs\/kit|\.?\.?\/?\$types)/, path: /(?:^|\/)(?:\+(?:page|layout)?(?:\.server|server)|hooks\.server)\.[jt]s$/ };
const astro: JarPlace = { member: "cookies", named: false, modules: /^astro(?:$|[:/])/ };
const bun: JarPlace = { member: "cookies", named: false, modules: /^bun$/, text: "Bun.serve" };
const next: JarPlace = { member: "cookies", named: false, modules: /^next\/server$/ };
const elysia: JarPlace = { member: "cookie", named: true, modules: /^elysia$/ };

/**
 * Methods of responses and of what holds cookies. Defaults as in the code of express 5.3, @fastify/cookie 11.1 (they come from
 * `parseOptions` at the registration), next 16.4, koa 3.3, @sveltejs/kit 2.70, astro 6.0, elysia 1.4, @hapi/statehood 8.2;
 * Bun's as in its documentation of 1.3.
 */
export const jarSetters: readonly CookieSetter[] = [
  { library: "Express", call: { kind: "response", names: ["cookie"], of: "express" }, ...common, defaults: nothingByDefault, path: "/", age: "milliseconds" },
  { library: "Fastify", call: { kind: "response", names: ["cookie", "setCookie"], of: "fastify" }, ...common, defaults: atRegistration, registration: { module: "@fastify/cookie", option: "parseOptions" } },
  { library: "Next.js", call: { kind: "made", modules: ["next/headers"], by: ["cookies"], names: ["set"] }, ...common, defaults: nothingByDefault, path: "/" },
  { library: "Next.js", call: { kind: "made", modules: ["next/headers"], by: ["cookies"], names: ["set"] }, ...oneObject, defaults: nothingByDefault, path: "/" },
  { library: "Next.js", call: { kind: "jar", jar: next }, ...common, defaults: nothingByDefault, path: "/" },
  { library: "Next.js", call: { kind: "jar", jar: next }, ...oneObject, defaults: nothingByDefault, path: "/" },
  { library: "SvelteKit", call: { kind: "jar", jar: svelteKit }, ...common, defaults: allByDefault },
  { library: "Astro", call: { kind: "jar", jar: astro }, ...common, defaults: nothingByDefault },
  { library: "Bun", call: { kind: "jar", jar: bun }, ...common, defaults: { ...nothingByDefault, sameSite: "set" }, path: "/" },
  { library: "Bun", call: { kind: "jar", jar: bun }, ...oneObject, defaults: { ...nothingByDefault, sameSite: "set" }, path: "/" },
  { library: "Elysia", call: { kind: "jar", jar: elysia }, options: 0, name: [], value: ["value"], defaults: atRegistration, path: "/" },
  { library: "Koa", call: { kind: "jar", jar: koa }, ...common, defaults: byConnection, path: "/", age: "milliseconds", refusesPlainConnections: true },
];
