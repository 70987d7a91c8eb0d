import { defineRule } from "../../core/rule.ts";
import { dockerfiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";
import { packageCommandOf, packageName } from "./packageManagers.ts";
import { productOf, runCommands } from "./product.ts";

export default defineRule({
  id: "downloaders-doubled",
  title: "Image installs both curl and wget",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["wget"],
  requirements: [...hardening, "atlassian/container-minimal-base"],
  severity: "information",
  cwe: [1104],
  benchmarks: { cisDocker: ["4.3"] },
  alsoKnownAs: {
    hadolint: ["DL4001"],
    trivy: ["DS-0014"],
    kics: ["Run Using 'wget' and 'curl' fc775e75-fcfb-4c98-b2f2-910c5858b359"],
  },
  fix: "none",
  documentation: {
    wrong: "Delivered stages install both curl and wget with the distribution's package manager.",
    why: "Both do the same, each brings its own libraries with their holes, and a downloader is the first thing that somebody who broke in looks for. One is enough, and often none is needed after the build.",
    fix: "Keep one of them, or download in a stage that is not delivered.",
    suppress: "When programs in the image call both.",
  },
  examples: {
    bad: dockerfiles(
      ["in one command", "FROM debian:13\nRUN apt-get update && apt-get install -y curl [|wget|]\n"],
      ["in two", "FROM alpine:3.24.1\nRUN apk add --no-cache curl\nRUN apk add --no-cache [|wget|]\n"],
      ["with versions", "FROM debian:13\nRUN apt-get install -y wget=1.21* [|curl=8.*|]\n"],
      ["with dnf", "FROM rockylinux:9\nRUN dnf install -y \\\n  wget \\\n  [|curl|]\n"],
      ["in a stage that the last one is built on", "FROM debian:13 AS base\nRUN apt-get install -y curl\nFROM base\nRUN apt-get install -y [|wget|]\n"],
      ["in a here-document", "FROM debian:13\nRUN <<EOF\napt-get install -y wget\napt-get install -y [|curl|]\nEOF\n"],
    ),
    good: dockerfiles(
      ["one of them", "FROM debian:13\nRUN apt-get install -y curl && curl -fsSLO https://example.com/wget.tar\n"],
      ["one that the image brings", "FROM alpine:3.24.1\nRUN apk add curl\nHEALTHCHECK CMD wget -q --spider http://localhost/ || exit 1\n"],
      ["a build stage", "FROM debian:13 AS build\nRUN apt-get install -y curl wget\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["each in its own stage", "FROM debian:13 AS build\nRUN apt-get install -y wget\nFROM debian:13\nRUN apt-get install -y curl\n"],
      ["removed again", "FROM debian:13\nRUN apt-get install -y curl wget && ./fetch.sh && apt-get purge -y wget\n"],
      ["libraries", "FROM debian:13\nRUN apt-get install -y wget libcurl4\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product || product.limit === "information") return;
    const commands = [...runCommands(product, "delivered")].flatMap(({ invocation }) => packageCommandOf(invocation) ?? []);
    if (commands.some(({ verb, packages }) => /^(?:purge|remove|del)$/.test(verb.text) && packages.some((word) => /^(?:curl|wget)$/.test(packageName(word))))) return;
    const installed = commands.filter(({ action }) => action === "install").flatMap(({ packages }) => packages);
    const [first] = installed.filter((word) => /^(?:curl|wget)$/.test(packageName(word)));
    const second = first && installed.find((word) => /^(?:curl|wget)$/.test(packageName(word)) && packageName(word) !== packageName(first));
    if (!second) return;
    report({
      range: second.range,
      message: "curl and wget do the same, so one of them is only one more package with holes.",
      related: [{ range: first.range, message: "The other one." }],
    });
  },
});
