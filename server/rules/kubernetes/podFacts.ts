import { defineFactSource } from "../../core/fact.ts";
import { valueAt, type DataNode } from "../../languages/data/dataNode.ts";
import { manifestsOf, textOf } from "../../languages/kubernetes/manifests.ts";
import { workloadsOf } from "../../languages/kubernetes/workloads.ts";
import { manifestLanguages, manifestTriggers } from "./subject.ts";

/** What a file says on who may speak to whom. */
export type NetworkFact =
  | { readonly kind: "pods"; readonly labels: Readonly<Record<string, string>> }
  | {
      readonly kind: "policy";
      /** The labels it selects pods by; undefined where they cannot be known or are told by expressions. */
      readonly selects: Readonly<Record<string, string>> | undefined;
    };

/** Policies of network add-ons, which select pods in ways of their own. */
const otherPolicies = new Set(["CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy", "GlobalNetworkPolicy", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "AuthorizationPolicy"]);

/** Pods and network policies of all manifests. Those of templates are known by what their charts give. */
export const networkFacts = defineFactSource<NetworkFact>({
  id: "kubernetes-network",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  collect(document, add) {
    for (const { manifest, place, isWhole } of workloadsOf(document)) {
      if (!isWhole) continue;
      const path = manifest.kind === "Pod" ? ["metadata", "labels"] : manifest.kind === "CronJob" ? ["spec", "jobTemplate", "spec", "template", "metadata", "labels"] : ["spec", "template", "metadata", "labels"];
      add(place, { kind: "pods", labels: labelsOf(valueAt(manifest.object, ...path)) ?? {} });
    }
    for (const { kind, group, object } of manifestsOf(document)) {
      const isPolicy = kind === "NetworkPolicy" && (group === "networking.k8s.io" || group === "extensions");
      if (!isPolicy && !otherPolicies.has(kind) && !(kind === "NetworkPolicy" && group !== "")) continue;
      const selector = valueAt(object, "spec", "podSelector");
      const isPlain = isPolicy && valueAt(selector, "matchExpressions") === undefined && selector?.kind === "object";
      const labels = isPlain ? labelsOf(valueAt(selector, "matchLabels")) : undefined;
      add(valueAt(object, "kind")?.range ?? object.range, { kind: "policy", selects: isPlain && valueAt(selector, "matchLabels") === undefined ? {} : labels });
    }
  },
});

function labelsOf(node: DataNode | undefined): Record<string, string> | undefined {
  if (node?.kind !== "object") return undefined;
  const labels: Record<string, string> = {};
  for (const { name, value } of node.members) {
    const text = textOf(value) ?? (value.kind === "other" && value.value !== null && value.value !== undefined ? String(value.value) : undefined);
    if (text === undefined) return undefined;
    labels[name] = text;
  }
  return labels;
}
