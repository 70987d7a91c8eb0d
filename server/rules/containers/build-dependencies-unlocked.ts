import { defineRule } from "../../core/rule.ts";
import type { TextRange } from "../../core/text.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { rangeOfCommand, type Invocation, type ShellWord } from "../../languages/dockerfile/shellCommands.ts";
import { beside, dockerfiles } from "./containerExamples.ts";
import { contextFile } from "./buildContext.ts";
import { supplyChain } from "./hardening.ts";
import { productOf, runCommands } from "./product.ts";

export default defineRule({
  id: "build-dependencies-unlocked",
  title: "Build takes whatever version of a dependency is newest",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["npm", "yarn", "pip", "gem", "go install", "go get"],
  requirements: [...supplyChain, "akeneo/dependencies-supported"],
  severity: "information",
  cwe: [1357, 494],
  benchmarks: { cisDocker: ["4.4", "4.12"] },
  alsoKnownAs: {
    hadolint: ["DL3016", "DL3013", "DL3028", "DL3060"],
    kics: ["NPM Install Command Without Pinned Version e36d8880-3f78-4546-b9a1-12f0745ca0d5"],
  },
  fix: "review",
  documentation: {
    wrong: "A `RUN` installs dependencies without a lock file (`npm install` in place of `npm ci`, `yarn install` without `--frozen-lockfile` or `--immutable`, pnpm with `--no-frozen-lockfile`), or a package by name without a version (`pip install flask`, `npm install -g typescript`, `go install …@latest`). Reported once for each command.",
    why: "What was tested is not what is delivered: a version that was published an hour ago, by the maker or by a thief of his account, goes straight into the product.",
    fix: "The quick fix writes `npm ci` where a `package-lock.json` lies beside the Dockerfile. Elsewhere keep a lock file, or write the version behind the name.",
    suppress: "When a tool is needed in its newest version and is not delivered.",
  },
  examples: {
    bad: [
      beside({ "package-lock.json": "{}" }, {
        name: "npm with a lock file beside it",
        file: "Dockerfile",
        code: "FROM node:24.11.1\nCOPY package*.json ./\nRUN [|npm install|]\n",
        fixed: "FROM node:24.11.1\nCOPY package*.json ./\nRUN npm ci\n",
      }),
      ...dockerfiles(
        ["npm without one", "FROM node:24.11.1\nRUN [|npm install --omit=dev|]\n"],
        ["yarn", "FROM node:24.11.1\nRUN [|yarn install --production|]\n"],
        ["yarn alone", "FROM node:24.11.1\nRUN [|yarn|]\n"],
        ["a tool", "FROM node:24.11.1\nRUN [|npm install -g @angular/cli|] && npm ci\n"],
        ["the latest of a tool", "FROM node:24.11.1\nRUN [|npm i -g pnpm@latest|]\n"],
        ["pip", "FROM python:3.14.1\nRUN [|pip install flask 'gunicorn>=20'|]\n"],
        ["pip as a module", "FROM python:3.14.1\nRUN [|python -m pip install flask|]\n"],
        ["Go", "FROM golang:1.27.1\nRUN [|go install example.com/tool@latest|]\n"],
        ["pnpm against its lock file", "FROM node:24.11.1\nRUN [|pnpm install --no-frozen-lockfile|]\n"],
      ),
    ],
    good: dockerfiles(
      ["from the lock file", "FROM node:24.11.1\nRUN npm ci --omit=dev\n"],
      ["yarn, frozen", "FROM node:24.11.1\nRUN yarn install --frozen-lockfile\n"],
      ["yarn of today, immutable", "FROM node:24.11.1\nRUN yarn install --immutable\n"],
      ["pnpm, which keeps to its lock file in a pipeline", "FROM node:24.11.1\nRUN pnpm install --frozen-lockfile --prod\n"],
      ["a version", "FROM node:24.11.1\nRUN npm install -g typescript@5.9.3 @scope/tool@1.2.3\n"],
      ["a version that the caller gives", "FROM node:24.11.1\nARG NPM_VERSION\nRUN npm install -g npm@${NPM_VERSION}\n"],
      ["a list of versions", "FROM python:3.14.1\nRUN pip install --no-cache-dir -r requirements.txt\n"],
      ["exact versions", "FROM python:3.14.1\nRUN pip install flask==3.1.2 gunicorn==23.0.0\n"],
      ["the project itself", "FROM python:3.14.1\nRUN pip install . && pip install -e '.[web]' ./lib/a.whl\n"],
      ["the installer itself", "FROM python:3.14.1\nRUN pip install --upgrade pip setuptools wheel\n"],
      ["a package from the project", "FROM node:24.11.1\nRUN npm install -g ./tool.tgz && yarn build\n"],
      ["a message", "FROM node:24.11.1\nRUN echo npm install\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { stage, command, invocation } of runCommands(product, "all")) {
      const fault = faultOf(invocation);
      if (!fault || !stage.isNeeded) continue;
      const [verb] = invocation.words;
      const canLock = fault === "npm" && verb && contextFile(document, "package-lock.json") !== undefined;
      const fixes = canLock ? [{ title: 'Use "npm ci"', safe: false, edits: [edit(verb.range)] }] : [];
      const message = fault === "package" ? "No exact version is given, so whatever was published last goes into the image." : "The lock file is not kept to, so versions that nobody tested go into the image.";
      report({ range: rangeOfCommand(command), message, fixes, atMost: product.limit });
    }
  },
});

function edit(range: TextRange): { range: TextRange; newText: string } {
  return { range, newText: "ci" };
}

/** `npm` and `lock` leave a lock file aside, `package` names something without an exact version. */
function faultOf({ program, words }: Invocation): "npm" | "lock" | "package" | undefined {
  const texts = words.map(({ text }) => text);
  const has = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  const [verb = ""] = texts.filter((text) => !text.startsWith("-"));
  const named = words.slice(texts.indexOf(verb) + 1).filter((word) => !word.text.startsWith("-"));
  if (has(/^--(?:version|help)$|^-v$/)) return undefined;
  if (program === "npm" && /^(?:install|i|add)$/.test(verb)) {
    if (named.length === 0) return has(/^(?:-g|--global|--package-lock-only)$/) ? undefined : "npm";
    return named.some(isLooseNpm) ? "package" : undefined;
  }
  if (program === "yarn") {
    if (verb === "global" || verb === "add") return named.filter(({ text }) => text !== "add").some(isLooseNpm) ? "package" : undefined;
    const keeps = has(/^--(?:frozen-lockfile|immutable|immutable-cache|pure-lockfile)/);
    return (verb === "install" || verb === "") && texts.every((text) => text !== "set") && !keeps ? "lock" : undefined;
  }
  if (program === "pnpm") {
    if (/^(?:add)$/.test(verb)) return named.some(isLooseNpm) ? "package" : undefined;
    return /^(?:install|i)$/.test(verb) && has(/^--(?:no-frozen-lockfile|frozen-lockfile=false)$/) ? "lock" : undefined;
  }
  if (/^pip[\d.]*$/.test(program) && verb === "install") return isLoosePip(words) ? "package" : undefined;
  if (/^python[\d.]*$/.test(program) && texts[0] === "-m" && texts[1] === "pip" && texts[2] === "install") return isLoosePip(words.slice(2)) ? "package" : undefined;
  if (program === "go" && /^(?:install|get)$/.test(verb)) return named.some(({ text }) => text.endsWith("@latest")) ? "package" : undefined;
  if (program === "gem" && verb === "install") return named.some(({ text }) => /^[a-z][\w-]*$/.test(text)) && !has(/^(?:-v|--version|-g)/) ? "package" : undefined;
  return undefined;
}

/** A package by its name whose version is not exact; a path, an address and what is not known are not meant. */
function isLooseNpm({ text }: ShellWord): boolean {
  if (!isKnown(text) || /^[./~]|:|\.t(?:ar\.)?gz$/.test(text)) return false;
  const found = /^(?:@[\w.-]+\/)?[\w.-]+(?:@(.*))?$/.exec(text);
  if (!found) return false;
  return found[1] === undefined || !/^v?\d+\.\d+\.\d+|^\d+(?:\.\d+)?$/.test(found[1]);
}

const pipOptionWithValue = /^(?:-r|--requirement|-c|--constraint|-i|--index-url|--extra-index-url|-f|--find-links|-t|--target|--prefix|--root|--trusted-host|--proxy|--retries|--timeout|--progress-bar|--platform|--python-version|--only-binary|--no-binary|-e|--editable|--src)$/;
/** What every image of Python brings, and what is only brought up to date. */
const pipItself = /^(?:pip|setuptools|wheel)$/;

function isLoosePip(words: readonly ShellWord[]): boolean {
  if (words.some(({ text }) => /^(?:-c|--constraint|--require-hashes)/.test(text))) return false;
  return words.slice(1).some(({ text }, index, all) => {
    if (text.startsWith("-") || pipOptionWithValue.test(all[index - 1]?.text ?? "") || !isKnown(text)) return false;
    const name = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?(.*)$/s.exec(text);
    if (!name || /^[./]|[/:]|\.whl$|\.tar\.gz$/.test(text) || text === "." || pipItself.test(name[1] ?? "")) return false;
    return !/^\s*===?\s*\d/.test(name[2] ?? "");
  });
}
