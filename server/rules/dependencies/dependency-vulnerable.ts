import { satisfies, validRange } from "semver";
import type { Document } from "../../core/document.ts";
import type { Fix } from "../../core/finding.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { Severity } from "../../core/severity.ts";
import type { Dependency } from "../../languages/dependencies/packageManifest.ts";
import { packageManifest } from "../../languages/dependencies/packageManifest.ts";
import { advisoryRank, registryAnswer, type AdvisorySeverity, type KnownHole } from "../../languages/dependencies/registryAnswer.ts";
import { vulnerableExamples } from "./vulnerableExamples.ts";

/** More identifiers than this do not help a reader. */
const mostIds = 4;

const severityOf: Readonly<Record<AdvisorySeverity, Severity>> = { critical: "error", high: "error", moderate: "warning", low: "information", info: "information" };

export default defineRule({
  id: "dependency-vulnerable",
  title: "Dependency with a known hole",
  concern: "dependencies",
  languages: ["json"],
  fileNames: ["package.json"],
  triggers: [],
  requirements: ["atlassian/no-vulnerable-dependencies", "akeneo/dependencies-supported", "akeneo/dependencies-patched", "akeneo/no-vulnerabilities", "atlassian/supply-chain"],
  severity: "error",
  cwe: [1395],
  fix: "review",
  documentation: {
    wrong: "The registry knows of a hole in the version of a package that the lock file holds. The finding stands on the dependency in `package.json` that brings the package in. `marketlint audit --dependencies` asks the project's own package manager (npm, pnpm or yarn) for the advisories; without that option nothing is asked, and nothing found. Critical and high advisories are errors, moderate ones warnings; in what only the build needs, one step milder.",
    why: "The hole is public, and so is often the way to use it. A review scans the delivered versions and refuses critical and high ones.",
    fix: "The quick fix asks for the first version without the hole, where the registry names one. Run the package manager then, so that the lock file follows, and the tests. Where another package brings it in, update that one, or override the version.",
    suppress: "When the hole cannot be reached in your app, with the reason; as long as no fix exists.",
  },
  examples: vulnerableExamples,
  check,
});

function check(document: Document, report: Report): void {
  const holes = registryAnswer(document)?.holes ?? [];
  if (holes.length === 0) return;
  const dependencies = packageManifest(document)?.dependencies ?? [];
  const groups = new Map<string, KnownHole[]>();
  for (const hole of holes) {
    const key = `${hole.dependency}\n${affected(hole)}`;
    groups.set(key, [...(groups.get(key) ?? []), hole]);
  }
  for (const group of groups.values()) {
    const sorted = group.sort((left, right) => advisoryRank(left.severity) - advisoryRank(right.severity));
    const [worst] = sorted;
    const dependency = worst && dependencies.find(({ name, kind }) => name === worst.dependency && kind !== "peer");
    if (!worst || !dependency || isOutdated(dependency, worst)) continue;
    const fix = fixFor(dependency, sorted);
    report({
      range: dependency.member.nameRange,
      message: messageOf(dependency, worst, sorted),
      fixes: fix ? [fix] : [],
      atMost: limitOf(dependency, worst),
      properties: { package: affected(worst), version: worst.version, advisories: idsOf(sorted).join(" ") },
    });
  }
}

/** Whether the manifest asks for another version by now than the one that the registry was asked about. */
function isOutdated({ specifier }: Dependency, { chain, version }: KnownHole): boolean {
  return chain.length <= 1 && validRange(specifier) !== null && !satisfies(version, specifier, { includePrerelease: true });
}

function affected({ chain, dependency }: KnownHole): string {
  return chain.at(-1) ?? dependency;
}

/** What only the build needs is not delivered. */
function limitOf({ kind }: Dependency, { severity }: KnownHole): Severity {
  const most = severityOf[severity];
  return kind !== "development" ? most : most === "error" ? "warning" : "information";
}

function messageOf({ name }: Dependency, worst: KnownHole, all: readonly KnownHole[]): string {
  const who = affected(worst);
  const way = worst.chain.length > 1 ? `${who} ${worst.version}, which comes with ${worst.chain.slice(0, -1).reverse().join(" of ")},` : `${name} ${worst.version}`;
  const ids = idsOf(all);
  const known = ids.slice(0, mostIds).join(", ") + (ids.length > mostIds ? ` and ${ids.length - mostIds} more` : "");
  const fixed = lastFix(all);
  return `${way} has a known hole (${worst.severity}): ${worst.title.replace(/\s+/g, " ").replace(/\.$/, "")}${known === "" ? "" : ` (${known})`}.${fixed === undefined ? "" : ` Put right in ${fixed}.`}${worst.url === undefined ? "" : ` See ${worst.url}`}`;
}

function idsOf(holes: readonly KnownHole[]): string[] {
  return [...new Set(holes.flatMap(({ id }) => id ?? []))];
}

/** The version that has none of the holes any more; undefined where one of them is still open. */
function lastFix(holes: readonly KnownHole[]): string | undefined {
  const versions = holes.map(({ fixedIn }) => fixedIn);
  return versions.every((one) => one !== undefined) ? newest(versions) : undefined;
}

function newest(versions: readonly string[]): string | undefined {
  return [...versions].sort((left, right) => left.localeCompare(right, "en", { numeric: true })).at(-1);
}

function fixFor({ name, specifier, range, verbatim }: Dependency, holes: readonly KnownHole[]): Fix | undefined {
  const given = holes.flatMap(({ dependencyFixedIn }) => dependencyFixedIn ?? []);
  const isDirect = holes.every(({ chain }) => chain.length <= 1);
  const version = given.length > 0 ? newest(given) : isDirect ? lastFix(holes) : undefined;
  const prefix = /^([\^~]?)v?\d[\w.+-]*$/.exec(specifier)?.[1];
  if (version === undefined || prefix === undefined || !verbatim) return undefined;
  return { title: `Ask for ${name} ${prefix}${version}, and run the package manager`, safe: false, edits: [{ range, newText: `${prefix}${version}` }] };
}
