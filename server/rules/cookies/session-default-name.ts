import type { Document } from "../../core/document.ts";
import { isTestPath } from "../../core/filePurpose.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls } from "../../languages/typescript/calls.ts";
import { rangeOf } from "../../languages/typescript/nodes.ts";
import { objectsOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax } from "../../languages/typescript/syntax.ts";
import { cookieCallOf, placeOf } from "./cookieCall.ts";
import { addOption, quoted } from "./optionEdits.ts";

/** What each package calls its cookie, and the option that says otherwise. express-session 1.19, cookie-session 2.1, koa-session 7.0. */
const defaultNames: Readonly<Record<string, { readonly name: string; readonly option: string }>> = {
  "express-session": { name: "connect.sid", option: "name" },
  "koa-session": { name: "koa.sess", option: "key" },
};

function check(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  for (const call of allCalls(syntax)) {
    const found = cookieCallOf(call, document, syntax);
    const library = found?.setter.library ?? "";
    const defaults = Object.hasOwn(defaultNames, library) ? defaultNames[library] : undefined;
    if (!found || !defaults || found.options === "absent") continue;
    const objects = objectsOf(found.options, syntax, call);
    if (objects.some(({ open, properties }) => open || properties.has(defaults.option))) continue;
    const source = `${defaults.option}: ${quoted(document, "sid")}`;
    const edits = addOption(document, found.options, objects, source);
    report({
      range: rangeOf(placeOf(call)),
      message: `The session cookie has the package's own name, ${defaults.name}, which tells everyone what the server runs on.`,
      ...(edits && { fixes: [{ title: `Add ${source}`, safe: false, edits }] }),
    });
  }
}

const express = 'import session from "express-session";\n';

export default defineRule({
  id: "session-default-name",
  title: "Session cookie with the package's own name",
  concern: "cookies",
  languages: ["typescript"],
  triggers: ["express-session", "koa-session"],
  anchors: ["express-session", "koa-session"],
  promising: (document) => !isTestPath(document.path),
  requirements: ["akeneo/no-vulnerabilities"],
  severity: "information",
  cwe: [200],
  fix: "review",
  documentation: {
    wrong: "express-session or koa-session is set up without a name for its cookie, so that it is `connect.sid` or `koa.sess`.",
    why: "The name tells a stranger which software answers, and so which flaws to try. Two apps on one host with the same name also overwrite each other's sessions.",
    fix: "The quick fix gives the cookie a plain name. Everybody has to sign in once more. `__Host-sid` is better still where the app has its host to itself and is reached by https only.",
    suppress: "When something outside of the app, such as a load balancer, looks for the name.",
  },
  examples: {
    bad: [
      { name: "express-session", code: `${express}app.use([|session|]({ secret: process.env.SECRET, cookie: { secure: true } }));\n`, fixed: `${express}app.use(session({ secret: process.env.SECRET, cookie: { secure: true }, name: "sid" }));\n` },
      { name: "required", code: "const session = require('express-session');\napp.use([|session|]({ secret: process.env.SECRET }));\n", fixed: "const session = require('express-session');\napp.use(session({ secret: process.env.SECRET, name: 'sid' }));\n" },
      { name: "options in a constant", code: `${express}const options = {\n  secret: process.env.SECRET,\n  resave: false,\n};\napp.use([|session|](options));\n`, fixed: `${express}const options = {\n  secret: process.env.SECRET,\n  resave: false,\n  name: "sid",\n};\napp.use(session(options));\n` },
      { name: "koa-session", code: 'import session from "koa-session";\napp.use([|session|]({ maxAge: 3600_000 }, app));\n', fixed: 'import session from "koa-session";\napp.use(session({ maxAge: 3600_000, key: "sid" }, app));\n' },
      { name: "a session of Nest", code: `${express}import { NestFactory } from "@nestjs/core";\nconst app = await NestFactory.create(AppModule);\napp.use([|session|]({ secret: process.env.SECRET, resave: false }));\n`, fixed: `${express}import { NestFactory } from "@nestjs/core";\nconst app = await NestFactory.create(AppModule);\napp.use(session({ secret: process.env.SECRET, resave: false, name: "sid" }));\n` },
      { name: "empty options", code: 'import session from "koa-session";\napp.use([|session|]({}, app));\n', fixed: 'import session from "koa-session";\napp.use(session({ key: "sid" }, app));\n' },
    ],
    good: [
      { name: "a name", code: `${express}app.use(session({ name: "sid", secret: process.env.SECRET }));\n` },
      { name: "a name from elsewhere", code: `${express}app.use(session({ name: process.env.COOKIE_NAME, secret: process.env.SECRET }));\n` },
      { name: "options from elsewhere", code: `${express}app.use(session(options));\napp.use(session({ ...options, secret: process.env.SECRET }));\n` },
      { name: "given later", code: `${express}const options = { secret: process.env.SECRET };\noptions.name = "sid";\napp.use(session(options));\n` },
      { name: "koa-session with a key", code: 'import session from "koa-session";\napp.use(session({ key: "sid" }, app));\n' },
      { name: "a package whose name says nothing", code: 'import cookieSession from "cookie-session";\napp.use(cookieSession({ keys }));\n' },
      { name: "its store alone", code: `${express}const store = new session.MemoryStore();\n` },
    ],
  },
  check,
});
