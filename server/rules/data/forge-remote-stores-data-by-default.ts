import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt, type DataObject } from "../../languages/data/dataNode.ts";
import { forgeManifest } from "../../languages/yaml/forgeManifest.ts";

const app = "app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\n";

/** The operations of a remote, by @forge/manifest 13.7.0. Without any, Atlassian assumes the first. */
const storing = "storage";

function check(document: Document, report: Report): void {
  const remotes = valueAt(forgeManifest(document), "remotes");
  for (const remote of remotes?.kind === "array" ? remotes.items : []) {
    if (remote.kind !== "object") continue;
    const fault = faultOf(remote);
    const place = memberNamed(remote, "operations") ?? memberNamed(remote, "key") ?? memberNamed(remote, "baseUrl");
    if (fault !== undefined && place) report({ range: place.name === "operations" ? place.nameRange : place.value.range, message: fault });
  }
}

function faultOf(remote: DataObject): string | undefined {
  if (memberNamed(remote, "storage")) return undefined;
  const operations = valueAt(remote, "operations");
  if (!operations) {
    return "The remote does not say what it does with data, so Atlassian takes it to store end-user data outside its cloud.";
  }
  const stores = operations.kind === "array" && operations.items.some((item) => item.kind === "string" && item.value === storing);
  return stores ? "The remote stores data and does not say whether end-user data is among it, so Atlassian takes it to be." : undefined;
}

export default defineRule({
  id: "forge-remote-stores-data-by-default",
  title: "Forge remote taken to store end-user data",
  concern: "data",
  languages: ["yaml"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/data-at-rest"],
  severity: "information",
  cwe: [],
  fix: "none",
  triggers: ["remotes"],
  documentation: {
    wrong:
      "A remote in the Forge manifest has no `operations`, or the operation `storage` without `storage.inScopeEUD`. In both cases Atlassian assumes that end-user data is kept there.",
    why:
      "What the manifest says is what administrators read under data residency and egress before they install the app, and what the security questionnaire is compared with. A remote that only computes loses the mark for apps that keep no data outside, and one that does store has to show encryption at rest.",
    fix:
      "State what the remote does: `operations: [fetch]`, `compute`, `storage` or `other`. With `storage`, add `storage: { inScopeEUD: true }`, or `false` where no end-user data reaches the store. There is no quick fix: only you know it.",
    suppress: "Where the assumption is right and the listing says so already; stating it is shorter.",
  },
  examples: {
    bad: [
      { name: "nothing said", file: "manifest.yml", code: `${app}remotes:\n  - key: [|backend|]\n    baseUrl: https://api.example.com\n` },
      { name: "two remotes, one described", file: "manifest.yml", code: `${app}remotes:\n  - key: api\n    baseUrl: https://api.example.com\n    operations: [compute]\n  - baseUrl: https://files.example.com\n    key: "[|files|]"\n` },
      { name: "stores, without saying what", file: "manifest.yml", code: `${app}remotes:\n  - key: backend\n    baseUrl: https://api.example.com\n    [|operations|]:\n      - storage\n` },
      { name: "stores and computes", file: "manifest.yaml", code: `${app}remotes: [{ key: backend, baseUrl: "https://api.example.com", [|operations|]: [compute, storage] }]\n` },
      { name: "regions", file: "manifest.yml", code: `${app}remotes:\n  - key: [|backend|]\n    baseUrl:\n      default: https://api.example.com\n      EU: https://eu.example.com\n` },
      { name: "without a key", file: "manifest.yml", code: `${app}remotes:\n  - baseUrl: [|https://api.example.com|]\n    auth:\n      appSystemToken:\n        enabled: true\n` },
    ],
    good: [
      { name: "computes only", file: "manifest.yml", code: `${app}remotes:\n  - key: backend\n    baseUrl: https://api.example.com\n    operations:\n      - compute\n` },
      { name: "stores, and says what", file: "manifest.yml", code: `${app}remotes:\n  - key: backend\n    baseUrl: https://api.example.com\n    operations: [storage]\n    storage:\n      inScopeEUD: true\n` },
      { name: "end-user data said, operations left out", file: "manifest.yml", code: `${app}remotes:\n  - key: backend\n    baseUrl: https://api.example.com\n    storage: { inScopeEUD: false }\n` },
      { name: "operations by a placeholder", file: "manifest.yml", code: `${app}remotes:\n  - key: backend\n    operations: \${OPERATIONS}\n` },
      { name: "no remotes", file: "manifest.yml", code: `${app}remotes: []\n` },
      { name: "git remotes of another tool", file: "repositories.yml", code: "app: tool\nremotes:\n  - key: origin\n    baseUrl: https://git.example.com\n" },
    ],
  },
  check,
});
