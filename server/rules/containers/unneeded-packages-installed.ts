import { defineRule } from "../../core/rule.ts";
import { dockerfiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";
import { packageCommandOf } from "./packageManagers.ts";
import { productOf, runCommands, type RunCommand } from "./product.ts";

const switchedOff = /^(?:--no-install-recommends|--without-recommends|--no-recommends)$|install-recommends=(?:0|false|no)/i;
const configured = /APT::Install-Recommends/i;

export default defineRule({
  id: "unneeded-packages-installed",
  title: "Packages are installed that nobody asked for",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["apt"],
  requirements: [...hardening, "atlassian/container-minimal-base"],
  severity: "information",
  cwe: [1104],
  benchmarks: { cisDocker: ["4.3"] },
  alsoKnownAs: {
    hadolint: ["DL3015"],
    trivy: ["DS-0029"],
    kics: ["APT-GET Not Avoiding Additional Packages 7384dfb2-fcd1-4fbf-91cd-6c44c318c33c"],
  },
  fix: "review",
  documentation: {
    wrong: "`apt-get install` runs without `--no-install-recommends`, so what the packages only recommend is installed too. Reported once for a file, at the first such command of a stage that is delivered.",
    why: "Each package more is one more that may have a hole, shows in every scan, and helps whoever breaks in.",
    fix: "The quick fix adds the option. Look it through: sometimes a recommended package is needed, such as `ca-certificates` for curl. Name it then.",
    suppress: "When the recommended packages are all wanted.",
  },
  examples: {
    bad: dockerfiles(
      ["apt-get", "FROM debian:13\nRUN apt-get update && apt-get [|install|] -y curl\n", "FROM debian:13\nRUN apt-get update && apt-get install --no-install-recommends -y curl\n"],
      ["apt", "FROM ubuntu:24.04\nRUN apt [|install|] -y curl\n", "FROM ubuntu:24.04\nRUN apt install --no-install-recommends -y curl\n"],
      ["options before the verb", "FROM debian:13\nRUN apt-get -qq -y [|install|] curl\n", "FROM debian:13\nRUN apt-get -qq -y install --no-install-recommends curl\n"],
      ["over several lines", "FROM debian:13\nRUN apt-get update \\\n && apt-get [|install|] -y \\\n    curl \\\n    git\n", "FROM debian:13\nRUN apt-get update \\\n && apt-get install --no-install-recommends -y \\\n    curl \\\n    git\n"],
      ["with a variable before it", "FROM debian:13\nRUN DEBIAN_FRONTEND=noninteractive apt-get [|install|] -y tzdata\n", "FROM debian:13\nRUN DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends -y tzdata\n"],
      ["twice in one file", "FROM debian:13\nRUN apt-get [|install|] -y a\nRUN apt-get install -y b\n", "FROM debian:13\nRUN apt-get install --no-install-recommends -y a\nRUN apt-get install --no-install-recommends -y b\n"],
    ),
    good: dockerfiles(
      ["with the option", "FROM debian:13\nRUN apt-get install -y --no-install-recommends curl\n"],
      ["the option as a setting", "FROM debian:13\nRUN apt-get install -y -o APT::Install-Recommends=false curl\n"],
      ["settled for the whole image", "FROM debian:13\nRUN echo 'APT::Install-Recommends \"false\";' > /etc/apt/apt.conf.d/99x\nRUN apt-get install -y curl\n"],
      ["a build stage", "FROM debian:13 AS build\nRUN apt-get install -y make\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["apk, which recommends nothing", "FROM alpine:3.24.1\nRUN apk add curl\n"],
      ["an image for developers", "FROM debian:13 AS dev\nRUN apt-get update\nCMD sleep infinity\n"],
      ["nothing named yet", "FROM debian:13\nRUN apt-get install\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product || product.limit === "information") return;
    const commands = [...runCommands(product, "delivered")];
    if (commands.some(({ command }) => command.words.some(({ text }) => configured.test(text) && !text.includes("=")))) return;
    const found = commands.flatMap(verbOfGreedyInstall);
    const [first, ...others] = found;
    if (!first) return;
    report({
      range: first,
      message: "Without --no-install-recommends, packages come in that nobody asked for, each with its own holes.",
      related: others.map((range) => ({ range, message: "Here too." })),
      fixes: [
        {
          title: 'Add "--no-install-recommends"',
          safe: false,
          edits: found.map(({ end }) => ({ range: { start: end, end }, newText: " --no-install-recommends" })),
        },
      ],
    });
  },
});

function verbOfGreedyInstall({ invocation }: RunCommand): { start: number; end: number }[] {
  const packages = packageCommandOf(invocation);
  if (packages?.family !== "apt" || packages.action !== "install" || packages.packages.length === 0) return [];
  return invocation.words.some(({ text }) => switchedOff.test(text)) ? [] : [packages.verb.range];
}
