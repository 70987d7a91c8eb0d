import type { RuleMetadata } from "../../../core/rule.ts";
import { manifestWith } from "../forgeExample.ts";

const file = "manifest.yml";
const files = { "src/index.ts": `import { fetch } from "@forge/api";\nexport const run = (id) => fetch(\`https://api.example.com/v1/\${id}\`);\n` };
const page = `<!doctype html>\n<script src="https://cdn.example.net/lib.js"></script>\n<link rel="stylesheet" href="//styles.example.net/a.css">\n`;

function external(text: string): string {
  return manifestWith(`  scopes: []\n  external:\n${text}`);
}

function lacking(text: string): string {
  return external(text).replace("external", "[|external|]");
}

/** Examples of forge-egress-missing. */
export const egressMissingExamples: RuleMetadata["examples"] = {
  bad: [
    {
      name: "no list at all",
      file,
      code: manifestWith("  scopes: []\n").replace("permissions", "[|permissions|]"),
      fixed: manifestWith("  external:\n    fetch:\n      backend:\n        - address: api.example.com\n  scopes: []\n"),
      files,
    },
    {
      name: "another host in the list",
      file,
      code: lacking("    fetch:\n      backend:\n        - address: api.example.net # old\n"),
      fixed: external("    fetch:\n      backend:\n        - address: api.example.net # old\n        - address: api.example.com\n"),
      files,
    },
    {
      name: "the older form of entries",
      file,
      code: lacking("    fetch:\n      backend: ['https://api.example.net']\n"),
      fixed: external("    fetch:\n      backend: ['https://api.example.net', 'api.example.com']\n"),
      files,
    },
    {
      name: "a wildcard does not cover the host that it stands before",
      file,
      code: lacking("    fetch:\n      backend:\n        - address: '*.api.example.com'\n"),
      fixed: external("    fetch:\n      backend:\n        - address: '*.api.example.com'\n        - address: api.example.com\n"),
      files,
    },
    {
      name: "the front end",
      file,
      code: lacking("    fetch:\n      backend:\n        - address: api.example.com\n"),
      fixed: external("    fetch:\n      client:\n        - address: api.example.com\n      backend:\n        - address: api.example.com\n"),
      files: { "src/index.ts": "export const run = () => 1;\n", "static/panel/src/App.jsx": `import { view } from "@forge/bridge";\nconst base = "https://api.example.com";\nexport const load = () => fetch(base + "/a");\n` },
    },
    {
      name: "a page's script",
      file,
      code: lacking("    styles:\n      - address: styles.example.net\n"),
      fixed: external("    scripts:\n      - address: cdn.example.net\n    styles:\n      - address: styles.example.net\n"),
      files: { "static/panel/index.html": page },
    },
  ],
  good: [
    { name: "listed", file, code: external("    fetch:\n      backend:\n        - address: api.example.com\n"), files },
    { name: "listed with scheme and path", file, code: external("    fetch:\n      backend:\n        - https://api.example.com/v1\n"), files },
    { name: "any host", file, code: external("    fetch:\n      backend:\n        - '*'\n"), files },
    { name: "a remote", file, code: `${external("    fetch:\n      backend:\n        - remote: back\n")}remotes:\n  - key: back\n    baseUrl: https://api.example.com\n`, files },
    { name: "a placeholder", file, code: external("    fetch:\n      backend:\n        - ${HOST}\n"), files },
    {
      name: "Atlassian's own hosts, an address of the app's own, an unknown one",
      file,
      code: external("    images: []\n"),
      files: { "src/index.ts": "export const run = async (url) => [await fetch('https://api.atlassian.com/me'), await fetch('/config.json'), await fetch(url), await fetch(`https://${url}/a`)];\n" },
    },
    { name: "in a test", file, code: external("    images: []\n"), files: { "src/index.test.ts": files["src/index.ts"] } },
    { name: "where the customer adds hosts", file, code: external("    configurable:\n      enabled: true\n"), files },
  ],
};
