import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { memberNamed, valueAt } from "../../languages/data/dataNode.ts";
import { manifestsOf, textOf } from "../../languages/kubernetes/manifests.ts";
import { workloadsOf } from "../../languages/kubernetes/workloads.ts";
import { setAt } from "../../languages/yaml/edits.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { hardening, isTrue, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-service-account-token",
  title: "Pod gets a token of the cluster",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "information",
  cwe: [250, 522],
  benchmarks: { cisKubernetes: ["5.1.6"] },
  alsoKnownAs: {
    trivy: ["KSV-0036"],
    checkov: ["CKV_K8S_38"],
    kics: ["Service Account Token Automount Not Disabled 48471392-d4d0-47c0-b135-cdec95eb3eef"],
  },
  fix: "review",
  documentation: {
    wrong: "A pod is handed a token for the Kubernetes API without need: nothing sets `automountServiceAccountToken: false`, and the pod runs under the default account, or under one of the same file that nothing is bound to. Accounts that are declared elsewhere are not judged.",
    why: "A token lies in a file of every container. Whoever reads it asks the cluster's API in the app's name, which most apps never do.",
    fix: "The quick fix writes `automountServiceAccountToken: false` for the pod. Look it through: an operator, a controller or a pod with workload identity needs its token.",
    suppress: "When the app asks the Kubernetes API.",
  },
  examples: {
    bad: [
      bad("the default account", deployment({}).replace("name: shop\n", "name: [|shop|]\n"), deployment({ pod: "automountServiceAccountToken: false" })),
      bad("the default account by name", pod({ pod: "serviceAccountName: default" }).replace("name: shop\n", "name: [|shop|]\n"), pod({ pod: "serviceAccountName: default\nautomountServiceAccountToken: false" })),
      bad("an account of the file without rights", `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: shop\n---\n${pod({ pod: "serviceAccountName: shop" }).replace("name: shop\nspec", "name: [|shop|]\nspec")}`, `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: shop\n---\n${pod({ pod: "serviceAccountName: shop\nautomountServiceAccountToken: false" })}`),
      bad("true", pod({ pod: "[|automountServiceAccountToken: true|]" }), pod({ pod: "automountServiceAccountToken: false" })),
      bad("a CronJob", cronJob({}).replace("name: nightly\n", "name: [|nightly|]\n"), cronJob({ pod: "" }).replace("restartPolicy: Never\n", "restartPolicy: Never\n          automountServiceAccountToken: false\n")),
      { name: "JSON", file: "pod.json", code: '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"[|a|]"},"spec":{"containers":[{"name":"a","image":"b:1"}]}}', fixed: '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"automountServiceAccountToken": false,"containers":[{"name":"a","image":"b:1"}]}}' },
    ],
    good: [
      good("false", deployment({ pod: "automountServiceAccountToken: false" })),
      good("the account says it", `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: shop\nautomountServiceAccountToken: false\n---\n${deployment({ pod: "serviceAccountName: shop" })}`),
      good("an account with rights", `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: shop\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: a\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: a\nsubjects:\n  - kind: ServiceAccount\n    name: shop\n---\n${deployment({ pod: "serviceAccountName: shop" })}`),
      good("an account that is declared elsewhere", deployment({ pod: "serviceAccountName: shop" })),
      good("a patch", patch({})),
      good("a template", template({})),
      good("an account with workload identity", `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: shop\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::1:role/a\n---\n${deployment({ pod: "serviceAccountName: shop" })}`),
    ],
  },
  check,
});

const field = "automountServiceAccountToken";

function check(document: Document, report: Report): void {
  for (const { pod, isWhole, place } of workloadsOf(document)) {
    const own = memberNamed(pod, field);
    const account = memberNamed(pod, "serviceAccountName") ?? memberNamed(pod, "serviceAccount");
    if (!isWhole || (own && !isTrue(own.value)) || !hasNoUse(document, account ? textOf(account.value) : "default")) continue;
    const edit = setAt(document, pod, [field], false);
    report({
      range: own?.range ?? place,
      message: "Each container gets a token for the cluster's API, though the account has no rights of its own there.",
      fixes: edit ? [{ title: `Set ${field}: false`, safe: false, edits: [edit] }] : [],
    });
  }
}

/** Whether an account is known to be bound to nothing: the default one, or one that the file declares and does not bind. */
function hasNoUse(document: Document, name: string | undefined): boolean {
  if (name === undefined) return false;
  const isNamed = (node: Parameters<typeof valueAt>[0]): boolean => textOf(valueAt(node, "name")) === name;
  const manifests = manifestsOf(document);
  const subjects = manifests.map(({ object }) => valueAt(object, "subjects"));
  if (subjects.some((list) => list?.kind === "array" && list.items.some(isNamed))) return false;
  const account = manifests.find(({ kind, object }) => kind === "ServiceAccount" && isNamed(valueAt(object, "metadata")));
  if (!account) return name === "default";
  // An annotation gives the account rights in the cloud, which are had by its token.
  return valueAt(account.object, field) === undefined && valueAt(account.object, "metadata", "annotations") === undefined;
}
