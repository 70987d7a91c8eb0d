import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { cookieFiles } from "./cookieFiles.ts";
import { isCredential } from "./cookieNames.ts";
import { forCookies, titleOf } from "./reportCookies.ts";
import { onlyValue } from "./writtenCookie.ts";

const day = 86_400;

/** Refresh and "remember me" tokens are made to last; what they are worth is decided where they are checked. */
const meantToLast = /refresh|remember|device|trust/i;

/** A month with its 31 days is the longest that nobody asks about. */
const limit = 31 * day;

function check(document: Document, report: Report): void {
  forCookies(document, (cookie) => {
    if ((!cookie.isSession && !isCredential(cookie.name ?? "")) || meantToLast.test(cookie.name ?? "")) return;
    const age = onlyValue(cookie, "maxAge") ?? onlyValue(cookie, "expires");
    if (typeof age?.value !== "number" || age.value <= limit) return;
    const days = Math.round(age.value / day);
    report({
      range: age.range,
      message: `The ${titleOf(cookie)} lasts ${days.toLocaleString("en-US")} days: on a shared or stolen device the person stays signed in for that long.`,
    });
  });
}

const route = 'import express from "express";\nconst app = express();\napp.get("/", (req, res) => {\n';

export default defineRule({
  id: "cookie-long-lived-session",
  title: "Session cookie that lasts for months",
  ...cookieFiles,
  requirements: ["akeneo/no-vulnerabilities", "openchannel/web-integration-tested"],
  severity: "information",
  cwe: [613],
  fix: "none",
  documentation: {
    wrong: "A cookie that holds a session or a token lasts longer than 31 days, by a number that the code states: `maxAge`, `Max-Age`, or an end that is reckoned from now. The unit is that of the library: Express and its session packages count milliseconds, Next.js, Nuxt and most others seconds, js-cookie days. Tokens whose name says that they renew a sign-in (`refresh`, `remember`) are left out.",
    why: "A session that never ends needs no thief in a hurry: a copied profile, a lent notebook or a backup is enough, months later. A number that is a thousand times too large is often a mix-up of seconds and milliseconds.",
    fix: "Choose the age by what the app shows: hours where it shows personal data. Leave `maxAge` out for a session that ends with the browser. Keep people signed in with a token that is renewed and that the server can take back.",
    suppress: "When the server ends the session earlier by itself.",
  },
  examples: {
    bad: [
      { name: "a year, in milliseconds", code: `${route}  res.cookie("session", id, { httpOnly: true, [|maxAge: 365 * 24 * 60 * 60 * 1000|] });\n});\n` },
      { name: "an end that is reckoned", code: `${route}  res.cookie("token", id, { [|expires: new Date(Date.now() + 90 * 24 * 3600 * 1000)|] });\n});\n` },
      { name: "express-session, over constants", code: 'import session from "express-session";\nconst day = 24 * 60 * 60 * 1000;\napp.use(session({ secret: process.env.SECRET, cookie: { secure: true, [|maxAge: 180 * day|] } }));\n' },
      { name: "milliseconds where seconds are meant", code: 'import { cookies } from "next/headers";\nexport async function signIn(token: string) {\n  (await cookies()).set("session", token, { [|maxAge: 7 * 24 * 60 * 60 * 1000|] });\n}\n' },
      { name: "a header", code: 'res.setHeader("Set-Cookie", [|`sid=${id}; HttpOnly; Secure; Max-Age=31536000`|]);\n' },
      { name: "js-cookie counts days", code: 'import Cookies from "js-cookie";\nCookies.set("auth_token", token, { [|expires: 365|] });\n' },
      { name: "PHP", file: "in.php", code: "<?php\nsetcookie('session', $id, [|time() + 365 * 24 * 3600|], '/', '', true, true);\n" },
      { name: "C#", file: "In.cs", code: 'Response.Cookies.Append("session", id, new CookieOptions { HttpOnly = true, Secure = true, MaxAge = [|TimeSpan.FromDays(365)|] });\n' },
    ],
    good: [
      { name: "a month", code: `${route}  res.cookie("session", id, { maxAge: 30 * 24 * 60 * 60 * 1000 });\n});\n` },
      { name: "no age", code: `${route}  res.cookie("session", id, { httpOnly: true });\n});\n` },
      { name: "seconds and milliseconds", code: 'import { cookies } from "next/headers";\nexport async function signIn(token: string) {\n  (await cookies()).set("session", token, { maxAge: 60 * 60 * 24 * 7 });\n}\n' },
      { name: "a token that renews the sign-in", code: `${route}  res.cookie("refresh_token", id, { maxAge: 365 * 24 * 60 * 60 * 1000 });\n  res.cookie("remember_me_token", id, { maxAge: 365 * 24 * 60 * 60 * 1000 });\n});\n` },
      { name: "another cookie", code: `${route}  res.cookie("theme", "dark", { maxAge: 365 * 24 * 60 * 60 * 1000 });\n});\n` },
      { name: "an age that is not known", code: `${route}  res.cookie("session", id, { maxAge: config.maxAge });\n  res.cookie("session", id, { maxAge: Number(process.env.AGE) * 1000 });\n  res.cookie("session", id, { expires: token.expires });\n});\n` },
      { name: "several ages", code: `${route}  res.cookie("session", id, { maxAge: remember ? 365 * 24 * 3600 * 1000 : 3600 * 1000 });\n});\n` },
      { name: "a session package without an age", code: 'import session from "express-session";\napp.use(session({ secret: process.env.SECRET, cookie: { secure: true, maxAge: undefined } }));\n' },
    ],
  },
  check,
});
