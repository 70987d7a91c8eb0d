import { defineRule } from "../../core/rule.ts";
import { dockerfiles } from "./containerExamples.ts";
import { supplyChain } from "./hardening.ts";
import { productOf, stageLimit } from "./product.ts";
import { pinnedTag, tagFix } from "./tagEdits.ts";
import { eachOnce, furtherUses, usedImages } from "./usedImages.ts";

export default defineRule({
  id: "base-image-tag-missing",
  title: "Base image has no tag",
  concern: "containers",
  languages: ["dockerfile"],
  triggers: ["from"],
  requirements: supplyChain,
  severity: "warning",
  cwe: [1357],
  benchmarks: { cisDocker: ["4.2"], cisKubernetes: ["5.5.1"] },
  alsoKnownAs: {
    hadolint: ["DL3006"],
    trivy: ["DS-0001"],
    checkov: ["CKV_DOCKER_7"],
    kics: ["Image Version Not Explicit 9efb0b2d-89c9-41a3-91ca-dcc0aec911fd"],
  },
  fix: "review",
  documentation: {
    wrong: "An image in `FROM` or `COPY --from` has neither a tag nor a digest, so the builder takes whatever `latest` is on that day.",
    why: "What was scanned and approved is not what the next build makes: the image changes without a change in the repository, and nobody can say which version runs.",
    fix: "The quick fix adds the newest version that is supported by our table of end dates. Look it through: a newer major may need changes, and a tag with the variant you want (`-alpine`, `-slim`) is smaller.",
    suppress: "When the image is the caller's own and is rebuilt together with this one.",
  },
  examples: {
    bad: dockerfiles(
      ["a name alone", "FROM [|rockylinux|]\nCOPY app /app\n", "FROM rockylinux:10\nCOPY app /app\n"],
      ["with a stage name", "FROM [|node|] AS build\nRUN npm ci\nFROM scratch\nCOPY --from=build /app /app\n"],
      ["with a platform", "FROM --platform=linux/amd64 [|ghcr.io/example/base|]\nCMD app\n"],
      ["a registry with a port", "FROM [|registry.example.com:5000/team/base|]\nCMD app\n"],
      ["a name that an argument holds", "ARG BASE=python\nFROM [|${BASE}|]\nCMD python main.py\n"],
      ["files taken from an image", "FROM node:22.11.0\nCOPY --from=[|ghcr.io/astral-sh/uv|] /uv /bin/uv\n"],
      ["the same image twice", "FROM golang AS one\nFROM [|golang|] AS two\nFROM scratch\nCOPY --from=two /app /app\n"],
    ),
    good: dockerfiles(
      ["a tag", "FROM nginx:1.30.1\n"],
      ["a digest", `FROM nginx@sha256:${"0".repeat(64)}\n`],
      ["an earlier stage", "FROM node:22 AS build\nFROM build\nCMD node .\n"],
      ["nothing at all", "FROM scratch\nCOPY app /\n"],
      ["a tag that the caller gives", "ARG TAG\nFROM nginx:${TAG}\n"],
      ["a name that the caller gives", "ARG BASE\nFROM ${BASE}\n"],
      ["files from an earlier stage, by number and by name", "FROM node:22 AS Build\nFROM nginx:1.30\nCOPY --from=0 /a /a\nCOPY --from=build /b /b\n"],
      ["files from a context that the caller names", "FROM nginx:1.30\nCOPY --from=assets /a /a\n"],
    ),
  },
  check(document, report) {
    const product = productOf(document);
    if (!product) return;
    const images = usedImages(document, product).filter(({ image }) => image.tag === undefined && image.digest === undefined);
    for (const { first, others } of eachOnce(images)) {
      const fix = tagFix(first.written, first.range.start, pinnedTag(first.image));
      report({
        range: first.range,
        message: `The image ${first.image.name} has no tag, so each build may take another version of it.`,
        related: furtherUses(others),
        fixes: fix ? [fix] : [],
        atMost: stageLimit(product, first.stage, "warning"),
      });
    }
  },
});
