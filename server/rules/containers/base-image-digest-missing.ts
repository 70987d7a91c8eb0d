import { defineRule } from "../../core/rule.ts";
import { isKnown } from "../../languages/dockerfile/variables.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { productOf } from "./product.ts";
import { usedImages } from "./usedImages.ts";

const digest = `sha256:${"0".repeat(64)}`;

/** A tag with three numbers is published once for each release of the product, though it may be built again. */
const releaseTag = /^v?\d+\.\d+\.\d+/;

export default defineRule({
  id: "base-image-digest-missing",
  title: "Base image is pinned neither by digest nor by a full version",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["from"],
  requirements: supplyChain,
  severity: "information",
  cwe: [1357],
  benchmarks: { cisDocker: ["4.2", "4.12"], cisKubernetes: ["5.5.1"] },
  alsoKnownAs: { checkov: ["CKV_K8S_43"] },
  fix: "none",
  documentation: {
    wrong: "The image that the container is made from has no digest, and its tag is no full version (three numbers): the tag is given to another image with the next release. Reported once for a file, and only for images whose layers or files are delivered.",
    why: "A digest is the one name that always means the same bytes. Signatures and scan reports belong to a digest, not to a tag.",
    fix: "Write the full version, and the digest behind it: `node:24.11.1-alpine3.22@sha256:…`. `docker buildx imagetools inspect IMAGE` shows it; an update service (Renovate, Dependabot) keeps it fresh. There is no quick fix: a digest cannot be known without the registry.",
    suppress: "When the pipeline resolves and records the digest of every build.",
  },
  examples: {
    bad: dockerfiles(
      ["a major version", "FROM [|node:24-alpine|]\nCMD node .\n"],
      ["two numbers", "FROM [|python:3.14-slim|]\nCMD python main.py\n"],
      ["no tag", "FROM [|company/base|]\nCMD app\n"],
      ["a distribution", "FROM [|debian:trixie-slim|]\nCMD app\n"],
      ["the final stage alone", "FROM golang:1.26 AS build\nFROM [|alpine:3.24|]\nCOPY --from=build /app /app\n"],
      ["files taken from another image", `FROM node:24.11.1@${digest}\nCOPY --from=[|ghcr.io/example/tool:2|] /tool /bin/tool\n`],
      ["a stage that the final one is built on", "FROM [|php:8.4-fpm|] AS base\nFROM base\nCOPY . .\n"],
    ),
    good: dockerfiles(
      ["a digest", `FROM node@${digest}\n`],
      ["a tag and a digest", `FROM node:24-alpine@${digest}\n`],
      ["a full version", "FROM node:24.11.1-alpine3.22\n"],
      ["only a build stage without a digest", "FROM golang:1.26 AS build\nFROM scratch\nCOPY --from=build /app /app\n"],
      ["a digest through an argument", `ARG BASE=node:24@${digest}\nFROM \${BASE}\n`],
      ["an image that the caller names", "ARG BASE\nFROM ${BASE}:1\n"],
      ["a version that the caller gives", "ARG VERSION\nFROM node:${VERSION}\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product || product.limit === "information") return;
    const loose = usedImages(document, product).filter(
      ({ image, isDelivered }) => isDelivered && image.digest === undefined && !isOpen(image.tag) && !releaseTag.test(image.tag ?? ""),
    );
    const [first, ...others] = loose;
    if (!first) return;
    report({
      range: first.range,
      message: `${first.image.name} is pinned neither by a digest nor by a full version, so its content may change between builds.`,
      related: others.map(({ range, image }) => ({ range, message: `Neither is ${image.name}.` })),
    });
  },
});

/** A tag that depends on the caller. */
function isOpen(tag: string | undefined): boolean {
  return tag !== undefined && !isKnown(tag);
}
