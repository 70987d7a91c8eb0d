import { defineRule } from "../../core/rule.ts";
import type { ShellWord } from "../../languages/dockerfile/shellCommands.ts";
import { dockerfiles } from "./containerExamples.ts";
import { hardening } from "./hardening.ts";
import { packageCommandOf, packageName } from "./packageManagers.ts";
import { byStep, productOf, runCommands, type RunCommand } from "./product.ts";

/** Packages that let somebody in, let somebody look around, or are for developers. Not curl: checks of health need it. */
const tools =
  /^(?:openssh(?:-server)?|dropbear|telnet|telnetd|inetutils-telnet|netcat|netcat-openbsd|netcat-traditional|nmap|nmap-ncat|ncat|tcpdump|socat|sudo|vim|vim-tiny|vim-enhanced|nano|emacs|emacs-nox|gdb|strace|ltrace|rsh-client|vsftpd|x11vnc|tigervnc\S*|php\S*-xdebug)$/;

/** The same from npm, PECL and pip. */
const languageTools: Readonly<Record<string, RegExp>> = {
  npm: /^(?:nodemon|ts-node-dev|node-inspector)$/,
  yarn: /^(?:nodemon|ts-node-dev|node-inspector)$/,
  pecl: /^xdebug$/,
  "docker-php-ext-enable": /^xdebug$/,
  pip: /^(?:debugpy|ipdb|pudb)$/,
  pip3: /^(?:debugpy|ipdb|pudb)$/,
};

export default defineRule({
  id: "debug-tools-in-image",
  title: "Image holds tools for debugging or remote access",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["install", "add", "pecl", "docker-php-ext-enable"],
  requirements: [...hardening, "atlassian/container-multi-stage"],
  severity: "information",
  cwe: [489],
  benchmarks: { cisDocker: ["4.3", "5.7"] },
  alsoKnownAs: { hadolint: ["DL3001"] },
  fix: "none",
  documentation: {
    wrong: "A stage that is delivered installs an SSH server, telnet, netcat, tcpdump, sudo, an editor, a debugger such as xdebug or gdb, or nodemon. What the same `RUN` removes again, and what a stage for building or for developers installs, is not meant.",
    why: "These are the tools that somebody who broke in would bring along. In the product nobody needs them: a debugger can be attached from a container beside it.",
    fix: "Install them in a stage for developers (`FROM base AS dev`), and leave them out of the last one.",
    suppress: "When the tool is the product.",
  },
  examples: {
    bad: dockerfiles(
      ["an SSH server", "FROM debian:13\nRUN apt-get update && apt-get install -y [|openssh-server|]\n"],
      ["several", "FROM alpine:3.24.1\nRUN apk add --no-cache curl [|vim|] [|tcpdump|]\n"],
      ["sudo", "FROM rockylinux:9\nRUN dnf install -y [|sudo|]\n"],
      ["with a version", "FROM debian:13\nRUN apt-get install -y [|netcat-openbsd=1.2*|]\n"],
      ["a debugger of PHP", "FROM php:8.4.1-fpm\nRUN pecl install [|xdebug|]\n"],
      ["a watcher", "FROM node:24.11.1\nRUN npm install -g [|nodemon|]\nCMD node .\n"],
      ["in a stage that the last one is built on", "FROM debian:13 AS base\nRUN apt-get install -y [|gdb|]\nFROM base\nCMD app\n"],
    ),
    good: dockerfiles(
      ["what a check of health needs", "FROM debian:13\nRUN apt-get install -y curl\n"],
      ["a build stage", "FROM debian:13 AS build\nRUN apt-get install -y gdb vim\nFROM scratch\nCOPY --from=build /a /a\n"],
      ["a client", "FROM debian:13\nRUN apt-get install -y openssh-client git\n"],
      ["removed again", "FROM debian:13\nRUN apt-get install -y netcat-openbsd && ./wait.sh && apt-get purge -y netcat-openbsd\n"],
      ["an image for developers", "FROM node:24.11.1 AS dev\nRUN apt-get install -y vim\n"],
      ["a name that only begins so", "FROM debian:13\nRUN apt-get install -y vim-data-free sudoku\n"],
      ["a message", "FROM debian:13\nRUN echo apt-get install vim\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product || product.limit === "information") return;
    const commands = [...runCommands(product, "delivered")];
    const steps = byStep(commands);
    for (const { step, invocation } of commands) {
      const packages = packageCommandOf(invocation);
      const found = packages
        ? packages.action === "install" ? packages.packages.filter((word) => tools.test(packageName(word))) : []
        : invocation.words.filter((word) => languageTools[invocation.program]?.test(packageName(word)));
      for (const word of found) {
        if (isRemoved(word, steps.get(step) ?? [])) continue;
        report({ range: word.range, message: `${packageName(word)} serves whoever breaks in; the product does not need it.` });
      }
    }
  },
});

function isRemoved(word: ShellWord, beside: readonly RunCommand[]): boolean {
  const name = packageName(word);
  return beside.some(
    ({ invocation: { words } }) => words.some(({ text }) => /^(?:purge|remove|del|erase|autoremove)$/.test(text)) && words.some((one) => packageName(one) === name),
  );
}
