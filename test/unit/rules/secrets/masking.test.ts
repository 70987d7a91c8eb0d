import assert from "node:assert/strict";
import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { Document } from "../../../../server/core/document.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import { namedFormats, tokenFormats } from "../../../../server/rules/secrets/formats/catalogue.ts";
import rule from "../../../../server/rules/secrets/hardcoded-secret.ts";
import { privateKey, rsaKeyValue } from "../../../../server/rules/secrets/exampleTokens.ts";
import { secretOf } from "./madeSecrets.ts";
import { random } from "./patternText.ts";

const analyser = createAnalyser([rule]);

async function findingsIn(text: string, path = "src/a.ts") {
  const { findings, notAnalysed } = await analyser.analyse(new Document(path, languageOf(path), text));
  assert.deepEqual(notAnalysed, []);
  return findings;
}

/** Every text of eight characters in a row of the secret, but those that its public prefix has. */
function parts(secret: string, prefix: string): string[] {
  return Array.from({ length: Math.max(0, secret.length - 7 - prefix.length) }, (_, at) => secret.slice(prefix.length + at, prefix.length + at + 8));
}

describe("a finding", () => {
  it("holds no part of any of 200 secrets and more, in any field", async () => {
    const next = random(2026);
    let count = 0;
    for (const format of [...tokenFormats, ...namedFormats]) {
      for (const length of ["shortest", "any"] as const) {
        const secret = secretOf(format, length, next);
        const prefix = "leads" in format && (format.leads[0] ?? 0) <= 0 ? format.triggers.map((one) => one.trim().replace(/^["'`=:>]/, "")).find((one) => secret.startsWith(one)) ?? "" : "";
        const text = `// ${format.triggers[0] ?? ""}\nconst apiToken = "${secret}";\nconst o = { "${secret}": "${secret}", clientSecret: \`${secret}\` };\n`;
        const findings = await findingsIn(text);
        count += findings.length;
        const written = JSON.stringify(findings);
        for (const part of parts(secret, prefix)) {
          // Readable parts of a URL or a JSON header stand in names of providers too.
          if (/^[a-z./-]*$/.test(part)) continue;
          assert.ok(!written.toLowerCase().includes(part.toLowerCase()), `${format.id}: ${written}`);
        }
      }
    }
    assert.ok(count > 400, `${count} findings`);
  });

  it("holds no part of a key", async () => {
    for (const key of [privateKey("RSA PRIVATE KEY", 600), rsaKeyValue()]) {
      const body = key.replace(/^\S+ PRIVATE KEY-----/, "");
      const written = JSON.stringify(await findingsIn(`const key = \`${key}\`;\n`));
      for (const part of parts(body, "")) if (!/^[-A-Za-z</> ]*$/.test(part)) assert.ok(!written.includes(part), part);
    }
  });

  it("has a fingerprint that does not depend on the secret, and marks where the secret is", async () => {
    const [format] = tokenFormats;
    assert.ok(format);
    const fingerprints = new Set<string>();
    for (const seed of [1, 2]) {
      const secret = secretOf(format, "any", random(seed));
      const text = `const apiToken = "${secret}";\n`;
      const [finding] = await findingsIn(text);
      assert.ok(finding?.secret);
      assert.equal(text.slice(finding.secret.start, finding.secret.end), secret);
      fingerprints.add(finding.fingerprint);
    }
    assert.equal(fingerprints.size, 1);
  });

  it("asks to rotate and to notify where the token is SuperOffice's", async () => {
    const format = tokenFormats.find(({ id }) => id === "superoffice-access-token");
    assert.ok(format);
    const [finding] = await findingsIn(`const t = "${secretOf(format, "any", random(3))}";\n`);
    assert.match(finding?.message ?? "", /Rotate it .* notify SuperOffice\.$/);
  });

  it("is one for one secret, though several formats and places know it", async () => {
    const found = await findingsIn(`${privateKey()}\n`, "service_account.json");
    assert.equal(found.length, 1);
  });
});
