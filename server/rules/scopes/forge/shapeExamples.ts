import type { RuleMetadata } from "../../../core/rule.ts";

const file = "manifest.yml";
const head = "app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\n";
const permissions = `${head}permissions:\n`;

/** Examples of `forge-manifest-shape`. */
export const shapeExamples: RuleMetadata["examples"] = {
  bad: [
    { name: "a slip in a key", file, code: `${permissions}  [|scope|]:\n    - storage:app\n`, fixed: `${permissions}  scopes:\n    - storage:app\n` },
    { name: "a list that is empty", file, code: `${permissions}  [|scopes|]:\n  content:\n    styles: [unsafe-inline]\n`, fixed: `${permissions}  scopes: []\n  content:\n    styles: [unsafe-inline]\n` },
    { name: "one scope without a list", file, code: `${permissions}  scopes: [|read:jira-work|]\n` },
    { name: "one host without a list", file, code: `${permissions}  external:\n    fetch:\n      backend: [|api.example.com|]\n` },
    { name: "fetch as a list", file, code: `${permissions}  external:\n    fetch:\n      [|- api.example.com\n|]` },
    { name: "a list beside fetch", file, code: `${permissions}  external:\n    [|backend|]:\n      - api.example.com\n` },
    { name: "another letter case", file, code: `${permissions}  external:\n    images:\n      - address: cdn.example.com\n        [|inScopeEud|]: false\n`, fixed: `${permissions}  external:\n    images:\n      - address: cdn.example.com\n        inScopeEUD: false\n` },
    { name: "a flag in quotes", file, code: `${permissions}  external:\n    images:\n      - address: cdn.example.com\n        inScopeEUD: "[|false|]"\n` },
    { name: "an option of a scope", file, code: `${permissions}  scopes:\n    read:jira-work:\n      [|allowsImpersonation|]: true\n`, fixed: `${permissions}  scopes:\n    read:jira-work:\n      allowImpersonation: true\n` },
    { name: "a part of the manifest", file, code: `${head}[|permision|]:\n  scopes: []\n`, fixed: `${head}permissions:\n  scopes: []\n` },
    { name: "on one line", file: "manifest.yaml", code: `${head}permissions: { scopes: [], [|contents|]: { styles: [] } }\n`, fixed: `${head}permissions: { scopes: [], content: { styles: [] } }\n` },
  ],
  good: [
    { name: "everything that the schema knows", file, code: `${permissions}  scopes:\n    - storage:app\n  enforcement: app-managed\n  sandbox: [allow-storage-access-by-user-activation]\n  content:\n    scripts: [unsafe-hashes]\n    styles: [unsafe-inline]\n  external:\n    fetch:\n      backend:\n        - address: api.example.com\n          category: analytics\n          inScopeEUD: true\n        - remote: shop\n      client: ["*.example.com"]\n    fonts: []\n    navigation: [{ address: example.com }]\n    configurable:\n      enabled: true\n` },
    { name: "a map of scopes", file, code: `${permissions}  scopes:\n    read:jira-work: {}\n    write:jira-work:\n      allowImpersonation: true\n    storage:app:\n` },
    { name: "no scopes", file, code: `${permissions}  scopes: []\n` },
    { name: "placeholders", file, code: `${permissions}  scopes: \${SCOPES}\n  external:\n    fetch:\n      backend:\n        - address: \${HOST}\n          inScopeEUD: \${EUD}\n` },
    { name: "anchors and merge keys", file, code: `x-lists: &lists\n  fetch:\n    backend: [api.example.com]\n${permissions}  external:\n    <<: *lists\n    images: []\n` },
    { name: "an item that is being written", file, code: `${permissions}  scopes:\n    - storage:app\n    -\n` },
    { name: "a host that looks like a number", file, code: `${permissions}  external:\n    images:\n      - 10.5\n` },
    { name: "commented out", file, code: `${permissions}  # scope: [storage:app]\n  scopes: [storage:app]\n` },
    { name: "permissions of a workflow", file: "ci.yml", code: "permissions:\n  contents: read\njobs: {}\n" },
    { name: "a key of another tool", file, code: `${permissions}  scopes: []\ndeployment:\n  target: eu\n` },
    { name: "keys of a module", file, code: `${head}modules:\n  macro:\n    - key: a\n      scope: x\npermissions:\n  scopes: []\n` },
  ],
};
