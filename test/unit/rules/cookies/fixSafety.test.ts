import assert from "node:assert/strict";
import { located } from "./cookieBench.ts";

async function safety(code: string): Promise<string[]> {
  return (await located(code)).map(({ rule, fixes }) => `${rule} ${fixes[0]?.safe === true ? "safe" : "review"}`);
}

describe("cookie fixes", () => {
  it("are safe for a sign-in", async () => {
    assert.deepEqual(await safety('app.get("/", (req, res) => res.cookie("session", id));'), [
      "cookie-missing-http-only safe",
      "cookie-missing-secure safe",
    ]);
  });

  it("leave HttpOnly to a person where a script may read the cookie", async () => {
    assert.deepEqual(await safety('app.get("/", (req, res) => res.cookie("last_project", id, { secure: true }));'), ["cookie-missing-http-only review"]);
    assert.deepEqual(await safety('app.get("/", (req, res) => res.cookie(name, id, { secure: true }));'), ["cookie-missing-http-only review"]);
    const beside = 'const page = "<script>parse(document.cookie)</script>";\napp.get("/", (req, res) => res.cookie("session", id, { secure: true }));';
    assert.deepEqual(await safety(beside), ["cookie-missing-http-only review"]);
  });

  it("leave Secure to a person where the server would send no cookie at all", async () => {
    assert.deepEqual(await safety('import session from "express-session";\napp.use(session({ secret }));'), ["cookie-missing-secure review"]);
  });

  it("limit what a setting of the page can be", async () => {
    const [finding] = await located('app.get("/", (req, res) => res.cookie("theme", t, { secure: true }));');
    assert.equal(finding?.atMost, "information");
  });

  it("name the cookie, and no value", async () => {
    const [finding] = await located('app.get("/", (req, res) => res.cookie("sid", "very-secret-value", { secure: true }));');
    assert.equal(finding?.message, 'The cookie "sid" is set without HttpOnly: scripts on the page can read it.');
  });
});
