import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed } from "../../languages/data/dataNode.ts";
import { asksRegistry, hasMember, manifestText, type PackageManifest } from "../../languages/dependencies/packageManifest.ts";
import { app, installedManifest, isWorkspaceMember, manifest, nearestLock, npmLockWith } from "./manifests.ts";

const lists = ["dependencies", "optionalDependencies", "devDependencies"];

/** Lock files of installers that keep none of the usual ones. */
const otherLocks = ["deno.lock", "vlt-lock.json", "rush.json", ".pnp.cjs"];

/** Samples that come with a library are run by whoever reads it, not delivered. */
const samples = /(?:^|\/)(?:examples?|samples?|demos?|playground)\//i;

export default defineRule({
  id: "dependency-lock-missing",
  title: "App without a lock file",
  concern: "dependencies",
  languages: ["json"],
  fileNames: ["package.json"],
  triggers: [],
  requirements: ["atlassian/supply-chain", "akeneo/dependencies-supported"],
  severity: "warning",
  cwe: [1357],
  fix: "none",
  documentation: {
    wrong: "A `package.json` of an app asks for packages of a registry, and neither beside it nor in a folder above, up to the folder that is audited, is a lock file: `package-lock.json`, `npm-shrinkwrap.json`, `pnpm-lock.yaml`, `yarn.lock`, `bun.lock`. Libraries that are published are not asked, nor members of a workspace, whose root is.",
    why: "Each installation takes whatever is newest in the ranges. What was reviewed is not what runs, a package that was taken over this morning is in the next build, and no scan can say which versions are delivered.",
    fix: "Run `npm install` (or `pnpm install`, `yarn`) and commit the lock file; install in CI and images by `npm ci`. There is no quick fix, since the registry has to be asked.",
    suppress: "When the lock file is made elsewhere, for example in a repository around this one.",
  },
  examples: {
    bad: [
      manifest("an app", app('"[|dependencies|]": {\n    "express": "^4.21.0"\n  }')),
      manifest("without a name", '{ "[|dependencies|]": { "express": "4.21.0" } }\n'),
      manifest("what is started", '{ "name": "shop", "version": "1.0.0", "scripts": { "start": "node ." }, "main": "index.js", "[|dependencies|]": { "koa": "^2.15.0" } }\n'),
      manifest("tools for the build alone", app('"[|devDependencies|]": { "webpack": "^5.0.0" }')),
      manifest("the root of a workspace", app('"workspaces": ["packages/*"],\n  "[|devDependencies|]": { "typescript": "^5.0.0" }'), { "packages/a/package.json": '{ "private": true, "dependencies": { "koa": "^2.15.0" } }' }),
      { name: "the page of a Forge app, whose lock is elsewhere", file: "static/page/package.json", code: app('"[|dependencies|]": { "react": "^18.0.0" }'), files: { "static/other/package-lock.json": "{}" } },
      { name: "below a project that does not gather it", file: "static/page/package.json", code: app('"[|dependencies|]": { "react": "^18.0.0" }'), files: { "package.json": "{}", "package-lock.json": npmLockWith({ express: "4.21.1" }) } },
      manifest("with a lock that is no lock file of Node.js", app('"[|dependencies|]": { "react": "^18.0.0" }'), { "composer.lock": "{}" }),
    ],
    good: [
      manifest("npm", app('"dependencies": { "express": "^4.21.0" }'), { "package-lock.json": npmLockWith({ express: "4.21.1" }) }),
      manifest("yarn", app('"dependencies": { "express": "^4.21.0" }'), { "yarn.lock": "" }),
      { name: "pnpm, in a folder above", file: "apps/web/package.json", code: app('"dependencies": { "express": "^4.21.0" }'), files: { "pnpm-lock.yaml": "lockfileVersion: '9.0'\nimporters:\n  apps/web:\n    dependencies: {}\n" } },
      { name: "a member of a workspace: its root is asked", file: "packages/a/package.json", code: app('"dependencies": { "koa": "^2.15.0" }'), files: { "package.json": '{ "workspaces": ["packages/*"], "private": true }' } },
      manifest("a library that is published", '{ "name": "shop-client", "version": "1.2.0", "main": "index.js", "dependencies": { "koa": "^2.15.0" } }\n'),
      manifest("no dependencies", '{ "type": "module" }\n'),
      manifest("none from a registry", app('"dependencies": { "core": "file:../core" }')),
      { name: "a template", file: "templates/app/package.json", code: app('"dependencies": { "koa": "^2.15.0" }') },
      { name: "a test's input", file: "test/fixtures/package.json", code: app('"dependencies": { "koa": "^2.15.0" }') },
      { name: "a sample", file: "examples/first/package.json", code: app('"dependencies": { "koa": "^2.15.0" }') },
      manifest("peers of a plug-in", '{ "peerDependencies": { "react": ">=18" } }\n'),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  const { neighbours, path } = document;
  const read = installedManifest(document);
  if (!neighbours || !read || samples.test(path) || !isApp(read)) return;
  const list = lists.map((name) => memberNamed(read.root, name)).find((member) => member && read.dependencies.some((one) => member.value.kind === "object" && member.value.members.includes(one.member) && asksRegistry(one.specifier)));
  if (!list || nearestLock(document) || isWorkspaceMember(document)) return;
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  if (otherLocks.some((name) => neighbours.has(folder + name))) return;
  report({
    range: list.nameRange,
    message: "There is no lock file beside this manifest or above it, so each installation takes other versions than those that were reviewed.",
    ...(list.name === "devDependencies" && { atMost: "information" }),
  });
}

/** Private, nameless or started: what a library is not. */
function isApp(read: PackageManifest): boolean {
  const isPrivate = memberNamed(read.root, "private")?.value;
  if (isPrivate?.kind === "other" && isPrivate.value === true) return true;
  if (manifestText(read, "name") === undefined || manifestText(read, "version") === undefined) return !hasMember(read, "peerDependencies");
  return !hasMember(read, "publishConfig") && !hasMember(read, "files") && ["start", "deploy"].some((name) => manifestText(read, "scripts", name) !== undefined);
}
