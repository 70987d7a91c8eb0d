import type { Document } from "../../core/document.ts";
import type { Problem } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { severityRank, type Severity } from "../../core/severity.ts";
import { forgeManifest } from "../../languages/yaml/forgeManifest.ts";
import { egressAddresses, type EgressAddress } from "./forgeEgress.ts";

const app = "app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\n";

/** Scheme, host, port. The host is all that decides what is reached; a placeholder is none. */
const addressParts = /^(?:[a-z][a-z0-9+.*-]*:\/\/)?([^/?#:]*)/i;
const anyHost = /^\*[*.]*$/;
const topLevelDomain = /^\*\.([a-z]{2,})\.?$/i;
/** Names under which everybody can register: the common ones of countries. */
const registryDomain = /^\*\.(?:co\.(?:uk|jp|in|il|kr|nz|za)|com\.(?:au|br|cn|mx|tr|sg|tw|hk|ar))\.?$/i;
/** Not on the public internet (RFC 6761, RFC 6762, ICANN's `internal`). */
const privateDomains: ReadonlySet<string> = new Set(["localhost", "local", "internal", "test", "example", "invalid"]);

type Breadth = "any host" | "every host of a registry";

function breadthOf(address: string): Breadth | undefined {
  const host = addressParts.exec(address.trim())?.[1] ?? "";
  if (anyHost.test(host)) return "any host";
  const top = topLevelDomain.exec(host)?.[1]?.toLowerCase();
  if (top !== undefined) return privateDomains.has(top) ? undefined : "every host of a registry";
  return registryDomain.test(host) ? "every host of a registry" : undefined;
}

interface Egress {
  readonly what: string;
  readonly atMost?: Severity;
}

/** What each kind of egress lets out, and how bad a wildcard is there. */
const egressKinds: ReadonlyMap<string, Egress> = new Map<string, Egress>([
  ["fetch.backend", { what: "the app's functions send data to" }],
  ["scripts", { what: "the app run scripts of" }],
  // `*` is the documented way to let an iframe open pop-up windows, so there it is only worth a look.
  ["fetch.client", { what: "the app's front end send data to", atMost: "information" }],
  ["images", { what: "the app load images from", atMost: "warning" }],
  ["media", { what: "the app load media from", atMost: "warning" }],
  ["fonts", { what: "the app load fonts from", atMost: "warning" }],
  ["styles", { what: "the app load styles from", atMost: "warning" }],
  ["frames", { what: "the app frame pages of", atMost: "warning" }],
]);
const otherEgress: Egress = { what: "the app reach", atMost: "warning" };

function problemOf({ kind, text, range }: EgressAddress, breadth: Breadth): Problem {
  const { what, atMost } = egressKinds.get(kind) ?? otherEgress;
  const message = `"${text}" lets ${what} ${breadth}; an app must name the hosts it uses.`;
  return atMost ? { range, message, atMost, strictUnder: "atlassian-government" } : { range, message };
}

/** One list may be used twice through an alias: the worse use stands for it. */
function check(document: Document, report: Report): void {
  const manifest = forgeManifest(document);
  if (!manifest) return;
  const problems = new Map<number, Problem>();
  for (const address of egressAddresses(manifest)) {
    const breadth = address.text.includes("${") ? undefined : breadthOf(address.text);
    if (!breadth) continue;
    const problem = problemOf(address, breadth);
    const known = problems.get(problem.range.start);
    if (!known || rank(problem) < rank(known)) problems.set(problem.range.start, problem);
  }
  for (const problem of problems.values()) report(problem);
}

function rank({ atMost = "error" }: Problem): number {
  return severityRank(atMost);
}

export default defineRule({
  id: "forge-egress-wildcard",
  title: "Forge app may reach any host",
  concern: "scopes",
  languages: ["yaml"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/egress-explicit", "atlassian/least-privilege", "atlassian/government-no-wildcard-egress"],
  severity: "error",
  cwe: [942],
  fix: "none",
  triggers: ["external"],
  documentation: {
    wrong:
      "An address under `permissions.external` in the Forge manifest is `*`, or leaves the whole host open (`https://*`, `*.com`). Data of the customer may then go anywhere, and the permission says nothing.",
    why:
      "Administrators see the list of hosts before they install an app, and reviewers compare it with the code. For government clouds a wildcard is forbidden outright and every domain has to be listed. A wildcard in `fetch.backend` and `scripts` is an error; for images, fonts, styles, media and frames a warning; in `fetch.client` an information, since it is the documented way to allow pop-up windows from an iframe. With `profile: atlassian-government` it is an error everywhere.",
    fix:
      "There is no automatic fix: only the code knows which hosts are called. List each of them, such as `address: https://api.example.com`. A wildcard in front of your own domain (`*.example.com`) is fine; it does not cover `example.com` itself.",
    suppress:
      "Where the hosts are chosen by the customer at run time, such as the address of a server on their premises: say so in the reason.",
  },
  examples: {
    bad: [
      {
        name: "any host for the functions",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      backend:\n        - '[|*|]'\n`,
      },
      {
        name: "an address object",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      backend:\n        - address: "[|*|]"\n          category: analytics\n`,
      },
      {
        name: "scripts of any host, with a scheme",
        file: "manifest.yaml",
        code: `modules:\n  jira:issuePanel: []\napp: {}\npermissions: {external: {scripts: ["[|https://*|]", https://cdn.example.com]}}\n`,
      },
      {
        name: "any host of a top-level domain",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    images:\n      - https://cdn.example.com\n      - '[|*.com|]'\n    fonts:\n      - '[|*.co.uk|]'\n`,
      },
      {
        name: "pop-up windows of the front end",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      client: ['[|*|]']\n`,
      },
      {
        name: "the quotes forgotten",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      backend:\n        - address: [|*|]\n`,
      },
      {
        name: "one list for two uses",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      client: &hosts\n        - '[|*|]'\n      backend: *hosts\n`,
      },
      {
        name: "behind a comment, Windows line ends",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    frames: # all 🙂 of them\n      - '[|https://*:8443/path|]'\n`.replaceAll("\n", "\r\n"),
      },
    ],
    good: [
      {
        name: "hosts listed",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      backend:\n        - address: https://api.example.com\n        - api.example.org\n`,
      },
      {
        name: "subdomains of one's own domain",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    images:\n      - '*.example.com'\n      - https://*.example.co.uk/*\n`,
      },
      {
        name: "a placeholder",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      backend:\n        - \${API_HOST}\n        - https://*.\${DOMAIN}\n`,
      },
      {
        name: "a wildcard in the path only",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      client:\n        - https://api.example.com/*\n`,
      },
      {
        name: "a remote",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      backend:\n        - remote: '*'\n`,
      },
      {
        name: "commented out",
        file: "manifest.yml",
        code: `${app}permissions:\n  external:\n    fetch:\n      backend:\n        # - '*'\n        - https://api.example.com\n`,
      },
      {
        name: "another tool's file of the same name",
        file: "manifest.yml",
        code: "applications:\n  - name: app\npermissions:\n  external:\n    fetch:\n      backend: ['*']\n",
      },
      {
        name: "a wildcard elsewhere in the manifest",
        file: "manifest.yml",
        code: `${app}modules:\n  trigger:\n    - key: external\n      events: ['*']\npermissions:\n  external: {}\n`,
      },
    ],
  },
  check,
});
