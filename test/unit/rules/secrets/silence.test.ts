import assert from "node:assert/strict";
import { checkedToken, privateKey, randomText, sample } from "../../../../server/rules/secrets/exampleTokens.ts";
import { isPlaceholder } from "../../../../server/rules/secrets/silence.ts";
import { foundTexts, secretsIn } from "./secretBench.ts";

const verified = checkedToken("ghp_");
const shaped = `glpat-${randomText("gitlab", "base64url", 20)}`;
const unverified = `ghp_${randomText("unverified", "base62", 36)}`;

function worstIn(path: string, value: string): string | undefined {
  return secretsIn(`token: ${value}\n`, path, "text")[0]?.worst;
}

describe("placeholders", () => {
  for (const value of [
    "your_github_token_goes_here_please",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
    "00000000000000000000000000000000",
    "0123456789abcdef0123456789abcdef",
    "fedcba9876543210fedcba9876543210",
    "deadbeefdeadbeefdeadbeefdeadbeef",
    "abcabcabcabcabcabcabcabcabcabcab",
    "EXAMPLEa8d7f6g5h4j3k2l1EXAMPLE",
    "replaceMe8f7d6s5a4p3o2i1u0y",
    "aaaabbbbaaaabbbbaabb",
    "1111222233334444",
  ]) {
    it(value, () => {
      assert.ok(isPlaceholder(value));
    });
  }

  it("are a value that repeats its own name", () => {
    assert.ok(isPlaceholder("akeneo_client_secret", "AKENEO_CLIENT_SECRET"));
  });

  it("are not what a generator makes", () => {
    for (let count = 0; count < 500; count++) {
      for (const [alphabet, length] of [["hex", 32], ["base36", 50], ["base62", 20], ["base62", 36], ["base64", 40], ["base64url", 43]] as const) {
        const value = randomText(`generated ${count}`, alphabet, length);
        assert.ok(!isPlaceholder(value), value);
      }
    }
  });

  it("are not looked for in a value whose checksum holds", () => {
    const body = "example" + randomText("word", "base62", 23);
    assert.deepEqual(foundTexts(`a = "ghp_${body}000000"`), []);
  });
});

describe("places", () => {
  it("in code everything counts", () => {
    assert.deepEqual([worstIn("src/a.sh", verified), worstIn("src/a.sh", shaped), worstIn("src/a.sh", unverified)], ["error", "error", "warning"]);
  });

  it("in tests and samples what is certain, and milder", () => {
    for (const path of ["test/a.sh", "src/a.test.ts", "__fixtures__/a", ".env.example", "config.sample.json", "a.snap"]) {
      assert.deepEqual([worstIn(path, verified), worstIn(path, shaped), worstIn(path, unverified)], ["warning", "warning", undefined], path);
    }
  });

  it("in documentation only what was verified", () => {
    for (const path of ["README.md", "docs/setup.adoc", "CHANGELOG"]) {
      assert.deepEqual([worstIn(path, verified), worstIn(path, shaped), worstIn(path, unverified)], ["warning", undefined, undefined], path);
    }
  });

  it("in generated files nothing", () => {
    for (const path of ["package-lock.json", "pnpm-lock.yaml", "a/yarn.lock", "app.js.map", "app.min.js", "go.sum"]) {
      assert.deepEqual([worstIn(path, verified), worstIn(path, shaped)], [undefined, undefined], path);
    }
  });
});

describe("values that are public or not whole", () => {
  const google = sample.googleKey;
  for (const [name, text] of [
    ["AWS's sample id", `id = "${"AKIAIOSFODNN7"}EXAMPLE"`],
    ["AWS's sample secret", `AWS_SECRET_ACCESS_KEY=${"wJalrXUtnFEMI/K7MDENG"}/bPxRfiCYEXAMPLEKEY`],
    ["Stripe's sample key", `k = "${"sk_test_4eC39Hq"}LyjWDarjtT1zdp7dc"`],
    ["a publishable key", `k = "${sample.stripePublishable}"`],
    ["a Firebase configuration", `x = { apiKey: "${google}", authDomain: "a.b.c", projectId: "p" }`],
    ["a Maps script", `<script src="https://maps.googleapis.com/maps/api/js?key=${google}"></script>`],
    ["a key for browsers by its name", `NEXT_PUBLIC_KEY=${google}`],
    ["the first part of a template", `k = \`glpat-${randomText("part", "base64url", 20)}\${rest}\``],
    ["a Helm template", `token: ghp_{{ randAlphaNum 36 }}`],
    ["a path", `AWS_SECRET_ACCESS_KEY_FILE=/run/secrets/${randomText("path", "base62", 28)}`],
    ["a git hash", `aws_secret_access_key: ${randomText("git", "hex", 40)}`],
    ["an image digest", `image: trello@sha256:${randomText("digest", "hex", 64)}`],
    ["an integrity hash", `akeneo.js integrity="sha256-${randomText("integrity", "base64", 43)}="`],
    ["a UUID that is an id", `HEROKU_APP_ID=8b0a4f1e-7c35-4d2b-9e61-0f5a3c7d9b12`],
    ["a public key", `${privateKey("PUBLIC KEY")}`],
    ["a Slack webhook of the documentation", `url = https://hooks.slack.com/services/${"T00000000/B00000000"}/XXXXXXXXXXXXXXXXXXXXXXXX`],
    ["a prefix in a regular expression", "const pattern = /ghp_[A-Za-z0-9]{36}/;"],
    ["a word that ends like a prefix", "const snapshots_ghs_and_more_of_the_same_words_that_are_long_enough = 1;"],
  ] as const) {
    it(name, () => {
      assert.deepEqual(foundTexts(text, name.includes("script") ? "a.html" : "a.sh", name.includes("script") ? "html" : "text"), []);
    });
  }

  it("but a Google key on a server is worth a look", () => {
    assert.equal(secretsIn(`GEMINI_KEY=${google}`, ".env", "dotenv")[0]?.worst, "warning");
  });

  it("leave SuperOffice's application token to its rule, where that rule looks", () => {
    const secret = sample.superOfficeSecret;
    for (const [path, language, text] of [
      ["a.ts", "typescript", `// superoffice\nconst h = { "SO-AppToken": "${secret}" };`],
      ["a.ts", "typescript", `superOffice.applicationToken("${secret}")`],
      ["a.config", "xml", `<superoffice><add key="ApplicationToken" value="${secret}" /></superoffice>`],
      ["a.json", "json", `{ "SuperOffice": {\n "ClientSecret": "${secret}" } }`],
      ["a.yaml", "yaml", `environment:\n  SuperOffice__ClientSecret: ${secret}`],
    ] as const) {
      assert.deepEqual(foundTexts(text, path, language), [], text);
    }
    assert.deepEqual(foundTexts(`SUPEROFFICE_APP=1\nSO_APP_TOKEN=${secret}`, ".env", "dotenv"), [secret]);
  });
});
