import { defineRule } from "../../core/rule.ts";
import type { ShellWord } from "../../languages/dockerfile/shellCommands.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { productOf, runCommands, stageLimit } from "./product.ts";
import type { StageRecipe } from "./recipe.ts";
import { removalFix } from "./wordEdits.ts";

/** By program: the options that take a package without a valid signature. */
const switches: Readonly<Record<string, RegExp>> = {
  "apt-get": /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/,
  apt: /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/,
  aptitude: /^--allow-untrusted$/,
  apk: /^--allow-untrusted$/,
  yum: /^--nogpgcheck$/,
  dnf: /^--(?:nogpgcheck|no-gpgchecks)$/,
  microdnf: /^--nogpgcheck$/,
  tdnf: /^--nogpgcheck$/,
  rpm: /^--(?:nosignature|nodigest|nogpg)$/,
  zypper: /^--(?:no-gpg-checks|allow-unsigned-rpm)$/,
};

/** A source of apt whose signatures do not count. */
const trustedSource = /^\s*deb(?:-src)?\s+\[[^\]]*\btrusted=yes\b/;

export default defineRule({
  id: "package-signature-unchecked",
  title: "Package signatures are not checked",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["--allow-u", "--force-yes", "--allow-insecure-repositories", "gpgcheck", "--no-gpg", "--nosignature", "--nodigest", "--nogpg", "trusted=yes"],
  requirements: supplyChain,
  severity: "error",
  cwe: [347],
  benchmarks: { cisDocker: ["4.11"] },
  alsoKnownAs: { checkov: ["CKV2_DOCKER_7", "CKV2_DOCKER_8", "CKV2_DOCKER_9", "CKV2_DOCKER_10", "CKV2_DOCKER_11"] },
  fix: "safe",
  documentation: {
    wrong: "A package manager is told to take packages whose signature is missing or wrong: `apk --allow-untrusted`, `apt-get --allow-unauthenticated` or `--force-yes`, `yum --nogpgcheck`, `rpm --nosignature`, or a source of apt marked `[trusted=yes]`.",
    why: "The signature is what tells the maker's package from anybody else's. Without it, whoever controls a mirror or the way to it controls the product.",
    fix: "The quick fix takes the option away. Add the key of the source instead: a file below `/usr/share/keyrings` with `[signed-by=…]`, `/etc/apk/keys`, `rpm --import`.",
    suppress: "For a package of your own that the same build made.",
  },
  examples: {
    bad: dockerfiles(
      ["apk", "FROM alpine:3.24.1\nRUN apk add [|--allow-untrusted|] /tmp/a.apk\n", "FROM alpine:3.24.1\nRUN apk add /tmp/a.apk\n"],
      ["apt-get", "FROM debian:13\nRUN apt-get install -y [|--allow-unauthenticated|] tool\n", "FROM debian:13\nRUN apt-get install -y tool\n"],
      ["yes to everything", "FROM debian:13\nRUN apt-get update && apt-get [|--force-yes|] -y install tool\n", "FROM debian:13\nRUN apt-get update && apt-get -y install tool\n"],
      ["yum", "FROM rockylinux:9\nRUN yum -y install [|--nogpgcheck|] \\\n    tool\n", "FROM rockylinux:9\nRUN yum -y install \\\n    tool\n"],
      ["rpm", "FROM rockylinux:9\nRUN rpm -i [|--nosignature|] https://example.com/a.rpm\n", "FROM rockylinux:9\nRUN rpm -i https://example.com/a.rpm\n"],
      ["a source that is trusted blindly", "FROM debian:13\nRUN echo [|\"deb [arch=amd64 trusted=yes] https://deb.example.com stable main\"|] > /etc/apt/sources.list.d/a.list\n"],
      ["dnf in a build stage", "FROM fedora:44 AS build\nRUN dnf install -y [|--nogpgcheck|] a\nFROM scratch\nCOPY --from=build /a /a\n", "FROM fedora:44 AS build\nRUN dnf install -y a\nFROM scratch\nCOPY --from=build /a /a\n"],
    ),
    good: dockerfiles(
      ["the usual way", "FROM debian:13\nRUN apt-get install -y --no-install-recommends tool\n"],
      ["a source with its key", "FROM debian:13\nRUN echo 'deb [signed-by=/usr/share/keyrings/a.gpg] https://deb.example.com stable main' > /etc/apt/sources.list.d/a.list\n"],
      ["a check that is on", "FROM rockylinux:9\nRUN yum install -y --setopt=gpgcheck=1 tool\n"],
      ["another program's option", "FROM debian:13\nRUN ./install.sh --allow-unauthenticated\n"],
      ["a message", "FROM debian:13\nRUN echo 'never use --force-yes'\n"],
      ["a comment", "FROM debian:13\n# apt-get --allow-unauthenticated\nRUN apt-get update\n"],
      ["other assent", "FROM debian:13\nRUN apt-get install -y --allow-downgrades tool\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    const say = (stage: StageRecipe, { range }: ShellWord, safe: boolean): void =>
      report({
        range,
        message: "A package without a valid signature is taken, so nobody knows who made it.",
        fixes: safe ? [removalFix(document, "Check the signature", true, [range])] : [],
        atMost: stageLimit(product, stage),
      });
    for (const { stage, command, invocation } of runCommands(product, "all")) {
      const pattern = Object.hasOwn(switches, invocation.program) ? switches[invocation.program] : undefined;
      for (const word of invocation.words) if (pattern?.test(word.text)) say(stage, word, true);
      if (!command.outputs.some(({ text }) => text.includes("sources.list")) && command.pipedInto === undefined) continue;
      for (const word of invocation.words) if (trustedSource.test(word.text)) say(stage, word, false);
    }
  },
});
