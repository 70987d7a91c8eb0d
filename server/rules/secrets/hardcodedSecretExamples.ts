import type { BadExample, GoodExample } from "../../core/rule.ts";
import { sample } from "./exampleTokens.ts";

const integrity = Buffer.from(sample.rsaKey).toString("base64").slice(60, 146);

// One short of the real length, which is what a packaging tool of the editor looks for, whatever stands there.
const placeholder = `${"gh"}p_${"x".repeat(35)}`;

const bad: readonly BadExample[] = [
  {
    name: "a GitHub token whose checksum holds",
    code: `export const githubToken = "[|${sample.github}|]";\n`,
    fixed: 'export const githubToken = process.env.GITHUB_TOKEN;\nif (!githubToken) throw new Error("GITHUB_TOKEN is not set.");\n',
  },
  {
    name: "a checksum that does not hold: only a warning",
    code: `const octokit = new Octokit({ auth: "[|${sample.githubUnchecked}|]" });\n`,
    fixed: "const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN });\n",
  },
  {
    name: "an Atlassian API token in an environment file",
    file: ".env",
    code: `FORGE_EMAIL=me@acme.test\nFORGE_API_TOKEN=[|${sample.atlassian}|]\n`,
  },
  {
    name: "an Akeneo client secret as the fallback of a look-up",
    code: `const clientSecret = process.env.AKENEO_CLIENT_SECRET ?? "[|${sample.akeneo}|]";\n`,
    fixed: 'const clientSecret = process.env.AKENEO_CLIENT_SECRET;\nif (!clientSecret) throw new Error("AKENEO_CLIENT_SECRET is not set.");\n',
  },
  {
    name: "a private key over several lines",
    code: `const signingKey = \`[|${sample.rsaKey}|]\n\`;\nsign(signingKey);\n`,
    fixed: 'const signingKey = process.env.SIGNING_KEY;\nif (!signingKey) throw new Error("SIGNING_KEY is not set.");\nsign(signingKey);\n',
  },
  {
    name: "a private key with escaped line breaks in JSON",
    file: "account.json",
    code: `{ "type": "service_account", "private_key": "[|${sample.escapedEcKey}|]\\n" }\n`,
  },
  {
    name: "an RSA key of SuperOffice's system user in C#",
    file: "Signer.cs",
    code: `using System;\n\nclass Signer\n{\n    private readonly string privateKey = "[|${sample.rsaKeyValue}|]";\n}\n`,
    fixed: 'using System;\n\nclass Signer\n{\n    private readonly string privateKey = Environment.GetEnvironmentVariable("PRIVATE_KEY");\n}\n',
  },
  {
    name: "a system user token in configuration",
    file: "appsettings.json",
    code: `{ "SuperOffice": { "SystemUserToken": "[|${sample.superOfficeToken}|]" } }\n`,
  },
  {
    name: "OpenChannel's market secret in a compose file",
    file: "compose.yaml",
    code: `services:\n  market:\n    environment:\n      OPENCHANNEL_SECRET: [|${sample.openChannel}|]\n`,
    fixed: "services:\n  market:\n    environment:\n      OPENCHANNEL_SECRET: ${OPENCHANNEL_SECRET}\n",
  },
  {
    name: "a Trello token in the URL of a page's script",
    file: "board.html",
    code: `<script>\nfetch("https://api.trello.com/1/members/me?key=${sample.trelloKey}&token=[|${sample.trello}|]");\n</script>\n`,
  },
  {
    name: "a key pair of AWS in a Dockerfile",
    file: "Dockerfile",
    code: `FROM alpine:3.22\nENV AWS_ACCESS_KEY_ID=[|${sample.awsId}|]\nENV AWS_SECRET_ACCESS_KEY [|${sample.awsSecret}|]\n`,
  },
  {
    name: "two tokens of one provider keep apart",
    file: "publish.tsx",
    code: `const from = { token: "[|${sample.npm}|]" };\nconst view = <Push token="[|${sample.github}|]" />;\n`,
    fixed: "const from = { token: process.env.NPM_TOKEN };\nconst view = <Push token={process.env.GITHUB_TOKEN} />;\n",
  },
  {
    name: "a webhook in a script",
    file: "deploy.sh",
    code: `curl -d "{}" [|${sample.slackHook}|]\n`.replace("[|https://", "https://[|"),
  },
];

const good: readonly GoodExample[] = [
  { name: "a look-up", code: "const githubToken = process.env.GITHUB_TOKEN;\n" },
  { name: "a placeholder", code: `const githubToken = "${placeholder}";\n` },
  { name: "the prefix alone", code: 'const isToken = (text: string) => text.startsWith("ghp_") && text.length === 40;\n' },
  { name: "a template", file: "values.yaml", code: "token: ghp_{{ .Values.token }}\nkey: ${SECRET_KEY}\nold: '#{GithubToken}'\n" },
  { name: "AWS's documented sample", file: ".env", code: `AWS_ACCESS_KEY_ID=${"AKIAIOSFODNN7"}EXAMPLE\n` },
  { name: "a certificate", file: "ca.yaml", code: `ca: |\n  ${"-".repeat(5)}BEGIN CERTIFICATE${"-".repeat(5)}\n  ${integrity}\n  ${"-".repeat(5)}END CERTIFICATE${"-".repeat(5)}\n` },
  { name: "a key that is left out", code: `const sample = "${"-".repeat(5)}BEGIN PRIVATE KEY${"-".repeat(5)}\\n...\\n${"-".repeat(5)}END PRIVATE KEY${"-".repeat(5)}";\n` },
  { name: "the public part of an RSA key", file: "keys.config", code: `<key>${sample.rsaPublicKeyValue}</key>\n` },
  { name: "Trello's API key, which is public", code: `window.TrelloPowerUp.initialize({}, { appKey: "${sample.trelloKey}", appName: "Trello" });\n` },
  { name: "a Firebase configuration for browsers", code: `const firebase = { apiKey: "${sample.googleKey}", authDomain: "app.firebaseapp.com" };\n` },
  { name: "a publishable key", code: `const stripe = Stripe("${sample.stripePublishable}");\n` },
  { name: "an integrity hash in a lock file", file: "package-lock.json", code: `{ "node_modules/akeneo": { "integrity": "sha512-${integrity}==" } }\n` },
  { name: "SuperOffice's application token, which has its own rule", file: "appsettings.json", code: `{ "SuperOffice": { "ApplicationToken": "${sample.superOfficeSecret}" } }\n` },
  { name: "a value known by its name only, in a test", file: "test/trello.test.ts", code: `const trelloToken = "${sample.trello}";\n` },
  { name: "a token that only documentation shows", file: "docs/setup.md", code: `Set \`GITHUB_TOKEN=${sample.githubUnchecked}\`.\n` },
  { name: "a hash beside a provider's name", file: "trello.lock.yaml", code: `trello: sha256:${sample.trello}\n` },
];

/** What the rule finds and what it leaves alone. */
export const examples = { bad, good };
