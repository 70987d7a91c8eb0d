import type { RuleMetadata } from "../../../core/rule.ts";
import { forgeCode, manifestWith } from "../forgeExample.ts";

const file = "manifest.yml";
const code = `import { fetch } from "@forge/api";\nexport const run = (id) => fetch(\`https://api.example.com/v1/\${id}\`);\n`;
const files = { "src/index.ts": code };

/** Lists below `external`. */
function external(text: string): string {
  return manifestWith(`  scopes: []\n  external:\n${text}`);
}

/** Examples of forge-egress-unused. */
export const egressUnusedExamples: RuleMetadata["examples"] = {
  bad: [
    {
      name: "a host of an earlier version",
      file,
      code: external("    fetch:\n      backend:\n        - address: api.example.com\n        - address: [|old.example.com|] # until 2025\n"),
      fixed: external("    fetch:\n      backend:\n        - address: api.example.com\n"),
      files,
    },
    {
      name: "the older form",
      file,
      code: external("    fetch:\n      backend:\n        - '[|https://httpbin.example|]'\n        - 'https://api.example.com'\n"),
      fixed: external("    fetch:\n      backend:\n        - 'https://api.example.com'\n"),
      files,
    },
    { name: "the only entry", file, code: external("    scripts:\n      - [|cdn.example.net|]\n"), files },
    {
      name: "a flow list",
      file,
      code: external("    fetch: { client: [api.example.com, [|api.example.net|]] }\n"),
      fixed: external("    fetch: { client: [api.example.com] }\n"),
      files,
    },
    {
      name: "all hosts of a domain",
      file,
      code: external('    styles:\n      - address: "[|*.example.org|]"\n      - address: "*.example.com"\n'),
      fixed: external('    styles:\n      - address: "*.example.com"\n'),
      files,
    },
    {
      name: "an object over several lines",
      file,
      code: external("    fetch:\n      backend:\n        - address: [|stats.example.net|]\n          category: analytics\n          inScopeEUD: false\n        - address: api.example.com\n"),
      fixed: external("    fetch:\n      backend:\n        - address: api.example.com\n"),
      files,
    },
  ],
  good: [
    { name: "the host is reached", file, code: external("    fetch:\n      backend:\n        - address: api.example.com\n"), files },
    { name: "one of the domain's hosts is reached", file, code: external("    fetch:\n      backend:\n        - address: '*.example.com'\n"), files },
    { name: "a remote's host", file, code: `${external("    fetch:\n      backend:\n        - address: back.example.net\n")}remotes:\n  - key: back\n    baseUrl: https://back.example.net\n`, files },
    {
      name: "an address that is not known",
      file,
      code: external("    fetch:\n      backend:\n        - address: api.example.net\n"),
      files: { "src/index.ts": `import { fetch } from "@forge/api";\nexport const run = (request) => fetch(request.payload.url);\n` },
    },
    {
      name: "a package that reaches hosts of its own",
      file,
      code: external("    fetch:\n      backend:\n        - address: api.example.net\n"),
      files: { ...files, "package.json": `{ "dependencies": { "@forge/api": "6.0.0", "example-sdk": "1.0.0" } }` },
    },
    { name: "a wildcard", file, code: external("    fetch:\n      client:\n        - '*'\n"), files },
    { name: "images may come from data", file, code: external("    images:\n      - address: images.example.net\n"), files },
    { name: "a style sheet", file, code: external("    fonts:\n      - address: fonts.example.net\n"), files: { ...files, "static/panel/main.css": "@import url(https://fonts.example.net/a.css);\n" } },
    { name: "the code is somewhere else", file, code: external("    fetch:\n      backend:\n        - address: api.example.net\n"), files: { "README.md": forgeCode("") } },
  ],
};
