import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { imagesOf, isMoving, isVersionedElsewhere } from "./images.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-image-without-digest",
  title: "Image is not pinned by its digest",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "information",
  cwe: [829, 1357],
  benchmarks: { cisDocker: ["4.12"], cisKubernetes: ["5.5.1"] },
  alsoKnownAs: {
    checkov: ["CKV_K8S_43"],
    kics: ["Image Without Digest 7c81d34c-8e5a-402b-9798-9f442630e678"],
  },
  fix: "none",
  documentation: {
    wrong: "A container's image has a version as its tag, but no digest (`@sha256:…`). Each image of a file is told once. Tags that move are `kubernetes-image-unpinned`.",
    why: "A tag can be put on another image afterwards, by its owner or by somebody who got into the registry. A digest is the image itself.",
    fix: "Add the digest that `docker buildx imagetools inspect` shows; services such as Renovate keep tag and digest up to date together. There is no quick fix, since a digest cannot be computed without the registry.",
    suppress: "When the registry forbids to change tags, or the cluster admits signed images alone.",
  },
  examples: {
    bad: [
      bad("a version", deployment({ image: "[|example/app:1.4.2|]" })),
      bad("with a registry", pod({ image: "[|ghcr.io/example/app:2026-11-01|]" })),
      bad("a CronJob", cronJob({ image: "[|example/app:1.4.2|]" })),
      bad("the same image twice is told once", `${pod({ image: "[|example/app:1.4.2|]" })}---\n${pod({})}`),
      bad("two images", pod({ pod: "initContainers:\n  - name: wait\n    image: [|busybox:1.37|]", image: "[|example/app:1.4.2|]" })),
      bad("a variant of a version", pod({ image: "[|node:22.11-alpine|]" })),
    ],
    good: [
      good("a digest", deployment({ image: "example/app:1.4.2@sha256:0a1b2c" })),
      good("a digest alone", deployment({ image: "example/app@sha256:0a1b2c" })),
      good("a moving tag is another finding", deployment({ image: "example/app:latest" })),
      good("no tag is another finding", deployment({ image: "example/app" })),
      good("a tag that the chart gives", template({ image: "example/app:{{ .Values.tag }}" })),
      good("a patch without an image", patch({ container: "tty: true" })),
      { name: "kustomize gives the digest", file: "base/deploy.yaml", code: deployment({ image: "example/app:1.0" }), files: { "base/kustomization.yaml": "images:\n  - name: example/app\n    digest: sha256:0a1b2c\n" } },
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  const told = new Set<string>();
  for (const image of imagesOf(document)) {
    const { reference, written, range } = image;
    if (reference.digest !== undefined || isMoving(reference) || told.has(written)) continue;
    told.add(written);
    if (isVersionedElsewhere(document, image)) continue;
    report({ range, message: `${written} is named by its tag alone, which can be put on another image; its digest cannot.` });
  }
}
