import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { manifestsOf } from "../../languages/kubernetes/manifests.ts";
import { objectsAt, workloadsOf } from "../../languages/kubernetes/workloads.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-default-service-account",
  title: "Default service account is used or given rights",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "information",
  cwe: [250, 269],
  benchmarks: { cisKubernetes: ["5.1.5"] },
  alsoKnownAs: {
    checkov: ["CKV_K8S_41", "CKV_K8S_42"],
    kics: ["Default Service Account In Use b93e973e-9066-4455-a63b-c1c0e1ec3a48"],
  },
  fix: "none",
  documentation: {
    wrong: "A pod names the account `default`, or a binding gives rights to it. That a pod names no account at all is told by `kubernetes-service-account-token`.",
    why: "Every pod of the namespace without an account of its own is `default`. Rights given to it are given to all of them, also to those that come later.",
    fix: "Make a ServiceAccount for the workload, name it in the pod, and bind rights to that one.",
    suppress: "When the namespace holds this one workload alone.",
  },
  examples: {
    bad: [
      bad("a pod", deployment({ pod: "serviceAccountName: [|default|]" })),
      bad("the old name of the field", pod({ pod: "serviceAccount: [|default|]" })),
      bad("a binding", "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: a }\nroleRef: { kind: Role, name: view }\nsubjects:\n  - kind: ServiceAccount\n    name: [|default|]\n    namespace: shop\n"),
      bad("a binding for the whole cluster", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: { name: a }\nroleRef: { kind: ClusterRole, name: view }\nsubjects:\n  - kind: User\n    name: default\n  - kind: ServiceAccount\n    name: [|default|]\n"),
      bad("a patch", patch({ pod: "serviceAccountName: [|default|]" })),
      bad("a CronJob in quotes", cronJob({ pod: 'serviceAccountName: "[|default|]"' })),
    ],
    good: [
      good("an account of its own", deployment({ pod: "serviceAccountName: shop" })),
      good("none named", deployment({})),
      good("a binding to an account", "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: a }\nroleRef: { kind: Role, name: view }\nsubjects:\n  - kind: ServiceAccount\n    name: shop\n"),
      good("a group of that name", "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: a }\nroleRef: { kind: Role, name: view }\nsubjects:\n  - kind: Group\n    name: default\n"),
      good("one of two ways of the chart", template({ pod: "{{- if .Values.account }}\nserviceAccountName: shop\n{{- else }}\nserviceAccountName: default\n{{- end }}" })),
      good("the account itself", "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: default\nautomountServiceAccountToken: false\n"),
      good("a namespace of that name", deployment({}).replace("name: shop", "name: shop\n  namespace: default")),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const { pod } of workloadsOf(document)) {
    reportDefault(valueAt(pod, "serviceAccountName") ?? valueAt(pod, "serviceAccount"), "The pod runs under the account that all others share.", report);
  }
  for (const { object, group } of manifestsOf(document)) {
    if (group !== "rbac.authorization.k8s.io") continue;
    for (const subject of objectsAt(object, "subjects")) {
      const kind = valueAt(subject, "kind");
      if (kind?.kind !== "string" || kind.value !== "ServiceAccount") continue;
      reportDefault(valueAt(subject, "name"), "The rights go to every pod that has no account of its own.", report);
    }
  }
}

function reportDefault(name: DataNode | undefined, message: string, report: Report): void {
  if (name?.kind === "string" && name.value === "default") report({ range: name.range, message });
}
