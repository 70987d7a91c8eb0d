import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { rangeOf, type FunctionNode, type Node } from "../../languages/typescript/nodes.ts";
import { treeOf } from "../../languages/typescript/trees.ts";
import { realOf } from "../../languages/typescript/images.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { allCalls, methodCall } from "../../languages/typescript/calls.ts";
import { acePackage, connectRoutes, guardOf, isAddon, type ConnectRoute } from "./connect/addon.ts";
import { isProductCode } from "./productCode.ts";
import { handlerFunction } from "./requestGuards.ts";

/** Addresses that everybody may see, and those that other rules look at. */
const openPath = /^\/(?:$|index|health|ping|status|ready|live|favicon|robots|version|metrics|public|assets|static|privacy|terms|support|docs|oauth|login|auth)|atlassian-connect|descriptor|callback|installed|enabled|disabled/i;
/** What a handler works with that only an authenticated request may reach. */
const usesTenant = /\bhttpClient\b|\.settings\b|\.context\b|\bclientKey\b|\.(?:body|query|params)\b/;

function check(document: Document, report: Report): void {
  if (!isProductCode(document)) return;
  const syntax = document.syntax(typescriptSyntax);
  if (!usesAddon(syntax)) return;
  for (const route of connectRoutes(syntax)) {
    const last = route.handlers.at(-1);
    if (!last || !route.open || openPath.test(route.path) || route.handlers.some((handler) => guardOf(handler, syntax) !== undefined)) continue;
    const made = handlerFunction(last, syntax);
    if (!made || !usesTenant.test(textOf(made, syntax))) continue;
    const [place] = route.call.arguments;
    report({
      range: place ? rangeOf(place) : rangeOf(route.call.callee),
      message: `Nobody verifies Atlassian's token before ${route.verb.toUpperCase()} ${route.path} is answered, so anyone can call it in the name of any customer.`,
      fixes: fixesOf(route, last, syntax),
    });
  }
}

function usesAddon(syntax: TypeScriptSyntax): boolean {
  return syntax.document.text.includes(acePackage) || allCalls(syntax).some((call) => isAddon(methodCall(call)?.receiver ?? call.callee, syntax));
}

function textOf(made: FunctionNode, syntax: TypeScriptSyntax): string {
  const real = realOf(made);
  return treeOf(real, syntax).document.text.slice(...real.range);
}

/** Writes the middleware before the handler. A page's own calls have a token without the address in it. */
function fixesOf({ path }: ConnectRoute, last: Node, syntax: TypeScriptSyntax): Fix[] {
  const guarded = allCalls(syntax).find((call) => guardOf(call, syntax) !== undefined);
  const addon = guarded && methodCall(guarded)?.receiver;
  const name = addon?.type === "Identifier" ? addon.name : "addon";
  if (isElsewhere(last)) return [];
  const method = /^\/(?:api|ajax|rest|xhr)\b/i.test(path) ? "checkValidToken" : "authenticate";
  const [start] = last.range;
  return [{ title: `Verify the token first: ${name}.${method}()`, safe: false, edits: [{ range: { start, end: start }, newText: `${name}.${method}(), ` }] }];
}

const app = 'import ace from "atlassian-connect-express";\nimport express from "express";\nconst app = express();\nconst addon = ace(app);\n';
const handed = (routes: string): string => `export function routes(app, addon) {\n  app.get("/panel", addon.authenticate(), (req, res) => res.render("panel"));\n${routes}}\n`;

