import { defineRule } from "../../core/rule.ts";
import { milder } from "../../core/severity.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { supportFaultOf } from "./imageSupportFaults.ts";
import { productOf, stageLimit } from "./product.ts";
import { tagFix, todayAsText } from "./tagEdits.ts";
import { eachOnce, furtherUses, usedImages } from "./usedImages.ts";

export default defineRule({
  id: "base-image-end-of-life",
  title: "Base image is out of support",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["from"],
  requirements: [...supplyChain, "akeneo/dependencies-supported", "atlassian/container-rebuilt"],
  severity: "error",
  cwe: [1104],
  benchmarks: { cisDocker: ["4.2", "4.4"] },
  fix: "review",
  documentation: {
    wrong: "The version that a base image's tag names gets no free security fixes any more, by our table of end dates: the language (`node:18`), the distribution below it (`-bullseye`, `-alpine3.18`), or the image as a whole (`openjdk`). A version whose support ends within 90 days is a warning, and so is one that only a build stage uses; a Debian that its long-term team looks after is an information. What is not in the table is not reported.",
    why: "Holes that are found from that day on stay open, however often the image is rebuilt. Scanners list them all, and a review refuses the image.",
    fix: "The quick fix names the next version that is supported and keeps the variant. Look it through: a new major has its own list of changes.",
    suppress: "When you pay for extended support and take the images from there.",
  },
  examples: {
    bad: dockerfiles(
      ["a language", "FROM [|python:3.6-slim|]\nCMD python main.py\n"],
      ["a language on an old Alpine", "FROM [|node:14.17-alpine3.13|]\nCMD node .\n"],
      ["a distribution", "FROM [|alpine:3.12|]\nCMD app\n"],
      ["a distribution by its name", "FROM [|ubuntu:bionic|]\nCMD app\n"],
      ["the distribution below a language", "FROM company/x:1 AS a\nFROM [|php:5.6-apache|]\nCOPY --from=a /a /a\n"],
      ["an image that is not made any more", "FROM [|openjdk:17-jdk-slim|]\nCMD java -jar app.jar\n", "FROM eclipse-temurin:17-jdk\nCMD java -jar app.jar\n"],
      ["a version through an argument", "ARG NODE=16\nFROM [|node:${NODE}-alpine|]\nCMD node .\n"],
      [".NET", "FROM [|mcr.microsoft.com/dotnet/core/aspnet:3.1|]\nENTRYPOINT app\n"],
      ["a build stage", "FROM [|golang:1.18-alpine|] AS build\nFROM scratch\nCOPY --from=build /a /a\n"],
    ),
    good: dockerfiles(
      ["no version", "FROM node:latest\n"],
      ["a version that is not in the table", "FROM python:9.1\n"],
      ["an image that is not in the table", "FROM company/node:12\n"],
      ["a digest alone", `FROM node@sha256:${"0".repeat(64)}\n`],
      ["a version that the caller gives", "ARG NODE\nFROM node:${NODE}-alpine\n"],
      ["a stage of that name", "FROM rockylinux:10 AS node\nFROM node\n"],
      ["a number that only begins like an old one", "FROM httpd:2.4.66\n"],
      ["a distribution in support", "FROM almalinux:10\n"],
      ["the newest of a major version", "FROM caddy:2-alpine\n"],
      ["a version so old that the table has no row", "FROM python:2.7\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    const today = todayAsText();
    for (const { first, others } of eachOnce(usedImages(document, product))) {
      const fault = supportFaultOf(first.image, today);
      if (!fault) continue;
      const fix = fault.name === undefined ? tagFix(first.written, first.range.start, fault.tag) : undefined;
      const renamed = fault.name !== undefined && fault.tag !== undefined && !/[$@]/.test(first.written)
        ? { title: `Use ${fault.name}:${fault.tag}`, safe: false, edits: [{ range: first.range, newText: `${fault.name}:${fault.tag}` }] }
        : undefined;
      report({
        range: first.range,
        message: fault.message,
        related: furtherUses(others),
        fixes: [fix, renamed].filter((one) => one !== undefined),
        atMost: milder(fault.certainty, stageLimit(product, first.stage, "warning")),
      });
    }
  },
});
