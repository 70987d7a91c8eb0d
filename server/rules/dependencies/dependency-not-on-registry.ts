import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { packageManifest } from "../../languages/dependencies/packageManifest.ts";
import { registryAnswer } from "../../languages/dependencies/registryAnswer.ts";
import { app, manifest } from "./manifests.ts";
import { answered } from "./vulnerableExamples.ts";

const unknown = { unknown: ["shop-internal"] };

export default defineRule({
  id: "dependency-not-on-registry",
  title: "Dependency whose name is free on the registry",
  concern: "dependencies",
  languages: ["json"],
  fileNames: ["package.json"],
  triggers: [],
  requirements: ["atlassian/supply-chain"],
  severity: "error",
  cwe: [829],
  fix: "none",
  documentation: {
    wrong: "A dependency without a scope is neither locked from a registry nor known to the registry that npm is set up to ask. Only `marketlint audit --dependencies` asks, and only for names that no lock file holds. Scoped names are not asked for: their scope belongs to somebody.",
    why: "Whoever registers the name first decides what your next installation runs. Names of internal packages and misspelt ones are tried out by attackers.",
    fix: "Correct the name, publish the package under your own scope, or take it from the workspace by `workspace:*` or `file:`. There is no quick fix, since only you know what was meant.",
    suppress: "When an internal registry has the name, and the public one can never be asked.",
  },
  examples: {
    bad: [
      manifest("an internal name", app('"dependencies": { "[|shop-internal|]": "^1.0.0", "express": "^4.21.0" }'), answered(unknown)),
      manifest("a tool of the build", app('"devDependencies": { "[|shop-internal|]": "*" }'), answered(unknown)),
      manifest("a tag", app('"dependencies": { "[|shop-internal|]": "latest" }'), answered(unknown)),
      manifest("optional", app('"optionalDependencies": { "[|shop-internal|]": "1.0.0" }'), answered(unknown)),
      manifest("two", app('"dependencies": { "[|expres|]": "^4.21.0", "[|shop-internal|]": "1.0.0" }'), answered({ unknown: ["shop-internal", "expres"] })),
      { name: "of a member of a workspace", file: "packages/a/package.json", code: app('"dependencies": { "[|shop-internal|]": "1.0.0" }'), files: answered(unknown, "packages/a/package.json") },
    ],
    good: [
      manifest("nobody was asked", app('"dependencies": { "shop-internal": "^1.0.0" }')),
      manifest("all names are known", app('"dependencies": { "express": "^4.21.0" }'), answered({})),
      manifest("taken from a folder meanwhile", app('"dependencies": { "shop-internal": "file:../shop-internal" }'), answered(unknown)),
      manifest("taken from the workspace meanwhile", app('"dependencies": { "shop-internal": "workspace:*" }'), answered(unknown)),
      manifest("a peer", app('"peerDependencies": { "shop-internal": "1.0.0" }'), answered(unknown)),
      manifest("what the manifest no longer asks for", app('"dependencies": { "express": "^4.21.0" }'), answered(unknown)),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  const names = new Set(registryAnswer(document)?.unknown ?? []);
  if (names.size === 0) return;
  for (const { name, kind, specifier, member } of packageManifest(document)?.dependencies ?? []) {
    if (!names.has(name) || kind === "peer" || /^(?:file|link|portal|workspace|catalog):/.test(specifier)) continue;
    report({ range: member.nameRange, message: `The registry knows no package named ${name}: whoever registers the name decides what your next installation runs.` });
  }
}
