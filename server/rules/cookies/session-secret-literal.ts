import type { Document } from "../../core/document.ts";
import { isTestPath } from "../../core/filePurpose.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { allCalls, argumentAt, calledOrigin, makerOf, methodCall, type Call } from "../../languages/typescript/calls.ts";
import { constantOf, optionsOf, stringOf, type Constant } from "../../languages/typescript/constants.ts";
import { isElsewhere } from "../../languages/typescript/images.ts";
import { memberName } from "../../languages/typescript/keys.ts";
import { unwrap, type Node } from "../../languages/typescript/nodes.ts";
import { propertiesOf } from "../../languages/typescript/objects.ts";
import { typescriptSyntax, type TypeScriptSyntax } from "../../languages/typescript/syntax.ts";
import { sessionSecrets, sessionSecretTriggers, type SessionSecret } from "./sessionSecrets.ts";

/** Texts that stand for a hole: they could not work as a key. */
const hole = /^(?:<.*>|\*+|\.+|…|\$\{.*\})$/;

/** A made-up key of words: `cookie_encryption_password`. */
const words = /^[a-z]+(?:[ _.-][a-z0-9]+)*$/i;

function check(document: Document, report: Report): void {
  const syntax = document.syntax(typescriptSyntax);
  const seen = new Set<number>();
  for (const { node, library, wordsOnly } of keysIn(syntax)) {
    for (const text of textsOf(constantOf(node, syntax))) {
      const range = { start: text.node.range[0] + 1, end: text.node.range[1] - 1 };
      if (wordsOnly && !words.test(text.value)) continue;
      if (text.value.trim() === "" || hole.test(text.value) || isElsewhere(text.node) || text.node.type !== "Literal" || seen.has(range.start)) continue;
      seen.add(range.start);
      const edits = [{ range: { start: range.start - 1, end: range.end + 1 }, newText: "process.env.SESSION_SECRET" }];
      report({
        range,
        message: `The key that ${library} signs or encrypts sessions with is a text in the file (${text.value.length} characters): whoever reads the project can make a session for anybody.`,
        secret: range,
        fixes: [{ title: "Read it from process.env.SESSION_SECRET", safe: false, edits, appends: [{ fileName: ".env.example", line: "SESSION_SECRET=" }] }],
      });
    }
  }
}

interface Key {
  readonly node: Node;
  readonly library: string;
  readonly wordsOnly: boolean;
}

function keysIn(syntax: TypeScriptSyntax): Key[] {
  const called = allCalls(syntax).flatMap((call) => sessionSecrets.flatMap((row) => keyIn(call, row, syntax)));
  return [...called, ...koaKeys(syntax)];
}

function keyIn(call: Call, row: SessionSecret, syntax: TypeScriptSyntax): Key[] {
  const argument = isCallOf(call, row, syntax) ? argumentAt(call, row.argument) : "absent";
  let node = typeof argument === "object" ? argument : undefined;
  for (const key of row.path ?? []) {
    const values = (node && propertiesOf(node, syntax, call).properties.get(key)?.values) ?? [];
    node = values.length === 1 ? values[0]?.value : undefined;
  }
  return node ? [{ node, library: row.library, wordsOnly: row.wordsOnly === true }] : [];
}

function isCallOf(call: Call, { modules, names }: SessionSecret, syntax: TypeScriptSyntax): boolean {
  if (modules.length > 0) {
    const origin = calledOrigin(call, syntax);
    return origin !== undefined && modules.includes(origin.module) && names.includes(origin.name === "default" ? "*" : origin.name);
  }
  const scheme = names.includes(methodCall(call)?.name ?? "") ? argumentAt(call, 1) : "absent";
  return typeof scheme === "object" && stringOf(scheme, syntax) === "cookie";
}

/** `app.keys = […]` of Koa. */
function koaKeys(syntax: TypeScriptSyntax): Key[] {
  return syntax.all("AssignmentExpression").flatMap(({ left, right }) => {
    const target = unwrap(left);
    const isKeys = target.type === "MemberExpression" && memberName(target) === "keys";
    return isKeys && makerOf(target.object, syntax)?.module === "koa" ? [{ node: right, library: "Koa", wordsOnly: false }] : [];
  });
}

/** All texts of a key: where one of several is not known, somebody gives it at run time. */
function textsOf(constant: Constant): readonly Extract<Constant, { kind: "string" }>[] {
  const options = optionsOf(constant);
  const texts = options.flatMap((option) => (option.kind === "array" ? option.elements : [option]));
  return texts.filter((one) => one.kind === "string").filter(() => options.every(({ kind }) => kind === "string" || kind === "array"));
}

