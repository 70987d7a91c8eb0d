import { randomBytes, timingSafeEqual } from "node:crypto";
import { fileURLToPath } from "node:url";
import { readNotes, readVersions } from "../lib/release-notes.js";

const page = fileURLToPath(new URL("../views/notes-board.html", import.meta.url));
const layouts = new Set(["list", "cards"]);
const yearInMilliseconds = 365 * 24 * 60 * 60 * 1000;

/** The board runs in a frame of another site, so its cookies have to be SameSite=None. */
const framed = { secure: true, sameSite: "none", partitioned: true, path: "/" };

function sameText(left, right) {
  const [a, b] = [Buffer.from(String(left)), Buffer.from(String(right))];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function routes(app, addon) {
  app.get("/notes-board", addon.authenticate(), (request, response) => {
    request.session.csrf = randomBytes(24).toString("base64url");
    // The page's script sends this one back in a header, so it has to be able to read it.
    response.cookie("XSRF-TOKEN", request.session.csrf, { ...framed, httpOnly: false });
    response.sendFile(page);
  });

  app.get("/api/versions", addon.checkValidToken(), async (request, response, next) => {
    try {
      response.json(await readVersions(addon, request, String(request.query.projectKey)));
    } catch (error) {
      next(error);
    }
  });

  app.get("/api/versions/:id/notes", addon.checkValidToken(), async (request, response, next) => {
    try {
      response.json(await readNotes(addon, request, request.params.id));
    } catch (error) {
      next(error);
    }
  });

  app.put("/api/preferences", addon.checkValidToken(), (request, response) => {
    if (!sameText(request.get("X-XSRF-TOKEN"), request.session.csrf)) return response.sendStatus(403);
    if (!layouts.has(request.body.layout)) return response.sendStatus(400);
    response.cookie("layout", request.body.layout, { ...framed, httpOnly: true, maxAge: yearInMilliseconds });
    response.sendStatus(204);
  });

  app.post("/webhooks/version-released", addon.authenticate(), (request, response) => {
    console.log("version released", { project: request.body.version?.projectId });
    response.sendStatus(204);
  });
}
