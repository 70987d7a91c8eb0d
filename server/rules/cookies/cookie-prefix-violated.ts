import type { Document } from "../../core/document.ts";
import type { Problem } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { cookieFiles } from "./cookieFiles.ts";
import { promisingPrefix } from "./cookieNames.ts";
import { forCookies, titleOf } from "./reportCookies.ts";
import { onlyValue, type WrittenCookie } from "./writtenCookie.ts";

function check(document: Document, report: Report): void {
  forCookies(document, (cookie) => {
    const word = promisingPrefix.exec(cookie.name ?? "")?.[1]?.toLowerCase();
    if (word === undefined) return;
    for (const problem of [...lacksSecure(cookie), ...(word === "host" ? [...hasDomain(cookie), ...hasPath(cookie)] : [])]) report(problem);
  });
}

function messageOf(cookie: WrittenCookie, lack: string): string {
  return `The ${titleOf(cookie)} ${lack}, which its prefix forbids: browsers throw it away.`;
}

function lacksSecure(cookie: WrittenCookie): Problem[] {
  return cookie.faults("secure").map(({ range, repair }) => ({
    range,
    message: messageOf(cookie, "lacks Secure"),
    ...(repair && { fixes: [{ ...repair, safe: !cookie.refusesPlainConnections }] }),
  }));
}

function hasDomain(cookie: WrittenCookie): Problem[] {
  const domain = onlyValue(cookie, "domain");
  if (typeof domain?.value !== "string" || domain.value === "") return [];
  const edits = domain.remove?.();
  return [{ range: domain.range, message: messageOf(cookie, "names a domain"), ...(edits && { fixes: [{ title: "Take the domain out", safe: true, edits }] }) }];
}

function hasPath(cookie: WrittenCookie): Problem[] {
  const path = onlyValue(cookie, "path");
  if (typeof path?.value === "string" && path.value !== "/" && path.value !== "") {
    const edits = path.replace?.('"/"');
    return [{ range: path.range, message: messageOf(cookie, "has a path of its own"), ...(edits && { fixes: [{ title: "Set the path to /", safe: false, edits }] }) }];
  }
  const isOpen = cookie.attribute("path").kind !== "not-given" || cookie.defaultPath === "/";
  return isOpen ? [] : [{ range: cookie.nameRange ?? cookie.range, message: messageOf(cookie, "is set without Path=/") }];
}

const route = 'import express from "express";\nconst app = express();\napp.get("/", (req, res) => {\n';

export default defineRule({
  id: "cookie-prefix-violated",
  title: "Cookie breaks the promise of its prefix",
  ...cookieFiles,
  requirements: ["superoffice/cookies-secure", "akeneo/no-vulnerabilities", "openchannel/web-integration-tested"],
  severity: "error",
  cwe: [614],
  fix: "safe",
  documentation: {
    wrong: "A cookie's name starts with `__Secure-` and it is sent without `Secure`; or with `__Host-` and it lacks `Secure`, names a domain, or has another path than `/`. Only what the code surely says is reported.",
    why: "The prefixes are promises that browsers check: a cookie that breaks its own is not stored. The sign-in then fails, often only where somebody tries it with encryption.",
    fix: "The quick fixes add `Secure`, take the domain out and set the path to `/`. A cookie that several hosts have to share can be `__Secure-` at most.",
    suppress: "There is no reason to: such a cookie does not work.",
  },
  examples: {
    bad: [
      { name: "without Secure", code: `${route}  [|res.cookie|]("__Host-sid", id, { httpOnly: true });\n});\n`, fixed: `${route}  res.cookie("__Host-sid", id, { httpOnly: true, secure: true });\n});\n` },
      { name: "switched off", code: `${route}  res.cookie("__Secure-sid", id, { [|secure: false|] });\n});\n`, fixed: `${route}  res.cookie("__Secure-sid", id, { secure: true });\n});\n` },
      { name: "a domain", code: `${route}  res.cookie("__Host-sid", id, { secure: true, [|domain: "app.example.com"|] });\n});\n`, fixed: `${route}  res.cookie("__Host-sid", id, { secure: true });\n});\n` },
      { name: "a path", code: `${route}  res.cookie("__Host-sid", id, { secure: true, [|path: "/app"|] });\n});\n`, fixed: `${route}  res.cookie("__Host-sid", id, { secure: true, path: "/" });\n});\n` },
      { name: "a header without a path", code: 'res.setHeader("Set-Cookie", [|`__Host-sid=${id}; Secure; HttpOnly`|]);\n' },
      { name: "the name as an option", code: 'import session from "express-session";\napp.use(session({ name: "__Host-sid", secret: process.env.SECRET, cookie: { [|secure: false|] } }));\n', fixed: 'import session from "express-session";\napp.use(session({ name: "__Host-sid", secret: process.env.SECRET, cookie: { secure: true } }));\n' },
      { name: "serialized without a path", code: 'import { serialize } from "cookie";\nconst text = serialize([|"__Host-sid"|], id, { secure: true, httpOnly: true });\n' },
      { name: "PHP", file: "in.php", code: "<?php\n[|setcookie|]('__Secure-sid', $id, ['httponly' => true]);\n", fixed: "<?php\nsetcookie('__Secure-sid', $id, ['httponly' => true, 'secure' => true]);\n" },
    ],
    good: [
      { name: "as promised", code: `${route}  res.cookie("__Host-sid", id, { secure: true, path: "/" });\n  res.cookie("__Host-sid", id, { secure: true });\n  res.cookie("__Secure-sid", id, { secure: true, domain: "example.com", path: "/app" });\n});\n` },
      { name: "no prefix", code: `${route}  res.cookie("Host-sid", id, { domain: "app.example.com" });\n  res.cookie("__session", id);\n});\n` },
      { name: "a name that is not known", code: `${route}  res.cookie(name, id);\n  res.cookie(production ? "__Host-sid" : "sid", id);\n});\n` },
      { name: "by the environment", code: `${route}  res.cookie("__Host-sid", id, { secure: isProduction });\n  res.cookie("__Host-sid", id, options);\n});\n` },
      { name: "a package that sets Secure", code: 'import { getIronSession } from "iron-session";\nconst session = await getIronSession(req, res, { password, cookieName: "__Host-sid" });\n' },
      { name: "a header as promised", code: 'res.setHeader("Set-Cookie", `__Host-sid=${id}; Secure; Path=/`);\nres.setHeader("Set-Cookie", `__Host-sid=${id}; Secure; ${rest}`);\n' },
      { name: "one that is deleted", code: `${route}  res.cookie("__Host-sid", "", { maxAge: 0 });\n});\n` },
      { name: "PHP", file: "in.php", code: "<?php\nsetcookie('__Host-sid', $id, ['secure' => true, 'path' => '/']);\nsetcookie('__Host-sid', $id, $options);\n" },
    ],
  },
  check,
});
