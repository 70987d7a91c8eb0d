import type { Document } from "../../core/document.ts";
import type { TextEdit } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt } from "../../languages/data/dataNode.ts";
import { forgeManifest } from "../../languages/yaml/forgeManifest.ts";
import { removeEntries, writtenList } from "../../languages/yaml/listEdits.ts";
import type { AskedScope } from "./askedScope.ts";
import { askedScopes } from "./askedScopes.ts";
import { editFix } from "./scopeProblems.ts";
import { withdrawnScope } from "./tables/withdrawnScopes.ts";

const file = "manifest.yml";
const app = "app:\n  id: ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000\npermissions:\n";

function check(document: Document, report: Report): void {
  for (const scope of askedScopes(document)) {
    const { name, range, vocabulary } = scope;
    const withdrawn = withdrawnScope(name, vocabulary);
    if (!withdrawn) continue;
    const { replacement } = withdrawn;
    report({
      range,
      message: `${vocabulary.owner} may no longer ask for "${name}"${replacement === undefined ? "" : `; "${replacement}" takes its place`}.`,
      properties: { scope: name },
      fixes: replacement === undefined
        ? editFix(`Remove ${name}`, removal(document, scope))
        : editFix(`Change to ${replacement}`, [{ range, newText: scope.encoded ? encodeURIComponent(replacement) : replacement }]),
    });
  }
}

function removal(document: Document, { range }: AskedScope): readonly TextEdit[] | undefined {
  const key = memberNamed(valueAt(forgeManifest(document), "permissions"), "scopes");
  const list = key && writtenList(document, key);
  const entry = list?.entries.find(({ start, end }) => start <= range.start && range.end <= end);
  return list && entry ? removeEntries(document, list, [entry]) : undefined;
}

export default defineRule({
  id: "scope-deprecated",
  title: "Scope that was withdrawn",
  concern: "scopes",
  languages: ["yaml", "json", "typescript", "html", "dotenv", "php"],
  marketplaces: ["atlassian", "akeneo"],
  requirements: ["atlassian/least-privilege"],
  severity: "error",
  cwe: [],
  fix: "review",
  triggers: ["entity:graph", "app-global-channel:realtime"],
  anchors: ["scope"],
  documentation: {
    wrong: "The app asks for a scope that existed and was withdrawn, by a list that holds only what can be proved: the scopes that Forge's own list accepted in one version and not in a later one.",
    why: "Forge refuses the deployment of a manifest that asks for it. What the scope was for has to be done in another way, or the app no longer does it.",
    fix: "Where one scope is known to take its place, the quick fix writes it; else it takes the scope out. Look at the calls that needed it.",
    suppress: "Not at all: the scope is granted to nobody.",
  },
  examples: {
    bad: [
      { name: "reading entities", file, code: `${app}  scopes:\n    - storage:app\n    - [|read:entity:graph|]\n`, fixed: `${app}  scopes:\n    - storage:app\n` },
      { name: "writing entities, in quotes", file, code: `${app}  scopes:\n    - '[|write:entity:graph|]'\n    - storage:app\n`, fixed: `${app}  scopes:\n    - storage:app\n` },
      { name: "the only scope", file, code: `${app}  scopes:\n    - [|delete:entity:graph|]\n`, fixed: `${app}  scopes: []\n` },
      { name: "in brackets", file: "manifest.yaml", code: `${app}  scopes: [storage:app, [|write:entity:graph|]]\n`, fixed: `${app}  scopes: [storage:app]\n` },
      { name: "a realtime channel", file, code: `${app}  scopes:\n    - read:app-global-channel:realtime\n    - [|write:app-global-channel:realtime|]\n`, fixed: `${app}  scopes:\n    - read:app-global-channel:realtime\n` },
      { name: "a map", file, code: `${app}  scopes:\n    storage:app: {}\n    [|read:entity:graph|]: {}\n`, fixed: `${app}  scopes:\n    storage:app: {}\n` },
    ],
    good: [
      { name: "classic scopes, which were deprecated once", file, code: `${app}  scopes:\n    - read:jira-work\n    - read:jira-user\n    - read:confluence-content.all\n# read:entity:graph\n` },
      { name: "reading a realtime channel", file, code: `${app}  scopes:\n    - read:app-global-channel:realtime\n` },
      { name: "other scopes of the graph", file, code: `${app}  scopes:\n    - read:graph:issue:jira\n# was: write:entity:graph\n` },
      { name: "a scope of the app's own", file, code: `${app}  scopes:\n    - read:entity:graph:custom\n` },
      { name: "commented out", file, code: `${app}  scopes:\n    # - read:entity:graph\n    - storage:app\n` },
      { name: "a name in a text", file, code: `${app}  scopes: []\nmodules:\n  macro:\n    - key: a\n      description: needs read:entity:graph\n` },
      { name: "another tool's list", file: "config.yml", code: "permissions:\n  scopes:\n    - read:entity:graph\n" },
    ],
  },
  check,
});
