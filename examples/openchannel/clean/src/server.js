import express from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { pino } from "pino";
import { isSignedLaunch } from "./launch.js";
import { readTransactions, toCsv } from "./market.js";
import { sessions } from "./sessions.js";
import { settings } from "./settings.js";

const log = pino();
const app = express();

app.set("trust proxy", 1);
app.use(helmet({ strictTransportSecurity: { maxAge: 31536000, includeSubDomains: true } }));

app.get("/healthz", (request, response) => {
  response.json({ ok: true });
});

app.use(rateLimit({ windowMs: 60_000, limit: 60 }));
app.use(sessions);

app.get("/launch", (request, response, next) => {
  if (!isSignedLaunch(request.query)) {
    response.sendStatus(403);
    return;
  }
  request.session.regenerate((error) => {
    if (error) return next(error);
    request.session.user = request.query.user;
    log.info({ user: request.query.user }, "launched");
    response.writeHead(302, { Location: "/invoices.csv", "Set-Cookie": "launched=1; Path=/; HttpOnly; Secure; SameSite=Lax" });
    response.end();
  });
});

app.get("/invoices.csv", async (request, response) => {
  if (!request.session.user) {
    response.sendStatus(401);
    return;
  }
  response.attachment("invoices.csv").type("text/csv").send(toCsv(await readTransactions(request.session.user)));
});

app.use((error, request, response, next) => {
  log.error({ path: request.path, reason: error.message }, "request failed");
  if (response.headersSent) return next(error);
  response.status(500).json({ error: "Something went wrong" });
});

app.listen(settings.port, () => {
  log.info({ port: settings.port }, "listening");
});
