import assert from "node:assert/strict";
import { createAnalyser } from "../../../../server/analysis/analyse.ts";
import { applyEdits } from "../../../../server/analysis/applyFixes.ts";
import { Document } from "../../../../server/core/document.ts";
import type { LocatedFix } from "../../../../server/core/finding.ts";
import { languageOf } from "../../../../server/languages/languageOf.ts";
import { checkedToken, sample } from "../../../../server/rules/secrets/exampleTokens.ts";
import rule from "../../../../server/rules/secrets/hardcoded-secret.ts";

const analyser = createAnalyser([rule]);
const token = checkedToken("ghp_");
const other = checkedToken("ghp_", "other");

async function fixesIn(text: string, path: string): Promise<(LocatedFix | undefined)[]> {
  const { findings } = await analyser.analyse(new Document(path, languageOf(path), text));
  return findings.map(({ fixes }) => fixes[0]);
}

/** The text after the fix of its only finding; undefined where there is none. */
async function fixed(text: string, path = "a.ts"): Promise<string | undefined> {
  const [fix, ...rest] = await fixesIn(text, path);
  assert.deepEqual(rest, []);
  return fix && applyEdits(text, fix.edits);
}

describe("moving a secret to the environment", () => {
  for (const [wanted, text, path] of [
    ["const a = process.env.GITHUB_TOKEN;\nif (!a) throw new Error(\"GITHUB_TOKEN is not set.\");", `const a = "${token}";`, "a.ts"],
    ["const apiToken = process.env.GITHUB_API_TOKEN;\nif (!apiToken) throw new Error(\"GITHUB_API_TOKEN is not set.\");", `const apiToken = \`${token}\`;`, "a.mjs"],
    ["x = { releaseToken: process.env.RELEASE_TOKEN };", `x = { releaseToken: '${token}' };`, "a.js"],
    ["x = { HTTPToken: process.env.HTTP_TOKEN };", `x = { HTTPToken: "${token}" };`, "a.js"],
    ['x = { "github-token": process.env.GITHUB_TOKEN };', `x = { "github-token": "${token}" };`, "a.js"],
    ["login(process.env.GITHUB_TOKEN);", `login("${token}");`, "a.ts"],
    ["setDeployToken(process.env.DEPLOY_TOKEN);", `setDeployToken("${token}");`, "a.ts"],
    ["class A { token = process.env.GITHUB_TOKEN; }", `class A { token = "${token}"; }`, "a.ts"],
    ["function f(token = process.env.GITHUB_TOKEN) {}", `function f(token = "${token}") {}`, "a.ts"],
    ["const t = process.env.MY_TOKEN;\nif (!t) throw new Error(\"MY_TOKEN is not set.\");", `const t = process.env.MY_TOKEN || "${token}";`, "a.ts"],
    ["const t = options.token ?? process.env.GITHUB_TOKEN;", `const t = options.token ?? "${token}";`, "a.ts"],
    ["const t = process.env.GITHUB_TOKEN as string;", `const t = "${token}" as string;`, "a.ts"],
    ["<A token={process.env.GITHUB_TOKEN} />", `<A token="${token}" />`, "a.tsx"],
    ["<A token={process.env.GITHUB_TOKEN} />", `<A token={"${token}"} />`, "a.tsx"],
    ["class A { string token = System.Environment.GetEnvironmentVariable(\"GITHUB_TOKEN\"); }", `class A { string token = "${token}"; }`, "a.cs"],
    ["using System;\nvar c = new Client(Environment.GetEnvironmentVariable(\"GITHUB_TOKEN\"));", `using System;\nvar c = new Client(@"${token}");`, "a.cs"],
    ["Send(token: System.Environment.GetEnvironmentVariable(\"GITHUB_TOKEN\"));", `Send(token: "${token}");`, "a.cs"],
    ["settings[\"token\"] = System.Environment.GetEnvironmentVariable(\"GITHUB_TOKEN\");", `settings["token"] = "${token}";`, "a.cs"],
    ["environment:\n  - GITHUB_TOKEN=${GITHUB_TOKEN}\n", `environment:\n  - GITHUB_TOKEN=${token}\n`, "docker-compose.yml"],
    ['environment:\n  TOKEN: "${GITHUB_TOKEN}" # ci\n', `environment:\n  TOKEN: "${token}" # ci\n`, "compose.prod.yaml"],
  ] as const) {
    it(`${path}: ${wanted}`, async () => {
      assert.equal(await fixed(text, path), wanted);
    });
  }

  for (const [name, text, path] of [
    ["a part of a text", `const a = "Bearer ${token}";`, "a.ts"],
    ["a part of a template", `const a = \`\${scheme} ${token}\`;`, "a.ts"],
    ["a part of a sum", `const a = "x" + \`${token} \${y}\`;`, "a.ts"],
    ["a comment", `// ${token}\n`, "a.ts"],
    ["a key", `const a = { "${token}": 1 };`, "a.ts"],
    ["a type", `type A = "${token}";`, "a.ts"],
    ["a constant type", `const a = "${token}" as const;`, "a.ts"],
    ["a module's name", `import a from "${token}";`, "a.ts"],
    ["a directive", `"${token}";\n`, "a.ts"],
    ["a member of an enumeration", `enum A { B = "${token}" }`, "a.ts"],
    ["a tagged template", `const a = tag\`${token}\`;`, "a.ts"],
    ["the fallback of a bundler's variable", `const t = import.meta.env.MY_TOKEN ?? "${token}";`, "a.ts"],
    ["a page's script", `<script>const a = "${token}";</script>`, "a.html"],
    ["a C# constant", `class A { const string T = "${token}"; }`, "a.cs"],
    ["a C# attribute", `[Token("${token}")]\nclass A {}`, "a.cs"],
    ["a C# label", `switch (t) { case "${token}": break; }`, "a.cs"],
    ["a C# parameter", `void F(string token = "${token}") {}`, "a.cs"],
    ["a C# comment", `// ${token}\n`, "a.cs"],
    ["a part of a compose value", `command: curl --token ${token} x\n`, "compose.yml"],
    ["other YAML", `token: ${token}\n`, "values.yaml"],
    ["JSON", `{ "token": "${token}" }`, "a.json"],
    ["an environment file", `TOKEN=${token}\n`, ".env"],
    ["a step of a Dockerfile", `FROM scratch\nRUN curl -H ${token} x\n`, "Dockerfile"],
    ["a text that no parser takes", `const a = ${"[".repeat(3000)}"${token}"`, "a.ts"],
  ] as const) {
    it(`is not offered in ${name}`, async () => {
      assert.equal(await fixed(text, path), undefined);
    });
  }

  it("is for a person to decide, and lists the name", async () => {
    const [fix] = await fixesIn(`const a = "${token}";`, "a.ts");
    assert.equal(fix?.safe, false);
    assert.equal(fix.title, "Move to process.env.GITHUB_TOKEN and list it in .env.example");
    assert.deepEqual(fix.appends, [{ fileName: ".env.example", line: "GITHUB_TOKEN=" }, { fileName: ".gitignore", line: ".env" }]);
  });

  it("gives two values two names, and one value one", async () => {
    const titles = (await fixesIn(`a("${token}"); b("${other}"); c("${token}");`, "a.ts")).map((fix) => fix?.title.split(" ")[2]);
    assert.deepEqual(titles, ["process.env.GITHUB_TOKEN", "process.env.GITHUB_TOKEN_2", "process.env.GITHUB_TOKEN"]);
  });

  it("never takes a secret for a name", async () => {
    const fixes = await fixesIn(`const o = { "${token}": "${other}" };`, "a.ts");
    assert.deepEqual(fixes.map((fix) => fix?.edits[0]?.newText), [undefined, "process.env.GITHUB_TOKEN_2"]);
  });

  it("takes the white space around a key along", async () => {
    assert.equal(await fixed(`const signingKey = \`\n${sample.rsaKey}\n\`;`), "const signingKey = process.env.SIGNING_KEY;\nif (!signingKey) throw new Error(\"SIGNING_KEY is not set.\");");
  });
});
