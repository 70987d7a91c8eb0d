import { fileURLToPath } from "node:url";
import express from "express";
import helmet from "helmet";

const port = Number(process.env.PORT ?? 8080);
const appKey = process.env.TRELLO_APP_KEY;
if (!appKey) throw new Error("TRELLO_APP_KEY is not set");

const app = express();

app.use(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", "https://p.trellocdn.com"],
        styleSrc: ["'self'", "https://p.trellocdn.com"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'", "https://api.trello.com"],
        frameAncestors: ["https://trello.com"],
      },
    },
    strictTransportSecurity: { maxAge: 31536000, includeSubDomains: true },
    crossOriginResourcePolicy: { policy: "cross-origin" },
  }),
);

app.get("/js/configuration.js", (request, response) => {
  response.type("text/javascript").send(`window.sprintPoker = ${JSON.stringify({ appKey, appName: "Sprint Poker" })};\n`);
});
app.use(express.static(fileURLToPath(new URL("public", import.meta.url))));

app.listen(port, () => {
  console.log(`Sprint Poker listens on port ${port}`);
});
