import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { realOf } from "../../languages/typescript/images.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { routesIn } from "../../languages/typescript/routes.ts";
import { treeOf } from "../../languages/typescript/trees.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { acePackage } from "./connect/addon.ts";
import { isProductCode } from "./productCode.ts";
import { handlerFunction, isSurelyOpen } from "./requestGuards.ts";

/** Addresses that services call with events. */
const webhookPath = /(?:^|[/_-])(?:web)?hooks?(?:[/_:-]|$)|(?:^|\/)(?:akeneo|pim)[/_-]?events?(?:\/|$)|(?:^|\/)events\/(?:akeneo|pim|jira|trello|github|stripe)/i;
/** The handler works with what was sent. */
const readsBody = /\.(?:body|rawBody|payload)\b|\bbody\b\s*[,}]|\.req\.(?:json|text|parseBody)\(|\.json\(\s*\)/;
/** Signs that somebody looks at who sends: in the handler, or in a function that it calls. */
const evidence = /signature|signed|hmac|verif|validat|authenti|authoriz|secret|token|apiKey|api_key|constructEvent|timingSafe|x-hub|jwt|password|\.ip\b|allow_?list|whitelist/i;

function check(document: Document, report: Report): void {
  // Connect's webhooks have a rule of their own.
  if (!isProductCode(document) || document.text.includes(acePackage)) return;
  const syntax = document.syntax(typescriptSyntax);
  for (const route of routesIn(syntax)) {
    const last = route.handlers.at(-1);
    const isWebhook = route.verb === "post" && route.paths?.length === 1 && webhookPath.test(route.paths[0] ?? "");
    const made = last && isWebhook ? handlerFunction(last, syntax) : undefined;
    if (!made || !isSurelyOpen(route, syntax)) continue;
    const real = realOf(made);
    const text = treeOf(real, syntax).document.text.slice(...real.range);
    // Trello, Akeneo and others first ask with HEAD whether the address is there: an empty answer needs no signature.
    if (!readsBody.test(text) || evidence.test(text)) continue;
    const [place] = route.call.arguments;
    report({
      range: place ? rangeOf(place) : rangeOf(route.call.callee),
      message: "This takes events from another service and nobody checks their signature, so anyone can send made-up ones.",
    });
  }
}

const app = 'import express from "express";\nconst app = express();\napp.use(express.json());\n';

export default defineRule({
  id: "webhook-signature-unchecked",
  title: "Webhook without a check of the signature",
  concern: "tokens",
  languages: ["typescript"],
  requirements: ["akeneo/event-signature", "akeneo/no-vulnerabilities", "atlassian/authenticate-every-request", "superoffice/owasp-top-ten"],
  severity: "warning",
  cwe: [345, 306],
  fix: "none",
  // As in the pattern of paths above: most other files speak of React's hooks.
  confirmations: new Map([
    ["hook", /(?<=["'`/_-](?:web)?)hooks?["'`/_:-]/iy],
    ["events", /(?<=["'`/](?:akeneo|pim)[/_-]?)events?["'`/]|(?<=["'`/])events\/(?:akeneo|pim|jira|trello|github|stripe)/iy],
  ]),
  promising: (document) => isProductCode(document) && /\bpost\b/i.test(document.text),
  triggers: ["hook", "events", "akeneo/event", "akeneo-event", "akeneo_event", "pim/event", "pim-event", "pim_event"],
  documentation: {
    wrong: "A POST route for the events of another service works with the body, and neither the handler nor anything before it looks at a signature, a token or another sign of the sender.",
    why: "The address is on the internet. Whoever finds it sends events that never happened: products that were not changed, issues that were not closed. Akeneo signs each event (`X-Akeneo-Request-Signature`), Trello and GitHub do too, and Atlassian's requirements ask that every request is authenticated.",
    fix: "Compute the HMAC of the raw body with the secret that you share with the service, and compare it with the header by `timingSafeEqual`. Connect's webhooks carry a token: `addon.authenticate()`.",
    suppress: "Where a gateway checks it, or the event only makes the app ask the service for the real data.",
  },
  examples: {
    bad: [
      { name: "a webhook", code: `${app}app.post([|"/webhook"|], (req, res) => {\n  queue.push(req.body);\n  res.sendStatus(204);\n});\n` },
      { name: "Akeneo's events", code: `${app}app.post([|"/akeneo/events"|], async (req, res) => {\n  for (const event of req.body.events) await handle(event);\n  res.end();\n});\n` },
      { name: "a handler with a name", code: `${app}async function take(req, res) {\n  await save(req.body.action);\n  res.end();\n}\napp.post([|"/hooks/trello"|], take);\n` },
      { name: "a parser does not check", code: `${app}app.post([|"/api/webhooks/orders"|], express.raw({ type: "*/*" }), (req, res) => {\n  run(JSON.parse(req.body));\n  res.end();\n});\n` },
      { name: "Fastify", code: `import Fastify from "fastify";\nconst app = Fastify();\napp.post([|"/webhooks"|], async (request) => run(request.body));\n` },
      { name: "Hono", code: `import { Hono } from "hono";\nconst app = new Hono();\napp.post([|"/webhook/jira"|], async (c) => c.json(await run(await c.req.json())));\n` },
    ],
    good: [
      { name: "a signature", code: `${app}app.post("/webhook", (req, res) => {\n  if (!isSigned(req)) return res.sendStatus(401);\n  queue.push(req.body);\n  res.end();\n});\n` },
      { name: "middleware that is not read", code: `${app}app.post("/webhook", fromService, (req, res) => {\n  queue.push(req.body);\n  res.end();\n});\n` },
      { name: "nothing is done with the body", code: `${app}app.post("/webhook", (req, res) => res.sendStatus(200));\n` },
      { name: "a router that another file mounts", code: `import { Router } from "express";\nexport const router = Router();\nrouter.post("/webhook", (req, res) => {\n  queue.push(req.body);\n  res.end();\n});\n` },
      { name: "another address", code: `${app}app.post("/orders", (req, res) => {\n  queue.push(req.body);\n  res.end();\n});\n` },
      { name: "a library that checks", code: `${app}app.post("/webhook", (req, res) => {\n  const event = stripe.webhooks.constructEvent(req.body, req.headers["stripe-signature"], key);\n  run(event);\n  res.end();\n});\n` },
    ],
  },
  check,
});
