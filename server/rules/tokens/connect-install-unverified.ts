import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { realOf } from "../../languages/typescript/images.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { routesIn, type RouteEntry } from "../../languages/typescript/routes.ts";
import { handlersBefore } from "../../languages/typescript/routeGuards.ts";
import { treeOf } from "../../languages/typescript/trees.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { connectRoutes } from "./connect/addon.ts";
import { isProductCode } from "./productCode.ts";
import { handlerFunction, letsPass } from "./requestGuards.ts";

/** The call that brings the key of a new customer. */
const installPath = /(?:^|\/)installed\/?$/i;
/** The field of that call that holds the key. */
const key = "sharedSecret";
/** Ways to verify the call: the package's, the library's, Atlassian's address of public keys, functions of one's own. */
const verification = /authenticateInstall|verifyInstall|authenticateAsymmetric|decodeAsymmetric|connect-install-keys|verif|validat|jwt|authoriz|authentic/i;

function check(document: Document, report: Report): void {
  // Bitbucket does not sign its calls.
  if (!isProductCode(document) || /bitbucket/i.test(document.text)) return;
  const syntax = document.syntax(typescriptSyntax);
  const routes = new Map(routesIn(syntax).map((route) => [route.call, route]));
  for (const { call, verb, path, handlers } of connectRoutes(syntax)) {
    const last = handlers.at(-1);
    const made = last && handlerFunction(last, syntax);
    if (verb !== "post" || !installPath.test(path) || !made) continue;
    const route = routes.get(call);
    const before = route ? beforeOf(route, syntax) : handlers.slice(0, -1);
    if (!before?.every((handler) => letsPass(handler, syntax))) continue;
    const real = realOf(made);
    const text = treeOf(real, syntax).document.text.slice(...real.range);
    if (!text.includes(key) || verification.test(text)) continue;
    const [place] = call.arguments;
    report({
      range: place ? rangeOf(place) : rangeOf(call.callee),
      message: 'The call that brings a customer\'s key is not verified, so anyone can give the app a key of their own for a site that is not theirs.',
    });
  }
}

/** What stands before the handler, as far as this file shows; an exported router may get more only where it is mounted. */
function beforeOf(route: RouteEntry, syntax: TypeScriptSyntax): RouteEntry["handlers"] | undefined {
  const { sure, possible, complete } = handlersBefore(route, syntax);
  return complete ? [...sure, ...possible] : undefined;
}

const app = 'import express from "express";\nconst app = express();\napp.use(express.json());\n';

export default defineRule({
  id: "connect-install-unverified",
  title: "Installation of a Connect app not verified",
  concern: "tokens",
  languages: ["typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/connect-signed-install", "atlassian/connect-jwt-verified"],
  severity: "error",
  cwe: [345, 306],
  fix: "none",
  triggers: [key],
  documentation: {
    wrong: "A route of your own for Connect's `installed` call stores the `sharedSecret` that comes with it, and nothing before or in the handler verifies the call.",
    why: "The shared secret is what verifies all later tokens of that customer. Who can write it owns the customer: they call the address with the customer's client key and a secret of their own, and sign whatever they like from then on. Atlassian signs the call with its private key for that reason, and asks apps to verify it.",
    fix: "Use `addon.authenticateInstall()` of atlassian-connect-express. Without that package take the token from the Authorization header, get the public key for its `kid` from `https://connect-install-keys.atlassian.com/`, and verify it with RS256 and your base URL as the audience.",
    suppress: "Where a gateway in front of the app verifies it. Bitbucket's apps are not reported: Bitbucket does not sign the call.",
  },
  examples: {
    bad: [
      { name: "an app of one's own", code: `${app}app.post([|"/installed"|], async (req, res) => {\n  await store.put(req.body.clientKey, req.body.sharedSecret);\n  res.sendStatus(204);\n});\n` },
      { name: "taken apart", code: `${app}app.post([|"/events/installed"|], async (req, res) => {\n  const { clientKey, sharedSecret } = req.body;\n  await store.put(clientKey, { sharedSecret });\n  res.end();\n});\n` },
      { name: "a function with a name", code: `${app}async function installed(req, res) {\n  await Client.create({ key: req.body.clientKey, sharedSecret: req.body.sharedSecret });\n  res.sendStatus(200);\n}\napp.post([|"/installed"|], installed);\n` },
      { name: "a parser does not verify", code: `${app}app.post([|"/installed"|], express.json(), (req, res) => {\n  clients.set(req.body.clientKey, req.body.sharedSecret);\n  res.end();\n});\n` },
      { name: "a router of the same file", code: `${app}const events = express.Router();\nevents.post([|"/installed"|], (req, res) => {\n  clients.set(req.body.clientKey, req.body.sharedSecret);\n  res.end();\n});\napp.use("/events", events);\n` },
      { name: "Koa", code: `import Koa from "koa";\nimport Router from "@koa/router";\nconst app = new Koa();\nconst router = new Router();\nrouter.post([|"/installed"|], (ctx) => {\n  clients.set(ctx.request.body.clientKey, ctx.request.body.sharedSecret);\n  ctx.status = 204;\n});\napp.use(router.routes());\n` },
    ],
    good: [
      { name: "middleware that is not read", code: `${app}app.post("/installed", signedByAtlassian, (req, res) => {\n  clients.set(req.body.clientKey, req.body.sharedSecret);\n  res.end();\n});\n` },
      { name: "the package's middleware", code: `export function routes(app, addon) {\n  app.post("/installed", addon.authenticateInstall(), (req, res) => {\n    clients.set(req.body.clientKey, req.body.sharedSecret);\n    res.end();\n  });\n}\n` },
      { name: "verified in the handler", code: `${app}app.post("/installed", async (req, res) => {\n  await verifyWithPublicKey(req.headers.authorization);\n  clients.set(req.body.clientKey, req.body.sharedSecret);\n  res.end();\n});\n` },
      { name: "a router that another file mounts", code: `import { Router } from "express";\nexport const events = Router();\nevents.post("/installed", (req, res) => {\n  clients.set(req.body.clientKey, req.body.sharedSecret);\n  res.end();\n});\n` },
      { name: "an address for something else", code: `${app}app.post("/uninstalled", (req, res) => {\n  clients.delete(req.body.clientKey, "sharedSecret");\n  res.end();\n});\n` },
      { name: "Bitbucket", code: `// Bitbucket does not sign this call.\n${app}app.post("/installed", (req, res) => {\n  clients.set(req.body.clientKey, req.body.sharedSecret);\n  res.end();\n});\n` },
    ],
  },
  check,
});
