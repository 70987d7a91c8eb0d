import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { imagesOf, isMoving, isVersionedElsewhere } from "./images.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-pull-policy",
  title: "Moving tag may run from an old copy",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "information",
  cwe: [829],
  alsoKnownAs: {
    checkov: ["CKV_K8S_15"],
    kics: ["Image Pull Policy Of The Container Is Not Set To Always caa3479d-885d-4882-9aac-95e5e78ef5c2"],
  },
  fix: "safe",
  documentation: {
    wrong: "An image with a tag that moves is fetched only where the node has no copy: `imagePullPolicy` is `IfNotPresent`.",
    why: "Two nodes then run different images under the same name, and one that was put right stays away from nodes that have the old one.",
    fix: "The quick fix writes `Always`. Better is a fixed version, for which `IfNotPresent` is right.",
    suppress: "When the registry cannot be reached from the cluster and images are loaded by hand.",
  },
  examples: {
    bad: [
      bad("IfNotPresent with latest", deployment({ image: "example/app:latest", container: "imagePullPolicy: [|IfNotPresent|]" }), deployment({ image: "example/app:latest", container: "imagePullPolicy: Always" })),
      bad("without a tag", pod({ image: "nginx", container: "imagePullPolicy: [|IfNotPresent|]" }), pod({ image: "nginx", container: "imagePullPolicy: Always" })),
      bad("a patch", patch({ container: "image: nginx\nimagePullPolicy: [|IfNotPresent|]" }), patch({ container: "image: nginx\nimagePullPolicy: Always" })),
      bad("in quotes", pod({ image: "nginx:stable", container: 'imagePullPolicy: "[|IfNotPresent|]"' }), pod({ image: "nginx:stable", container: "imagePullPolicy: Always" })),
      bad("a CronJob", cronJob({ image: "example/app:edge", container: "imagePullPolicy: [|IfNotPresent|]" }), cronJob({ image: "example/app:edge", container: "imagePullPolicy: Always" })),
      bad("in a template", template({ image: "nginx:latest", container: "imagePullPolicy: [|IfNotPresent|]" }), template({ image: "nginx:latest", container: "imagePullPolicy: Always" })),
    ],
    good: [
      good("a version", deployment({ container: "imagePullPolicy: IfNotPresent" })),
      good("Always", deployment({ image: "example/app:latest", container: "imagePullPolicy: Always" })),
      good("latest without a policy is always fetched", deployment({ image: "example/app:latest" })),
      good("never: loaded by hand", deployment({ image: "example/app:latest", container: "imagePullPolicy: Never" })),
      good("a digest", deployment({ image: "example/app:latest@sha256:0a1b2c", container: "imagePullPolicy: IfNotPresent" })),
      good("what the chart decides", template({ image: "nginx:latest", container: "imagePullPolicy: {{ .Values.image.pullPolicy }}" })),
      good("a branch without a policy is one finding on the image", deployment({ image: "example/app:main" })),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const image of imagesOf(document)) {
    const { container, reference } = image;
    if (!isMoving(reference) || isVersionedElsewhere(document, image)) continue;
    const policy = valueAt(container.object, "imagePullPolicy");
    if (policy?.kind !== "string" || policy.value !== "IfNotPresent") continue;
    const edit = setAt(document, container.object, ["imagePullPolicy"], "Always");
    report({
      range: policy.range,
      message: "Nodes that have an image of this name keep it, although the tag moves on.",
      fixes: edit ? [{ title: "Set imagePullPolicy: Always", safe: true, edits: [edit] }] : [],
    });
  }
}
