import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { membersBelow } from "../../languages/data/walk.ts";
import { forgeManifest } from "../../languages/yaml/forgeManifest.ts";

const app = "app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\n";

/** Parameters, headers and fields that hold a secret. The client's id is public. */
const secretName = /^(?:client[-_]?secret|refresh[-_]?token|access[-_]?token|(?:x-)?api[-_]?key|password|token|authorization)$/i;
/** What Forge, or whoever deploys, puts in later: `{{client_secret}}`, `${SECRET}`, `<secret>`. */
const placeholder = /\{\{|\$\{|^<.*>$|^(?:x{3,}|\*{3,}|changeme|your[-_ ].*)$/i;
/** What Forge fills in by itself. */
const template = "{{client_secret}}";
/** Sends the access token as a part of the address. */
const inAddress = "uri-query";

function check(document: Document, report: Report): void {
  const providers = valueAt(forgeManifest(document), "providers", "auth");
  for (const provider of providers?.kind === "array" ? providers.items : []) {
    const method = memberNamed(provider, "bearerMethod")?.value;
    if (method?.kind === "string" && method.value === inAddress) {
      report({
        range: method.range,
        message: '"uri-query" sends the user\'s access token as a part of the address, where servers and proxies log it.',
        fixes: method.verbatim ? [{ title: "Send it in a header: authorization-header", safe: false, edits: [{ range: method.range, newText: "authorization-header" }] }] : [],
      });
    }
    const actions = memberNamed(provider, "actions")?.value;
    if (actions) checkActions(actions, report);
  }
}

/** Query parameters, headers and fields of each request that the provider makes. */
function checkActions(actions: DataNode, report: Report): void {
  for (const { path, member: { name, value } } of membersBelow(actions)) {
    const isSent = path.includes("queryParameters") || path.includes("overrides");
    if (!isSent || !secretName.test(name) || value.kind !== "string" || !value.verbatim) continue;
    if (value.value.trim() === "" || placeholder.test(value.value.trim())) continue;
    const secret = value.range;
    report({ range: secret, secret, message: `"${name}" is written into the manifest, where everyone who can read the repository has it.`, fixes: fixOf(name, secret) });
  }
}

/** Only of the client's secret does Forge keep the value: see `forge providers configure`. */
function fixOf(name: string, range: { start: number; end: number }): Fix[] {
  if (!/^client[-_]?secret$/i.test(name)) return [];
  return [{ title: "Take it from Forge, where `forge providers configure` puts it; then replace the leaked one", safe: false, edits: [{ range, newText: template }] }];
}

export default defineRule({
  id: "forge-secret-in-provider",
  title: "Secret of a Forge provider in the manifest",
  concern: "tokens",
  languages: ["yaml"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/secrets-not-in-source", "atlassian/oauth-providers"],
  severity: "error",
  cwe: [798, 598],
  fix: "review",
  triggers: ["providers"],
  documentation: {
    wrong:
      "A request of an external OAuth 2.0 provider under `providers.auth` carries a secret that is written into the Forge manifest: the client's secret, a token, an API key. Or its `bearerMethod` is `uri-query`, which puts the user's access token into the address.",
    why:
      "The manifest is in the repository and in every copy of it, so the secret counts as leaked. Atlassian's requirements name source code, repositories and addresses among the places where no secret may be, and want external clients to go through these providers because Forge keeps the secret for them.",
    fix:
      "The quick fix writes `{{client_secret}}` (in quotes where the value has them), which Forge replaces when it makes the request. Put the value there with `forge providers configure`, and make a new one at the service: the old one stays in the history.",
    suppress: "Where the value is no secret, such as a public client's placeholder that the service ignores.",
  },
  examples: {
    bad: [
      {
        name: "the client's secret in the query",
        file: "manifest.yml",
        code: `${app}providers:\n  auth:\n    - key: example\n      clientId: client\n      actions:\n        exchange:\n          remote: example\n          path: /token\n          queryParameters:\n            client_secret: '[|correct-horse-battery|]'\n`,
        fixed: `${app}providers:\n  auth:\n    - key: example\n      clientId: client\n      actions:\n        exchange:\n          remote: example\n          path: /token\n          queryParameters:\n            client_secret: '{{client_secret}}'\n`,
      },
      {
        name: "in the body",
        file: "manifest.yml",
        code: `${app}providers:\n  auth:\n    - key: example\n      actions:\n        refreshToken:\n          overrides:\n            body:\n              client_secret: "[|correct-horse-battery|]"\n              grant_type: refresh_token\n`,
        fixed: `${app}providers:\n  auth:\n    - key: example\n      actions:\n        refreshToken:\n          overrides:\n            body:\n              client_secret: "{{client_secret}}"\n              grant_type: refresh_token\n`,
      },
      { name: "a header with a token", file: "manifest.yml", code: `${app}providers:\n  auth:\n    - key: example\n      actions:\n        retrieveProfile:\n          overrides:\n            headers:\n              Authorization: [|Bearer correct-horse-battery|]\n` },
      { name: "an API key", file: "manifest.yaml", code: `${app}providers: { auth: [{ key: e, actions: { exchange: { queryParameters: { api_key: "[|correct-horse-battery|]" } } } }] }\n` },
      {
        name: "the token in the address",
        file: "manifest.yml",
        code: `${app}providers:\n  auth:\n    - key: example\n      bearerMethod: [|uri-query|]\n`,
        fixed: `${app}providers:\n  auth:\n    - key: example\n      bearerMethod: authorization-header\n`,
      },
      { name: "a refresh token", file: "manifest.yml", code: `${app}providers:\n  auth:\n    - key: example\n      actions:\n        refreshToken:\n          queryParameters:\n            refresh_token: [|correct-horse-battery|]\n` },
    ],
    good: [
      { name: "Forge's own template", file: "manifest.yml", code: `${app}providers:\n  auth:\n    - key: example\n      bearerMethod: authorization-header\n      actions:\n        exchange:\n          overrides:\n            headers:\n              Authorization: "Basic {{base64EncodedClientCredentials}}"\n            body:\n              client_secret: "{{client_secret}}"\n` },
      { name: "the client's id", file: "manifest.yml", code: `${app}providers:\n  auth:\n    - key: example\n      clientId: 0a1b2c\n      actions:\n        authorization:\n          queryParameters:\n            client_id: 0a1b2c\n            response_type: code\n` },
      { name: "a variable", file: "manifest.yml", code: `${app}providers:\n  auth:\n    - key: example\n      actions:\n        exchange:\n          queryParameters:\n            client_secret: \${CLIENT_SECRET}\n` },
      { name: "fields that only name a secret", file: "manifest.yml", code: `${app}providers:\n  auth:\n    - key: example\n      actions:\n        exchange:\n          resolvers:\n            accessToken: access_token\n            refreshToken: refresh_token\n` },
      { name: "a form-encoded token", file: "manifest.yml", code: `${app}providers:\n  auth:\n    - key: example\n      bearerMethod: form-encoded\n` },
      { name: "providers of another tool", file: "auth.yml", code: "app: tool\nproviders:\n  auth:\n    - bearerMethod: uri-query\n" },
    ],
  },
  check,
});
