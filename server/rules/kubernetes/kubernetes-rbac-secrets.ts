import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { manifestsOf } from "../../languages/kubernetes/manifests.ts";
import { objectsAt } from "../../languages/kubernetes/workloads.ts";
import { bad, good } from "./exampleManifests.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-rbac-secrets",
  title: "Role may read all secrets",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250, 522],
  benchmarks: { cisKubernetes: ["5.1.2"] },
  alsoKnownAs: {
    trivy: ["KSV-0041", "KSV-0113"],
    kics: ["RBAC Roles with Read Secrets Permissions b7bca5c4-1dab-4c2c-8cbe-3050b9d59b14"],
  },
  fix: "none",
  documentation: {
    wrong: "A role may `get`, `list` or `watch` secrets without naming which ones (`resourceNames`).",
    why: "Secrets of a namespace are the passwords of all apps in it, and the tokens of their accounts. With a ClusterRole they are those of the whole cluster.",
    fix: "Name the secrets with `resourceNames` and allow `get` alone; or mount the secret into the pod, which needs no role.",
    suppress: "For operators whose task is the secrets, such as a certificate manager.",
  },
  examples: {
    bad: [
      bad("get", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [[|secrets|]]\n    verbs: [get]\n`),
      bad("list among others", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources:\n      - pods\n      - [|secrets|]\n    verbs: [list, create]\n`),
      bad("a Role", `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: ["[|secrets|]"]\n    verbs: [watch]\n`),
      bad("all verbs", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [[|secrets|]]\n    verbs: ['*']\n`),
      bad("a name does not bound a list", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [[|secrets|]]\n    resourceNames: []\n    verbs: [list]\n`),
      bad("in a template", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: {{ .Release.Name }}\nrules:\n  - apiGroups: [""]\n    resources: [[|secrets|]]\n    verbs: [get]\n`),
    ],
    good: [
      good("a named secret", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [secrets]\n    resourceNames: [shop]\n    verbs: [get]\n`),
      good("only made", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [secrets]\n    verbs: [create]\n`),
      good("other objects", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [configmaps]\n    verbs: [get]\n`),
      good("everything is another finding", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: ['*']\n    verbs: [get]\n`),
      good("another resource type", "apiVersion: iam.example.com/v1\nkind: Role\nrules:\n  - resources: [secrets]\n    verbs: [get]\n"),
      good("what the chart decides", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [secrets]\n    verbs: ['{{ .Values.verb }}']\n`),
    ],
  },
  check,
});

const reading: ReadonlySet<string> = new Set(["get", "list", "watch", "*"]);

function check(document: Document, report: Report): void {
  for (const { object, group, kind } of manifestsOf(document)) {
    if (group !== "rbac.authorization.k8s.io") continue;
    for (const rule of objectsAt(object, "rules")) {
      const secrets = textsIn(valueAt(rule, "resources")).find(({ value }) => value === "secrets");
      const verb = textsIn(valueAt(rule, "verbs")).find(({ value }) => reading.has(value));
      if (!secrets || !verb || namesSome(valueAt(rule, "resourceNames"))) continue;
      const where = kind === "ClusterRole" ? "of every namespace that it is bound in" : "of the namespace";
      report({ range: secrets.range, message: `The role may read all secrets ${where}.` });
    }
  }
}

function namesSome(names: DataNode | undefined): boolean {
  return names !== undefined && !(names.kind === "array" && names.complete && names.items.length === 0);
}

function textsIn(list: DataNode | undefined): Extract<DataNode, { kind: "string" }>[] {
  return list?.kind === "array" ? list.items.filter((item) => item.kind === "string") : [];
}
