import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { app, installedManifest, manifest } from "./manifests.ts";
import { foreignSource, type ForeignSource } from "./specifierSources.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

export default defineRule({
  id: "dependency-from-url",
  title: "Dependency that no registry gives",
  concern: "dependencies",
  languages: ["json"],
  fileNames: ["package.json"],
  triggers: [],
  requirements: ["atlassian/supply-chain", "akeneo/dependencies-supported"],
  severity: "warning",
  cwe: [829, 494],
  fix: "none",
  documentation: {
    wrong: "A dependency in `package.json` is taken from a git repository, from an address of the web, or from a folder outside the one that is audited. A repository at a full commit, an archive over https and what only the build needs are an information; a way without encryption is the worst.",
    why: "Whoever controls the repository or the server decides what the next installation runs, its install scripts included. Audits know the packages of a registry alone, so no known hole in such a dependency is ever reported. A folder that is not delivered cannot be reviewed.",
    fix: "Take the published package. Where there is none, publish your own under your scope, or name the full commit: `owner/name#` and 40 digits. There is no quick fix, since the published name has to be found.",
    suppress: "When the authors give out their package by this address alone, and the lock file holds its checksum.",
  },
  examples: {
    bad: [
      manifest("a repository by its short name", app('"dependencies": { "left-pad": "[|example/left-pad|]" }')),
      manifest("a branch", app('"dependencies": { "left-pad": "[|github:example/left-pad#main|]" }')),
      manifest("git over ssh", app('"dependencies": { "left-pad": "[|git+ssh://git@git.example.com/left-pad.git#v1.2.0|]" }')),
      manifest("git without encryption", app('"dependencies": { "left-pad": "[|git://git.example.com/left-pad.git|]" }')),
      manifest("a full commit", app(`"dependencies": { "left-pad": "[|example/left-pad#${commit}|]" }`)),
      manifest("an archive", app('"dependencies": { "table": "[|https://cdn.example.com/table-1.2.0.tgz|]" }')),
      manifest("an archive without encryption", app('"optionalDependencies": { "table": "[|http://cdn.example.com/table.tgz|]" }')),
      manifest("a folder outside", app('"dependencies": { "core": "[|file:../../core|]" }')),
      { name: "a folder outside, further down", file: "apps/web/package.json", code: app('"dependencies": { "core": "[|link:../../../core|]", "own": "file:../own" }') },
    ],
    good: [
      manifest("a range", app('"dependencies": { "left-pad": "^1.3.0" }')),
      manifest("another name for a package", app('"dependencies": { "pad": "npm:left-pad@^1.3.0" }')),
      manifest("a member of the workspace", app('"dependencies": { "core": "workspace:*" }')),
      manifest("a catalogue", app('"dependencies": { "react": "catalog:" }')),
      manifest("a folder inside", app('"dependencies": { "core": "file:./packages/core" }')),
      { name: "a folder beside", file: "apps/web/package.json", code: app('"dependencies": { "core": "file:../../packages/core" }') },
      manifest("a patched package", app('"dependencies": { "left-pad": "patch:left-pad@npm%3A1.3.0#~/.yarn/patches/left-pad.patch" }')),
      manifest("a tag", app('"dependencies": { "left-pad": "beta" }')),
      manifest("another member", app('"repository": "github:example/shop"')),
      { name: "a test's input", file: "test/fixtures/package.json", code: app('"dependencies": { "left-pad": "example/left-pad" }') },
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  const folder = document.path.slice(0, document.path.lastIndexOf("/") + 1);
  for (const dependency of installedManifest(document)?.dependencies ?? []) {
    const source = foreignSource(dependency, folder);
    if (!source) continue;
    const mild = !source.isPlain && (source.isFixed || source.kind === "archive" || dependency.kind === "development");
    report({ range: dependency.range, message: messageOf(dependency.name, source), ...(mild && { atMost: "information" }) });
  }
}

function messageOf(name: string, { kind, isPlain, isFixed }: ForeignSource): string {
  if (kind === "folder") return `${name} is taken from a folder outside this one, which is neither delivered nor reviewed with the app.`;
  const source = kind === "git" ? "a git repository" : "an address of the web";
  if (isPlain) return `${name} is taken from ${source} without encryption, so anyone on the way can replace it.`;
  if (isFixed) return `${name} is taken from a commit in ${source}, so audits do not know of its holes.`;
  return `${name} is taken from ${source}: whoever controls it decides what is installed, and audits do not know of its holes.`;
}
