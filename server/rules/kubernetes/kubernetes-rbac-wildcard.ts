import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { valueAt, type DataNode, type DataObject } from "../../languages/data/dataNode.ts";
import { manifestsOf } from "../../languages/kubernetes/manifests.ts";
import { objectsAt } from "../../languages/kubernetes/workloads.ts";
import { bad, good } from "./exampleManifests.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-rbac-wildcard",
  title: "Role allows everything",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250, 269],
  benchmarks: { cisKubernetes: ["5.1.1", "5.1.3"] },
  alsoKnownAs: {
    trivy: ["KSV-0044", "KSV-0045", "KSV-0046", "KSV-0111", "KSV-0112"],
    checkov: ["CKV_K8S_49"],
    kics: ["RBAC Wildcard In Rule 6b896afb-ca07-467a-b256-1a0077a1c08e", "Cluster Admin Rolebinding With Superuser Permissions 249328b8-5f0f-409f-b1dd-029f07882e11"],
  },
  fix: "none",
  documentation: {
    wrong: "A role has `*` among its verbs or resources (or among the API groups, which counts less), or a binding gives the role `cluster-admin`.",
    why: "A wildcard gives rights that nobody has thought of, those on secrets and on roles among them, and also on kinds of objects that come later. Who gets into such a pod has the cluster.",
    fix: "List the verbs and resources that the app uses. There is no quick fix, since only the app's code says which those are.",
    suppress: "For a tool by which administrators manage the cluster; an app of a marketplace is none.",
  },
  examples: {
    bad: [
      bad("verbs", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [pods]\n    verbs: ["[|*|]"]\n`),
      bad("resources", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [apps]\n    resources: ['[|*|]']\n    verbs: [get]\n`),
      bad("everything is one finding", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: ["*"]\n    resources: ["[|*|]"]\n    verbs: ["*"]\n`),
      bad("API groups", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups:\n      - "[|*|]"\n    resources: [deployments]\n    verbs: [get]\n`),
      bad("cluster-admin", "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: a\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: [|cluster-admin|]\nsubjects:\n  - kind: ServiceAccount\n    name: a\n"),
      bad("a Role", `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: a\nrules:\n  - apiGroups: [batch]\n    resources: [jobs]\n    verbs: [get]\n  - apiGroups: [batch]\n    resources: [cronjobs]\n    verbs:\n      - "[|*|]"\n`),
      bad("in a template", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: {{ .Release.Name }}\nrules:\n  - apiGroups: [""]\n    resources: ["[|*|]"]\n    verbs: [list]\n`),
    ],
    good: [
      good("what is used", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [pods]\n    verbs: [get, list]\n`),
      good("an aggregated role", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\naggregationRule: { clusterRoleSelectors: [] }\nrules: []\n`),
      good("paths that are no resources", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - nonResourceURLs: ["/metrics/*"]\n    verbs: [get]\n`),
      good("all parts of a resource", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [apps]\n    resources: [deployments/scale]\n    verbs: [get]\n`),
      good("another role", "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: a\nroleRef:\n  kind: ClusterRole\n  name: view\n"),
      good("another resource type", "apiVersion: iam.example.com/v1\nkind: Role\nrules:\n  - verbs: ['*']\n"),
      good("what the chart decides", `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata:\n  name: a\nrules:\n  - apiGroups: [""]\n    resources: [pods]\n    verbs: ['{{ .Values.verb }}']\n`),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  for (const { object, group } of manifestsOf(document)) {
    if (group !== "rbac.authorization.k8s.io") continue;
    for (const rule of objectsAt(object, "rules")) checkRule(rule, report);
    const role = valueAt(object, "roleRef", "name");
    if (role?.kind === "string" && role.value === "cluster-admin") {
      report({ range: role.range, message: "The binding gives all rights on the whole cluster." });
    }
  }
}

/** One finding a rule: the widest of its wildcards. */
function checkRule(rule: DataObject, report: Report): void {
  const resource = wildcardIn(rule, "resources");
  const verb = wildcardIn(rule, "verbs");
  const group = wildcardIn(rule, "apiGroups");
  if (resource) report({ range: resource.range, message: "The role holds for every kind of object, secrets and roles among them." });
  else if (verb && !valueAt(rule, "nonResourceURLs")) report({ range: verb.range, message: "The role allows everything on these objects, also what comes later." });
  else if (group) report({ range: group.range, message: "The role holds for objects of this name in every API, also in those that come later.", atMost: "warning" });
}

function wildcardIn(rule: DataObject, name: string): DataNode | undefined {
  const list = valueAt(rule, name);
  return list?.kind === "array" ? list.items.find((item) => item.kind === "string" && item.value === "*") : undefined;
}
