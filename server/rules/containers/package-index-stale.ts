import { defineRule } from "../../core/rule.ts";
import { rangeOfCommand } from "../../languages/dockerfile/shellCommands.ts";
import { dockerfiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";
import { packageCommandOf } from "./packageManagers.ts";
import { productOf, runCommands } from "./product.ts";

export default defineRule({
  id: "package-index-stale",
  title: "Package index is updated in a layer of its own",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["update", "refresh", "makecache"],
  requirements: hardening,
  severity: "information",
  cwe: [1104],
  benchmarks: { cisDocker: ["4.7"] },
  alsoKnownAs: {
    trivy: ["DS-0017"],
    checkov: ["CKV_DOCKER_5"],
    kics: ["Update Instruction Alone 9bae49be-0aa3-4de5-bab2-4c3a069e40cd"],
  },
  fix: "none",
  documentation: {
    wrong: "A `RUN` updates the index of packages and installs nothing, while a later `RUN` of the same stage installs.",
    why: "The builder keeps the layer with the index. When the list of packages changes a year later, they are installed from the index of today, with the holes that were mended since.",
    fix: "Write both into one `RUN`: `apt-get update && apt-get install -y --no-install-recommends …`.",
    suppress: "When every build runs without the builder's cache.",
  },
  examples: {
    bad: dockerfiles(
      ["apt", "FROM debian:13\nRUN [|apt-get update|]\nRUN apt-get install -y curl\n"],
      ["apk", "FROM alpine:3.24.1\nRUN [|apk update|]\nRUN apk add curl\n"],
      ["with its options", "FROM debian:13\nRUN [|apt-get -qq -y update|]\nWORKDIR /app\nRUN apt-get install -y curl\n"],
      ["with other commands", "FROM debian:13\nRUN mkdir /app && [|apt update|] && cd /app\nRUN apt install -y curl\n"],
      ["the index of dnf", "FROM rockylinux:9\nRUN [|dnf makecache|]\nRUN dnf install -y curl\n"],
      ["an earlier stage of the image", "FROM debian:13 AS base\nRUN [|apt-get update|]\nFROM base\nRUN apt-get install -y curl\n"],
    ),
    good: dockerfiles(
      ["both in one", "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n"],
      ["both in one here-document", "FROM debian:13\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF\n"],
      ["nothing to install", "FROM debian:13\nRUN apt-get update\nCMD app\n"],
      ["yum, which installs updates", "FROM rockylinux:9\nRUN yum -y update\nRUN yum -y install curl\n"],
      ["another program", "FROM debian:13\nRUN git submodule update\nRUN apt-get update && apt-get install -y curl\n"],
      ["apk without an index", "FROM alpine:3.24.1\nRUN apk add --no-cache curl\n"],
      ["an index for each", "FROM debian:13\nRUN apt-get update && apt-get install -y a\nRUN apt-get update && apt-get install -y b\n"],
      ["a stage that does not reach the image", "FROM debian:13 AS build\nRUN apt-get update\nRUN apt-get install -y make\nFROM scratch\nCOPY --from=build /a /a\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    const commands = [...runCommands(product, "delivered")].flatMap((one) => {
      const packages = packageCommandOf(one.invocation);
      return packages ? [{ ...one, packages }] : [];
    });
    const installs = commands.filter(({ packages }) => packages.action === "install");
    const installing = new Set(installs.map(({ step }) => step));
    const lastInstall = new Map(installs.map(({ step, packages }) => [packages.family, step.range.start]));
    for (const { step, command, packages } of commands) {
      if (packages.action !== "update" || installing.has(step) || (lastInstall.get(packages.family) ?? 0) < step.range.start) continue;
      report({
        range: rangeOfCommand(command),
        message: "The index lies in a layer of its own, so later installs may take old packages from the builder's cache.",
        atMost: product.limit,
      });
    }
  },
});
