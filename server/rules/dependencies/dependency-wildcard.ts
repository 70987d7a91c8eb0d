import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import type { Dependency } from "../../languages/dependencies/packageManifest.ts";
import { app, installedManifest, isWorkspaceMember, manifest, nearestLock, npmLockWith, type NearestLock } from "./manifests.ts";

const anything = /^(?:\*|x|X|latest|next|)$/;
const openEnded = /^>=?\s*v?\d[\w.+-]*$/;

export default defineRule({
  id: "dependency-wildcard",
  title: "Dependency in any version",
  concern: "dependencies",
  languages: ["json"],
  fileNames: ["package.json"],
  triggers: [],
  requirements: ["atlassian/supply-chain", "akeneo/dependencies-supported"],
  severity: "warning",
  cwe: [1357],
  fix: "review",
  documentation: {
    wrong: "A dependency in `package.json` asks for any version (`*`, `latest`, nothing) or for all from one on (`>=1.2.0`). Where a lock file holds the version for now, and for what only the build needs, it is an information. Peers, and other packages of the same workspace, may be asked for so.",
    why: "The next installation without the lock, or the next update, takes a new major version, or the one that somebody published who took the package over. Nobody tested or reviewed it.",
    fix: "The quick fix allows the versions that are compatible with the one in the lock file: `^` and that version. Without a lock file there is none, since the version is not known.",
    suppress: "When the package is your own and you release it together with this one.",
  },
  examples: {
    bad: [
      manifest("a star", app('"dependencies": { "express": "[|*|]" }')),
      manifest("the newest", app('"dependencies": { "express": "[|latest|]" }')),
      manifest("nothing", app('"dependencies": { "express": "[| |]" }')),
      manifest("no upper end", app('"dependencies": { "express": "[|>=4.0.0|]" }')),
      manifest("a tool of the build", app('"devDependencies": { "webpack": "[|*|]" }')),
      manifest("in a lock file", app('"dependencies": { "express": "[|*|]" }'), { "package-lock.json": npmLockWith({ express: "4.21.1" }) }, app('"dependencies": { "express": "^4.21.1" }')),
      manifest(
        "no upper end, in a lock file of yarn",
        app('"dependencies": { "koa": "[|>=2|]" }'),
        { "yarn.lock": '# yarn lockfile v1\n\n\nkoa@>=2:\n  version "2.15.3"\n  resolved "https://npm.acme.io/koa/-/koa-2.15.3.tgz#0000"\n' },
        app('"dependencies": { "koa": "^2.15.3" }'),
      ),
      {
        name: "in a lock file of pnpm, above",
        file: "apps/web/package.json",
        code: app('"dependencies": { "koa": "[|latest|]" }'),
        files: { "pnpm-lock.yaml": "lockfileVersion: '9.0'\nimporters:\n  apps/web:\n    dependencies:\n      koa:\n        specifier: latest\n        version: 2.15.3\npackages:\n  koa@2.15.3:\n    resolution: {integrity: sha512-00}\nsnapshots:\n  koa@2.15.3: {}\n" },
        fixed: app('"dependencies": { "koa": "^2.15.3" }'),
      },
    ],
    good: [
      manifest("a compatible version", app('"dependencies": { "express": "^4.21.0" }')),
      manifest("an upper end", app('"dependencies": { "express": ">=4.0.0 <6" }')),
      manifest("a major version", app('"dependencies": { "express": "4.x" }')),
      manifest("a peer", app('"peerDependencies": { "react": "*" }')),
      manifest("another package of the workspace, in yarn's lock", app('"workspaces": ["packages/*"],\n  "dependencies": { "core": "*" }'), { "yarn.lock": "# yarn lockfile v1\n" }),
      manifest("another package of the workspace, linked", app('"dependencies": { "core": "*" }'), { "package-lock.json": npmLockWith({ core: { resolved: "packages/core", link: true } }) }),
      { name: "a member of a workspace without a lock", file: "packages/a/package.json", code: app('"dependencies": { "core": "*" }'), files: { "package.json": '{ "workspaces": ["packages/*"] }' } },
      manifest("the workspace's own word", app('"dependencies": { "core": "workspace:*" }')),
      { name: "a template", file: "templates/a/package.json", code: app('"dependencies": { "express": "latest" }') },
      manifest("engines", app('"engines": { "node": ">=22" }')),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  const read = installedManifest(document);
  const open = (read?.dependencies ?? []).filter(({ kind, specifier }) => kind !== "peer" && (anything.test(specifier) || openEnded.test(specifier)));
  if (open.length === 0) return;
  const lock = nearestLock(document);
  const isGathered = lock === undefined && (isWorkspaceMember(document) || (read?.root.members.some(({ name }) => name === "workspaces") ?? false));
  for (const dependency of open) {
    const locked = lock && lockedVersion(lock, dependency);
    // What a lock that can be read does not have is a package of the workspace.
    if (isGathered || (lock?.lock && locked === undefined)) continue;
    report({
      range: dependency.range,
      message: `${dependency.name} is asked for in ${anything.test(dependency.specifier) ? "any version" : `any version from ${dependency.specifier.replace(/^>=?\s*/, "")} on`}${lock ? ", so the next update may take one that nobody looked at" : ", so each installation may take one that nobody looked at"}.`,
      fixes: fixesFor(dependency, locked),
      ...((lock !== undefined || dependency.kind === "development") && { atMost: "information" }),
    });
  }
}

function lockedVersion({ lock, project }: NearestLock, { name, specifier }: Dependency): string | undefined {
  const id = lock?.resolve(project, name, specifier);
  return id === undefined ? undefined : lock?.packages.get(id)?.version;
}

function fixesFor({ range, verbatim }: Dependency, version: string | undefined): { title: string; safe: boolean; edits: { range: { start: number; end: number }; newText: string }[] }[] {
  if (version === undefined || !verbatim || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) return [];
  return [{ title: `Ask for ^${version}`, safe: false, edits: [{ range, newText: `^${version}` }] }];
}
