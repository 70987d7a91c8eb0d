import type { ObjectSource } from "./libraryObjects.ts";

/** Whose routes are read. `fastify` takes options before the handler and hooks in any order; the others are alike. */
export type RouterKind = "express" | "koa" | "koa-router" | "fastify" | "hono";

/** Methods that add handlers and give the router back. */
const adding: ReadonlySet<string> = new Set(["use", "all", "get", "head", "post", "put", "patch", "delete", "del", "options", "param", "addHook", "register", "route"]);

/** How the routers of the frameworks come about. Express 5, Koa 3, @koa/router 14, Fastify 5, Hono 4. */
export const routerTable: readonly ObjectSource<RouterKind>[] = [
  { kind: "express", module: "express", made: ["*", "Router"], types: ["Express", "Application", "Router", "IRouter"], chained: adding },
  { kind: "express", module: "express-promise-router", made: ["*"], chained: adding },
  { kind: "express", module: "polka", made: ["*"], chained: adding },
  { kind: "koa", module: "koa", made: ["*"], chained: adding },
  { kind: "koa-router", module: "koa-router", made: ["*"], chained: adding },
  { kind: "koa-router", module: "@koa/router", made: ["*", "Router"], types: ["*", "Router"], chained: adding },
  {
    kind: "fastify",
    module: "fastify",
    made: ["*", "fastify", "Fastify"],
    types: ["FastifyInstance"],
    chained: adding,
    handed: { by: "fastify", methods: new Set(["register"]), parameter: () => 0 },
  },
  { kind: "hono", module: "hono", made: ["Hono"], types: ["Hono"], chained: adding },
  { kind: "hono", module: "@hono/zod-openapi", made: ["OpenAPIHono"], chained: adding },
];

/** Methods that answer requests of one kind. */
export const verbs: ReadonlySet<string> = new Set(["get", "head", "post", "put", "patch", "delete", "del", "options", "all"]);

/** Fastify's hooks that run before the handler: functions of them are middleware. */
export const hooksBefore: ReadonlySet<string> = new Set(["onRequest", "preParsing", "preValidation", "preHandler"]);
