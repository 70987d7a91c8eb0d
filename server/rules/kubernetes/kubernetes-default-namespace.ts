import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt } from "../../languages/data/dataNode.ts";
import { manifestsOf } from "../../languages/kubernetes/manifests.ts";
import { bad, cronJob, deployment, good, template } from "./exampleManifests.ts";
import { manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-default-namespace",
  title: "Object lies in the default namespace",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: ["akeneo/cis-benchmarks", "superoffice/cis-controls"],
  severity: "information",
  cwe: [1189],
  benchmarks: { cisKubernetes: ["5.6.4"] },
  alsoKnownAs: {
    trivy: ["KSV-0110"],
    checkov: ["CKV_K8S_21"],
    kics: ["Using Default Namespace 611ab018-c4aa-4ba2-b0f6-a448337509a6"],
  },
  fix: "none",
  documentation: {
    wrong: "An object names the namespace `default`, or names none in a file whose other objects name one, so that it is made in whatever namespace is chosen at that moment. A file in which no object names a namespace is left alone: the command or kustomize gives it.",
    why: "Rights, network policies and limits hold for a namespace. In `default` they would hold for everything that nobody has put anywhere.",
    fix: "Make a namespace for the app and name it in each object, or in `kustomization.yaml`.",
    suppress: "On a cluster that runs this one app.",
  },
  examples: {
    bad: [
      bad("by name", deployment({}).replace("name: shop", "name: shop\n  namespace: [|default|]")),
      bad("a Service", "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  namespace: '[|default|]'\nspec: {}\n"),
      bad("one forgotten among others", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: shop\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: [|b|]\n"),
      bad("an Ingress", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: a, namespace: [|default|] }\nspec:\n  tls: []\n"),
      bad("a CronJob", cronJob({}).replace("name: nightly", "name: nightly\n  namespace: [|default|]")),
      bad("a role", "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: a\n  namespace: [|default|]\nrules: []\n"),
    ],
    good: [
      good("a namespace", deployment({}).replace("name: shop", "name: shop\n  namespace: shop")),
      good("none in the whole file", deployment({})),
      good("an object of the whole cluster", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  namespace: shop\n"),
      good("a template", template({}).replace("metadata:", "metadata:\n  namespace: default")),
      good("what the release decides", template({}).replace("metadata:", "metadata:\n  namespace: {{ .Release.Namespace }}")),
      good("the subject of a binding", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: a\nsubjects:\n  - kind: ServiceAccount\n    name: b\n    namespace: default\n"),
      good("another resource type", "apiVersion: example.com/v1\nkind: Shop\nmetadata:\n  name: a\n  namespace: default\n"),
    ],
  },
  check,
});

/** Kinds of this API that lie in a namespace and that people write by hand. */
const namespaced: ReadonlySet<string> = new Set([
  "Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Service", "ConfigMap", "Secret", "Ingress",
  "ServiceAccount", "Role", "RoleBinding", "PersistentVolumeClaim", "NetworkPolicy", "HorizontalPodAutoscaler", "PodDisruptionBudget",
]);
const groups = /^(?:|apps|batch|extensions|policy|autoscaling|networking\.k8s\.io|rbac\.authorization\.k8s\.io)$/;

function check(document: Document, report: Report): void {
  const objects = manifestsOf(document).filter(({ kind, group, isWhole }) => isWhole && namespaced.has(kind) && groups.test(group));
  const isNamed = objects.some(({ object }) => valueAt(object, "metadata", "namespace") !== undefined);
  for (const { object, kind } of objects) {
    const namespace = valueAt(object, "metadata", "namespace");
    const name = valueAt(object, "metadata", "name");
    if (namespace?.kind === "string" && namespace.value === "default") {
      report({ range: namespace.range, message: `The ${kind} lies in the default namespace, with everything that nobody has put anywhere.` });
    } else if (isNamed && namespace === undefined && name?.kind === "string") {
      report({ range: name.range, message: `The ${kind} names no namespace, unlike the other objects of this file.` });
    }
  }
}
