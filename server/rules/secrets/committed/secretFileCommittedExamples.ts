import type { BadExample, GoodExample } from "../../../core/rule.ts";
import { randomText, sample } from "../exampleTokens.ts";

const password = randomText("database", "base62", 18);

const bad: readonly BadExample[] = [
  { name: "an environment file", file: ".env", code: `PORT=8080\n[|GITHUB_TOKEN|]=${sample.github}\n` },
  { name: "with other files ignored", file: "app/.env.production", code: `[|GITHUB_TOKEN|]=${sample.github}\n`, files: { ".gitignore": "node_modules\n.env.local\n" } },
  { name: "taken in again", file: "app/.env", code: `[|GITHUB_TOKEN|]=${sample.github}\n`, files: { ".gitignore": ".env\n", "app/.gitignore": "!.env\n" } },
  { name: "a private key", file: "certs/server.key", code: `[|${sample.rsaKey.split("\n")[0] ?? ""}|]\n${sample.rsaKey.split("\n").slice(1).join("\n")}\n` },
  { name: "a service account", file: "service-account.json", code: `{\n  "type": "service_account",\n  "[|private_key|]": "${sample.escapedEcKey}\\n"\n}\n` },
  { name: "the secret of an Akeneo extension", file: "extension_configuration.json", code: `{\n  "name": "insights",\n  "configuration": { "[|secret|]": "${password}" }\n}\n` },
  { name: "npm's configuration with a token", file: ".npmrc", code: `//npm.acme.io/:[|_authToken|]=${sample.npm}\n` },
];

const good: readonly GoodExample[] = [
  { name: "ignored", file: ".env", code: `GITHUB_TOKEN=${sample.github}\n`, files: { ".gitignore": "node_modules\n.env*\n" } },
  { name: "ignored by the folder's own file", file: "app/.env", code: `GITHUB_TOKEN=${sample.github}\n`, files: { "app/.gitignore": ".env\n" } },
  { name: "without values", file: ".env", code: "GITHUB_TOKEN=\nDB_PASSWORD=${DB_PASSWORD}\nPORT=8080\n" },
  { name: "a sample", file: ".env.example", code: "GITHUB_TOKEN=your-token-here\n" },
  { name: "a certificate", file: "ca.pem", code: `${"-".repeat(5)}BEGIN CERTIFICATE${"-".repeat(5)}\nabc\n${"-".repeat(5)}END CERTIFICATE${"-".repeat(5)}\n` },
  { name: "a reference", file: ".npmrc", code: "//npm.acme.io/:_authToken=${NPM_TOKEN}\n" },
  { name: "a key made for tests", file: "test/fixtures/server.key", code: `${sample.rsaKey}\n` },
  { name: "another file with a secret, which has its own rule", file: "config.json", code: `{ "token": "${sample.github}" }\n` },
];

/** What the rule finds and what it leaves alone. */
export const secretFileCommittedExamples = { bad, good };
