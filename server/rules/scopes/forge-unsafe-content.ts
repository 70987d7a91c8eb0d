import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { Severity } from "../../core/severity.ts";
import { memberNamed, valueAt, type DataNode, type DataObject } from "../../languages/data/dataNode.ts";
import { removeItem, removeMember } from "../../languages/yaml/edits.ts";
import { forgeManifest } from "../../languages/yaml/forgeManifest.ts";

const app = "app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\n";

interface Weakness {
  readonly message: string;
  /** Where Atlassian documents a use for it, it is worth a look only. */
  readonly atMost?: Severity;
  /** The Government Cloud asks apps to do without. */
  readonly government?: boolean;
}

/** What each entry below `permissions.content` lets in: @forge/manifest 13.7.0 accepts these beside hashes. */
const weaknesses: Readonly<Record<string, Readonly<Record<string, Weakness>>>> = {
  scripts: {
    "unsafe-inline": { message: '"unsafe-inline" runs every script that gets into the markup, so one unescaped text is enough to take over the app\'s frame.', government: true },
    "unsafe-eval": { message: '"unsafe-eval" runs texts as code, so data that reaches eval becomes a script of the app.', government: true },
    "unsafe-hashes": { message: '"unsafe-hashes" runs event handlers that stand in attributes, which an attacker can put on other elements.', atMost: "information" },
    "blob:": { message: '"blob:" runs scripts that are made at run time, which is right for web workers alone.', atMost: "information" },
  },
  styles: {
    "unsafe-inline": { message: '"unsafe-inline" for styles lets injected markup change what users see; component libraries that write styles at run time need it.', atMost: "information", government: true },
  },
};

function check(document: Document, report: Report): void {
  const content = valueAt(forgeManifest(document), "permissions", "content");
  if (content?.kind !== "object") return;
  const seen = new Set<number>();
  for (const [kind, known] of Object.entries(weaknesses)) {
    const list = valueAt(content, kind);
    for (const item of list?.kind === "array" ? list.items : []) {
      const name = item.kind === "string" ? item.value.replace(/^'(.*)'$/, "$1").trim() : "";
      const weakness = Object.hasOwn(known, name) ? known[name] : undefined;
      if (!weakness || seen.has(item.range.start)) continue;
      seen.add(item.range.start);
      const { message, atMost, government } = weakness;
      report({
        range: item.range,
        message,
        fixes: fixOf(document, content, kind, item, name),
        ...(atMost && { atMost, ...(government && { strictUnder: "atlassian-government" }) }),
      });
    }
  }
}

function fixOf(document: Document, content: DataObject, kind: string, item: DataNode, name: string): Fix[] {
  const member = memberNamed(content, kind);
  const items = member?.value.kind === "array" ? member.value.items : [];
  const edit = removeItem(document, items, item) ?? (member && items.length === 1 ? removeMember(document, content, member) : undefined);
  return edit ? [{ title: `Remove ${name}, then try the app: what depends on it stops working`, safe: false, edits: [edit] }] : [];
}

export default defineRule({
  id: "forge-unsafe-content",
  title: "Forge app weakens its content security policy",
  concern: "scopes",
  languages: ["yaml"],
  marketplaces: ["atlassian"],
  requirements: ["atlassian/inline-scripts", "atlassian/government-inline-scripts"],
  severity: "error",
  cwe: [79, 693],
  fix: "review",
  triggers: ["unsafe-inline", "unsafe-eval", "unsafe-hashes", "blob:"],
  documentation: {
    wrong:
      "`permissions.content` of the Forge manifest takes back a part of the content security policy that Forge gives every Custom UI page: `unsafe-inline`, `unsafe-eval`, `unsafe-hashes` or `blob:` for scripts, `unsafe-inline` for styles.",
    why:
      "The policy is what stops injected markup from running. Reviewers ask for the reason of every unsafe source. For scripts `unsafe-inline` and `unsafe-eval` are warnings. `unsafe-hashes`, `blob:` (which web workers need) and inline styles (which Atlaskit and other component libraries need) are informations. With `profile: atlassian-government` inline and eval are errors, for styles too.",
    fix:
      "The quick fix takes the entry out. Then run the app: move scripts from the page into files, build without `eval` source maps and run-time templates, and list the hash (`sha256-…`) of an inline script that has to stay.",
    suppress: "Where a library that cannot be replaced needs it: name the library in the reason.",
  },
  examples: {
    bad: [
      {
        name: "inline scripts",
        file: "manifest.yml",
        code: `${app}permissions:\n  content:\n    scripts:\n      - '[|unsafe-inline|]' # legacy page\n      - sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n`,
        fixed: `${app}permissions:\n  content:\n    scripts:\n      - sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n`,
      },
      {
        name: "two at once",
        file: "manifest.yml",
        code: `${app}permissions:\n  scopes: []\n  content:\n    scripts:\n      - [|unsafe-eval|]\n      - "[|unsafe-hashes|]"\n      - 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='\n`,
        fixed: `${app}permissions:\n  scopes: []\n  content:\n    scripts:\n      - 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='\n`,
      },
      {
        name: "styles beside scripts of one's own",
        file: "manifest.yaml",
        code: `${app}permissions:\n  content:\n    styles:\n      - '[|unsafe-inline|]'\n    scripts: []\n`,
        fixed: `${app}permissions:\n  content:\n    scripts: []\n`,
      },
      {
        name: "on one line",
        file: "manifest.yml",
        code: `modules: {}\napp: {}\npermissions: { content: { scripts: [sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, "[|blob:|]"] } }\n`,
        fixed: `modules: {}\napp: {}\npermissions: { content: { scripts: [sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=] } }\n`,
      },
      {
        name: "the quotes of the header kept",
        file: "manifest.yml",
        code: `${app}permissions:\n  content:\n    scripts:\n      - "[|'unsafe-inline'|]"\n`,
      },
      {
        name: "one list for both",
        file: "manifest.yml",
        code: `${app}permissions:\n  content:\n    scripts: &unsafe\n      - [|unsafe-inline|]\n    styles: *unsafe\n`,
      },
      {
        name: "Windows line ends",
        file: "manifest.yml",
        code: `${app}permissions:\n  content:\n    scripts:\n      - [|unsafe-eval|]\n    styles:\n      - [|unsafe-inline|]\n`.replaceAll("\n", "\r\n"),
      },
    ],
    good: [
      { name: "hashes", file: "manifest.yml", code: `${app}permissions:\n  content:\n    scripts:\n      - sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n` },
      { name: "commented out", file: "manifest.yml", code: `${app}permissions:\n  content:\n    scripts: []\n    # - unsafe-inline\n` },
      { name: "a placeholder", file: "manifest.yml", code: `${app}permissions:\n  content:\n    styles:\n      - \${STYLE_SOURCE}\n# unsafe-inline\n` },
      { name: "the words elsewhere in the manifest", file: "manifest.yml", code: `${app}modules:\n  rovo:agent:\n    - key: csp\n      prompt: explain unsafe-eval and blob:\n` },
      { name: "another tool's manifest", file: "manifest.yml", code: "applications: []\npermissions:\n  content:\n    scripts: ['unsafe-inline']\n" },
      { name: "sources that only scripts have", file: "manifest.yml", code: `${app}permissions:\n  content:\n    styles: ["unsafe-eval"]\n` },
      { name: "no list", file: "manifest.yml", code: `${app}permissions:\n  content:\n    scripts: unsafe-inline\n` },
    ],
  },
  check,
});
