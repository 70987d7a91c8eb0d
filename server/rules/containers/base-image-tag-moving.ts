import { defineRule } from "../../core/rule.ts";
import { isMovingTag } from "../../languages/dockerfile/imageReference.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { productOf, stageLimit } from "./product.ts";
import { pinnedTag, tagFix } from "./tagEdits.ts";
import { eachOnce, furtherUses, usedImages } from "./usedImages.ts";

export default defineRule({
  id: "base-image-tag-moving",
  title: "Base image is latest, or another tag that moves",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["from"],
  requirements: supplyChain,
  severity: "warning",
  cwe: [1357],
  benchmarks: { cisDocker: ["4.2", "5.28"], cisKubernetes: ["5.5.1"] },
  alsoKnownAs: {
    hadolint: ["DL3007"],
    trivy: ["DS-0001"],
    checkov: ["CKV_DOCKER_7"],
    kics: ["Image Version Using 'latest' f45ea400-6bbe-4501-9fc7-1c3d75c32067"],
  },
  fix: "review",
  documentation: {
    wrong: "An image in `FROM` or `COPY --from` is named by a tag that means another version tomorrow: `latest`, `lts`, `stable`, `edge`, or a variant without a version such as `alpine`.",
    why: "What was scanned and approved is not what the next build makes: a new major arrives unasked, and nobody can say which version runs.",
    fix: "The quick fix puts the newest version that is supported by our table of end dates in place of the word and keeps the variant. Look it through: a newer major may need changes.",
    suppress: "When the registry offers no other tag. Pin a digest then.",
  },
  examples: {
    bad: dockerfiles(
      ["latest", "FROM [|rockylinux:latest|]\nCMD app\n", "FROM rockylinux:10\nCMD app\n"],
      ["the long-term version of the day", "FROM [|node:lts-alpine|]\nCMD node .\n"],
      ["a variant without a version", "FROM [|python:slim|]\nCMD python main.py\n"],
      ["latest through an argument", "ARG TAG=latest\nFROM [|company/base:${TAG}|]\nCMD app\n"],
      ["a branch of the maker", "FROM [|nginx:mainline|]\nCMD nginx\n"],
      ["files taken from an image", "FROM php:8.4.1-fpm\nCOPY --from=[|composer:latest|] /usr/bin/composer /usr/bin/\n"],
      ["a name of the distribution below", "FROM --platform=$BUILDPLATFORM [|golang:bookworm|] AS build\nFROM scratch\nCOPY --from=build /a /a\n"],
    ),
    good: dockerfiles(
      ["a version", "FROM node:24.11.1-alpine3.22\n"],
      ["a major version", "FROM node:24\n"],
      ["a release by its name", "FROM debian:trixie-slim\n"],
      ["latest with a digest", `FROM node:latest@sha256:${"0".repeat(64)}\n`],
      ["a tag that the caller gives", "ARG TAG\nFROM node:${TAG:-$OTHER}\n"],
      ["a pinned default", "ARG TAG=24.11.1\nFROM node:${TAG}-alpine\n"],
      ["a stage of that name", "FROM node:24 AS latest\nFROM latest\n"],
      ["a word of the image's maker", "FROM gcr.io/distroless/static:nonroot\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    const images = usedImages(document, product).filter(({ image }) => image.digest === undefined && isMovingTag(image));
    for (const { first, others } of eachOnce(images)) {
      const fix = tagFix(first.written, first.range.start, pinnedTag(first.image));
      report({
        range: first.range,
        message: `The tag ${first.image.tag ?? ""} means another version of ${first.image.name} tomorrow, so builds cannot be repeated.`,
        related: furtherUses(others),
        fixes: fix ? [fix] : [],
        atMost: stageLimit(product, first.stage, "warning"),
      });
    }
  },
});
