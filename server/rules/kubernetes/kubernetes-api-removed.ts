import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { manifestsOf } from "../../languages/kubernetes/manifests.ts";
import { bad, cronJob, deployment, good, pod } from "./exampleManifests.ts";
import { removedVersions } from "./removedVersions.ts";
import { manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-api-removed",
  title: "API version that Kubernetes no longer serves",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: ["akeneo/dependencies-supported", "openchannel/container-scan"],
  severity: "information",
  cwe: [1104],
  alsoKnownAs: {
    trivy: ["KSV-0107"],
    kics: ["Object Is Using A Deprecated API Version 94b76ea5-e074-4ca2-8a03-c5a606e30645"],
  },
  fix: "none",
  documentation: {
    wrong: "An object is written for a version of the API that current Kubernetes refuses. Some twenty of them are known here, with the release that took them away.",
    why: "The manifest was not applied to a supported cluster for years: what it says was not tested there. A cluster that still takes it gets no security fixes.",
    fix: "Move to the version that is named and look at its fields, which are partly others. There is no quick fix for that reason.",
    suppress: "When the file is kept for an old cluster on purpose.",
  },
  examples: {
    bad: [
      bad("an Ingress", "apiVersion: [|extensions/v1beta1|]\nkind: Ingress\nmetadata: { name: a }\nspec:\n  tls: []\n"),
      bad("a Deployment", deployment({}).replace("apps/v1", "[|apps/v1beta2|]")),
      bad("a CronJob", cronJob({}).replace("batch/v1", "[|batch/v1beta1|]")),
      bad("an Ingress of the next version", "apiVersion: '[|networking.k8s.io/v1beta1|]'\nkind: Ingress\nspec:\n  tls: []\n"),
      bad("a budget", "apiVersion: [|policy/v1beta1|]\nkind: PodDisruptionBudget\nmetadata:\n  name: a\n"),
      bad("a role in a template", "apiVersion: [|rbac.authorization.k8s.io/v1beta1|]\nkind: Role\nmetadata:\n  name: {{ .Release.Name }}\n"),
      bad("the second document", `${pod({})}---\napiVersion: [|autoscaling/v2beta2|]\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: a\n`),
    ],
    good: [
      good("the present version", deployment({})),
      good("a CronJob", cronJob({})),
      good("another kind of the same version", "apiVersion: networking.k8s.io/v1beta1\nkind: IPAddress\nmetadata:\n  name: a\n"),
      good("somebody else's beta", "apiVersion: networking.istio.io/v1beta1\nkind: Gateway\nmetadata:\n  name: a\n"),
      good("a chart that chooses", "{{- if .Capabilities.APIVersions.Has \"networking.k8s.io/v1\" }}\napiVersion: networking.k8s.io/v1\n{{- else }}\napiVersion: extensions/v1beta1\n{{- end }}\nkind: Ingress\n"),
      good("storage that is still served", "apiVersion: storage.k8s.io/v1beta1\nkind: VolumeAttributesClass\nmetadata:\n  name: a\n"),
      good("a test's input", "apiVersion: extensions/v1beta1\nkind: Ingress\n", "test/data/ingress.yaml"),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const { group, version, kind, object } of manifestsOf(document)) {
    const removed = removedVersions.find((one) => one.group === group && one.version === version && (one.kinds?.includes(kind) ?? true));
    const range = valueAt(object, "apiVersion")?.range;
    if (!removed || !range) continue;
    report({ range, message: `Kubernetes ${removed.since} and later refuse ${group}/${version} for ${kind}; ${removed.instead} takes its place.` });
  }
}