const koa = 'import Koa from "koa";\nconst app = new Koa();\n';
const remix = 'import { createCookieSessionStorage } from "@remix-run/node";\n';

export default defineRule({
  id: "session-secret-literal",
  title: "Key of sessions written in the code",
  concern: "cookies",
  languages: ["typescript"],
  triggers: sessionSecretTriggers,
  promising: (document) => !isTestPath(document.path),
  requirements: ["atlassian/secrets-not-in-source", "akeneo/credentials-stored-securely", "superoffice/secrets-stored-securely", "openchannel/api-secrets"],
  severity: "error",
  cwe: [798, 321],
  fix: "review",
  documentation: {
    wrong:
      "The key with which Koa (`app.keys`), Remix and React Router (`secrets`), h3 (`password` of `useSession`), Elysia, Hono's signed cookies or @hapi/cookie sign or encrypt sessions is a text in the code, however short or made up it is. The keys of express-session, cookie-session, cookie-parser, @fastify/session, iron-session and next-auth are found by [hardcoded-credential-argument](hardcoded-credential-argument.md), random texts under the name `password` by [hardcoded-credential](hardcoded-credential.md).",
    why: "Who has the key makes a session for whomever they like. It is in every copy of the project and in its history, and a key such as `secret` is among the first that are tried.",
    fix: "The quick fix reads it from the environment. Make a new key of at least 32 random characters for each installation; sessions that were signed with the old one end.",
    suppress: "When the server is a sample that never holds anybody's data.",
  },
  examples: {
    bad: [
      { name: "Koa", code: `${koa}app.keys = ["[|some secret hurr|]"];\n`, fixed: `${koa}app.keys = [process.env.SESSION_SECRET];\n` },
      { name: "Remix", code: `${remix}export const storage = createCookieSessionStorage({ cookie: { name: "__session", secrets: ["[|change me|]"] } });\n`, fixed: `${remix}export const storage = createCookieSessionStorage({ cookie: { name: "__session", secrets: [process.env.SESSION_SECRET] } });\n` },
      { name: "one key of two", code: `${remix}export const storage = createCookieSessionStorage({ cookie: { secrets: [process.env.NEW_KEY, "[|the old one|]"] } });\n`, fixed: `${remix}export const storage = createCookieSessionStorage({ cookie: { secrets: [process.env.NEW_KEY, process.env.SESSION_SECRET] } });\n` },
      { name: "h3", code: 'import { useSession } from "h3";\nexport default defineEventHandler((event) => useSession(event, { password: "[|password-should-be-32-characters|]" }));\n', fixed: 'import { useSession } from "h3";\nexport default defineEventHandler((event) => useSession(event, { password: process.env.SESSION_SECRET }));\n' },
      { name: "Elysia", code: 'import { Elysia } from "elysia";\nnew Elysia({ cookie: { secrets: "[|board of games|]", sign: ["profile"] } });\n', fixed: 'import { Elysia } from "elysia";\nnew Elysia({ cookie: { secrets: process.env.SESSION_SECRET, sign: ["profile"] } });\n' },
      { name: "Hono", code: 'import { setSignedCookie } from "hono/cookie";\nawait setSignedCookie(c, "flavour", "choco", "[|secret ingredient|]");\n', fixed: 'import { setSignedCookie } from "hono/cookie";\nawait setSignedCookie(c, "flavour", "choco", process.env.SESSION_SECRET);\n' },
      { name: "Hapi", code: 'server.auth.strategy("session", "cookie", { cookie: { name: "sid", password: "[|cookie_encryption_password_secure|]" } });\n', fixed: 'server.auth.strategy("session", "cookie", { cookie: { name: "sid", password: process.env.SESSION_SECRET } });\n' },
    ],
    good: [
      { name: "from the environment", code: `${koa}app.keys = [process.env.KEY];\napp.keys = process.env.KEYS.split(",");\n` },
      { name: "another object's keys", code: 'const lock = makeLock();\nlock.keys = ["left", "right"];\n' },
      { name: "Remix, from the environment", code: `${remix}export const storage = createCookieSessionStorage({ cookie: { name: "__session", secrets: [process.env.SESSION_SECRET] } });\n` },
      { name: "one that hardcoded-credential-argument tells", code: 'import session from "express-session";\napp.use(session({ secret: "keyboard cat" }));\n' },
      { name: "another strategy", code: 'server.auth.strategy("simple", "basic", { cookie: { password: "abc" } });\n' },
      { name: "a hole", code: `${koa}app.keys = ["<your key>"];\napp.keys = [""];\n` },
      { name: "another module's function", code: 'import { useSession } from "./session.ts";\nuseSession(event, { password: "abc" });\n' },
    ],
  },
  check,
});
