import { fileURLToPath } from "node:url";
import ace from "atlassian-connect-express";
import cookieSession from "cookie-session";
import express from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { routes } from "./routes/index.js";

const app = express();
const addon = ace(app);

if (!process.env.COOKIE_KEY) throw new Error("COOKIE_KEY is not set");

app.set("trust proxy", 1);
app.use(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", "https://connect-cdn.atl-paas.net"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameAncestors: ["https://*.atlassian.net"],
      },
    },
    strictTransportSecurity: { maxAge: 31536000, includeSubDomains: true },
    referrerPolicy: { policy: "no-referrer" },
  }),
);
app.use(rateLimit({ windowMs: 60_000, limit: 300 }));

app.get("/healthz", (request, response) => {
  response.json({ ok: true });
});

app.use(express.json({ limit: "64kb" }));
app.use(
  cookieSession({
    name: "board",
    keys: [process.env.COOKIE_KEY],
    maxAge: 8 * 60 * 60 * 1000,
    secure: false,
  }),
);
app.use(addon.middleware());
app.use("/public", express.static(fileURLToPath(new URL("public", import.meta.url))));

routes(app, addon);

app.use((error, request, response, next) => {
  console.error("request failed", { path: request.path, reason: error.message });
  if (response.headersSent) return next(error);
  response.status(500).json({ error: "Something went wrong" });
});

const port = addon.config.port();
app.listen(port, () => {
  console.log(`Notes Board listens on port ${port}`);
});
