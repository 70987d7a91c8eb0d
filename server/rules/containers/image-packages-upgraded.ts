import { defineRule } from "../../core/rule.ts";
import { rangeOfCommand } from "../../languages/dockerfile/shellCommands.ts";
import { dockerfiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";
import { packageCommandOf } from "./packageManagers.ts";
import { productOf, runCommands } from "./product.ts";

export default defineRule({
  id: "image-packages-upgraded",
  title: "Image upgrades the packages of its base",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["upgrade", "yum", "dnf", "distro-sync", "dup"],
  requirements: hardening,
  severity: "information",
  cwe: [1357],
  benchmarks: { cisDocker: ["4.3", "4.4"] },
  alsoKnownAs: {
    hadolint: ["DL3035"],
    trivy: ["DS-0024"],
    kics: ["Run Using Upgrade Commands 682fe378-c180-4bd5-8a14-95fc285fb269"],
  },
  fix: "none",
  documentation: {
    wrong: "A `RUN` upgrades all packages that the base image brings: `apt-get dist-upgrade`, `apt-get upgrade`, `apk upgrade`, `yum update`. An upgrade of packages that are named is not meant.",
    why: "What is in the image then depends on the day of the build and on the builder's cache, and the old files stay in the layer below. A scan of the base says nothing about the result.",
    fix: "Take a newer base image, pinned by version or digest, and let an update service raise it.",
    suppress: "When the base image is rebuilt too rarely and every build runs without cache: then the upgrade closes holes, and that is worth more.",
  },
  examples: {
    bad: dockerfiles(
      ["apt", "FROM debian:13\nRUN apt-get update && [|apt-get dist-upgrade -y|]\n"],
      ["the milder one", "FROM debian:13\nRUN apt-get update && [|apt-get -y upgrade|] && apt-get install -y curl\n"],
      ["apk", "FROM alpine:3.24.1\nRUN [|apk upgrade --no-cache|]\n"],
      ["yum", "FROM rockylinux:9\nRUN [|yum update -y|] && yum install -y curl\n"],
      ["microdnf", "FROM rockylinux:9\nRUN [|microdnf upgrade|]\n"],
      ["in a here-document", "FROM debian:13\nRUN <<EOF\napt-get update\n[|apt-get full-upgrade -y|]\nEOF\n"],
    ),
    good: dockerfiles(
      ["the index alone", "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n"],
      ["packages that are named", "FROM alpine:3.24.1\nRUN apk upgrade --no-cache libssl3 libcrypto3\n"],
      ["another package manager", "FROM python:3.14.1\nRUN pip install --upgrade pip\n"],
      ["a build stage", "FROM debian:13 AS build\nRUN apt-get update && apt-get upgrade -y\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["a message", "FROM debian:13\nRUN echo 'apt-get upgrade'\n"],
      ["named packages of yum", "FROM rockylinux:9\nRUN yum update -y openssl-libs\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    for (const { command, invocation } of runCommands(product, "delivered")) {
      const packages = packageCommandOf(invocation);
      if (packages?.action !== "upgrade" || packages.packages.length > 0) continue;
      const message = "All packages of the base are upgraded, so what the image holds depends on the day it is built.";
      report({ range: rangeOfCommand(command), message, atMost: product.limit });
    }
  },
});
