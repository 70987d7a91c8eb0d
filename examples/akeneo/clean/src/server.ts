import cookieParser from "cookie-parser";
import express, { type ErrorRequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { pino } from "pino";
import { configuration } from "./configuration.js";
import { authorizeUrl, requestToken, trustedPim } from "./oauth.js";
import { readCoverage } from "./pim.js";
import { currentSession, isSameActivation, openSession, startActivation } from "./sessions.js";

const log = pino();
const app = express();

app.set("trust proxy", 1);
app.use(helmet());
app.use(rateLimit({ windowMs: 60_000, limit: 120 }));
app.use(cookieParser());

app.get("/healthz", (request, response) => {
  response.json({ ok: true });
});

app.get("/activate", (request, response) => {
  const pim = trustedPim(request.query.pim_url);
  if (!pim) {
    response.status(400).send("Unknown PIM");
    return;
  }
  response.redirect(authorizeUrl(pim, startActivation(response, pim)));
});

app.get("/callback", async (request, response) => {
  const pim = trustedPim(request.cookies.oauth_pim);
  const code = request.query.code;
  if (!pim || typeof code !== "string" || !isSameActivation(request)) {
    response.status(400).send("This activation was not started here");
    return;
  }
  openSession(response, pim, await requestToken(pim, code));
  log.info({ pim }, "connected");
  response.redirect("/coverage");
});

app.get("/coverage", async (request, response) => {
  const session = currentSession(request);
  if (!session) {
    response.status(401).send("Open the app from your PIM");
    return;
  }
  response.json(Object.fromEntries(await readCoverage(session.pim, session.token)));
});

const onError: ErrorRequestHandler = (error: Error, request, response, next) => {
  log.error({ path: request.path, reason: error.message }, "request failed");
  if (response.headersSent) return next(error);
  response.status(500).json({ error: "Something went wrong" });
};
app.use(onError);

app.listen(configuration.port, () => {
  log.info({ port: configuration.port }, "listening");
});