export default defineRule({
  id: "connect-route-without-authentication",
  title: "Route of a Connect app without authentication",
  concern: "tokens",
  languages: ["typescript"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/authenticate-every-request", "atlassian/connect-jwt-verified"],
  severity: "error",
  cwe: [306, 862],
  fix: "review",
  triggers: ["addon", acePackage],
  documentation: {
    wrong: "A route of an app with atlassian-connect-express works with what a request sends, or with a customer's data, and neither `addon.authenticate()` nor `addon.checkValidToken()` stands before its handler.",
    why: "The middleware is what verifies Atlassian's token. Without it anyone on the internet calls the route and says which customer they are. Atlassian's requirements ask that the server verifies the token of each request; its scanner calls every address of the descriptor without one.",
    fix: "The quick fix puts `addon.authenticate()` before the handler; on addresses that a page's own scripts call (`/api/…`) it is `addon.checkValidToken()`, because their tokens do not hold the address.",
    suppress: "Where the route is meant for everybody, or checks a signature of another service. Start pages, health checks, descriptors and callbacks are not reported.",
  },
  examples: {
    bad: [
      { name: "beside routes that have it", code: handed(`  app.get([|"/issues"|], async (req, res) => res.json(await load(addon, req.query.project)));\n`), fixed: handed(`  app.get("/issues", addon.authenticate(), async (req, res) => res.json(await load(addon, req.query.project)));\n`) },
      { name: "an address for scripts", code: handed(`  app.post([|"/api/settings"|], (req, res) => save(req.body).then(() => res.end()));\n`), fixed: handed(`  app.post("/api/settings", addon.checkValidToken(), (req, res) => save(req.body).then(() => res.end()));\n`) },
      { name: "a webhook", code: handed(`  app.post([|"/hooks/issue"|], (req, res) => {\n    queue.push(req.body.issue);\n    res.sendStatus(204);\n  });\n`), fixed: handed(`  app.post("/hooks/issue", addon.authenticate(), (req, res) => {\n    queue.push(req.body.issue);\n    res.sendStatus(204);\n  });\n`) },
      { name: "an app of the same file", code: `${app}app.use(express.json());\napp.post([|"/vote"|], (req, res) => res.json(vote(req.body)));\n`, fixed: `${app}app.use(express.json());\napp.post("/vote", addon.authenticate(), (req, res) => res.json(vote(req.body)));\n` },
      { name: "a handler with a name", code: `${app}function remove(req, res) {\n  addon.httpClient(req).del(\`/rest/api/3/issue/\${req.params.key}\`, () => res.end());\n}\napp.delete([|"/issue/:key"|], remove);\n`, fixed: `${app}function remove(req, res) {\n  addon.httpClient(req).del(\`/rest/api/3/issue/\${req.params.key}\`, () => res.end());\n}\napp.delete("/issue/:key", addon.authenticate(), remove);\n` },
      { name: "parsers do not authenticate", code: `${app}app.put([|"/board"|], express.json(), (req, res) => res.json(put(req.body)));\n`, fixed: `${app}app.put("/board", express.json(), addon.authenticate(), (req, res) => res.json(put(req.body)));\n` },
    ],
    good: [
      { name: "authenticated", code: handed(`  app.get("/issues", addon.authenticate(), (req, res) => res.json(load(req.context)));\n  app.get("/api/issues", addon.checkValidToken(), (req, res) => res.json(load(req.query)));\n`) },
      { name: "authenticated for all", code: `${app}app.use(addon.authenticate());\napp.post("/vote", (req, res) => res.json(vote(req.body)));\n` },
      { name: "a start page and a health check", code: handed(`  app.get("/", (req, res) => res.redirect("/atlassian-connect.json?" + req.query.a));\n  app.get("/healthcheck", (req, res) => res.send(req.query.echo));\n`) },
      { name: "a page without anybody's data", code: handed(`  app.get("/about", (req, res) => res.render("about"));\n`) },
      { name: "middleware of one's own", code: handed(`  app.get("/issues", signedIn, (req, res) => res.json(load(req.query)));\n`) },
      { name: "an app that somebody else may guard", code: `export function routes(app, addon) {\n  app.get("/issues", (req, res) => addon.httpClient(req).get("/rest/api/3/search", (error, response, body) => res.json(body)));\n}\n` },
      { name: "another kind of app", code: `import express from "express";\nconst app = express();\nconst addon = load();\napp.post("/vote", (req, res) => res.json(vote(req.body)));\n` },
    ],
  },
  check,
});
