import { timingSafeEqual } from "node:crypto";
import express, { type ErrorRequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import session from "express-session";
import helmet from "helmet";
import { pino } from "pino";
import { finishSignIn, signInUrl, startSignIn, type SignIn, type User } from "./auth.js";
import { readInsight } from "./crm.js";

declare module "express-session" {
  interface SessionData {
    signIn: SignIn;
    user: User;
    contactId: number;
  }
}

const sessionSecret = process.env.SESSION_SECRET;
if (!sessionSecret) throw new Error("SESSION_SECRET is not set");

const log = pino();
const app = express();
const eightHours = 8 * 60 * 60 * 1000;

function sameText(left: string, right: unknown): boolean {
  if (typeof right !== "string") return false;
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

app.set("trust proxy", 1);
app.use(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], styleSrc: ["'self'"], frameAncestors: ["https://*.superoffice.com"] },
    },
    strictTransportSecurity: { maxAge: 31536000, includeSubDomains: true },
  }),
);
app.use(rateLimit({ windowMs: 1000, limit: 10 }));

app.get("/healthz", (request, response) => {
  response.json({ ok: true });
});

app.use(
  session({
    name: "insights",
    secret: sessionSecret,
    resave: false,
    saveUninitialized: false,
    cookie: { maxAge: eightHours },
  }),
);

app.get("/panel", async (request, response) => {
  const contactId = Number(request.query.contactId ?? request.session.contactId);
  if (!Number.isSafeInteger(contactId)) {
    response.status(400).send("Which contact?");
    return;
  }
  const { user } = request.session;
  if (!user || user.context !== request.query.uctx) {
    request.session.contactId = contactId;
    request.session.signIn = startSignIn();
    response.redirect(signInUrl(request.session.signIn));
    return;
  }
  response.setHeader("Set-Cookie", `last_contact=${contactId}; Path=/; Secure; SameSite=None`);
  response.json(await readInsight(user, contactId));
});

app.get("/callback", async (request, response) => {
  const { signIn, contactId } = request.session;
  const { code, state } = request.query;
  if (!signIn || typeof code !== "string" || !sameText(signIn.state, state)) {
    response.status(400).send("This sign-in was not started here");
    return;
  }
  const user = await finishSignIn(code, signIn);
  // A new identifier after sign-in: the old one may be known to others.
  request.session.regenerate((error: unknown) => {
    if (error) {
      response.sendStatus(500);
      return;
    }
    request.session.user = user;
    log.info({ context: user.context, user: user.name, token: user.accessToken, address: request.ip }, "signed in");
    response.redirect(`/panel?contactId=${contactId}&uctx=${encodeURIComponent(user.context)}`);
  });
});

const onError: ErrorRequestHandler = (error: Error, request, response, next) => {
  log.error({ path: request.path, reason: error.message }, "request failed");
  if (response.headersSent) return next(error);
  response.status(500).json({ error: "Something went wrong" });
};
app.use(onError);

app.listen(Number(process.env.PORT ?? 8080), () => {
  log.info("listening");
});
