import { defineRule } from "../../core/rule.ts";
import { cookieFiles } from "./cookieFiles.ts";
import { isCredential } from "./cookieNames.ts";
import { reportCookies, type CookieDemand } from "./reportCookies.ts";

/** Only what signs a person in can be abused by another site's request. Whether the app runs in a frame is not in this file. */
const demand: CookieDemand = {
  flag: "sameSite",
  consequence: "some browsers send it along with requests that other sites make",
  isExempt: (cookie) => !cookie.isSession && !isCredential(cookie.name ?? ""),
  isSafe: () => false,
};

const app = 'import express from "express";\nconst app = express();\n';

export default defineRule({
  id: "cookie-missing-same-site",
  title: "Session cookie without SameSite",
  ...cookieFiles,
  requirements: ["akeneo/no-vulnerabilities", "openchannel/web-integration-tested"],
  severity: "warning",
  cwe: [1275],
  fix: "review",
  documentation: {
    wrong:
      "A cookie that holds a session or a token, by its name or by the package that sets it, does not say when it goes along with requests from other sites. Packages that set `SameSite` themselves, such as SvelteKit, Remix, iron-session or Hapi, are right as they are.",
    why: "Firefox and Safari send a cookie without `SameSite` with every request to its site, also with those that another site's page makes. A form on a stranger's page then acts in the name of whoever opens it. Chrome takes `Lax` for granted, and makes an exception of the first two minutes.",
    fix: "The quick fix writes `Lax`, which is right for an app with a page of its own. An app that is shown in a frame of the marketplace's product needs `SameSite=None; Secure` and a check against forged requests.",
    suppress: "When every request that changes something carries a token against forged requests.",
  },
  examples: {
    bad: [
      { name: "Express", code: `${app}app.post("/in", (req, res) => {\n  [|res.cookie|]("session", id, { httpOnly: true, secure: true });\n});\n`, fixed: `${app}app.post("/in", (req, res) => {\n  res.cookie("session", id, { httpOnly: true, secure: true, sameSite: "lax" });\n});\n` },
      { name: "switched off", code: `${app}app.post("/in", (req, res) => {\n  res.cookie("access_token", id, { [|sameSite: false|] });\n});\n`, fixed: `${app}app.post("/in", (req, res) => {\n  res.cookie("access_token", id, { sameSite: "lax" });\n});\n` },
      { name: "express-session", code: 'import session from "express-session";\napp.use([|session|]({ secret: process.env.SECRET, cookie: { secure: true } }));\n', fixed: 'import session from "express-session";\napp.use(session({ secret: process.env.SECRET, cookie: { secure: true, sameSite: "lax" } }));\n' },
      { name: "cookie-session, in the file's quotes", code: "import cookieSession from 'cookie-session';\napp.use([|cookieSession|]({ keys }));\n", fixed: "import cookieSession from 'cookie-session';\napp.use(cookieSession({ keys, sameSite: 'lax' }));\n" },
      { name: "Next.js", code: 'import { cookies } from "next/headers";\nexport async function signIn(token: string) {\n  [|(await cookies()).set|]("session", token, { httpOnly: true, secure: true });\n}\n', fixed: 'import { cookies } from "next/headers";\nexport async function signIn(token: string) {\n  (await cookies()).set("session", token, { httpOnly: true, secure: true, sameSite: "lax" });\n}\n' },
      { name: "a header", code: 'res.setHeader("Set-Cookie", [|`sid=${id}; HttpOnly; Secure`|]);\n', fixed: 'res.setHeader("Set-Cookie", `sid=${id}; HttpOnly; Secure; SameSite=Lax`);\n' },
      { name: "PHP", file: "in.php", code: "<?php\n[|setcookie|]('session', $id, ['httponly' => true, 'secure' => true]);\n", fixed: "<?php\nsetcookie('session', $id, ['httponly' => true, 'secure' => true, 'samesite' => 'Lax']);\n" },
      { name: "ASP.NET Core", file: "In.cs", code: 'Response.Cookies.Append("session", id, [|new CookieOptions|] { HttpOnly = true, Secure = true });\n', fixed: 'Response.Cookies.Append("session", id, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax });\n' },
    ],
    good: [
      { name: "each of its values", code: `${app}app.post("/in", (req, res) => {\n  res.cookie("session", id, { sameSite: "lax" });\n  res.cookie("session", id, { sameSite: true });\n  res.cookie("session", id, { sameSite: "none", secure: true });\n});\n` },
      { name: "a cookie that signs nobody in", code: `${app}app.post("/in", (req, res) => {\n  res.cookie("theme", "dark");\n  res.cookie("last_project", id);\n  res.cookie("XSRF-TOKEN", token);\n});\n` },
      { name: "packages that set it", code: 'import { getIronSession } from "iron-session";\nimport { createCookieSessionStorage } from "react-router";\nconst session = await getIronSession(req, res, { password, cookieName: "sid" });\nconst storage = createCookieSessionStorage({ cookie: { name: "__session", secrets } });\n' },
      { name: "options from elsewhere", code: `${app}app.post("/in", (req, res) => {\n  res.cookie("session", id, options);\n  res.cookie("session", id, { ...options });\n  res.cookie("session", id, { sameSite: settings.sameSite });\n});\n` },
      { name: "a deleted cookie", code: `${app}app.post("/out", (req, res) => {\n  res.cookie("session", "", { maxAge: 0 });\n});\n` },
      { name: "headers", code: 'res.setHeader("Set-Cookie", `sid=${id}; samesite=strict`);\nres.setHeader("Set-Cookie", `sid=${id}; ${flags}`);\n' },
      { name: "Laravel takes lax where it is null", file: "config/session.php", code: "<?php\nreturn ['http_only' => true, 'same_site' => null, 'secure' => env('SESSION_SECURE_COOKIE')];\n" },
      { name: "a policy of ASP.NET Core", file: "In.cs", code: 'Response.Cookies.Append("session", id, new CookieOptions { HttpOnly = true, Secure = true });\n', files: { "Program.cs": "app.UseCookiePolicy(new CookiePolicyOptions { MinimumSameSitePolicy = SameSiteMode.Lax });\n" } },
    ],
  },
  check: (document, report) => reportCookies(document, report, demand),
});
