import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { cookieFiles } from "./cookieFiles.ts";
import { forCookies, titleOf } from "./reportCookies.ts";
import { isForOtherSites } from "./writtenCookie.ts";

function check(document: Document, report: Report): void {
  forCookies(document, (cookie) => {
    if (!isForOtherSites(cookie)) return;
    for (const { range, repair } of cookie.faults("secure")) {
      report({
        range,
        message: `The ${titleOf(cookie)} has SameSite=None without Secure: browsers throw it away.`,
        ...(repair && { fixes: [{ ...repair, safe: !cookie.refusesPlainConnections }] }),
      });
    }
  });
}

const route = 'import express from "express";\nconst app = express();\napp.get("/", (req, res) => {\n';

export default defineRule({
  id: "cookie-same-site-none-without-secure",
  title: "SameSite=None without Secure",
  ...cookieFiles,
  requirements: [
    "superoffice/cookies-secure",
    "atlassian/cookie-attributes",
    "akeneo/no-vulnerabilities",
    "openchannel/web-integration-tested",
  ],
  severity: "error",
  cwe: [614, 1275],
  fix: "safe",
  documentation: {
    wrong: "A cookie is meant for pages of other sites (`SameSite=None`) and is surely sent without `Secure`. Where `Secure` depends on the environment, nothing is reported.",
    why: "Browsers do not store such a cookie. An app in a frame of the marketplace's product then has no session: each click starts a new sign-in. Older browsers that do take it send it over unencrypted connections.",
    fix: "The quick fix adds `Secure`. A page that is never shown in a frame of another site needs `Lax` instead.",
    suppress: "There is no reason to: such a cookie does not work.",
  },
  examples: {
    bad: [
      { name: "Express", code: `${route}  [|res.cookie|]("sid", id, { httpOnly: true, sameSite: "none" });\n});\n`, fixed: `${route}  res.cookie("sid", id, { httpOnly: true, sameSite: "none", secure: true });\n});\n` },
      { name: "switched off", code: `${route}  res.cookie("sid", id, { sameSite: "None", [|secure: false|] });\n});\n`, fixed: `${route}  res.cookie("sid", id, { sameSite: "None", secure: true });\n});\n` },
      { name: "express-session", code: 'import session from "express-session";\napp.use([|session|]({ secret: process.env.SECRET, cookie: { sameSite: "none" } }));\n', fixed: 'import session from "express-session";\napp.use(session({ secret: process.env.SECRET, cookie: { sameSite: "none", secure: true } }));\n' },
      { name: "Hapi", code: 'server.state("sid", { [|isSecure: false|], isSameSite: "None", isHttpOnly: true });\n', fixed: 'server.state("sid", { isSecure: true, isSameSite: "None", isHttpOnly: true });\n' },
      { name: "a header", code: 'res.setHeader("Set-Cookie", [|`sid=${id}; HttpOnly; SameSite=None`|]);\n', fixed: 'res.setHeader("Set-Cookie", `sid=${id}; HttpOnly; SameSite=None; Secure`);\n' },
      { name: "Remix", code: 'import { createCookie } from "@remix-run/node";\nexport const board = [|createCookie|]("board", { sameSite: "none" });\n', fixed: 'import { createCookie } from "@remix-run/node";\nexport const board = createCookie("board", { sameSite: "none", secure: true });\n' },
      { name: "ASP.NET Core", file: "In.cs", code: "var options = [|new CookieOptions|]\n{\n    HttpOnly = true,\n    SameSite = SameSiteMode.None\n};\nResponse.Cookies.Append(\"sid\", id, options);\n", fixed: "var options = new CookieOptions\n{\n    HttpOnly = true,\n    SameSite = SameSiteMode.None,\n    Secure = true\n};\nResponse.Cookies.Append(\"sid\", id, options);\n" },
      { name: "PHP", file: "in.php", code: "<?php\n[|setcookie|]('sid', $id, ['httponly' => true, 'samesite' => 'None']);\n", fixed: "<?php\nsetcookie('sid', $id, ['httponly' => true, 'samesite' => 'None', 'secure' => true]);\n" },
    ],
    good: [
      { name: "both", code: `${route}  res.cookie("sid", id, { sameSite: "none", secure: true });\n});\n` },
      { name: "another value", code: `${route}  res.cookie("sid", id, { sameSite: "lax" });\n  res.cookie("sid", id, { sameSite: true });\n  res.cookie("sid", id, { sameSite: false });\n});\n` },
      { name: "by the environment", code: `${route}  res.cookie("sid", id, { sameSite: isProduction ? "none" : "lax", secure: isProduction });\n  res.cookie("sid", id, { sameSite: "none", secure: process.env.NODE_ENV === "production" });\n});\n` },
      { name: "a package that sets Secure", code: 'import { getIronSession } from "iron-session";\nconst session = await getIronSession(req, res, { password, cookieName: "sid", cookieOptions: { sameSite: "none" } });\n' },
      { name: "Secure as the connection is", code: 'import cookieSession from "cookie-session";\napp.use(cookieSession({ keys, sameSite: "none" }));\n' },
      { name: "a header with both", code: 'res.setHeader("Set-Cookie", `sid=${id}; SameSite=None; secure`);\n' },
      { name: "a policy sets Secure on all cookies", file: "In.cs", code: 'Response.Cookies.Append("sid", id, new CookieOptions { SameSite = SameSiteMode.None });\n', files: { "Program.cs": "app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.Always });\n" } },
      { name: "a deleted cookie", code: `${route}  res.cookie("sid", "", { sameSite: "none", maxAge: 0 });\n});\n` },
    ],
  },
  check,
});
