import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { composerDependencies, composerLockBeside } from "./composerManifests.ts";
import { app, installedManifest, manifest, nearestLock, npmLockWith } from "./manifests.ts";

const notice = "request has been deprecated, see https://github.com/request/request/issues/3142";
const requestLock = npmLockWith({ request: { version: "2.88.2", deprecated: notice }, express: "4.21.1" });

/** What authors write may be long. */
const longestNotice = 200;

export default defineRule({
  id: "dependency-deprecated",
  title: "Dependency that its authors gave up",
  concern: "dependencies",
  languages: ["json"],
  fileNames: ["package.json", "composer.json"],
  triggers: [],
  requirements: ["akeneo/dependencies-supported", "atlassian/supply-chain"],
  severity: "warning",
  cwe: [1104],
  fix: "none",
  documentation: {
    wrong: "The version of a package that the lock file holds is marked as deprecated by its authors, or abandoned in `composer.lock`, and the manifest asks for the package itself. What others bring along is theirs to replace and is not reported. Locks of yarn do not say what is deprecated.",
    why: "Nobody puts holes right in such a package any more, and a review asks for libraries that are supported.",
    fix: "Follow the authors' words: most name a successor or a version that is still looked after. There is no quick fix, since the code that uses the package changes with it.",
    suppress: "When only a tool of the build needs it, and its successor is not there yet.",
  },
  examples: {
    bad: [
      manifest("in npm's lock", app('"dependencies": { "[|request|]": "^2.88.0", "express": "^4.21.0" }'), { "package-lock.json": requestLock }),
      manifest("a tool of the build", app('"devDependencies": { "[|request|]": "^2.88.0" }'), { "package-lock.json": requestLock }),
      manifest("in the first format", app('"dependencies": { "[|request|]": "2.88.2" }'), { "package-lock.json": '{ "lockfileVersion": 1, "dependencies": { "request": { "version": "2.88.2", "deprecated": "gone" } } }' }),
      manifest("in pnpm's lock", app('"dependencies": { "[|request|]": "^2.88.0" }'), {
        "pnpm-lock.yaml": "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      request:\n        specifier: ^2.88.0\n        version: 2.88.2\npackages:\n  request@2.88.2:\n    resolution: {integrity: sha512-00}\n    deprecated: gone\nsnapshots:\n  request@2.88.2: {}\n",
      }),
      { name: "of a member of a workspace", file: "packages/a/package.json", code: app('"dependencies": { "[|request|]": "^2.88.0" }'), files: { "package-lock.json": requestLock.replace('"":{}', '"":{},"packages/a":{}') } },
      { name: "abandoned, in PHP", file: "composer.json", code: '{ "require": { "php": ">=8.3", "[|swiftmailer/swiftmailer|]": "^6.0" } }\n', files: { "composer.lock": '{ "packages": [{ "name": "swiftmailer/swiftmailer", "version": "v6.3.0", "abandoned": "symfony/mailer" }] }' } },
      manifest("optional", app('"optionalDependencies": { "[|request|]": "*" }'), { "package-lock.json": requestLock }),
    ],
    good: [
      manifest("looked after", app('"dependencies": { "express": "^4.21.0" }'), { "package-lock.json": requestLock }),
      manifest("what others bring along", app('"dependencies": { "express": "^4.21.0" }'), { "package-lock.json": npmLockWith({ express: { version: "4.21.1", dependencies: { request: "2" } }, request: { version: "2.88.2", deprecated: notice } }) }),
      manifest("no lock file", app('"dependencies": { "request": "^2.88.0" }')),
      manifest("a broken lock file", app('"dependencies": { "request": "^2.88.0" }'), { "package-lock.json": requestLock.slice(0, -9) }),
      manifest("another version", app('"dependencies": { "request": "^2.88.0" }'), { "package-lock.json": npmLockWith({ request: "3.0.0", "other/node_modules/request": { version: "2.88.2", deprecated: notice } }) }),
      { name: "not abandoned", file: "composer.json", code: '{ "require": { "symfony/mailer": "^7.0" } }\n', files: { "composer.lock": '{ "packages": [{ "name": "symfony/mailer", "version": "v7.1.0" }] }' } },
      manifest("a peer", app('"peerDependencies": { "request": "*" }'), { "package-lock.json": requestLock }),
      { name: "a test's input", file: "test/fixtures/package.json", code: app('"dependencies": { "request": "*" }'), files: { "test/fixtures/package-lock.json": requestLock } },
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  if (document.fileName === "composer.json") return checkComposer(document, report);
  const dependencies = (installedManifest(document)?.dependencies ?? []).filter(({ kind }) => kind !== "peer");
  const { lock, project } = dependencies.length > 0 ? (nearestLock(document) ?? {}) : {};
  if (!lock || project === undefined) return;
  for (const { name, specifier, kind, member } of dependencies) {
    const one = lock.packages.get(lock.resolve(project, name, specifier) ?? "");
    if (one?.deprecated !== undefined) report({ range: member.nameRange, message: messageOf(name, one.version, one.deprecated), ...(kind === "development" && { atMost: "information" }) });
  }
}

function checkComposer(document: Document, report: Report): void {
  const lock = composerLockBeside(document);
  if (!lock) return;
  for (const { member, development } of composerDependencies(document)) {
    const one = lock.packages.get(member.name);
    if (one?.deprecated !== undefined) report({ range: member.nameRange, message: messageOf(one.name, one.version, one.deprecated), ...(development && { atMost: "information" }) });
  }
}

function messageOf(name: string, version: string, words: string): string {
  const said = words.replace(/\s+/g, " ").trim();
  return `${name} ${version} is given up by its authors: ${said.length > longestNotice ? `${said.slice(0, longestNotice)}…` : said}`;
}
