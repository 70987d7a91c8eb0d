import assert from "node:assert/strict";
import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { Document } from "../../../../server/core/document.ts";
import type { GoodExample, Rule } from "../../../../server/core/rule.ts";
import { overlaps } from "../../../../server/core/text.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import sessionSecret from "../../../../server/rules/cookies/session-secret-literal.ts";
import argument from "../../../../server/rules/secrets/hardcoded-credential-argument.ts";
import credential from "../../../../server/rules/secrets/hardcoded-credential.ts";
import defaultCredential from "../../../../server/rules/secrets/default-credential.ts";
import secret from "../../../../server/rules/secrets/hardcoded-secret.ts";
import committed from "../../../../server/rules/secrets/secret-file-committed.ts";
import browser from "../../../../server/rules/secrets/secret-in-browser-code.ts";
import url from "../../../../server/rules/secrets/secret-in-url.ts";
import { credentialSamples, sample } from "../../../../server/rules/secrets/exampleTokens.ts";
import forgeProvider from "../../../../server/rules/tokens/forge-secret-in-provider.ts";
import weakSecret from "../../../../server/rules/tokens/jwt-weak-secret.ts";
import applicationToken from "../../../../server/rules/tokens/superoffice-application-token-in-code.ts";

const rules: readonly Rule[] = [argument, credential, defaultCredential, secret, committed, browser, url, sessionSecret, forgeProvider, weakSecret, applicationToken];
/** That git has the file is another fault than what stands in it or what a variable's name makes public; a key file has no other place to say so. */
const twoFaults = new Set(["hardcoded-secret secret-file-committed", "secret-file-committed secret-in-browser-code"]);

const { password, key, hexKey } = credentialSamples;
const provider = (value: string): string => `app:\n  id: ari:cloud:ecosystem::app/1\nproviders:\n  auth:\n    - key: acme\n      type: oauth2\n      actions:\n        exchange:\n          overrides:\n            body:\n              client_secret: ${value}\n`;
const further: readonly GoodExample[] = [
  { name: "a Forge provider's secret", file: "manifest.yml", code: provider(key) },
  { name: "a Forge provider's secret with a format", file: "manifest.yml", code: provider(sample.github) },
  { name: "an application token that is a constant", code: `const secret = "${hexKey.slice(0, 32)}";\nconst headers = { "SO-AppToken": secret };\n` },
  { name: "a default of a session", code: 'import session from "express-session";\napp.use(session({ secret: "keyboard cat" }));\n' },
  { name: "a key with a format", code: `import jwt from "jsonwebtoken";\njwt.sign({ id }, "${sample.github}");\n` },
  { name: "a password in an argument under its name", code: `import { Pool } from "pg";\nconst pool = new Pool({ host: "db", user: "shop", password: "${password}" });\n` },
  { name: "a weak password in an argument", code: 'import { Pool } from "pg";\nconst pool = new Pool({ host: "db", user: "shop", password: "postgres" });\n' },
  { name: "an environment file", file: ".env", code: `DB_PASSWORD=${password}\nAPI_TOKEN=${sample.github}\nPOSTGRES_PASSWORD=postgres\nDATABASE_URL=postgres://shop:${password}@db.acme.io/shop\n` },
  { name: "a public variable", file: ".env", code: `VITE_CLIENT_SECRET=${key}\n` },
  { name: "short keys of C#", file: "Auth.cs", code: 'var a = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("umbrella stand"));\nconst string Secret = "umbrella stand";\nvar b = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Secret));\n' },
  { name: "a secret in an address", code: `fetch("https://api.acme.io/items?client_secret=${key}");\n` },
];
const analyser = createAnalyser(rules);

async function doubles({ file = "example.ts", code, files = {} }: GoodExample): Promise<string[]> {
  const others = new Map(Object.entries(files).map(([path, text]) => [path, new Document(path, languageOf(path), text)]));
  const document = new Document(file, languageOf(file), code.replaceAll("[|", "").replaceAll("|]", ""), { read: (path) => others.get(path), has: (path) => others.has(path) });
  const { findings } = await analyser.analyse(document);
  return findings.flatMap((one, index) =>
    findings.slice(index + 1).flatMap((other) => {
      const pair = [one.rule, other.rule].sort().join(" ");
      return one.rule !== other.rule && overlaps(one.range, other.range) && !twoFaults.has(pair) ? [pair] : [];
    }));
}

describe("one value, one finding", () => {
  for (const one of further) it(one.name, async () => assert.deepEqual(await doubles(one), []));
  for (const { id, examples } of rules) {
    it(`in the examples of ${id}`, async () => {
      for (const one of [...examples.bad, ...examples.good]) assert.deepEqual(await doubles(one), [], one.name);
    });
  }
});
