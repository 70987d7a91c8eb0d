import { defineRule } from "../../core/rule.ts";
import { rangeOfCommand } from "../../languages/dockerfile/shellCommands.ts";
import { dockerfiles } from "./containerExamples.ts";
import { noCredentials } from "./hardening.ts";
import { productOf, runCommands, type RunCommand, stageLimit } from "./product.ts";

/** A line of .npmrc with a value behind it. */
const npmCredential = /^\S*:?_?(?:authToken|_auth|_password)(?:=\S|$)/;
const npmLine = /(?:^|[\s:/])_(?:authToken|auth|password)\s*=\s*\S/;
/** A user with a password in the address of a server, as git and pip keep it. */
const addressWithPassword = /https?:\/\/[^\s/@]*:?[^\s/@:]+@/;
const removed = /(?:^|\/)(?:\.npmrc|\.yarnrc\.yml|auth\.json|\.gitconfig|pip\.conf|\.netrc|\.git-credentials|\.config)$|\.git$/;

export default defineRule({
  id: "registry-token-in-layer",
  title: "Token of a registry stays in a layer",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["_auth", "_password", "npmauthtoken", "insteadof", "github-oauth", "http-basic", ".netrc", ".npmrc"],
  requirements: noCredentials,
  severity: "error",
  cwe: [522, 538],
  benchmarks: { cisDocker: ["4.10"] },
  alsoKnownAs: { hadolint: ["DL3064"], trivy: ["DS-0031"] },
  fix: "none",
  documentation: {
    wrong: "A `RUN` writes the credential of a package registry or a git server into a file: `.npmrc`, `npm config set …:_authToken`, yarn's `npmAuthToken`, `git config url.….insteadOf`, composer's `auth.json`, `.netrc`. It does not matter where the value comes from: the file is part of the layer. A file that the same `RUN` removes is not meant. In a stage that is not delivered it is a warning.",
    why: "Everybody who can pull the image gets the layer, and with the token your private packages, or the right to publish in your name. A later `RUN rm` only hides the file.",
    fix: "Mount the file for the command that needs it: `RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci`. Then replace the token.",
    suppress: "When the token opens nothing outside of the build.",
  },
  examples: {
    bad: dockerfiles(
      ["a file of npm", "FROM node:24.11.1\nRUN [|echo \"//npm.acme.io/:_authToken=${NPM_TOKEN}\"|] > .npmrc && npm ci\n"],
      ["by npm itself", "FROM node:24.11.1\nRUN [|npm config set //registry.example.com/:_authToken $TOKEN|] && npm ci\n"],
      ["with an equals sign", "FROM node:24.11.1\nRUN [|npm config set //registry.example.com/:_authToken=$TOKEN|]\nRUN npm ci\n"],
      ["removed too late", "FROM node:24.11.1\nRUN [|echo //npm.acme.io/:_authToken=$T|] >> ~/.npmrc && npm ci\nRUN rm ~/.npmrc\n"],
      ["yarn of today", "FROM node:24.11.1\nRUN [|yarn config set npmAuthToken $TOKEN|] && yarn install --immutable\n"],
      ["an address of git", "FROM debian:13 AS build\nRUN [|git config --global url.\"https://x:${TOKEN}@github.com/\".insteadOf https://github.com/|]\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["composer", "FROM php:8.4.1-cli\nRUN [|composer config -g github-oauth.github.com $TOKEN|] && composer install\n"],
      ["a file for all programs", "FROM debian:13\nRUN [|echo \"machine example.com login me password $PASSWORD\"|] > /root/.netrc && ./fetch.sh\n"],
    ),
    good: dockerfiles(
      ["a mounted file", "FROM node:24.11.1\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n"],
      ["removed by the same command", "FROM node:24.11.1\nRUN echo \"//npm.acme.io/:_authToken=$T\" > .npmrc && npm ci && rm -f .npmrc\n"],
      ["a reference that npm resolves", "FROM node:24.11.1\nRUN echo '//npm.acme.io/:_authToken=${NPM_TOKEN}' > .npmrc\n"],
      ["other settings", "FROM node:24.11.1\nRUN npm config set registry https://registry.example.com/ && echo 'fund=false' > .npmrc\n"],
      ["an address of git without a password", "FROM debian:13\nRUN git config --global url.\"https://github.com/\".insteadOf ssh://git@github.com/\n"],
      ["taken away by npm", "FROM node:24.11.1\nRUN npm config delete //registry.example.com/:_authToken\n"],
      ["a variable for one command", "FROM php:8.4.1-cli\nRUN --mount=type=secret,id=auth,env=COMPOSER_AUTH composer install\n"],
      ["printed, not kept", "FROM node:24.11.1\nRUN echo 'set _authToken=… in your .npmrc'\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    const commands = [...runCommands(product, "all")];
    const cleaned = new Set(
      commands.filter(({ invocation }) => /^(?:rm|unlink|shred)$/.test(invocation.program) && invocation.words.some(({ text }) => removed.test(text))).map(({ step }) => step),
    );
    for (const one of commands) {
      if (cleaned.has(one.step) || !writesCredential(one)) continue;
      const message = "The credential becomes part of this layer, where everybody who can pull the image reads it.";
      report({ range: rangeOfCommand(one.command), message, atMost: stageLimit(product, one.stage, "warning") });
    }
  },
});

function writesCredential({ command, invocation }: RunCommand): boolean {
  const { program, words } = invocation;
  const texts = words.map(({ text }) => text);
  if (/^(?:echo|printf)$/.test(program)) {
    const target = command.outputs.at(-1)?.text ?? (command.pipedInto?.words.some(({ text }) => text === "tee") ? ".npmrc" : "");
    if (target.endsWith(".netrc")) return texts.some((text) => /\bpassword\s+\S/.test(text));
    // In single quotes npm itself puts the variable in, when it runs.
    return target.endsWith("npmrc") && words.some(({ text }) => npmLine.test(text) && !/=\$\{\w+\}/.test(text));
  }
  const verbs = texts.filter((text) => !text.startsWith("-"));
  if (verbs[0] !== "config" || /^(?:delete|unset|get|list|rm)$/.test(verbs[1] ?? "")) return false;
  if (/^(?:npm|pnpm)$/.test(program)) return verbs.slice(1).some((text) => npmCredential.test(text.replace(/^.*\/:/, "")));
  if (program === "yarn") return verbs.some((text) => /npmAuthToken|npmAuthIdent/.test(text));
  if (program === "git") return texts.some((text) => /insteadOf/i.test(text) && addressWithPassword.test(text));
  return program === "composer" && verbs.some((text) => /^(?:github-oauth|gitlab-token|gitlab-oauth|http-basic|bearer)\./.test(text)) && verbs.length > 2;
}
