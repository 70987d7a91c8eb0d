import { defineWorkspaceRule, type WorkspaceFacts, type WorkspaceReport } from "../../core/fact.ts";
import { bad, cronJob, deployment, good, pod, template } from "./exampleManifests.ts";
import { networkFacts } from "./podFacts.ts";
import { hardening, manifestLanguages } from "./subject.ts";

const policy = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: a\nspec:\n  podSelector:\n";

export default defineWorkspaceRule({
  id: "kubernetes-network-policy-missing",
  title: "No network policy selects the pods",
  concern: "kubernetes",
  languages: manifestLanguages,
  requirements: hardening,
  severity: "information",
  cwe: [923],
  benchmarks: { cisKubernetes: ["5.3.2"] },
  alsoKnownAs: {
    trivy: ["KSV-0038"],
    checkov: ["CKV2_K8S_6"],
    kics: ["Pod Misconfigured NetworkPolicy 0401f71b-9c1e-4821-ab15-a955caa621be"],
  },
  fix: "none",
  sources: [networkFacts],
  documentation: {
    wrong: "The project has workloads, and no NetworkPolicy selects their pods. Where there is none at all, the first workload is told; where some are missed, each of those is. Policies of network add-ons, and policies whose selectors cannot be read, end the search.",
    why: "Without a policy every pod of the cluster may speak to every other one. Who gets into the shop's front end asks its database directly.",
    fix: "Add a policy that denies everything for the namespace, then one for each connection that is needed.",
    suppress: "When a mesh or the cloud's own rules keep the pods apart.",
  },
  examples: {
    bad: [
      bad("no policy", deployment({}).replace("name: shop\n", "name: [|shop|]\n")),
      bad("two workloads, no policy: the first is told", `${deployment({}).replace("name: shop\n", "name: [|shop|]\n")}---\n${pod({})}`),
      bad("a policy for others", `${deployment({}).replace("name: shop\n", "name: [|shop|]\n")}---\n${policy}    matchLabels: { app: other }\n`),
      bad("a policy for one of two", `${deployment({})}---\n${deployment({}).replace("name: shop\n", "name: [|db|]\n").replace("labels: { app: shop }", "labels: { app: db }")}---\n${policy}    matchLabels: { app: shop }\n`),
      bad("a CronJob", cronJob({}).replace("name: nightly\n", "name: [|nightly|]\n")),
      bad("a Pod without labels", `${pod({}).replace("name: shop\n", "name: [|shop|]\n")}---\n${policy}    matchLabels: { app: shop }\n`),
    ],
    good: [
      good("a policy for it", `${deployment({})}---\n${policy}    matchLabels: { app: shop }\n`),
      good("a policy for all", `${deployment({})}---\n${policy.replace("podSelector:\n", "podSelector: {}\n")}`),
      { name: "a policy in another file", file: "k8s/app.yaml", code: deployment({}), files: { "k8s/policy.yaml": `${policy}    matchLabels:\n      app: shop\n` } },
      good("expressions, which are not read", `${deployment({})}---\n${policy}    matchExpressions: [{ key: app, operator: Exists }]\n`),
      good("a policy of Cilium", `${deployment({})}---\napiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata:\n  name: a\n`),
      good("no workload", "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n"),
      good("a template", template({})),
    ],
  },
  checkWorkspace,
});

function checkWorkspace(facts: WorkspaceFacts, report: WorkspaceReport): void {
  const all = facts.of(networkFacts);
  const policies = all.flatMap(({ value }) => (value.kind === "policy" ? [value] : []));
  if (policies.some(({ selects }) => selects === undefined)) return;
  for (const { value, path, range } of all) {
    if (value.kind !== "pods") continue;
    const { labels } = value;
    if (policies.some(({ selects }) => Object.entries(selects ?? {}).every(([name, wanted]) => labels[name] === wanted))) continue;
    report(path, { range, message: "No network policy selects these pods, so every pod of the cluster may speak to them." });
    if (policies.length === 0) return;
  }
}
