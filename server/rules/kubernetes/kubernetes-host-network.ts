import type { Document } from "../../core/document.ts";
import { defineRule, type Report } from "../../core/rule.ts";
import { bad, cronJob, deployment, good, patch, pod, template } from "./exampleManifests.ts";
import { reportHostNamespace } from "./hostNamespaces.ts";
import { hardening, manifestLanguages, manifestTriggers } from "./subject.ts";

export default defineRule({
  id: "kubernetes-host-network",
  title: "Pod shares the node's network",
  concern: "kubernetes",
  languages: manifestLanguages,
  triggers: manifestTriggers,
  requirements: hardening,
  severity: "error",
  cwe: [250, 668],
  benchmarks: { cisDocker: ["5.10"], cisKubernetes: ["5.2.5"] },
  alsoKnownAs: {
    trivy: ["KSV-0009"],
    checkov: ["CKV_K8S_19"],
    kics: ["Shared Host Network Namespace 6b6bdfb3-c3ae-44cb-88e4-7405c1ba2c8a"],
  },
  fix: "review",
  documentation: {
    wrong: "A pod sets `hostNetwork: true`: it shares the network with the node instead of having its own.",
    why: "Such a pod reaches services that listen on the node alone, passes by network policies, and can listen to the traffic of others. The Pod Security Standards forbid it already in their lowest profile.",
    fix: "The quick fix takes the field out; `false` is what holds without it.",
    suppress: "For agents that watch the node itself and that a cluster's administrator installs.",
  },
  examples: {
    bad: [
      bad("a Deployment", deployment({ pod: "[|hostNetwork: true|]" }), deployment({})),
      bad("a Pod with a comment", pod({ pod: "[|hostNetwork: true|] # needed?" }), pod({})),
      bad("a CronJob", cronJob({ pod: "[|hostNetwork: true|]" }), cronJob({})),
      bad("beside other fields", pod({ pod: "dnsPolicy: Default\n[|hostNetwork: true|]\nrestartPolicy: Always" }), pod({ pod: "dnsPolicy: Default\nrestartPolicy: Always" })),
      bad("a kustomize patch", patch({ pod: "[|hostNetwork: true|]" }), patch({})),
      {
        name: "JSON",
        file: "pod.json",
        code: '{"apiVersion":"v1","kind":"Pod","spec":{[|"hostNetwork":true|],"containers":[]}}',
        fixed: '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[]}}',
      },
      bad("the second document of a file", `${pod({})}---\n${pod({ pod: "[|hostNetwork: true|]" })}`),
    ],
    good: [
      good("false", deployment({ pod: "hostNetwork: false" })),
      good("nothing said", deployment({})),
      good("a value that the chart leaves open", template({ pod: "hostNetwork: {{ .Values.hostNetwork }}" })),
      good("a part that the chart leaves open", template({ pod: "{{- if .Values.host }}\nhostNetwork: true\n{{- end }}" })),
      good("in a comment", deployment({ pod: "# hostNetwork: true" })),
      good("a policy on pods", "apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: HostNamespaces\nspec:\n  hostNetwork: true\n"),
      good("below the container, where it means nothing", deployment({ container: "env:\n  - name: X\n    value: 'hostNetwork: true'" })),
    ],
  },
  check,
});

function check(document: Document, report: Report): void {
  reportHostNamespace(document, "hostNetwork", "the network", report);
}
