import { defineRule } from "../../core/rule.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { accountOf, isAllPowerful } from "./accounts.ts";
import { dockerfiles } from "./containerExamples.ts";
import { finalImageOf } from "./finalImage.ts";
import { hardening } from "./hardening.ts";
import { productOf } from "./product.ts";
import { replacementFix } from "./wordEdits.ts";

export default defineRule({
  id: "container-user-not-numeric",
  title: "USER is a name where its number is known",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["user"],
  requirements: [...hardening, "atlassian/container-fixed-user"],
  severity: "information",
  cwe: [250],
  benchmarks: { cisDocker: ["4.1"], cisKubernetes: ["5.2.7"] },
  alsoKnownAs: {
    hadolint: ["DL3066"],
    checkov: ["CKV_K8S_40"],
    kics: ["Container Running With Low UID 02323c00-cdc3-4fdc-a310-4f2b3e7a1660"],
  },
  fix: "safe",
  documentation: {
    wrong: "The last `USER` is a name. Only names whose number is known are reported: the account that the base image ships, or one that the Dockerfile makes with a number (`adduser --uid 1001`).",
    why: "A cluster that enforces `runAsNonRoot` cannot tell from a name that it is not root, and refuses to start the container.",
    fix: "The quick fix writes the number of the same account.",
    suppress: "When no cluster runs the image.",
  },
  examples: {
    bad: dockerfiles(
      ["the account of the base image", "FROM node:24.11.1\nUSER [|node|]\nCMD node .\n", "FROM node:24.11.1\nUSER 1000\nCMD node .\n"],
      ["with a group", "FROM node:24.11.1\nUSER [|node|]:node\nCMD node .\n", "FROM node:24.11.1\nUSER 1000:node\nCMD node .\n"],
      ["an account that is made here", "FROM alpine:3.24.1\nRUN adduser --system --uid 1001 web\nUSER [|web|]\n", "FROM alpine:3.24.1\nRUN adduser --system --uid 1001 web\nUSER 1001\n"],
      ["made in a stage below", "FROM debian:13 AS base\nRUN useradd -m -u 10001 app\nFROM base\nUSER [|app|]\n", "FROM debian:13 AS base\nRUN useradd -m -u 10001 app\nFROM base\nUSER 10001\n"],
      ["the account of Alpine's PHP", "FROM php:8.4.1-fpm-alpine\nUSER [|www-data|]\n", "FROM php:8.4.1-fpm-alpine\nUSER 82\n"],
      ["the account of Debian's PHP", "FROM php:8.4.1-fpm\nUSER [|www-data|]\n", "FROM php:8.4.1-fpm\nUSER 33\n"],
    ),
    good: dockerfiles(
      ["a number", "FROM node:24.11.1\nUSER 1000\n"],
      ["a variable that holds one", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID\n"],
      ["an account whose number the system chooses", "FROM alpine:3.24.1\nRUN adduser -S web\nUSER web\n"],
      ["an account of an image that is not known", "FROM company/base:1.0.0\nUSER node\n"],
      ["a variant that the caller names", "ARG VARIANT\nFROM php:8.4-${VARIANT}\nUSER www-data\n"],
      ["root, which is another finding", "FROM node:24.11.1\nUSER node\nUSER root\n"],
      ["not the last one", "FROM node:24.11.1\nUSER node\nRUN npm ci\nUSER 1000\n"],
      ["a user through a variable", "FROM node:24.11.1\nENV U=node\nUSER $U\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    const image = product && finalImageOf(document);
    if (!image?.user || image.user === "incomplete") return;
    const { value, argument } = image.user;
    const name = accountOf(value);
    const number = isKnown(value) && !isAllPowerful(value) && !/^\d/.test(name) ? image.numberOf(name) : undefined;
    if (number === undefined || !document.text.startsWith(name, argument.start)) return;
    const range = { start: argument.start, end: argument.start + name.length };
    report({
      range,
      message: `A cluster cannot tell from the name ${name} that it is not root; from its number ${number} it can.`,
      fixes: [replacementFix(`Use the number ${number}`, true, range, String(number))],
    });
  },
});
