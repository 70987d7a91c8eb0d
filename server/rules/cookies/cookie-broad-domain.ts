import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { cookieFiles } from "./cookieFiles.ts";
import { isCredential } from "./cookieNames.ts";
import { forCookies, titleOf } from "./reportCookies.ts";
import { onlyValue } from "./writtenCookie.ts";

/** `.example.com` and `example.com`; not `localhost`, an address, or a host with a name of its own. */
const broad = /^(?:\.[\w-]+(?:\.[\w-]+)+|[\w-]+\.[a-z]{2,24})$/i;

function check(document: Document, report: Report): void {
  forCookies(document, (cookie) => {
    if (!cookie.isSession && !isCredential(cookie.name ?? "")) return;
    const domain = onlyValue(cookie, "domain");
    if (typeof domain?.value !== "string" || !broad.test(domain.value) || /\.(?:local|localhost|test)$/i.test(domain.value)) return;
    const edits = domain.remove?.();
    report({
      range: domain.range,
      message: `The ${titleOf(cookie)} goes to every host below ${domain.value.replace(/^\./, "")}: the weakest of them can read it.`,
      ...(edits && { fixes: [{ title: "Keep it to the host that sets it", safe: false, edits }] }),
    });
  });
}

const route = 'import express from "express";\nconst app = express();\napp.get("/", (req, res) => {\n';

export default defineRule({
  id: "cookie-broad-domain",
  title: "Session cookie for a whole domain",
  ...cookieFiles,
  requirements: ["akeneo/no-vulnerabilities", "openchannel/web-integration-tested"],
  severity: "warning",
  cwe: [1275],
  fix: "review",
  documentation: {
    wrong: "A cookie that holds a session or a token names a whole domain, such as `.example.com` or `example.com`, written as a text. A host with a name of its own (`app.example.com`) is not reported, and neither is a domain that comes from the configuration.",
    why: "With a domain the cookie goes to all hosts below it: the blog, the old test system, the customer's page on a subdomain. Whoever takes over one of them reads the sessions of the app, and can set cookies for it.",
    fix: "The quick fix takes the domain out. The cookie then belongs to the one host that sets it.",
    suppress: "When several hosts of the same app have to share the session, and all hosts of the domain are in the same hands.",
  },
  examples: {
    bad: [
      { name: "with a dot", code: `${route}  res.cookie("session", id, { httpOnly: true, [|domain: ".example.com"|] });\n});\n`, fixed: `${route}  res.cookie("session", id, { httpOnly: true });\n});\n` },
      { name: "without", code: `${route}  res.cookie("token", id, { [|domain: "example.com"|], secure: true });\n});\n`, fixed: `${route}  res.cookie("token", id, { secure: true });\n});\n` },
      { name: "express-session, a constant", code: 'import session from "express-session";\nconst domain = ".example.com";\napp.use(session({ secret: process.env.SECRET, cookie: { [|domain|], secure: true } }));\n', fixed: 'import session from "express-session";\nconst domain = ".example.com";\napp.use(session({ secret: process.env.SECRET, cookie: { secure: true } }));\n' },
      { name: "SvelteKit", file: "src/routes/+page.server.ts", code: 'export const actions = {\n  default: async ({ cookies }) => {\n    cookies.set("sessionid", id, { path: "/", [|domain: ".example.com"|] });\n  },\n};\n', fixed: 'export const actions = {\n  default: async ({ cookies }) => {\n    cookies.set("sessionid", id, { path: "/" });\n  },\n};\n' },
      { name: "a header", code: 'res.setHeader("Set-Cookie", [|`sid=${id}; Domain=.example.com; HttpOnly; Secure`|]);\n' },
      { name: "PHP", file: "in.php", code: "<?php\nsetcookie('session', $id, 0, '/', [|'.example.com'|], true, true);\n" },
      { name: "C#", file: "In.cs", code: 'Response.Cookies.Append("session", id, new CookieOptions { HttpOnly = true, Secure = true, Domain = [|".example.com"|] });\n' },
    ],
    good: [
      { name: "no domain", code: `${route}  res.cookie("session", id, { httpOnly: true });\n});\n` },
      { name: "a host of its own", code: `${route}  res.cookie("session", id, { domain: "app.example.com" });\n});\n` },
      { name: "the developer's machine", code: `${route}  res.cookie("session", id, { domain: "localhost" });\n  res.cookie("session", id, { domain: "127.0.0.1" });\n  res.cookie("session", id, { domain: ".app.localhost" });\n});\n` },
      { name: "from the configuration", code: `${route}  res.cookie("session", id, { domain: process.env.COOKIE_DOMAIN });\n  res.cookie("session", id, { domain: process.env.DOMAIN || ".example.com" });\n});\n` },
      { name: "a cookie that signs nobody in", code: `${route}  res.cookie("consent", "yes", { domain: ".example.com" });\n  res.cookie("XSRF-TOKEN", token, { domain: ".example.com" });\n});\n` },
      { name: "nothing", code: `${route}  res.cookie("session", id, { domain: undefined });\n  res.cookie("session", id, { domain: "" });\n});\n` },
      { name: "one that is deleted", code: `${route}  res.cookie("session", "", { domain: ".example.com", maxAge: 0 });\n});\n` },
    ],
  },
  check,
});
