import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { bad, cronJob, deployment, good, pod, template } from "./exampleManifests.ts";
import { imagesOf, isMoving, isVersionedElsewhere } from "./images.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-image-unpinned",
  title: "Image tag may mean another image tomorrow",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "warning",
  cwe: [829, 1357],
  benchmarks: { cisDocker: ["4.2", "5.28"], cisKubernetes: ["5.5.1"] },
  alsoKnownAs: {
    trivy: ["KSV-0013"],
    checkov: ["CKV_K8S_14"],
    kics: ["Invalid Image 583053b7-e632-46f0-b989-f81ff8045385"],
  },
  fix: "none",
  documentation: {
    wrong: "A container's image has no tag, the tag `latest`, or another tag that moves (`stable`, `lts`, `main`), and no digest. Images whose version kustomize (`images:`) or Skaffold puts in are left alone, and so are names with variables.",
    why: "What was scanned and reviewed is then not what runs: each start of a pod may fetch another image, and nobody can go back to the one before.",
    fix: "Name the version that was tested, such as `node:22.11.0`, and better its digest too. There is no quick fix, since only you know which version that is.",
    suppress: "When the tag is put in by a tool that is not seen here.",
  },
  examples: {
    bad: [
      bad("latest", deployment({ image: "[|example/app:latest|]" })),
      bad("no tag", deployment({ image: "[|nginx|]" })),
      bad("a registry with a port, no tag", pod({ image: "[|registry.example.com:5000/team/app|]" })),
      bad("a branch", cronJob({ image: "[|ghcr.io/example/app:main|]" })),
      bad("an init container", pod({ pod: "initContainers:\n  - name: wait\n    image: [|busybox:stable|]" })),
      bad("in a template, written down", template({ image: "[|redis:alpine|]" })),
      {
        name: "the default of a chart",
        file: "chart/templates/deployment.yaml",
        code: template({ image: '"[|{{ .Values.image.repository }}:{{ .Values.image.tag }}|]"' }),
        files: { "chart/Chart.yaml": "apiVersion: v2\nname: shop\n", "chart/values.yaml": "image:\n  repository: example/app\n  tag: latest\n" },
      },
    ],
    good: [
      good("a version", deployment({})),
      good("a digest", deployment({ image: "example/app@sha256:0a1b2c" })),
      good("latest, but a digest", deployment({ image: "example/app:latest@sha256:0a1b2c" })),
      good("a tag that the chart leaves open", template({ image: '"example/app:{{ .Values.tag }}"' })),
      good("a variable of envsubst", deployment({ image: "example/app:${TAG}" })),
      good("a name to be replaced", deployment({ image: "IMAGE_NAME" })),
      { name: "kustomize gives the tag", file: "base/deploy.yaml", code: deployment({ image: "example/app" }), files: { "base/kustomization.yaml": "images:\n  - name: example/app\n    newTag: 1.4.2\n" } },
      { name: "Skaffold builds it", file: "k8s/deploy.yaml", code: deployment({ image: "checkout" }), files: { "skaffold.yaml": "apiVersion: skaffold/v3\nkind: Config\nbuild:\n  artifacts:\n    - image: checkout\n" } },
      {
        name: "the chart's version is the default",
        file: "chart/templates/deployment.yaml",
        code: template({ image: '"example/app:{{ .Values.image.tag | default .Chart.AppVersion }}"' }),
        files: { "chart/Chart.yaml": 'apiVersion: v2\nname: shop\nappVersion: "1.4.2"\n', "chart/values.yaml": 'image:\n  tag: ""\n' },
      },
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const image of imagesOf(document)) {
    if (!isMoving(image.reference) || isVersionedElsewhere(document, image)) continue;
    const { tag } = image.reference;
    const what = tag === undefined ? `${image.written} has no tag, so it is latest` : `The tag ${tag} of ${image.reference.name} moves`;
    report({ range: image.range, message: `${what}: what starts tomorrow may be another image than the one that was reviewed.` });
  }
}
