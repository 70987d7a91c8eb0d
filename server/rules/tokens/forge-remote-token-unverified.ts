import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { realOf } from "../../languages/typescript/images.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { routesIn } from "../../languages/typescript/routes.ts";
import { treeOf } from "../../languages/typescript/trees.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { isProductCode } from "./productCode.ts";
import { handlerFunction, isSurelyOpen } from "./requestGuards.ts";

/** Headers that Forge alone sends to a remote: the tokens to call products with, and the ids of a call. */
const forgeHeader = /x-forge-oauth-(?:user|system)|forge[-_ ]?invocation[-_ ]?token/i;
/** Ways to verify the invocation token: jose and its like, Atlassian's keys, the packages' middleware, functions of one's own. */
const evidence = /jwtVerify|verif|validat|jwks|authenticateForge|authenticat|authoriz\w*\(|introspect/i;

function check(document: Document, report: Report): void {
  if (!isProductCode(document) || !forgeHeader.test(document.text)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const route of routesIn(syntax)) {
    const last = route.handlers.at(-1);
    const made = last && handlerFunction(last, syntax);
    if (!made || !isSurelyOpen(route, syntax)) continue;
    const real = realOf(made);
    const text = treeOf(real, syntax).document.text.slice(...real.range);
    if (!forgeHeader.test(text) || evidence.test(text)) continue;
    const [place] = route.call.arguments;
    report({
      range: place ? rangeOf(place) : rangeOf(route.call.callee),
      message: "This takes a call from Forge and does not verify the invocation token, so anyone can call it with the data of any site.",
    });
  }
}

const app = 'import express from "express";\nconst app = express();\napp.use(express.json());\n';

export default defineRule({
  id: "forge-remote-token-unverified",
  title: "Forge remote without a check of the invocation token",
  concern: "tokens",
  languages: ["typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/remote-token-validated", "atlassian/authenticate-every-request", "atlassian/government-no-anonymous-endpoint"],
  severity: "error",
  cwe: [306, 347],
  fix: "none",
  triggers: ["x-forge-oauth", "forge-invocation", "invocationToken", "invocation token"],
  documentation: {
    wrong: "A route of the app's own server works with what Forge sends to a remote (`x-forge-oauth-system`, `x-forge-oauth-user`), and neither the handler nor anything before it verifies the Forge invocation token.",
    why: "The address of a remote is on the internet, and headers are what the caller writes. The invocation token in the Authorization header is the only thing that tells that Forge calls, for which app, which site and which user. Atlassian's security questionnaire fails an app whose remote does not validate it.",
    fix: "Verify the bearer token with jose: `jwtVerify(token, createRemoteJWKSet(new URL(\"https://forge.cdn.prod.atlassian-dev.net/.well-known/jwks.json\")), { issuer: \"forge/invocation-token\", audience: APP_ID })`. atlassian-connect-express has `authenticateForge()`.",
    suppress: "Where a gateway in front of the server verifies it and nobody reaches the server past it.",
  },
  examples: {
    bad: [
      { name: "works with the app's token", code: `${app}app.post([|"/sync"|], async (req, res) => {\n  const token = req.headers["x-forge-oauth-system"];\n  res.json(await sync(token, req.body));\n});\n` },
      { name: "works with the user's token", code: `${app}app.get([|"/issues"|], async (req, res) => {\n  res.json(await load(req.header("x-forge-oauth-user")));\n});\n` },
      { name: "a handler with a name", code: `${app}async function sync(req, res) {\n  const token = req.get("X-Forge-OAuth-System");\n  res.json(await run(token));\n}\napp.post([|"/sync"|], sync);\n` },
      { name: "a router of the same file", code: `${app}const remote = express.Router();\nremote.post([|"/sync"|], (req, res) => res.json(run(req.headers["x-forge-oauth-system"])));\napp.use("/remote", remote);\n` },
      { name: "Koa", code: `import Koa from "koa";\nimport Router from "@koa/router";\nconst app = new Koa();\nconst router = new Router();\nrouter.post([|"/sync"|], async (ctx) => {\n  ctx.body = await run(ctx.get("x-forge-oauth-system"));\n});\napp.use(router.routes());\n` },
      { name: "Hono", code: `import { Hono } from "hono";\nconst app = new Hono();\napp.post([|"/sync"|], async (c) => c.json(await run(c.req.header("x-forge-oauth-user"))));\n` },
    ],
    good: [
      { name: "verified in the handler", code: `${app}import { jwtVerify } from "jose";\napp.post("/sync", async (req, res) => {\n  await jwtVerify(req.headers.authorization.slice(7), keys, { issuer: "forge/invocation-token", audience: id });\n  res.json(await run(req.headers["x-forge-oauth-system"]));\n});\n` },
      { name: "middleware that is not read", code: `${app}app.use(fromForge);\napp.post("/sync", (req, res) => res.json(run(req.headers["x-forge-oauth-system"])));\n` },
      { name: "a function with the verification", code: `${app}app.post("/sync", async (req, res) => {\n  const call = await verifiedCall(req);\n  res.json(run(call, req.headers["x-forge-oauth-system"]));\n});\n` },
      { name: "a router that another file mounts", code: `import { Router } from "express";\nexport const remote = Router();\nremote.post("/sync", (req, res) => res.json(run(req.headers["x-forge-oauth-system"])));\n` },
      { name: "a route that is not Forge's", code: `${app}const header = "x-forge-oauth-system";\napp.get("/health", (req, res) => res.send("ok"));\n` },
      { name: "a test", file: "test/remote.test.ts", code: `${app}app.post("/sync", (req, res) => res.json(run(req.headers["x-forge-oauth-system"])));\n` },
    ],
  },
  check,
});
